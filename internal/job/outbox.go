package job

import (
	"context"
	"fmt"
	"time"

	"thidua/internal/store"
)

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
