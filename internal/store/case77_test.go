package store_test

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"sync"
	"testing"
	"time"

	"thidua/internal/audit"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// TestCase77EveryEventHasOnePlace lets fifty writers append over two programs on the same data while two sequencers work and one of them is killed
// in the middle of its batches; THIDUA_EVENTS makes it large. The embedded database has one program, so there the second handle is the first.
func TestCase77EveryEventHasOnePlace(t *testing.T) {
	total := 200
	if n, err := strconv.Atoi(os.Getenv("THIDUA_EVENTS")); err == nil {
		total = n
	}
	c := testkit.Config(t)
	first, err := store.Open(ctx, c)
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close()
	second := first
	if c.URL != "" {
		if second, err = store.Open(ctx, c); err != nil {
			t.Fatal(err)
		}
		defer second.Close()
	}
	tenant := testkit.Agency(t, first).ID
	key, err := audit.LoadKey(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	writing, end := context.WithCancel(ctx)
	var sequencers, writers sync.WaitGroup
	for _, db := range []*store.DB{first, second} {
		sequencers.Go(func() {
			for writing.Err() == nil {
				batch, kill := context.WithTimeout(ctx, 3*time.Millisecond)
				_, _ = db.Sequence(batch, 7) // dies in the middle of a batch more often than not
				kill()
				_, _ = db.Sequence(ctx, 7) // one of two at once may be told apart by the unique place
			}
		})
	}
	for w := range 50 {
		db := []*store.DB{first, second}[w%2]
		writers.Go(func() {
			for i := w; i < total; i += 50 {
				if err := db.Write(ctx, act(tenant, fmt.Sprint("act-", i)), func(*store.Tx) error { return nil }); err != nil {
					t.Error(err)
				}
			}
		})
	}
	writers.Wait()
	end()
	sequencers.Wait()
	if _, err := audit.Sequence(ctx, first); err != nil {
		t.Fatal(err)
	}
	events, leaves := count(t, first, `SELECT COUNT(*) FROM event`), count(t, first, `SELECT COUNT(*) FROM leaf`)
	last, distinct := count(t, first, `SELECT MAX(seq) FROM leaf`), count(t, first, `SELECT COUNT(DISTINCT event_id) FROM leaf`)
	if events != int64(total)+1 || leaves != events || last != events-1 || distinct != events {
		t.Errorf("%d events, %d leaves up to %d, %d events placed", events, leaves, last, distinct)
	}
	if _, err := first.Seal(ctx, key); err != nil {
		t.Fatal(err)
	}
	var reports []audit.Report
	if err := first.Book(ctx, func(b audit.Book) (err error) { reports, err = audit.Verify(b, key); return err }); err != nil {
		t.Fatal(err)
	}
	if len(reports) != 1 || reports[0].Flaw != audit.FlawNone || reports[0].Size != events || reports[0].Waiting != 0 || reports[0].Late != 0 {
		t.Errorf("reports %+v", reports)
	}
}
