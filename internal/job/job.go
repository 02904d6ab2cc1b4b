// Package job does what waits: the work left in the outbox, and the upkeep of the log. Several programs on the same data share it by
// leases, so that nothing is done twice at the same time and nothing is lost with a program that dies.
package job

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"thidua/internal/audit"
	"thidua/internal/store"
)

const (
	claim      = 10
	leaseLife  = 2 * time.Minute // longer than any handler may take
	handleMax  = time.Minute
	sealEvery  = 10 * time.Minute
	sweepEvery = time.Hour
	doneLife   = 7 * 24 * time.Hour
	retryMost  = 6 * time.Hour
	calmTries  = 24 * time.Hour
)

// Handler does one job; it may be called again for a job that it had done when the program died.
type Handler func(ctx context.Context, j store.Job) error

// Worker does the waiting work of one program.
type Worker struct {
	db       *store.DB
	key      *audit.Key
	log      *slog.Logger
	holder   string
	handlers map[string]Handler
	swept    time.Time
	sealed   time.Time
	chores   []*chore
}

// New makes a worker; handlers tell what to do with each kind of job.
func New(db *store.DB, key *audit.Key, log *slog.Logger, handlers map[string]Handler) *Worker {
	return &Worker{db: db, key: key, log: log, holder: store.NewID(), handlers: handlers}
}

// Run does rounds until the context ends, then one last one, so that what was written before the end has its leaf.
func (w *Worker) Run(ctx context.Context, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			last, cancel := context.WithTimeout(context.WithoutCancel(ctx), handleMax)
			defer cancel()
			w.report(errors.Join(w.Round(last, true), w.giveBack(last)))
			return
		case <-tick.C:
		}
		w.report(w.Round(ctx, false))
	}
}

func (w *Worker) report(err error) {
	if err != nil && !errors.Is(err, context.Canceled) {
		w.log.Error("upkeep", "error", err)
	}
}

// Round does everything that is due once; seal asks for checkpoints before their time.
func (w *Worker) Round(ctx context.Context, seal bool) error {
	return errors.Join(w.keepLog(ctx, seal), w.sweep(ctx), w.chore(ctx), w.work(ctx))
}
