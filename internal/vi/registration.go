package vi

import (
	"fmt"

	"thidua"
)

// Target writes the number of a target with its unit of measure: "100%", "12 cuộc họp", "không quá 2 hồ sơ"; empty while it has none.
func Target(t thidua.Target) string {
	if t.Value == thidua.NoValue || t.Value == 0 && t.Direction != thidua.AtMost {
		return ""
	}
	text := Number(t.Value)
	switch t.Measure {
	case "":
	case "%":
		text += "%"
	default:
		text += " " + t.Measure
	}
	if t.Direction == thidua.AtMost {
		return "không quá " + text
	}
	return text
}

// RegistrationSubject is the subject of the papers of a registration.
func RegistrationSubject(m thidua.Movement, year int) string {
	return fmt.Sprintf("Đăng ký phong trào thi đua “%s” năm %d", m.Name, year)
}

// NoAward says that a subject takes part without aiming at an award.
const NoAward = "Tham gia phong trào"

// Before says a deadline of a plan: "trước ngày 01/02/2025" excludes the day itself.
func Before(d thidua.Date, inclusive bool) string {
	switch {
	case d == "":
		return ""
	case inclusive:
		return "chậm nhất ngày " + Date(d)
	}
	return "trước ngày " + Date(d)
}

// LastWorkingDay names the last working day before a deadline when free days stand in between; empty when none do.
func LastWorkingDay(c thidua.Calendar, due thidua.Date, inclusive bool) string {
	end := thidua.LastDay(due, inclusive)
	last := c.LastWorking(end)
	if !end.Valid() || last == end {
		return ""
	}
	return "ngày làm việc cuối: " + Date(last)
}
