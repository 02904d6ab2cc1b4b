package demo

import (
	"strings"

	"thidua"
)

// goal is a target of a past year with what was reached of it.
type goal struct {
	leaf, content, measure, abstract, symbol string
	value, actual                            thidua.Quantity
	further                                  bool // stands beside the first target of its leaf
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
	g := goal{leaf: leaf[0], content: leaf[1], measure: "%", abstract: leaf[4], symbol: leaf[5], value: 100_00, further: further}
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
