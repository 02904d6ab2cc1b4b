package demo

import (
	"bytes"
	"embed"
	"fmt"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/vi"
)

//go:embed season
var season embed.FS

// rows reads a table of the sample season: cells parted by |, lines that begin with # are remarks.
func rows(name string) [][]string {
	var out [][]string
	for line := range strings.Lines(string(table(name))) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		out = append(out, cells)
	}
	return out
}

// table gives an embedded file; that it is there is fixed when the program is built.
func table(name string) []byte {
	data, err := season.ReadFile("season/" + name)
	if err != nil {
		panic(err)
	}
	return bytes.TrimPrefix(data, []byte("\ufeff"))
}

// word gives a phrase of the sample season by its key.
func word(key string) string {
	for _, r := range rows("words.txt") {
		if r[0] == key {
			return r[1]
		}
	}
	panic("no such phrase: " + key)
}

// day reads a day of the tables; empty for an empty cell.
func day(cell string) thidua.Date {
	d, _ := vi.ParseDate(cell)
	return d
}

// number reads a number with a decimal comma, in hundredths.
func number(cell string) int64 {
	f, err := strconv.ParseFloat(strings.ReplaceAll(cell, ",", "."), 64)
	if err != nil {
		panic(fmt.Errorf("sample season: %w", err))
	}
	return int64(f*100 + 0.5)
}

// goal is a target of a past year with what was reached of it.
type goal struct {
	leaf, content, measure, abstract, symbol string
	value, actual                            thidua.Quantity
}

// goalsOf reads the targets of a unit in a year: one for each leaf of the criteria, and those that stand in the last column.
func goalsOf(year, unit string) []goal {
	leaves := rows("leaves.txt")
	var out []goal
	for _, r := range rows("targets.txt") {
		if r[0] != year || r[1] != unit {
			continue
		}
		for i, leaf := range leaves {
			if r[i+2] != "" {
				out = append(out, goalOf(leaf, r[i+2], false))
			}
		}
		if len(r) > len(leaves)+2 && r[len(leaves)+2] != "" {
			code, cell, _ := strings.Cut(r[len(leaves)+2], "=")
			for _, leaf := range leaves {
				if leaf[0] == code {
					out = append(out, goalOf(leaf, cell, true))
				}
			}
		}
	}
	return out
}

// goalOf reads a cell: a percentage, or what was reached of what was registered; a further target of a leaf is the one that is counted.
func goalOf(leaf []string, cell string, further bool) goal {
	g := goal{leaf: leaf[0], content: leaf[1], measure: "%", abstract: leaf[4], symbol: leaf[5], value: 100_00}
	reached, registered, counted := strings.Cut(cell, "/")
	g.actual = thidua.Quantity(number(reached))
	if counted {
		g.value = thidua.Quantity(number(registered))
	}
	if counted || further {
		g.content = leaf[2]
	}
	if counted {
		g.measure = leaf[3]
	}
	return g
}

// called finds who holds a part in the season: the first one with the role, or the chair.
func called(role thidua.Role) string {
	for _, r := range rows("people.txt") {
		if r[6] == string(role) {
			return r[0]
		}
	}
	panic("nobody is " + string(role))
}

var (
	office = called(thidua.RoleOffice)
	chief  = called(thidua.RoleLeader)
)
