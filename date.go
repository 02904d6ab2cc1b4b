package thidua

import (
	"fmt"
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

// DaysUntil counts the days from d to e; negative when e is earlier, 0 when either is unknown.
func (d Date) DaysUntil(e Date) int {
	if !d.Valid() || !e.Valid() {
		return 0
	}
	return int(e.Time().Sub(d.Time()).Hours() / 24)
}
