package closing

import (
	"strconv"
	"strings"

	"thidua/internal/app/closing"
)

// The small charts are 120 wide and 44 high; they show from half of the targets up to all, for below that there is no year to speak of.
const (
	wide    = 120.0
	high    = 44.0
	lowest  = 50
	margin  = 4.0
	topmost = 3.6
)

func at(percent int) float64 {
	part := float64(min(max(percent, lowest), 100)-lowest) / (100 - lowest)
	return high - margin - part*(high-margin-topmost)
}

func coordinate(f float64) string { return strconv.FormatFloat(f, 'f', 1, 64) }

type point struct{ x, y string }

// points are the years of a line that have targets, from left to right.
func points(l closing.Line) (out []point) {
	step := wide - 2*margin
	if n := len(l.Years); n > 1 {
		step /= float64(n - 1)
	}
	for i, y := range l.Years {
		if p := percent(y.Tally); p >= 0 {
			out = append(out, point{coordinate(margin + step*float64(i)), coordinate(at(p))})
		}
	}
	return out
}

func path(list []point) string {
	var b strings.Builder
	for i, p := range list {
		b.WriteString(map[bool]string{true: "M", false: " L"}[i == 0] + p.x + " " + p.y)
	}
	return b.String()
}

// guide is the dotted line of the floor.
func guide() string { return "M0 " + coordinate(at(floor)) + "H120" }

// latest gives the percent of the last year that has one, -1 without any.
func latest(l closing.Line) int {
	for i := len(l.Years) - 1; i >= 0; i-- {
		if p := percent(l.Years[i].Tally); p >= 0 {
			return p
		}
	}
	return -1
}
