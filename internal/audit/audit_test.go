package audit_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/tlog"
	"pgregory.net/rapid"

	"thidua/internal/audit"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

var ctx = context.Background()

// keptLog is a sealed log of 40 events, closed, so that a test can lay hands on the file.
func keptLog(t *testing.T) (store.Config, string, *audit.Key) {
	t.Helper()
	c := testkit.Config(t)
	db, err := store.Open(ctx, c)
	if err != nil {
		t.Fatal(err)
	}
	a := testkit.Agency(t, db)
	key, err := audit.LoadKey(c.Dir)
	if err != nil {
		t.Fatal(err)
	}
	grow(t, db, a.ID, 24)
	seal(t, db, key)
	grow(t, db, a.ID, 15)
	seal(t, db, key)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return c, a.ID, key
}

func grow(t *testing.T, db *store.DB, tenant string, n int) {
	t.Helper()
	for i := range n {
		act := store.Act{Tenant: tenant, Actor: "a", ActorName: "Người Mẫu", Verb: "test.act", Object: fmt.Sprint("thing:", i), After: i}
		if err := db.Write(ctx, &act, func(*store.Tx) error { return nil }); err != nil {
			t.Fatal(err)
		}
	}
}

func seal(t *testing.T, db *store.DB, key *audit.Key) {
	t.Helper()
	if _, err := audit.Sequence(ctx, db); err != nil {
		t.Fatal(err)
	}
	if n, err := db.Seal(ctx, key); err != nil || n != 1 {
		t.Fatalf("sealed %d: %v", n, err)
	}
}

func verify(t *testing.T, db *store.DB, key *audit.Key, anchors ...string) audit.Report {
	t.Helper()
	var reports []audit.Report
	err := db.Book(ctx, func(b audit.Book) (err error) {
		reports, err = audit.Verify(b, key, anchors...)
		return err
	})
	if err != nil || len(reports) != 1 {
		t.Fatalf("%d reports: %v", len(reports), err)
	}
	return reports[0]
}

func TestWholeLogVerifies(t *testing.T) {
	c, tenant, key := keptLog(t)
	db, err := store.Open(ctx, c)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	grow(t, db, tenant, 3)
	got := verify(t, db, key)
	want := audit.Report{Tenant: tenant, Size: 40, Anchored: 40, Waiting: 3, BadSeq: -1}
	if c, err := key.Open(got.Note); err != nil || c.Size != 40 || c.Tenant != tenant {
		t.Errorf("last checkpoint %+v, %v", c, err)
	}
	got.Note = ""
	if got != want {
		t.Errorf("report %+v, want %+v", got, want)
	}
	if _, err := audit.Sequence(ctx, db); err != nil {
		t.Fatal(err)
	}
	if got := verify(t, db, key); got.Size != 43 || got.Anchored != 40 || got.Waiting != 0 || got.Flaw != audit.FlawNone {
		t.Errorf("after sequencing: %+v", got)
	}
}

