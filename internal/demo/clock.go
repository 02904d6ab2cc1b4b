package demo

import (
	"sync"
	"time"

	"thidua"
)

// Clock is the clock of the sample season: it is set to a moment, and runs on from there once it is started.
type Clock struct {
	mu      sync.Mutex
	at      time.Time
	started time.Time // of the real clock; zero while it stands still
}

// Now gives the moment of the season.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.started.IsZero() {
		return c.at
	}
	return c.at.Add(time.Since(c.started))
}

// Set moves the clock to a moment, at which it stands still.
func (c *Clock) Set(at time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at, c.started = at, time.Time{}
}

// Start lets the clock run on, as if it had run since a moment of the real clock.
func (c *Clock) Start(since time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.started = since
}

// moment is a time of a day of the season.
func moment(d thidua.Date, hour, minute int) time.Time {
	return d.Time().Add(time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute)
}

// minutesAfter spreads acts over a working day.
func minutesAfter(at time.Time, n int) time.Time { return at.Add(time.Duration(n) * time.Minute) }
