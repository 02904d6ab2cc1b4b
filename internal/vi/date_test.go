package vi

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"thidua"
)

func TestDates(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Date("2024-02-05"), "05/02/2024"},
		{Date(""), ""},
		{DateWords("2024-02-05"), "ngày 05 tháng 02 năm 2024"},
		{DateWords("2024-01-15"), "ngày 15 tháng 01 năm 2024"},
		{DateWords("2024-03-09"), "ngày 09 tháng 3 năm 2024"},
		{DateWords("2025-12-31"), "ngày 31 tháng 12 năm 2025"},
		{DateWords("2025-02-30"), ""},
		{DayLong("2025-01-14"), "thứ Ba 14/01/2025"},
		{DayLong("2025-01-19"), "Chủ nhật 19/01/2025"},
		{DayLong(""), ""},
		{Weekday("2025-01-18"), "thứ Bảy"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestInstantsAreVietnams(t *testing.T) {
	at := time.Date(2025, 1, 12, 17, 20, 0, 0, time.UTC)
	if got := DateTime(at); got != "13/01/2025, 00:20" {
		t.Errorf("DateTime = %q", got)
	}
	if got := Time(at); got != "00:20" {
		t.Errorf("Time = %q", got)
	}
	if DateTime(time.Time{}) != "" || Time(time.Time{}) != "" {
		t.Error("the zero time is shown")
	}
}

func TestParseDate(t *testing.T) {
	for in, want := range map[string]thidua.Date{
		"01/02/2025": "2025-02-01", "1/2/2025": "2025-02-01", "01-02-2025": "2025-02-01", "1.2.2025": "2025-02-01",
		" 31/12/2025 ": "2025-12-31", "29/02/2024": "2024-02-29",
	} {
		if got, ok := ParseDate(in); !ok || got != want {
			t.Errorf("ParseDate(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
	for _, in := range []string{
		"", "30/02/2025", "29/02/2025", "00/01/2025", "1/13/2025", "1/2-2025", "1/2/25", "1/2/0225", "2025-02-01", "1/2", "01/02/20255",
		"hôm nay", "-1/2/2025", "１/2/2025", "1 /2/2025",
	} {
		if got, ok := ParseDate(in); ok || got != "" {
			t.Errorf("ParseDate(%q) = %q, want it refused", in, got)
		}
	}
}

func TestDatesComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := thidua.Date("1900-01-01").AddDays(rapid.IntRange(0, 73048).Draw(t, "days"))
		if got, ok := ParseDate(Date(d)); !ok || got != d {
			t.Fatalf("ParseDate(%q) = %q", Date(d), got)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"1/2/2025", "31.12.2025", "30/02/2025", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, ok := ParseDate(s)
		if ok != d.Valid() {
			t.Fatalf("ParseDate(%q) = %q, %v", s, d, ok)
		}
		if again, _ := ParseDate(Date(d)); ok && again != d {
			t.Fatalf("ParseDate(%q) = %q, shown and read again %q", s, d, again)
		}
	})
}
