package job_test

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"thidua/internal/audit"
	"thidua/internal/job"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

var ctx = context.Background()

type desk struct {
	db     *store.DB
	key    *audit.Key
	clock  *testkit.Clock
	tenant string
}

func open(t *testing.T) desk {
	t.Helper()
	clock := testkit.NewClock("2025-01-14")
	db := testkit.Open(t, func(c *store.Config) { c.Wall = clock.Now })
	key, err := audit.LoadKey(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return desk{db, key, clock, testkit.Agency(t, db).ID}
}

func (d desk) worker(handlers map[string]job.Handler) *job.Worker {
	return job.New(d.db, d.key, slog.New(slog.DiscardHandler), handlers)
}

func (d desk) enqueue(t *testing.T, fail error, bodies ...string) {
	t.Helper()
	act := store.Act{Tenant: d.tenant, Actor: "a", Verb: "test.enqueue"}
	err := d.db.Write(ctx, &act, func(tx *store.Tx) error {
		for _, b := range bodies {
			if err := tx.Enqueue("mail", b, tx.Wall); err != nil {
				return err
			}
		}
		return fail
	})
	if !errors.Is(err, fail) {
		t.Fatal(err)
	}
}

func round(t *testing.T, w *job.Worker) {
	t.Helper()
	if err := w.Round(ctx, false); err != nil {
		t.Fatal(err)
	}
}

func TestJobExistsOnlyIfItsTransactionDoes(t *testing.T) {
	d := open(t)
	var got []string
	w := d.worker(map[string]job.Handler{"mail": func(_ context.Context, j store.Job) error { got = append(got, j.Body); return nil }})
	d.enqueue(t, errors.New("rolled back"), "never")
	d.enqueue(t, nil, "once")
	round(t, w)
	round(t, w)
	if len(got) != 1 || got[0] != "once" {
		t.Errorf("did %v", got)
	}
}

func TestFailedJobComesBackLater(t *testing.T) {
	d := open(t)
	var attempts []int
	w := d.worker(map[string]job.Handler{"mail": func(_ context.Context, j store.Job) error {
		if attempts = append(attempts, j.Attempt); j.Attempt == 1 {
			return errors.New("the server is down")
		}
		if j.Attempt == 2 {
			panic("worse")
		}
		return nil
	}})
	d.enqueue(t, nil, "x")
	round(t, w)
	round(t, w)
	if len(attempts) != 1 {
		t.Fatalf("attempts %v before the wait was over", attempts)
	}
	for range 3 {
		d.clock.Add(2 * time.Minute)
		round(t, w)
	}
	if len(attempts) != 3 {
		t.Errorf("attempts %v", attempts)
	}
}

func TestTwoWorkersShareTheWork(t *testing.T) {
	d := open(t)
	var bodies []string
	for i := range 60 {
		bodies = append(bodies, string(rune('a'+i)))
	}
	d.enqueue(t, nil, bodies...)
	var done atomic.Int64
	handlers := map[string]job.Handler{"mail": func(context.Context, store.Job) error { done.Add(1); return nil }}
	var wg sync.WaitGroup
	failed := make(chan error, 2)
	for range 2 {
		w := d.worker(handlers)
		wg.Go(func() { failed <- w.Round(ctx, false) })
	}
	wg.Wait()
	close(failed)
	for err := range failed {
		if err != nil {
			t.Error(err)
		}
	}
	if done.Load() != 60 {
		t.Errorf("60 jobs were done %d times", done.Load())
	}
}

func TestJobOfADeadWorkerIsDoneByAnother(t *testing.T) {
	d := open(t)
	d.enqueue(t, nil, "x")
	claim := func() (n int) {
		if err := d.db.WriteUpkeep(ctx, func(tx *store.Tx) error {
			jobs, err := tx.ClaimJobs("dead", 5, time.Minute)
			n = len(jobs)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		return n
	}
	if claim() != 1 || claim() != 0 {
		t.Fatal("the first worker did not hold the job alone")
	}
	done := 0
	w := d.worker(map[string]job.Handler{"mail": func(context.Context, store.Job) error { done++; return nil }})
	round(t, w)
	if done != 0 {
		t.Error("a held job was taken")
	}
	d.clock.Add(time.Minute)
	round(t, w)
	if done != 1 {
		t.Errorf("done %d times after the lease ended", done)
	}
}

func TestStopGivesTheLogItsLeavesAndSeal(t *testing.T) {
	d := open(t)
	stop, cancel := context.WithCancel(ctx)
	w := d.worker(nil)
	ended := make(chan struct{})
	go func() { w.Run(stop, time.Hour); close(ended) }()
	cancel()
	<-ended
	var reports []audit.Report
	err := d.db.Book(ctx, func(b audit.Book) (err error) { reports, err = audit.Verify(b, d.key); return err })
	if err != nil || len(reports) != 1 || reports[0].Waiting != 0 || reports[0].Size == 0 || reports[0].Flaw != audit.FlawNone {
		t.Fatalf("%+v, %v", reports, err)
	}
	if testkit.Engine() == "sqlite" && reports[0].Anchored != reports[0].Size {
		t.Errorf("not sealed: %+v", reports[0])
	}
	free := false
	if err := d.db.WriteUpkeep(ctx, func(tx *store.Tx) (err error) { free, err = tx.Lease("log", "next", time.Minute); return err }); err != nil || !free {
		t.Errorf("the lease was kept: %v", err)
	}
}
