package demo

import (
	"strconv"
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

// between is how many months lie between the entries of a year: the year of the screens is entered monthly, the one before by quarter.
func between(year int) int {
	if year == 2024 {
		return 1
	}
	return 3
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