func TestErasedDetailLeavesTheLogProvable(t *testing.T) {
	c, tenant, key := keptLog(t)
	db, err := store.Open(ctx, c)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	erase := store.Act{Tenant: tenant, Actor: "a", Verb: "detail.erase", Reason: "theo yêu cầu"}
	err = db.Write(ctx, &erase, func(tx *store.Tx) error {
		events, err := tx.Events(store.EventFilter{Object: "thing:7"})
		if err != nil {
			return err
		}
		return tx.EraseDetail(events[0].ID)
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := verify(t, db, key); got.Flaw != audit.FlawNone || got.Erased != 1 {
		t.Errorf("report %+v", got)
	}
}

// TestCase76TamperingIsNamed does what somebody with the database file in his hands could do: take off the triggers, change, put nothing back.
func TestCase76TamperingIsNamed(t *testing.T) {
	for name, c := range map[string]struct {
		statement string
		flaw      audit.Flaw
		seq       int64
	}{
		"a word of an event":   {`UPDATE event SET verb = 'other' WHERE id = (SELECT event_id FROM leaf WHERE seq = 22)`, audit.FlawChanged, 22},
		"the time of an event": {`UPDATE event SET at = at + 1 WHERE id = (SELECT event_id FROM leaf WHERE seq = 0)`, audit.FlawChanged, 0},
		"a name":               {`UPDATE event_detail SET actor_name = 'x' WHERE event_id = (SELECT event_id FROM leaf WHERE seq = 39)`, audit.FlawDetail, 39},
		"a value after":        {`UPDATE event_detail SET after_json = '1000' WHERE event_id = (SELECT event_id FROM leaf WHERE seq = 7)`, audit.FlawDetail, 7},
		"a detail gone":        {`DELETE FROM event_detail WHERE event_id = (SELECT event_id FROM leaf WHERE seq = 12)`, audit.FlawVanished, 12},
		"two details swapped": {
			`UPDATE event_detail SET actor_name = 'y', event_id = CASE event_id WHEN (SELECT event_id FROM leaf WHERE seq = 20) THEN 'held' ELSE event_id END
				WHERE event_id = (SELECT event_id FROM leaf WHERE seq = 20);
			UPDATE event_detail SET event_id = (SELECT event_id FROM leaf WHERE seq = 20) WHERE event_id = (SELECT event_id FROM leaf WHERE seq = 21);
			UPDATE event_detail SET event_id = (SELECT event_id FROM leaf WHERE seq = 21) WHERE event_id = 'held'`,
			audit.FlawDetail, 20,
		},
		"an event gone":      {`DELETE FROM event WHERE id = (SELECT event_id FROM leaf WHERE seq = 13)`, audit.FlawGone, 13},
		"a leaf's hash":      {`UPDATE leaf SET hash = (SELECT hash FROM log_node WHERE ix = 5) WHERE seq = 30`, audit.FlawChanged, 30},
		"a leaf too many":    {`INSERT INTO leaf (tenant_id, seq, event_id, hash) SELECT tenant_id, 40, 'none', hash FROM leaf WHERE seq = 5`, audit.FlawGone, 40},
		"a node too many":    {`INSERT INTO log_node (tenant_id, ix, hash) SELECT tenant_id, ix + 100000, hash FROM log_node WHERE ix = 0`, audit.FlawNone, -1},
		"a node in line":     {`INSERT INTO log_node (tenant_id, ix, hash) SELECT tenant_id, (SELECT MAX(ix) + 1 FROM log_node), hash FROM log_node WHERE ix = 0`, audit.FlawNode, 40},
		"the tail unsigned":  {`DELETE FROM leaf WHERE seq >= 25; DELETE FROM checkpoint WHERE size > 25`, audit.FlawNode, 25},
		"a leaf gone":        {`DELETE FROM leaf WHERE seq = 27`, audit.FlawGap, 27},
		"the last leaf gone": {`DELETE FROM leaf WHERE seq = 39`, audit.FlawShort, 39},
		"all leaves gone":    {`DELETE FROM leaf`, audit.FlawShort, 0},
		"two leaves swapped": {
			`UPDATE leaf SET seq = CASE seq WHEN 10 THEN 1011 ELSE 1010 END WHERE seq IN (10, 11); UPDATE leaf SET seq = seq - 1000 WHERE seq > 1000`,
			audit.FlawNode, 10,
		},
		"a stored hash":         {`UPDATE log_node SET hash = (SELECT hash FROM log_node WHERE ix = 0) WHERE ix = 5`, audit.FlawNode, 3},
		"a stored hash gone":    {`DELETE FROM log_node WHERE ix = 0`, audit.FlawNode, 0},
		"a checkpoint's number": {`UPDATE checkpoint SET note = REPLACE(note, '40', '41') WHERE size = 40`, audit.FlawSignature, 25},
	} {
		t.Run(name, func(t *testing.T) {
			config, _, key := keptLog(t)
			tamper(t, config, c.statement)
			db, err := store.Open(ctx, config)
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			if got := verify(t, db, key); got.Flaw != c.flaw || got.BadSeq != c.seq {
				t.Errorf("flaw %q at %d, want %q at %d", got.Flaw, got.BadSeq, c.flaw, c.seq)
			}
		})
	}
}

// TestRewrittenLogDisagreesWithItsAnchor makes a whole second log that is right in itself: only what was printed before tells.
func TestRewrittenLogDisagreesWithItsAnchor(t *testing.T) {
	c, tenant, key := keptLog(t)
	db, err := store.Open(ctx, c)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var other tlog.Hash
	other[0] = 1
	printed, err := key.Sign(audit.Checkpoint{Tenant: tenant, Size: 30, Root: other, Moment: time.Unix(0, 0)})
	if err != nil {
		t.Fatal(err)
	}
	if got := verify(t, db, key, printed); got.Flaw != audit.FlawCheckpoint || got.BadSeq != 0 {
		t.Errorf("report %+v", got)
	}
	longer, err := key.Sign(audit.Checkpoint{Tenant: tenant, Size: 41, Root: other, Moment: time.Unix(0, 0)})
	if err != nil {
		t.Fatal(err)
	}
	if got := verify(t, db, key, longer); got.Flaw != audit.FlawShort || got.BadSeq != 40 {
		t.Errorf("report %+v", got)
	}
}

func tamper(t *testing.T, c store.Config, statements string) {
	t.Helper()
	driver, address := "sqlite", filepath.Join(c.Dir, store.FileName)
	off := `SELECT 'DROP TRIGGER ' || name FROM sqlite_master WHERE type = 'trigger'`
	if c.URL != "" {
		driver, address = "pgx", c.URL
		off = `SELECT 'SET session_replication_role = replica'` // neither triggers nor keys hold any more
	}
	raw, err := sql.Open(driver, address)
	if err != nil {
		t.Fatal(err)
	}
	defer raw.Close()
	raw.SetMaxOpenConns(1)
	rows, err := raw.Query(off)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			t.Fatal(err)
		}
		all = append(all, s)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	for _, s := range append(all, strings.Split(statements, ";")...) {
		if _, err := raw.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

func TestKeyIsMadeOnceAndKeptClose(t *testing.T) {
	dir := t.TempDir()
	first, err := audit.LoadKey(dir)
	if err != nil {
		t.Fatal(err)
	}
	again, err := audit.LoadKey(dir)
	if err != nil || again.Public() != first.Public() {
		t.Errorf("second key %q, first %q: %v", again.Public(), first.Public(), err)
	}
	info, err := os.Stat(filepath.Join(dir, audit.KeyFile))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	public, err := audit.LoadPublic(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := public.Sign(audit.Checkpoint{}); err == nil {
		t.Error("the public half signed")
	}
}

func TestEncodingTellsEventsApart(t *testing.T) {
	text := rapid.StringMatching(`[a-zđ\x00\x01]{0,3}`)
	event := rapid.Custom(func(t *rapid.T) audit.Event {
		return audit.Event{
			Tenant: text.Draw(t, "tenant"), ID: text.Draw(t, "id"), At: time.UnixMicro(rapid.Int64Range(0, 1).Draw(t, "at")), Actor: text.Draw(t, "actor"),
			ActingFor: text.Draw(t, "for"), Verb: text.Draw(t, "verb"), Object: text.Draw(t, "object"), TextHash: text.Draw(t, "text"),
		}
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := event.Draw(t, "a"), event.Draw(t, "b")
		if a != b && string(a.Encode()) == string(b.Encode()) {
			t.Fatalf("%+v and %+v share an encoding", a, b)
		}
	})
}

// TestLeafIsTheSameForEver is a public test vector: the encoding is a promise to every log that was ever printed.
func TestLeafIsTheSameForEver(t *testing.T) {
	e := audit.Event{
		Tenant: "t1", ID: "e1", At: time.UnixMicro(1736816400000000), Actor: "a1", Verb: "submit", Object: "registration:r1",
		Detail: &audit.Detail{Salt: "00112233445566778899aabbccddeeff", ActorName: "Nguyễn Văn Mẫu", Before: `{"x":1}`},
	}
	e.Seal()
	if got := audit.Text(e.LeafHash()); got != "QOs2qXzsoBA1kyFEYDcYr04wv5J9TCjgfgWef4XNS2M=" {
		t.Errorf("leaf %s", got)
	}
}

func TestTreeGrowsAlikeInAnyBatches(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := make([]audit.Event, rapid.IntRange(1, 70).Draw(t, "n"))
		for i := range events {
			events[i].ID = fmt.Sprint(i)
		}
		var nodes []tlog.Hash
		stored := tlog.HashReaderFunc(func(ix []int64) ([]tlog.Hash, error) {
			out := make([]tlog.Hash, len(ix))
			for i, x := range ix {
				out[i] = nodes[x]
			}
			return out, nil
		})
		for done := 0; done < len(events); {
			n := rapid.IntRange(1, len(events)-done).Draw(t, "batch")
			_, added, err := audit.Grow(int64(done), events[done:done+n], stored)
			if err != nil {
				t.Fatal(err)
			}
			nodes, done = append(nodes, added...), done+n
		}
		_, whole, err := audit.Grow(0, events, nil)
		if err != nil || fmt.Sprint(whole) != fmt.Sprint(nodes) {
			t.Fatalf("batches gave another tree (%v)", err)
		}
	})
}
