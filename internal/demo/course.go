package demo

import (
	"strconv"
	"strings"
	"time"

	"thidua"
)

// course enters what was reached of a target: on the last working days of the months and at the end, or on the days of its own table.
func (p *player) course(year int, unit string, i int, g goal, end time.Time) {
	if own := tableOf("course.txt", year, unit, g.leaf); len(own) > 0 {
		for _, r := range own {
			p.plan(moment(day(r[3]), 9, 0), p.report(year, unit, i, thidua.Quantity(number(r[4])), r[5]))
		}
		return
	}
	for month := between(year); month < 12; month += between(year) {
		on := thidua.Calendar{}.LastWorking(thidua.NewDate(year, month+1, 1).AddDays(-1))
		whole := g.actual * thidua.Quantity(month) / 12 / 100 * 100
		p.plan(minutesAfter(moment(on, 10, 0), i), p.report(year, unit, i, whole, word("progress-month")+" "+strconv.Itoa(month)+"."))
	}
	p.plan(end, p.report(year, unit, i, g.actual, word("progress-end")))
}

// between is how many months lie between the entries of a year: the year of the screens is entered monthly, the one before by quarter, the
// others at half of the year, the first, which began in August, in October.
func between(year int) int {
	switch year {
	case 2024:
		return 1
	case 2023:
		return 3
	case 2021:
		return 10
	}
	return 6
}

// tableOf gives the rows of a table that speak of a leaf of a unit in a year.
func tableOf(name string, year int, unit, leaf string) (out [][]string) {
	for _, r := range rows(name) {
		if r[0] == strconv.Itoa(year) && r[1] == unit && r[2] == leaf {
			out = append(out, r)
		}
	}
	return out
}

// goal is a target of a past year with what was reached of it.
type goal struct {
	leaf, content, measure, abstract, symbol string
	value, actual                            thidua.Quantity
	further                                  bool // stands beside the first target of its leaf
}

// goalsOf reads the targets of a unit in a year: one for each leaf of the criteria, and those that stand in the last column.
func goalsOf(year, unit string) []goal {
	if year == "2025" {
		return lastGoals(unit)
	}
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

// lastGoals reads what a unit registered for 2025, with what was reached of it.
func lastGoals(unit string) (out []goal) {
	for _, r := range rows("registrations-2025.txt") {
		if r[0] != unit {
			continue
		}
		g := goal{leaf: r[1], content: r[2], measure: r[4], abstract: word("evidence-2025") + ": " + r[2], symbol: "BC", value: thidua.Quantity(number(r[3])),
			actual: thidua.Quantity(number(r[6])), further: true}
		if r[1] == "TC1" && len(out) == 0 {
			g.symbol = planSymbol
		}
		out = append(out, g)
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
