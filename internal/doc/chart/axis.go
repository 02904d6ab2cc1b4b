package chart

import (
	"math"
	"strconv"
	"strings"
)

// axis is the axis of values: from low to high, zero among them, with a mark at every step.
type axis struct {
	low, high, step float64
}

// steps is about how many marks an axis has.
const steps = 5

// axis spans the values of the chart and zero.
func (c Chart) axis() axis {
	if c.shared != nil {
		return *c.shared
	}
	low, high := 0.0, 0.0
	for i := range c.Labels {
		up, down := 0.0, 0.0
		for _, s := range c.Series {
			v := s.At(i)
			switch {
			case !known(v):
			case c.Kind != Stacked:
				low, high = min(low, v), max(high, v)
			case v > 0:
				up += v
			default:
				down += v
			}
		}
		low, high = min(low, down), max(high, up)
	}
	if low == high {
		high = 1
	}
	a := axis{step: nice((high - low) / steps)}
	a.low, a.high = math.Floor(low/a.step)*a.step, math.Ceil(high/a.step-1e-9)*a.step
	return a
}

// nice rounds a step up to 1, 2, 2.5 or 5 times a power of ten.
func nice(step float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(step)))
	for _, f := range []float64{1, 2, 2.5, 5} {
		if step <= f*unit*(1+1e-9) {
			return f * unit
		}
	}
	return 10 * unit
}

// ticks are the values that the axis names.
func (a axis) ticks() []float64 {
	var out []float64
	for i := 0; a.low+float64(i)*a.step <= a.high+a.step/2; i++ {
		out = append(out, a.low+float64(i)*a.step)
	}
	return out
}

// decimals is how many digits the marks of the axis need behind the comma.
func (a axis) decimals() int {
	for d := range 3 {
		scaled := a.step * math.Pow(10, float64(d))
		if math.Abs(scaled-math.Round(scaled)) < 1e-6 {
			return d
		}
	}
	return 3
}

// at places a value between 0, the low end, and 1.
func (a axis) at(v float64) float64 { return (v - a.low) / (a.high - a.low) }

// Figure prints a number with a decimal comma and points between thousands.
func Figure(v float64, decimals int) string {
	text := strconv.FormatFloat(math.Abs(v), 'f', decimals, 64)
	whole, part, _ := strings.Cut(text, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "." + whole[i:]
	}
	if part != "" {
		whole += "," + part
	}
	if v < 0 && strings.Trim(text, "0.") != "" {
		return "-" + whole
	}
	return whole
}
