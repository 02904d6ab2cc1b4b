package vi

import "thidua"

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

// Goal writes the value that a target asks for: "≥ 95%", "≤ 5 ngày"; 100% needs no sign.
func Goal(t thidua.Target) string {
	switch {
	case t.Direction == thidua.AtMost:
		return "≤ " + Amount(t.Value, t.Measure)
	case t.Measure == "%" && t.Value >= 100_00:
		return Amount(t.Value, t.Measure)
	}
	return "≥ " + Amount(t.Value, t.Measure)
}
