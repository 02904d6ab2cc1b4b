package job

import "time"

// Clock holds what the clock of the machine says against the time that has really passed.
type Clock struct{ off time.Duration }

// Look takes the time since the beginning by the clock and in truth, and gives by how much the clock was set since the last look, backwards when
// below zero.
func (c *Clock) Look(clock, passed time.Duration) time.Duration {
	before := c.off
	c.off = clock - passed
	return c.off - before
}
