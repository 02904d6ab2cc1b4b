package thidua

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Zone is Asia/Ho_Chi_Minh, the zone of every deadline and date whatever the machine's zone. Vietnam keeps UTC+7 without summer time.
var Zone = time.FixedZone("Asia/Ho_Chi_Minh", 7*60*60)

// Date is a day as YYYY-MM-DD, so that it sorts as text; the empty Date is unknown.
type Date string

// DateOf gives the day of an instant in Zone.
func DateOf(t time.Time) Date { return Date(t.In(Zone).Format(time.DateOnly)) }

// NewDate makes a date; a day that does not exist (30/02) gives the empty Date.
func NewDate(year, month, day int) Date {
	d := Date(fmt.Sprintf("%04d-%02d-%02d", year, month, day))
	if !d.Valid() {
		return ""
	}
	return d
}

// Valid tells whether the date exists in the calendar.
func (d Date) Valid() bool {
	_, err := time.Parse(time.DateOnly, string(d))
	return err == nil
}

// Time gives midnight at the start of the day in Zone; the zero time for an empty or wrong date.
func (d Date) Time() time.Time {
	t, err := time.ParseInLocation(time.DateOnly, string(d), Zone)
	if err != nil {
		return time.Time{}
	}
	return t
}

// Year gives the year, 0 for the empty date.
func (d Date) Year() int {
	if !d.Valid() {
		return 0
	}
	return d.Time().Year()
}

// AddDays gives the date n days later (earlier when n is negative).
func (d Date) AddDays(n int) Date {
	if !d.Valid() {
		return ""
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// AddYears gives the same day n years later; 29 February gives the 28th in a year that has none.
func (d Date) AddYears(n int) Date {
	if !d.Valid() {
		return ""
	}
	year, month, day := d.Time().Date()
	if moved := NewDate(year+n, int(month), day); moved != "" {
		return moved
	}
	return NewDate(year+n, int(month), day-1)
}

// DaysUntil counts the days from d to e; negative when e is earlier, 0 when either is unknown.
func (d Date) DaysUntil(e Date) int {
	if !d.Valid() || !e.Valid() {
		return 0
	}
	return int(e.Time().Sub(d.Time()).Hours() / 24)
}

// Calendar tells working days: Saturday and Sunday are free unless they are made up, holidays are free. It is data of the agency.
type Calendar map[Date]DayKind

// DayKind says why a day differs from an ordinary week.
type DayKind struct {
	Free bool   // holiday; false on a Saturday or Sunday that is worked
	Name string // Tết Nguyên đán
}

// Knows tells whether the holidays of a year are loaded; without them only Saturdays and Sundays are taken for free.
func (c Calendar) Knows(year int) bool {
	for d, k := range c {
		if k.Free && d.Year() == year {
			return true
		}
	}
	return false
}

// Works tells whether a day is a working day.
func (c Calendar) Works(d Date) bool {
	if k, ok := c[d]; ok {
		return !k.Free
	}
	wd := d.Time().Weekday()
	return wd != 0 && wd != 6
}

// WorkingDays counts the working days after the first date up to and including the second.
func (c Calendar) WorkingDays(after, until Date) int {
	n := 0
	for d := after.AddDays(1); d != "" && d <= until; d = d.AddDays(1) {
		if c.Works(d) {
			n++
		}
	}
	return n
}

// LastWorking gives the last working day not later than the date.
func (c Calendar) LastWorking(d Date) Date {
	for range 40 {
		if c.Works(d) {
			return d
		}
		d = d.AddDays(-1)
	}
	return d
}

// Left is how much time a deadline leaves (còn … ngày làm việc).
type Left struct {
	Days    int    // working days from today to the last one, both included; 0 when none is left
	Last    Date   // the last working day on which the deadline can be met
	Early   bool   // Last lies before the day on which the deadline ends
	Holiday string // the first holiday between today and the deadline, empty without one
	Past    bool   // the deadline has passed
	Late    int    // working days since a deadline that has passed, today included
	Plain   int    // days of the calendar from today to the deadline; negative when it has passed
	Unknown int    // the first year in between whose holidays are not loaded: working days cannot be told; 0 when all are
}

// Left counts what is left from today until a deadline whose last day is given, that day included; the zero value for an unknown day.
func (c Calendar) Left(today, last Date) Left {
	if !last.Valid() || !today.Valid() {
		return Left{}
	}
	l := Left{Last: c.LastWorking(last), Past: last < today}
	l.Early, l.Plain, l.Late = l.Last != last, today.DaysUntil(last), c.WorkingDays(last, today)
	for y := min(today, last).Year(); y <= max(today, last).Year() && l.Unknown == 0; y++ {
		if !c.Knows(y) {
			l.Unknown = y
		}
	}
	l.Days = c.WorkingDays(today.AddDays(-1), last)
	for d := today; d <= last && l.Holiday == ""; d = d.AddDays(1) {
		if k, ok := c[d]; ok && k.Free {
			l.Holiday = k.Name
		}
	}
	return l
}

// LastDay gives the last day on which a deadline can be met: "trước ngày" excludes the day itself.
func LastDay(due Date, inclusive bool) Date {
	if due == "" || inclusive {
		return due
	}
	return due.AddDays(-1)
}

// In gives the date of the deadline for the round of a year; empty when it is only a reference or a single date of another year.
func (d Deadline) In(year int) Date {
	if d.Date != "" {
		if d.Date.Year() == year {
			return d.Date
		}
		return ""
	}
	month, day, ok := strings.Cut(d.Day, "-")
	if !ok {
		return ""
	}
	m, _ := strconv.Atoi(month)
	n, _ := strconv.Atoi(day)
	if d.NextYear {
		year++
	}
	return NewDate(year, m, n)
}

// DeadlineIn finds the deadline of a kind for a year: a single date of that year wins over the yearly day ("riêng năm 2021").
func (d Definition) DeadlineIn(what DeadlineKind, year int) (Deadline, Date) {
	var yearly Deadline
	var on Date
	for _, r := range d.Deadlines {
		if r.What != what {
			continue
		}
		date := r.In(year)
		if r.Date != "" && date != "" {
			return r, date
		}
		if on == "" && (date != "" || r.Reference != "") {
			yearly, on = r, date
		}
	}
	return yearly, on
}
