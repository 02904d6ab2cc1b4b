package testkit

import (
	"sync"
	"time"

	"thidua"
)

// Clock is a clock that stands still until it is set; safe for concurrent use.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// NewClock gives a clock that stands at the start of a day in Vietnam.
func NewClock(day thidua.Date) *Clock { return &Clock{now: day.Time()} }

// Now gives the time of the clock.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Set moves the clock to an instant.
func (c *Clock) Set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = t
}

// Add moves the clock on.
func (c *Clock) Add(d time.Duration) { c.Set(c.Now().Add(d)) }
