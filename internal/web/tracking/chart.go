package tracking

import (
	"strconv"
	"strings"
)

// The small chart of a unit is 120 by 44: twelve months from left to right, 0 to 100 percent from 40 up to 4.
const (
	chartWide  = 120.0
	chartFloor = 40.0
	chartTall  = 36.0
)

func monthX(i int) float64        { return float64(i) * chartWide / 11 }
func percentY(p int) float64      { return chartFloor - float64(p)*chartTall/100 }
func coordinate(f float64) string { return strconv.FormatFloat(f, 'f', 1, 64) }

// course draws the line of the months.
func course(months []int) string {
	var b strings.Builder
	for i, p := range months {
		b.WriteString(map[bool]string{true: "M", false: "L"}[i == 0])
		b.WriteString(coordinate(monthX(i)) + " " + coordinate(percentY(max(p, 0))))
	}
	return b.String()
}

// last is the point at the end of the line.
func last(months []int) (x, y string) {
	i := len(months) - 1
	return coordinate(min(monthX(i), chartWide-2)), coordinate(percentY(max(months[i], 0)))
}

// behind tells whether a unit is more than 15 points under an even course of the year.
func behind(months []int) bool {
	return len(months) > 0 && max(months[len(months)-1], 0) < len(months)*100/12-15
}
