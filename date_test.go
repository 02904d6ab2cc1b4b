package thidua

import (
	"testing"
	"time"
)

// TestADayIsThatOfVietnamWhateverTheMachine looks at the last and the first instant of a day on machines that keep other hours.
func TestADayIsThatOfVietnamWhateverTheMachine(t *testing.T) {
	own := time.Local
	t.Cleanup(func() { time.Local = own })
	for _, hours := range []int{-11, 0, 7, 13} {
		time.Local = time.FixedZone("machine", hours*60*60)
		last := time.Date(2025, 1, 19, 16, 59, 59, 999_999_999, time.UTC).In(time.Local)
		if got := DateOf(last); got != "2025-01-19" {
			t.Errorf("at UTC%+d the end of the day is of %s", hours, got)
		}
		if got := DateOf(last.Add(time.Nanosecond)); got != "2025-01-20" {
			t.Errorf("at UTC%+d midnight is of %s", hours, got)
		}
	}
}
