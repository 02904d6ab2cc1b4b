package pdf

import (
	"maps"
	"slices"
	"strings"
)

const (
	sameColumn = 4.0 // points between the rules of a table on one page and on the next
	headRows   = 4   // rows that may come again on the next page
)

// written is a table as far as it was written, for what may follow on the next page.
type written struct {
	number int
	page   int
	rows   int
	xs     []float64
	heads  []string        // its first rows, to know them when they come again
	ends   map[int]printed // the last lines of the last row, by column
}

// cell is the lines of one cell of a table; row and column count from 0.
type cell struct {
	row, column int
	lines       []printed
}

// filled gives the cells with text, row by row.
func (t *table) filled(pitch float64) []cell {
	var out []cell
	for _, field := range slices.Sorted(maps.Keys(t.words)) {
		in := rows(t.words[field])
		m := t.margins(field, in)
		m.pitch = pitch
		out = append(out, cell{field / t.columns(), field % t.columns(), printAll(in, m)})
	}
	return out
}

// margins are those of the cell that begins at a field: as far from its rules on the right as its text stays on the left.
func (t *table) margins(field int, in []row) margins {
	edge := t.xs[field%t.columns()]
	m := margins{left: edge + padding}
	for i, r := range in {
		if i == 0 || r.x0 < m.left {
			m.left = r.x0
		}
	}
	m.right = t.right(field) - min(padding, max(0, m.left-edge))
	return m
}

// heads gives the texts of the first rows.
func heads(cells []cell) []string {
	out := make([]string, headRows)
	for _, c := range cells {
		if c.row >= headRows {
			break
		}
		var b strings.Builder
		for _, l := range c.lines {
			b.WriteString("\n" + l.Text)
		}
		out[c.row] += b.String() + "\t"
	}
	return out
}

// tabular writes a table, or goes on one that the page before ended with.
func (w *writer) tabular(p *page, t *table) {
	cells := t.filled(w.bodies[int(p.width)].pitch)
	skip, joined := 0, false
	if w.follows(p, t) {
		skip = repeated(w.table.heads, heads(cells))
		joined = w.table.broken(cells, skip)
		w.table.rows -= skip
		if joined {
			w.table.rows--
		}
	} else {
		w.count++
		w.table = &written{number: w.count, xs: t.xs, heads: heads(cells)}
	}
	before, rows := w.table.ends, w.table.rows
	w.table.ends = map[int]printed{}
	for _, c := range cells {
		if c.row < skip {
			continue
		}
		if last, ok := before[c.column]; ok && joined && c.row == skip {
			c.lines[0].Goes = goes(&last, &c.lines[0], t.margins(t.field(c.row, c.column), nil))
		}
		for _, l := range c.lines {
			l.Page, l.Table, l.Row, l.Cell = p.number, w.table.number, rows+c.row+1, c.column+1
			w.out = append(w.out, l.Line)
		}
		if c.row == cells[len(cells)-1].row {
			w.table.ends[c.column] = c.lines[len(c.lines)-1]
		}
	}
	w.table.rows += t.rows()
	w.table.page, w.last = p.number, nil
}

// follows tells whether t stands first on its page, has the columns of the table that stood last on the page before, and so goes on it.
func (w *writer) follows(p *page, t *table) bool {
	if w.table == nil || w.table.page != p.number-1 || len(w.table.xs) != len(t.xs) || w.out[len(w.out)-1].Page == p.number {
		return false
	}
	for i, x := range t.xs {
		if abs(x-w.table.xs[i]) > sameColumn {
			return false
		}
	}
	return true
}

// repeated counts the rows that come again.
func repeated(before, now []string) int {
	n := 0
	for n < headRows && now[n] != "" && now[n] == before[n] {
		n++
	}
	return n
}

// broken tells whether the page ended inside a row: what follows has nothing in the first column, where the row before had its number.
func (t *written) broken(cells []cell, skip int) bool {
	if _, numbered := t.ends[0]; !numbered {
		return false
	}
	for _, c := range cells {
		if c.row >= skip {
			return c.row == skip && c.column > 0
		}
	}
	return false
}
