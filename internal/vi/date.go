package vi

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"thidua"
)

// Date writes a day as on screen and paper: "05/02/2024"; an unknown day is empty.
func Date(d thidua.Date) string { return layout(d, "02/01/2006") }

// DateWords writes a day as in the head of an official document: "ngày 05 tháng 02 năm 2024". Days below 10 and the months 1 and 2
// have a leading 0 (Nghị định 30/2020/NĐ-CP, Phụ lục I).
func DateWords(d thidua.Date) string {
	if !d.Valid() {
		return ""
	}
	t := d.Time()
	month := strconv.Itoa(int(t.Month()))
	if t.Month() <= time.February {
		month = "0" + month
	}
	return fmt.Sprintf("ngày %02d tháng %s năm %d", t.Day(), month, t.Year())
}

var weekdays = [...]string{"Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"}

// Weekday gives the name of the day of the week as it stands inside a sentence: "thứ Ba", "Chủ nhật".
func Weekday(d thidua.Date) string {
	if !d.Valid() {
		return ""
	}
	return weekdays[d.Time().Weekday()]
}

// DayLong writes the day with its weekday: "thứ Ba 14/01/2025".
func DayLong(d thidua.Date) string {
	return strings.TrimSpace(Weekday(d) + " " + Date(d))
}

// Time writes the time of day in Vietnam's zone: "15:20"; the zero time is empty.
func Time(t time.Time) string { return instant(t, "15:04") }

// DateTime writes an instant in Vietnam's zone: "13/01/2025, 15:20"; the zero time is empty.
func DateTime(t time.Time) string { return instant(t, "02/01/2006, 15:04") }

// DayTime writes an instant of the season at hand without its year: "13/01, 15:20"; the zero time is empty.
func DayTime(t time.Time) string { return instant(t, "02/01, 15:04") }

func layout(d thidua.Date, as string) string {
	if !d.Valid() {
		return ""
	}
	return d.Time().Format(as)
}

func instant(t time.Time, as string) string {
	if t.IsZero() {
		return ""
	}
	return t.In(thidua.Zone).Format(as)
}

var typedDate = regexp.MustCompile(`^(\d{1,2})(?:/(\d{1,2})/|-(\d{1,2})-|\.(\d{1,2})\.)((?:19|20)\d{2})$`)

// ParseDate reads a day as officials type it: 01/02/2025, 1/2/2025, 01-02-2025 or 01.02.2025, of the years 1900 to 2099.
// A day that does not exist is not read.
func ParseDate(s string) (thidua.Date, bool) {
	m := typedDate.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return "", false
	}
	day, _ := strconv.Atoi(m[1])
	month, _ := strconv.Atoi(m[2] + m[3] + m[4])
	year, _ := strconv.Atoi(m[5])
	d := thidua.NewDate(year, month, day)
	return d, d.Valid()
}

// BackupOf tells of which moment a backup is.
func BackupOf(at time.Time) string { return "bản sao lưu lúc " + DateTime(at) }

// Remaining tells how long a work will take from now, roughly: "còn khoảng 40 giây".
func Remaining(d time.Duration) string {
	if d < time.Minute {
		return "còn khoảng " + strconv.Itoa(max(int(d.Seconds()), 1)) + " giây"
	}
	return "còn khoảng " + strconv.Itoa(int(d.Minutes()+0.5)) + " phút"
}
