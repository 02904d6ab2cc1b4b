package main

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5/pgconn"

	"thidua/internal/audit"
	"thidua/internal/store"
)

// The bare insert and the act of the store write the same row: the key of a form that was sent.
const bareInsert = `INSERT INTO idempotency (tenant_id, account_id, idem_key, body_hash, answer, made_at) VALUES ($1, $2, $3, $4, $5, $6)`

// bareWrite is one transaction with the one row, under the isolation of the store.
func (l *measuredLog) bareWrite(ctx context.Context) error {
	for {
		tx, err := l.bare.BeginTx(ctx, l.isolation())
		if err != nil {
			return err
		}
		if _, err = tx.ExecContext(ctx, bareInsert, l.tenant, "bench", store.NewID(), "hash", "", time.Now().UnixMicro()); err == nil {
			err = tx.Commit()
		}
		var e *pgconn.PgError
		if err == nil || !errors.As(err, &e) || e.Code != "40001" {
			return errors.Join(err, rolled(tx.Rollback()))
		}
		_ = tx.Rollback()
	}
}

func (l *measuredLog) isolation() *sql.TxOptions {
	if l.engine == "PostgreSQL" {
		return &sql.TxOptions{Isolation: sql.LevelSerializable}
	}
	return nil
}

func rolled(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}

// loggedWrite is the same row as an act of the program, with its event.
func (l *measuredLog) loggedWrite(ctx context.Context) error {
	a := store.Act{Tenant: l.tenant, Actor: "account:bench", ActorName: "Nguyễn Văn Mẫu", Verb: "gui", Object: "registration:1", ObjectName: "Đăng ký của Phòng Mẫu",
		From: "192.0.2.1", Before: map[string]string{"State": "registration.draft"}, After: map[string]string{"State": "registration.sent"}}
	return l.db.Write(ctx, &a, func(tx *store.Tx) error {
		return tx.Claim(store.Attempt{Tenant: l.tenant, Account: "bench", Key: store.NewID(), Body: "hash"})
	})
}

// measureWrites sets one write with its event beside the bare insert of the same row, in turn.
func (l *measuredLog) measureWrites(ctx context.Context, rounds int) (t table, err error) {
	t.head = []string{"One write", "bare p50 ms", "with its event p50 ms", "ratio"}
	both, err := measure(rounds*5, func() error { return l.bareWrite(ctx) }, func() error { return l.loggedWrite(ctx) })
	if err != nil {
		return t, err
	}
	t.add(l.engine, ms(both[0].p50), ms(both[1].p50), ratio(both[1].p50, both[0].p50))
	return t, nil
}

// writersAtOnce is how many write at a time, as on the last day of a round.
const writersAtOnce = 50

// unloggedWrite is the same row through the store, without an event.
func (l *measuredLog) unloggedWrite(ctx context.Context) error {
	return l.db.WriteUpkeep(ctx, func(tx *store.Tx) error {
		return tx.Claim(store.Attempt{Tenant: l.tenant, Account: "bench", Key: store.NewID(), Body: "hash"})
	})
}

// measureWriters lets fifty write at once: a bare program, the store without the log, and with it, in turn, the sequencer working beside them as
// in the program. What counts is the middle one of the turns, each beside its own others: other work of the machine comes and goes.
func (l *measuredLog) measureWriters(ctx context.Context, rounds int) (t table, err error) {
	t.head = []string{"Fifty writers", "bare a s", "with log a s", "kept %", "store without log a s", "kept of that %"}
	const turns = 5
	var bare, logged, plain, kept, keptPlain []float64
	for range turns {
		b, err := throughput(ctx, rounds*50, l.bareWrite)
		if err != nil {
			return t, err
		}
		p, err := throughput(ctx, rounds*50, l.unloggedWrite)
		if err != nil {
			return t, err
		}
		stop := l.sequencing(ctx)
		w, err := throughput(ctx, rounds*50, l.loggedWrite)
		if err = errors.Join(err, stop()); err != nil {
			return t, err
		}
		bare, logged, plain = append(bare, b), append(logged, w), append(plain, p)
		kept, keptPlain = append(kept, 100*w/b), append(keptPlain, 100*w/p)
	}
	t.add(l.engine, rounded(middle(bare)), rounded(middle(logged)), rounded(middle(kept)), rounded(middle(plain)), rounded(middle(keptPlain)))
	return t, nil
}

func middle(all []float64) float64 {
	slices.Sort(all)
	return all[len(all)/2]
}

func rounded(f float64) string { return strconv.FormatFloat(f, 'f', 0, 64) }

// throughput gives the writes of a second while fifty share n of them.
func throughput(ctx context.Context, n int, write func(context.Context) error) (float64, error) {
	var left atomic.Int64
	left.Store(int64(n))
	failed := make([]error, writersAtOnce)
	var all sync.WaitGroup
	begin := time.Now()
	for i := range writersAtOnce {
		all.Go(func() {
			for failed[i] == nil && left.Add(-1) >= 0 {
				failed[i] = write(ctx)
			}
		})
	}
	all.Wait()
	return float64(n) / time.Since(begin).Seconds(), errors.Join(failed...)
}

// sequencing places events every two seconds, as the worker of the program does.
func (l *measuredLog) sequencing(ctx context.Context) (stop func() error) {
	end, done := make(chan struct{}), make(chan error)
	go func() {
		tick := time.NewTicker(2 * time.Second)
		defer tick.Stop()
		for {
			select {
			case <-end:
				done <- nil
				return
			case <-tick.C:
			}
			if _, err := audit.Sequence(ctx, l.db); err != nil {
				done <- err
				return
			}
		}
	}()
	return func() error { close(end); return <-done }
}
