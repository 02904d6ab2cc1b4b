// Package job does what waits: the work left in the outbox, and the upkeep of the log. Several programs on the same data share it by
// leases, so that nothing is done twice at the same time and nothing is lost with a program that dies.
package job

import (
	"context"
	"errors"
	"fmt"
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
	nudge    chan struct{}
	swept    time.Time
	sealed   time.Time
}

// New makes a worker; handlers tell what to do with each kind of job.
func New(db *store.DB, key *audit.Key, log *slog.Logger, handlers map[string]Handler) *Worker {
	return &Worker{db: db, key: key, log: log, holder: store.NewID(), handlers: handlers, nudge: make(chan struct{}, 1)}
}

// Nudge asks for a round at once, with a checkpoint: after a decision, a closing or an opening.
func (w *Worker) Nudge() {
	select {
	case w.nudge <- struct{}{}:
	default:
	}
}

// Run does rounds until the context ends, then one last one, so that what was written before the end has its leaf.
func (w *Worker) Run(ctx context.Context, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		seal := false
		select {
		case <-ctx.Done():
			last, cancel := context.WithTimeout(context.WithoutCancel(ctx), handleMax)
			defer cancel()
			w.report(errors.Join(w.Round(last, true), w.giveBack(last)))
			return
		case <-w.nudge:
			seal = true
		case <-tick.C:
		}
		w.report(w.Round(ctx, seal))
	}
}

func (w *Worker) report(err error) {
	if err != nil && !errors.Is(err, context.Canceled) {
		w.log.Error("upkeep", "error", err)
	}
}

// Round does everything that is due once; seal asks for checkpoints before their time.
func (w *Worker) Round(ctx context.Context, seal bool) error {
	return errors.Join(w.keepLog(ctx, seal), w.sweep(ctx), w.work(ctx))
}

func (w *Worker) lease(ctx context.Context, name string) (held bool, err error) {
	err = w.db.WriteUpkeep(ctx, func(tx *store.Tx) (err error) {
		held, err = tx.Lease(name, w.holder, leaseLife)
		return err
	})
	return held, err
}

func (w *Worker) giveBack(ctx context.Context) error {
	return w.db.WriteUpkeep(ctx, func(tx *store.Tx) error {
		return errors.Join(tx.Unlease("log", w.holder), tx.Unlease("sweep", w.holder))
	})
}

// keepLog gives new events their leaves, and signs the trees when it is time. A round without events writes nothing but its lease.
func (w *Worker) keepLog(ctx context.Context, seal bool) error {
	held, err := w.lease(ctx, "log")
	if err != nil || !held {
		return err
	}
	if _, err := audit.Sequence(ctx, w.db); err != nil {
		return err
	}
	if !seal && w.db.Wall().Sub(w.sealed) < sealEvery {
		return nil
	}
	if _, err := w.db.Seal(ctx, w.key); err != nil {
		return fmt.Errorf("seal: %w", err)
	}
	w.sealed = w.db.Wall()
	return nil
}

// sweep removes what has outlived its use.
func (w *Worker) sweep(ctx context.Context) error {
	if w.db.Wall().Sub(w.swept) < sweepEvery {
		return nil
	}
	held, err := w.lease(ctx, "sweep")
	if err != nil || !held {
		return err
	}
	err = w.db.WriteUpkeep(ctx, func(tx *store.Tx) error {
		return errors.Join(tx.SweepSessions(), tx.SweepTries(calmTries), tx.SweepAnswers(), tx.SweepJobs(doneLife))
	})
	if err == nil {
		w.swept = w.db.Wall()
	}
	return err
}

// work does the jobs that are due, each in its own time; one that fails comes back later and later.
func (w *Worker) work(ctx context.Context) error {
	if len(w.handlers) == 0 {
		return nil
	}
	for {
		var jobs []store.Job
		err := w.db.WriteUpkeep(ctx, func(tx *store.Tx) (err error) {
			jobs, err = tx.ClaimJobs(w.holder, claim, claim*handleMax)
			return err
		})
		if err != nil || len(jobs) == 0 {
			return err
		}
		for _, j := range jobs {
			if err := w.do(ctx, j); err != nil {
				return err
			}
		}
	}
}

func (w *Worker) do(ctx context.Context, j store.Job) error {
	failed := w.handle(ctx, j)
	if failed != nil {
		w.log.Warn("job failed", "kind", j.Kind, "id", j.ID, "attempt", j.Attempt, "error", failed)
	}
	return w.db.WriteUpkeep(context.WithoutCancel(ctx), func(tx *store.Tx) error {
		if failed != nil {
			return tx.DelayJob(j.ID, w.holder, failed.Error(), tx.Wall.Add(pause(j.Attempt)))
		}
		return tx.FinishJob(j.ID, w.holder)
	})
}

func (w *Worker) handle(ctx context.Context, j store.Job) (err error) {
	h, ok := w.handlers[j.Kind]
	if !ok {
		return fmt.Errorf("no handler for %s", j.Kind)
	}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	ctx, cancel := context.WithTimeout(ctx, handleMax)
	defer cancel()
	return h(ctx, j)
}

// pause is the wait after a number of attempts: one minute, doubling, six hours at most.
func pause(attempt int) time.Duration {
	if attempt > 9 {
		return retryMost
	}
	return min(retryMost, time.Minute<<max(attempt-1, 0))
}
