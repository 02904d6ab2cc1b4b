package audit_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/tlog"
	"pgregory.net/rapid"

	"thidua/internal/audit"
)

// copied is a log outside any database, such as a checker has as a copy: rows that a test can do anything to.
type copied struct {
	entries     []audit.Entry
	nodes       []audit.Node
	checkpoints []string
	unplaced    []audit.Event
	erased      map[string]bool
}

func (c *copied) Tenants() ([]string, error) { return []string{"t1"}, nil }

func (c *copied) Entries(_ string, from int64, limit int) (out []audit.Entry, _ error) {
	for _, e := range c.entries {
		if e.Seq >= from && len(out) < limit {
			out = append(out, e)
		}
	}
	return out, nil
}

func (c *copied) Nodes(_ string, from int64, limit int) (out []audit.Node, _ error) {
	for _, n := range c.nodes {
		if n.Index >= from && len(out) < limit {
			out = append(out, n)
		}
	}
	return out, nil
}

func (c *copied) Checkpoints(_ string, from int64) (out []string, _ error) {
	for _, n := range c.checkpoints {
		var size int64
		if _, err := fmt.Sscan(strings.Split(n, "\n")[1], &size); err == nil && size > from {
			out = append(out, n)
		}
	}
	return out, nil
}

func (c *copied) Unplaced(_ string, after time.Time, _ string, limit int) ([]audit.Event, error) {
	if len(c.unplaced) > 0 && c.unplaced[0].At.After(after) {
		return c.unplaced[:min(limit, len(c.unplaced))], nil
	}
	return nil, nil
}

func (c *copied) Erased(_, event string) (bool, error) { return c.erased[event], nil }

// drawLog makes a log of some events, some of them erased by law, signed at some sizes, and some events that wait.
func drawLog(t *rapid.T, key *audit.Key) (c *copied, printed string) {
	n := rapid.IntRange(1, 40).Draw(t, "events")
	c = &copied{erased: map[string]bool{}}
	events := make([]audit.Event, n)
	for i := range events {
		events[i] = event(i)
	}
	leaves, nodes, err := audit.Grow(0, events, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, h := range nodes {
		c.nodes = append(c.nodes, audit.Node{Index: int64(i), Hash: audit.Text(h)})
	}
	stored := tlog.HashReaderFunc(func(ix []int64) (out []tlog.Hash, _ error) {
		for _, x := range ix {
			out = append(out, nodes[x])
		}
		return out, nil
	})
	for i := range events {
		if rapid.IntRange(0, 9).Draw(t, "erased") == 0 {
			events[i].Detail, c.erased[events[i].ID] = nil, true
		}
		c.entries = append(c.entries, audit.Entry{Seq: int64(i), Hash: audit.Text(leaves[i]), Event: &events[i]})
		if i < n-1 && rapid.IntRange(0, 6).Draw(t, "signed") > 0 {
			continue
		}
		root, err := tlog.TreeHash(int64(i+1), stored)
		if err != nil {
			t.Fatal(err)
		}
		note, err := key.Sign(audit.Checkpoint{Tenant: "t1", Size: int64(i + 1), Root: root, Moment: events[i].At})
		if err != nil {
			t.Fatal(err)
		}
		c.checkpoints, printed = append(c.checkpoints, note), note
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "waiting") {
		c.unplaced = append(c.unplaced, event(n+i))
	}
	return c, printed
}

func event(i int) audit.Event {
	e := audit.Event{Tenant: "t1", ID: fmt.Sprint("e", i), At: time.UnixMicro(int64(1e15 + i)), Actor: "account:a", Verb: "gui", Object: fmt.Sprint("thing:", i)}
	e.Detail = &audit.Detail{Salt: fmt.Sprintf("%032d", i), ActorName: "Người Mẫu", ObjectName: "Việc", Before: `{"x":1}`, After: fmt.Sprint(i)}
	e.Seal()
	return e
}

func checked(t *rapid.T, c *copied, key *audit.Key, anchors ...string) audit.Report {
	reports, err := audit.Verify(c, key, anchors...)
	if err != nil || len(reports) != 1 {
		t.Fatalf("%d reports: %v", len(reports), err)
	}
	return reports[0]
}

func TestCleanLogIsNeverAccused(t *testing.T) {
	key, err := audit.LoadKey(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		c, printed := drawLog(t, key)
		r := checked(t, c, key, printed)
		if r.Flaw != audit.FlawNone || r.BadSeq != -1 || r.Size != int64(len(c.entries)) || r.Kept.Size != r.Size || r.Waiting != int64(len(c.unplaced)) ||
			r.Erased != int64(len(c.erased)) || r.Late != 0 {
			t.Fatalf("a clean log: %+v", r)
		}
		for _, s := range r.Ranges() {
			if s != (audit.Range{State: audit.RangeAnchored, First: 1, Last: r.Size}) {
				t.Fatalf("ranges %+v", r.Ranges())
			}
		}
		if r := checked(t, c, key); r.Flaw != audit.FlawNone || r.Anchored != r.Size || r.Kept.Size != 0 {
			t.Fatalf("without what was kept: %+v", r)
		}
	})
}

// TestCase76EveryTamperingIsFound does one of the things that a hand in the data can do. hidden marks those that the log alone cannot tell:
// they are what a checkpoint kept outside is for, and with one they are found too.
func TestCase76EveryTamperingIsFound(t *testing.T) {
	key, err := audit.LoadKey(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		c, printed := drawLog(t, key)
		at := rapid.IntRange(0, len(c.entries)-1).Draw(t, "at")
		name := rapid.SampledFrom(slices.Sorted(maps.Keys(tamperings))).Draw(t, "tampering")
		hidden, done := tamperings[name](t, c, at, key)
		if !done {
			return
		}
		alone, kept := checked(t, c, key), checked(t, c, key, printed)
		if kept.Flaw == audit.FlawNone {
			t.Fatalf("%s at %d was not found with a kept checkpoint", name, at)
		}
		if found := alone.Flaw != audit.FlawNone; found == hidden {
			t.Fatalf("%s at %d: found %v without a kept checkpoint (%+v)", name, at, found, alone)
		}
		if kept.BadSeq > int64(at)+1 {
			t.Fatalf("%s at %d was named at %d", name, at, kept.BadSeq)
		}
	})
}
