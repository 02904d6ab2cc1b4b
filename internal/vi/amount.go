package vi

import "thidua"

// Amount writes a quantity with its unit of measure: "95%", "6 tin, bài".
func Amount(q thidua.Quantity, measure string) string {
	if measure == "%" {
		return Percent(q)
	}
	return Number(q) + " " + measure
}

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
