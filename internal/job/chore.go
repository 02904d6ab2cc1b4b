package job

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// chore is work that comes back by the clock; one program at a time does it.
type chore struct {
	name  string
	every time.Duration
	do    func(ctx context.Context) error
	done  time.Time
}

// Also gives the worker a chore that it does at once and then every so often, under a lease of its name.
func (w *Worker) Also(name string, every time.Duration, do func(ctx context.Context) error) {
	w.chores = append(w.chores, &chore{name: name, every: every, do: do})
}

func (w *Worker) chore(ctx context.Context) (err error) {
	for _, c := range w.chores {
		if w.db.Wall().Sub(c.done) < c.every {
			continue
		}
		held, failed := w.lease(ctx, c.name)
		if failed == nil && held {
			failed = c.do(ctx)
		}
		if failed != nil {
			err = errors.Join(err, fmt.Errorf("%s: %w", c.name, failed))
			continue
		}
		c.done = w.db.Wall()
	}
	return err
}
