package main

import (
	"runtime"
	"slices"
	"time"
)

// cost is what one piece of work takes.
type cost struct {
	p50    time.Duration
	allocs uint64
	bytes  uint64
}

// measure runs the pieces of work in turn, so that a disturbance of the machine meets all of them, and counts what each allocates.
func measure(rounds int, works ...func() error) ([]cost, error) {
	out, times := make([]cost, len(works)), make([][]time.Duration, len(works))
	for round := range rounds + rounds/10 {
		for i, work := range works {
			begin := time.Now()
			if err := work(); err != nil {
				return nil, err
			}
			if round >= rounds/10 { // the first tenth warms the caches
				times[i] = append(times[i], time.Since(begin))
			}
		}
	}
	for i, work := range works {
		slices.Sort(times[i])
		out[i].p50 = times[i][len(times[i])/2]
		if err := out[i].count(rounds/10+1, work); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// count notes what one run allocates, over some runs.
func (c *cost) count(runs int, work func() error) error {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range runs {
		if err := work(); err != nil {
			return err
		}
	}
	runtime.ReadMemStats(&after)
	c.allocs, c.bytes = (after.Mallocs-before.Mallocs)/uint64(runs), (after.TotalAlloc-before.TotalAlloc)/uint64(runs)
	return nil
}
