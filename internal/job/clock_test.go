package job_test

import (
	"testing"
	"time"

	"thidua/internal/job"
)

// TestCase59ClockThatIsSetIsNoticed lets the clock of a machine run true, go back by an hour, run true again and go on by a day.
func TestCase59ClockThatIsSetIsNoticed(t *testing.T) {
	var c job.Clock
	for i, step := range []struct{ clock, passed, by time.Duration }{
		{2 * time.Second, 2 * time.Second, 0},
		{4 * time.Second, 4 * time.Second, 0},
		{6*time.Second - time.Hour, 6 * time.Second, -time.Hour},
		{8*time.Second - time.Hour, 8 * time.Second, 0},
		{10*time.Second + 23*time.Hour, 10 * time.Second, 24 * time.Hour},
	} {
		if by := c.Look(step.clock, step.passed); by != step.by {
			t.Errorf("look %d: set by %v, want %v", i, by, step.by)
		}
	}
}
