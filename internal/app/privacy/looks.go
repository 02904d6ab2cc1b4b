package privacy

import (
	"sync"

	"thidua"
)

// mostLooks bounds what is remembered; beyond it the log is asked again.
const mostLooks = 100_000

// Looks remembers which looks of the day the log has, so that it is not asked at every page; the zero value remembers nothing.
type Looks struct {
	mu  sync.Mutex
	day thidua.Date
	had map[[2]string]bool
}

// Had tells whether the look of an account at an object is known to stand in the log of the day.
func (l *Looks) Had(day thidua.Date, account, object string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.day == day && l.had[[2]string{account, object}]
}

// Keep remembers a look that stands in the log of the day.
func (l *Looks) Keep(day thidua.Date, account, object string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.day != day || len(l.had) >= mostLooks {
		l.day, l.had = day, map[[2]string]bool{}
	}
	l.had[[2]string{account, object}] = true
}
