package vi

import (
	"testing"

	"thidua"
)

func TestADeadlineIsToldInTheSameWords(t *testing.T) {
	days := thidua.Calendar{"2025-01-27": {Free: true, Name: "Tết Nguyên đán"}}
	for want, c := range map[string]struct{ today, due thidua.Date }{
		"Hạn 17/01/2025 · còn 4 ngày làm việc":                         {"2025-01-14", "2025-01-17"},
		"Hạn 14/01/2025 · hôm nay là hạn":                              {"2025-01-14", "2025-01-14"},
		"Hạn 10/01/2025 · quá hạn 3 ngày làm việc":                     {"2025-01-15", "2025-01-10"},
		"Hạn 10/01/2025 · đã quá hạn":                                  {"2025-01-11", "2025-01-10"},
		"Hạn 12/01/2025 · không còn ngày làm việc nào":                 {"2025-01-11", "2025-01-12"},
		"Hạn 05/01/2026 · còn 10 ngày (chưa có lịch nghỉ năm 2026)":    {"2025-12-26", "2026-01-05"},
		"Hạn 01/01/2026 · quá hạn 4 ngày (chưa có lịch nghỉ năm 2026)": {"2026-01-05", "2026-01-01"},
		"Hạn 28/01/2025 · còn 2 ngày làm việc, đã trừ Tết Nguyên đán":  {"2025-01-24", "2025-01-28"},
		"Hạn 31/01/2025": {"", "2025-01-31"},
	} {
		if got := Deadline(days, c.today, c.due, true); got != want {
			t.Errorf("%s from %s: %q, want %q", c.due, c.today, got, want)
		}
	}
	if got := Deadline(days, "2025-01-14", "2025-01-15", false); got != "Trước 15/01/2025 · hôm nay là hạn" {
		t.Errorf("an excluded day: %q", got)
	}
}
