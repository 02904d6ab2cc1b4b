package closing

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/app/closing"
)

// floor is from which percent of reached targets a bar is green, and where its tick stands.
const floor = 85

func percent(t thidua.Tally) int {
	if t.All == 0 {
		return -1
	}
	return (t.Reached*100 + t.All/2) / t.All
}

func shown(percent int) string {
	if percent < 0 {
		return "–"
	}
	return strconv.Itoa(percent) + "%"
}

func tone(percent int) string {
	if percent < floor {
		return "cam"
	}
	return "luc"
}

// ranks writes the ranks of a unit year by year: "4 · 4 · 3 · 1 · 1".
func ranks(l closing.Line) string {
	var out []string
	for _, y := range l.Years {
		if y.Rank == 0 {
			out = append(out, "–")
		} else {
			out = append(out, strconv.Itoa(y.Rank))
		}
	}
	return strings.Join(out, " · ")
}

// span names the years of the view: "2021 → 2025".
func (v view) span() string {
	if len(v.Years) == 0 {
		return ""
	}
	return fmt.Sprintf("%d → %d", v.Years[0].Year, v.Years[len(v.Years)-1].Year)
}

func (v view) unitAwards() (n int) {
	for _, w := range v.Awards {
		if w.Subject.Kind == thidua.Collective {
			n++
		}
	}
	return n
}

func (v view) years() string {
	var out []string
	for _, y := range v.Years {
		out = append(out, strconv.Itoa(y.Year))
	}
	return strings.Join(out, ", ")
}

// unitURL leads to the board of the last year with the unit open.
func (v view) unitURL(l closing.Line) string {
	if len(v.Years) == 0 {
		return ""
	}
	return "/theo-doi/" + v.Years[len(v.Years)-1].ID + "?" + url.Values{"don-vi": {l.Unit}}.Encode()
}
