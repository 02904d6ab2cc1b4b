package record

import (
	"math"
	"strings"

	"thidua/internal/doc"
	"thidua/internal/doc/chart"
	"thidua/internal/vi"
)

// course shows the mean completion of the units as a chart, when three of them at least have a figure.
func (r YearReport) course() []doc.Block {
	c := doc.Chart{Caption: "Biểu đồ. Mức hoàn thành chỉ tiêu của các đơn vị",
		Chart: chart.Chart{Horizontal: true, Unit: "%", Series: []chart.Series{{Name: "Mức hoàn thành"}}}}
	known := 0
	for _, u := range r.Units {
		if len(u) < 3 {
			continue
		}
		value := math.NaN()
		if hundredths, ok := vi.ParseNumber(strings.TrimSuffix(u[2], "%")); ok {
			value = float64(hundredths) / 100
			known++
		}
		c.Labels, c.Series[0].Values = append(c.Labels, u[0]), append(c.Series[0].Values, value)
	}
	if known < 3 {
		return nil
	}
	return []doc.Block{c}
}
