package vi

import (
	"strings"

	"thidua"
)

// Amount writes a quantity with its unit of measure: "95%", "6 tin, bài".
func Amount(q thidua.Quantity, measure string) string {
	switch measure {
	case "%":
		return Percent(q)
	case "":
		return Number(q)
	}
	return Number(q) + " " + measure
}

// AwardName gives a form of commendation with its authority: "Bằng khen của Chủ tịch UBND tỉnh".
func AwardName(a thidua.AwardForm) string { return a.Full("của") }

// Goal writes the value that a target asks for: "≥ 95%", "≤ 5 ngày"; 100% needs no sign, and a target whose words carry it has none.
func Goal(t thidua.Target) string {
	switch {
	case t.Value == thidua.NoValue:
		return ""
	case t.Direction == thidua.AtMost:
		return "≤ " + Amount(t.Value, t.Measure)
	case t.Measure == "%" && t.Value >= 100_00:
		return Amount(t.Value, t.Measure)
	}
	return "≥ " + Amount(t.Value, t.Measure)
}

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

// FileSize writes a size in bytes as people read it: "412 KB", "2,5 MB".
func FileSize(bytes int64) string {
	const kilo, mega = 1 << 10, 1 << 20
	if bytes < mega {
		return Whole(int((bytes+kilo-1)/kilo)) + " KB"
	}
	return Number((bytes*10/mega)*10) + " MB"
}

// PostIn writes a post with its unit, which is not said twice: "Trưởng phòng Nghiệp vụ 1", but "Thanh tra viên, Phòng Nghiệp vụ 2".
func PostIn(title, unit string) string {
	switch {
	case title == "":
		return unit
	case unit == "" || strings.Contains(Fold(title), Fold(unit)):
		return title
	}
	return title + ", " + unit
}
