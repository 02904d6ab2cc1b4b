package store_test

import (
	"fmt"
	"os"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"thidua/internal/audit"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// TestCase77NothingIsLostWhenTheDatabaseFailsOver kills the first of two PostgreSQL servers while twenty writers write and two sequencers work, and makes
// the second one the first: what was acknowledged has its one place, and the log has grown out of the checkpoint that was signed before. Two
// servers take longer to start than a test may, so it runs where THIDUA_FAILOVER says how many events are written.
func TestCase77NothingIsLostWhenTheDatabaseFailsOver(t *testing.T) {
	total, err := strconv.Atoi(os.Getenv("THIDUA_FAILOVER"))
	if err != nil {
		return
	}
	pair := testkit.OpenPair(t)
	db, err := store.Open(ctx, store.Config{Dir: t.TempDir(), URL: pair.URL})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	tenant := testkit.Agency(t, db).ID
	key, err := audit.LoadKey(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	var acknowledged sync.Map
	var so atomic.Int64
	underWay := make(chan struct{}) // closed when the writers of the second half are at work
	var writers, sequencers sync.WaitGroup
	done := make(chan struct{})
	for range 2 {
		sequencers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
					_, _ = db.Sequence(ctx, 50) // fails while no server answers
				}
			}
		})
	}
	write := func(from, until int) {
		for w := range 20 {
			writers.Go(func() {
				for i := from + w; i < until; i += 20 {
					for try := 0; try < 600; try++ { // another act each time: an answer that got lost may have been a commit
						verb := fmt.Sprintf("act-%d-%d", i, try)
						if db.Write(ctx, act(tenant, verb), func(*store.Tx) error { return nil }) == nil {
							acknowledged.Store(verb, true)
							if so.Add(1) == int64(total/2+total/10) {
								close(underWay)
							}
							break
						}
						<-time.After(50 * time.Millisecond)
					}
				}
			})
		}
	}
	write(0, total/2)
	writers.Wait()
	if _, err := audit.Sequence(ctx, db); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Seal(ctx, key); err != nil {
		t.Fatal(err)
	}
	var before string
	if err := db.Read(ctx, tenant, func(tx *store.Tx) (err error) { before, err = tx.LastCheckpoint(); return err }); err != nil {
		t.Fatal(err)
	}
	write(total/2, total)
	<-underWay
	began := time.Now()
	pair.FailOver(t)
	t.Logf("the second server took over within %s", time.Since(began).Round(time.Millisecond))
	writers.Wait()
	close(done)
	sequencers.Wait()
	if _, err := audit.Sequence(ctx, db); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Seal(ctx, key); err != nil {
		t.Fatal(err)
	}
	counted := 0
	acknowledged.Range(func(verb, _ any) bool {
		if counted++; count(t, db, `SELECT COUNT(*) FROM event e JOIN leaf l ON l.tenant_id = e.tenant_id AND l.event_id = e.id WHERE e.verb = $1`, verb) != 1 {
			t.Errorf("%s was acknowledged and has not its one place", verb)
		}
		return true
	})
	events, leaves, last := count(t, db, `SELECT COUNT(*) FROM event`), count(t, db, `SELECT COUNT(DISTINCT event_id) FROM leaf`), count(t, db, `SELECT MAX(seq) FROM leaf`)
	t.Logf("%d acknowledged, %d events, %d leaves", counted, events, leaves)
	if counted != total || leaves != events || last != events-1 {
		t.Errorf("%d of %d acknowledged; %d events, %d leaves up to %d", counted, total, events, leaves, last)
	}
	var reports []audit.Report
	if err := db.Book(ctx, func(b audit.Book) (err error) { reports, err = audit.Verify(b, key, before); return err }); err != nil {
		t.Fatal(err)
	}
	if len(reports) != 1 || reports[0].Flaw != audit.FlawNone || reports[0].Size != events || reports[0].Waiting != 0 {
		t.Errorf("reports %+v", reports)
	}
}
