package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// table is what is printed: a head and rows, as Markdown that can be read as it is.
type table struct {
	head []string
	rows [][]string
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// print writes the table with columns of equal width: the first to the left, figures to the right.
func (t table) print(out io.Writer) error {
	width := make([]int, len(t.head))
	for _, row := range append([][]string{t.head}, t.rows...) {
		for i, cell := range row {
			width[i] = max(width[i], len(cell))
		}
	}
	var b strings.Builder
	line := func(row []string) {
		for i, cell := range row {
			if i == 0 {
				fmt.Fprintf(&b, "| %-*s ", width[i], cell)
				continue
			}
			fmt.Fprintf(&b, "| %*s ", width[i], cell)
		}
		b.WriteString("|\n")
	}
	b.WriteByte('\n')
	line(t.head)
	for i, w := range width {
		rule := strings.Repeat("-", w+1)
		if i == 0 {
			b.WriteString("|" + rule + "-")
			continue
		}
		b.WriteString("|" + rule + ":")
	}
	b.WriteString("|\n")
	for _, row := range t.rows {
		line(row)
	}
	_, err := io.WriteString(out, b.String())
	return err
}

func ms(d time.Duration) string       { return strconv.FormatFloat(d.Seconds()*1000, 'f', 2, 64) }
func kb[T int | uint64](n T) string   { return strconv.FormatFloat(float64(n)/1024, 'f', 1, 64) }
func ratio(a, b time.Duration) string { return strconv.FormatFloat(float64(a)/float64(b), 'f', 1, 64) }
func count(n uint64) string           { return strconv.FormatUint(n, 10) }
