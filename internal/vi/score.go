package vi

import (
	"strings"

	"thidua"
)

// Score writes points with one decimal, as score sheets do: "19,0", "18,5".
func Score(p thidua.Points) string {
	s := Number(p)
	if strings.Contains(s, ",") {
		return s
	}
	return s + ",0"
}

// Difference writes a change of points with its sign: "+4,5", "−1,5", "0,0".
func Difference(p thidua.Points) string {
	switch {
	case p > 0:
		return "+" + Score(p)
	case p < 0:
		return "−" + Score(-p)
	}
	return Score(p)
}
