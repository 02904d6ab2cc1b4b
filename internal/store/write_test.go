package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

var ctx = context.Background()

func act(tenant, verb string) *store.Act {
	return &store.Act{Tenant: tenant, Actor: "account-1", ActorName: "Nguyễn Văn Mẫu", Verb: verb, Object: "agency:" + tenant, From: "192.0.2.1"}
}

func count(t *testing.T, db *store.DB, query string, args ...any) int64 {
	t.Helper()
	var n int64
	if err := db.Read(ctx, "", func(tx *store.Tx) (err error) {
		n, err = store.Number(tx, query, args...)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return n
}

func refusal(t *testing.T, err error, kind thidua.Kind, code thidua.Code) {
	t.Helper()
	var e *thidua.Error
	if !errors.As(err, &e) || e.Kind != kind || e.Code != code {
		t.Errorf("got %v, want a refusal %q of kind %d", err, code, kind)
	}
}

func TestWriteLeavesOneEventWithItsDetail(t *testing.T) {
	db := testkit.Open(t)
	a := testkit.Agency(t, db)
	write := act(a.ID, "agency.rename")
	write.Reason = "đổi tên theo quyết định"
	err := db.Write(ctx, write, func(tx *store.Tx) error {
		write.Before = a
		a.Name = "Thanh tra tỉnh Mẫu Mới"
		write.After = a
		return tx.UpdateAgency(a)
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []store.EventRow
	if err := db.Read(ctx, a.ID, func(tx *store.Tx) (err error) {
		got, err = tx.Events(store.EventFilter{Verb: "agency.rename"})
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if len(got) != 1 {
		t.Fatalf("%d events", len(got))
	}
	e := got[0]
	if e.Actor != "account-1" || e.Detail == nil || e.Detail.ActorName != "Nguyễn Văn Mẫu" || e.Detail.Reason != write.Reason ||
		e.Detail.Before == e.Detail.After || e.BeforeHash == e.AfterHash || !e.Keeps() {
		t.Errorf("event %+v, detail %+v", e, e.Detail)
	}
}

func TestFailedWriteLeavesNeitherRowNorEvent(t *testing.T) {
	db := testkit.Open(t)
	a := testkit.Agency(t, db)
	events := count(t, db, `SELECT COUNT(*) FROM event`)
	wrong := errors.New("the rule said no")
	err := db.Write(ctx, act(a.ID, "agency.rename"), func(tx *store.Tx) error {
		a.Name = "Không được ghi"
		if err := tx.UpdateAgency(a); err != nil {
			return err
		}
		return wrong
	})
	if !errors.Is(err, wrong) {
		t.Errorf("error %v", err)
	}
	if n := count(t, db, `SELECT COUNT(*) FROM tenant WHERE name = $1`, "Không được ghi"); n != 0 {
		t.Error("the row was kept")
	}
	if n := count(t, db, `SELECT COUNT(*) FROM event`); n != events {
		t.Errorf("%d events, had %d", n, events)
	}
}

func TestCase75WriteWhoseEventFailsLeavesNoRow(t *testing.T) {
	db := testkit.Open(t)
	a := testkit.Agency(t, db)
	if _, err := store.Raw(db).Exec(`ALTER TABLE event_detail RENAME TO event_detail_gone`); err != nil {
		t.Fatal(err)
	}
	err := db.Write(ctx, act(a.ID, "agency.rename"), func(tx *store.Tx) error {
		a.Name = "Không được ghi"
		return tx.UpdateAgency(a)
	})
	if err == nil {
		t.Error("a write without its event succeeded")
	}
	if n := count(t, db, `SELECT COUNT(*) FROM tenant WHERE name = $1`, "Không được ghi"); n != 0 {
		t.Error("the row was kept without its event")
	}
}

func TestWriteWithoutActorOrVerbIsRefused(t *testing.T) {
	db := testkit.Open(t)
	for name, change := range map[string]func(*store.Act){
		"tenant": func(a *store.Act) { a.Tenant = "" },
		"actor":  func(a *store.Act) { a.Actor = "" },
		"verb":   func(a *store.Act) { a.Verb = "" },
	} {
		w := act("t", "v")
		change(w)
		err := db.Write(ctx, w, func(*store.Tx) error { t.Errorf("ran without %s", name); return nil })
		refusal(t, err, thidua.Internal, store.CodeUnaudited)
	}
}

func TestStaleAndTakenAndTiedAreConflicts(t *testing.T) {
	db := testkit.Open(t)
	a := testkit.Agency(t, db)
	rename := func(version int64) error {
		return db.Write(ctx, act(a.ID, "agency.rename"), func(tx *store.Tx) error {
			a.Version = version
			return tx.UpdateAgency(a)
		})
	}
	if err := rename(1); err != nil {
		t.Fatal(err)
	}
	refusal(t, rename(1), thidua.Conflict, store.CodeStale)
	again := db.Write(ctx, act(a.ID, "agency.add"), func(tx *store.Tx) error { return tx.InsertAgency(a) })
	refusal(t, again, thidua.Conflict, store.CodeTaken)
	tied := db.Write(ctx, act(a.ID, "agency.drop"), func(tx *store.Tx) error {
		return store.Exec(tx, `DELETE FROM tenant WHERE id = $1`, a.ID)
	})
	refusal(t, tied, thidua.Conflict, store.CodeTied)
	missing := db.Read(ctx, "nobody", func(tx *store.Tx) error { _, err := tx.Agency(); return err })
	refusal(t, missing, thidua.NotFound, store.CodeNotFound)
}

func TestConcurrentChangesLoseNone(t *testing.T) {
	db := testkit.Open(t)
	a := testkit.Agency(t, db)
	var wg sync.WaitGroup
	failed := make(chan error, 200)
	for range 200 {
		wg.Go(func() {
			failed <- db.Write(ctx, act(a.ID, "agency.count"), func(tx *store.Tx) error {
				now, err := tx.Agency()
				if err != nil {
					return err
				}
				return store.Exec(tx, `UPDATE tenant SET version = $2 WHERE id = $1`, a.ID, now.Version+1)
			})
		})
	}
	wg.Wait()
	close(failed)
	for err := range failed {
		if err != nil {
			t.Fatal(err)
		}
	}
	if n := count(t, db, `SELECT version FROM tenant WHERE id = $1`, a.ID); n != 201 {
		t.Errorf("200 increments of 1 gave %d", n)
	}
	if n := count(t, db, `SELECT COUNT(*) FROM event WHERE verb = $1`, "agency.count"); n != 200 {
		t.Errorf("200 writes left %d events", n)
	}
}

func TestReadCannotWrite(t *testing.T) {
	db := testkit.Open(t)
	a := testkit.Agency(t, db)
	err := db.Read(ctx, a.ID, func(tx *store.Tx) error { return store.Exec(tx, `UPDATE tenant SET name = $1`, "x") })
	if err == nil {
		t.Error("a reading transaction wrote")
	}
	if n := count(t, db, `SELECT COUNT(*) FROM tenant WHERE name = $1`, "x"); n != 0 {
		t.Error("the row changed")
	}
}

func TestUpkeepKeepsToItsTables(t *testing.T) {
	db := testkit.Open(t)
	want := []string{"session", "sign_in_guard", "idempotency", "outbox", "lease", "leaf", "log_node", "checkpoint",
		"notice",                       // that somebody has read what the program told is no fact of the agency
		"anchor_letter",                // nor is when a mail server took a letter; the letter itself is written with its event
		"kept_file",                    // bytes count before a row names them, and after the form that brought them is refused
		"account_link", "known_device", // they end by the clock, as sessions do; the making of a link leaves its event
		"sign_in_step"} // so does a sign-in on its way; that it opened a session leaves its event
	if !slices.Equal(store.UpkeepTables, want) {
		t.Errorf("tables that are written without an event: %v; a new one needs a reason", store.UpkeepTables)
	}
	for _, statement := range []string{
		`UPDATE tenant SET name = 'x'`, `DELETE FROM account`, "insert  into\n grant_role (id) VALUES ('x')", `INSERT INTO event (id) VALUES ('x')`,
		`WITH gone AS (SELECT 1) UPDATE person SET name = 'x'`,
	} {
		if err := db.WriteUpkeep(ctx, func(tx *store.Tx) error { return store.Exec(tx, statement) }); err == nil {
			t.Errorf("upkeep ran %s", statement)
		}
	}
	if err := db.Ready(ctx); err != nil {
		t.Error(err)
	}
}

func TestLogOnlyGrows(t *testing.T) {
	db := testkit.Open(t)
	testkit.Agency(t, db)
	if _, err := db.Sequence(ctx, 100); err != nil {
		t.Fatal(err)
	}
	for _, table := range []string{"event", "leaf", "log_node"} {
		before := count(t, db, `SELECT COUNT(*) FROM `+table)
		if before == 0 {
			t.Fatalf("%s is empty", table)
		}
		for _, statement := range []string{`UPDATE ` + table + ` SET tenant_id = tenant_id`, `DELETE FROM ` + table} {
			if _, err := store.Raw(db).Exec(statement); err == nil {
				t.Errorf("%s was allowed", statement)
			}
		}
		if after := count(t, db, `SELECT COUNT(*) FROM `+table); after != before {
			t.Errorf("%s went from %d to %d rows", table, before, after)
		}
	}
}

func TestTimesStandStillInOneTransaction(t *testing.T) {
	business, wall := testkit.NewClock("2025-01-14"), testkit.NewClock("2026-05-01")
	db := testkit.Open(t, func(c *store.Config) { c.Clock, c.Wall = business.Now, wall.Now })
	err := db.Read(ctx, "", func(tx *store.Tx) error {
		business.Add(1e9)
		if tx.Now.Equal(business.Now()) || thidua.DateOf(tx.Now) != "2025-01-14" || thidua.DateOf(tx.Wall) != "2026-05-01" {
			return fmt.Errorf("now %v, wall %v", tx.Now, tx.Wall)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

func TestARequestAsksOnceAndAgainAfterAWrite(t *testing.T) {
	db := testkit.Open(t)
	a := testkit.Agency(t, db)
	request := store.Remember(ctx)
	name := func(of context.Context) string {
		t.Helper()
		var now thidua.Agency
		must(t, db.Read(of, a.ID, func(tx *store.Tx) (err error) {
			now, err = tx.Agency()
			return err
		}))
		return now.Name
	}
	rename := func(of context.Context, to string) {
		t.Helper()
		must(t, db.Write(of, act(a.ID, "agency.rename"), func(tx *store.Tx) error {
			now, err := tx.Agency()
			if err != nil {
				return err
			}
			now.Name = to
			return tx.UpdateAgency(now)
		}))
	}
	first := name(request)
	rename(ctx, "Thanh tra tỉnh Mẫu Mới")
	if again := name(request); again != first {
		t.Errorf("one request was told %q, then %q", first, again)
	}
	if other := name(store.Remember(ctx)); other != "Thanh tra tỉnh Mẫu Mới" {
		t.Errorf("the next request was told %q", other)
	}
	rename(request, "Thanh tra tỉnh Mẫu")
	if after := name(request); after != "Thanh tra tỉnh Mẫu" {
		t.Errorf("after its own write the request was told %q", after)
	}
}
