package job

import (
	"context"
	"errors"
	"fmt"

	"thidua/internal/audit"
	"thidua/internal/store"
)

func (w *Worker) lease(ctx context.Context, name string) (held bool, err error) {
	err = w.db.WriteUpkeep(ctx, func(tx *store.Tx) (err error) {
		held, err = tx.Lease(name, w.holder, leaseLife)
		return err
	})
	return held, err
}

func (w *Worker) giveBack(ctx context.Context) error {
	return w.db.WriteUpkeep(ctx, func(tx *store.Tx) error {
		err := errors.Join(tx.Unlease("log", w.holder), tx.Unlease("sweep", w.holder))
		for _, c := range w.chores {
			err = errors.Join(err, tx.Unlease(c.name, w.holder))
		}
		return err
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
		return errors.Join(tx.SweepSessions(), tx.SweepTries(calmTries), tx.SweepAnswers(), tx.SweepJobs(doneLife), tx.SweepLinks())
	})
	if err == nil {
		w.swept = w.db.Wall()
	}
	return err
}
