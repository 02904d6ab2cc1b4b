// Package chart draws the charts of papers: from one typed chart come the marks of a page, an SVG for the preview and a native chart with its
// workbook for a word processor. It knows nothing of papers.
package chart

import (
	"math"
	"strings"
)

// Kind is how values are drawn.
type Kind int

// The kinds: bars side by side (cột ghép), bars on top of each other (cột chồng), lines (đường).
const (
	Grouped Kind = iota
	Stacked
	Line
)

// Series is one row of figures, a value for each label; NaN where there is none.
type Series struct {
	Name   string
	Values []float64
}

// Chart is what is drawn. The axis of values always shows zero.
type Chart struct {
	Kind       Kind
	Horizontal bool   // bars from left to right, for long labels; lines are never horizontal
	Unit       string // behind every value, "%"; may be empty
	Decimals   int    // of the values, 0 to 2
	Labels     []string
	Series     []Series
	shared     *axis // that of the whole of which this is a part
}

// At gives a value, NaN where the series is short.
func (s Series) At(i int) float64 {
	if i < len(s.Values) && !math.IsInf(s.Values[i], 0) {
		return s.Values[i]
	}
	return math.NaN()
}

func known(v float64) bool { return !math.IsNaN(v) }

// lying tells whether bars run from left to right.
func (c Chart) lying() bool { return c.Horizontal && c.Kind != Line }

// What one drawing holds at the most; more labels are divided, see Parts.
const (
	mostUpright = 14    // labels
	tallest     = 330.0 // height of lying bars in points: with a legend and long labels they still fit on a page that lies
)

// most is how many labels one drawing of a width holds.
func (c Chart) most(width float64) int {
	if !c.lying() {
		return mostUpright
	}
	side, highest := c.side(width), 0.0
	for _, label := range c.Labels {
		highest = max(highest, c.rowHeight(short(wrap(label, labelSize, side))))
	}
	return max(int(tallest/highest), 1)
}

// Parts divides a chart that has too many labels for one drawing of a width into several with the same axis.
func (c Chart) Parts(width float64) []Chart {
	most := c.most(width)
	count := (len(c.Labels) + most - 1) / most
	if count <= 1 {
		return []Chart{c}
	}
	whole := c.axis()
	parts := make([]Chart, 0, count)
	for k := range count {
		from, to := k*len(c.Labels)/count, (k+1)*len(c.Labels)/count
		part := c
		part.shared, part.Labels, part.Series = &whole, c.Labels[from:to], nil
		for _, s := range c.Series {
			cut := Series{Name: s.Name}
			for i := from; i < to; i++ {
				cut.Values = append(cut.Values, s.At(i))
			}
			part.Series = append(part.Series, cut)
		}
		parts = append(parts, part)
	}
	return parts
}

var kindNames = [...]string{"Biểu đồ cột", "Biểu đồ cột chồng", "Biểu đồ đường"}

// Alt says in words what the chart shows, for those who do not see it: every label with its values.
func (c Chart) Alt() string {
	var b strings.Builder
	b.WriteString(kindNames[c.Kind])
	for i, label := range c.Labels {
		b.WriteString(". " + label + ":")
		for k, s := range c.Series {
			if k > 0 {
				b.WriteString(";")
			}
			if len(c.Series) > 1 {
				b.WriteString(" " + s.Name)
			}
			b.WriteString(" " + c.value(s.At(i)))
		}
	}
	return b.String() + "."
}

// value prints a figure as it stands in the chart.
func (c Chart) value(v float64) string {
	if !known(v) {
		return "chưa có số liệu"
	}
	return Figure(v, c.Decimals) + c.Unit
}
