package store_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/tlog"
	"pgregory.net/rapid"

	"thidua/internal/audit"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// TestCase77EveryCheckpointGrowsIntoTheNewest lets a log grow by random steps, the sequencer killed between its batches, and proves the newest tree out of
// that of every checkpoint that was signed on the way.
func TestCase77EveryCheckpointGrowsIntoTheNewest(t *testing.T) {
	db := testkit.Open(t)
	tenant := testkit.Agency(t, db).ID
	key, err := audit.LoadKey(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	steps := rapid.SliceOfN(rapid.IntRange(1, 9), 9, 9).Example(int(time.Now().UnixNano() % 1000))
	for i, n := range steps {
		for k := range n {
			if err := db.Write(ctx, act(tenant, fmt.Sprintf("act-%d-%d", i, k)), func(*store.Tx) error { return nil }); err != nil {
				t.Fatal(err)
			}
		}
		for range 3 {
			killed, kill := context.WithTimeout(ctx, 2*time.Millisecond)
			_, _ = db.Sequence(killed, 2)
			kill()
			if _, err := db.Sequence(ctx, 2); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := db.Seal(ctx, key); err != nil {
			t.Fatal(err)
		}
	}
	proved := 0
	if err := db.Read(ctx, tenant, func(tx *store.Tx) error {
		var signed []audit.Checkpoint
		for from := int64(0); ; from = signed[len(signed)-1].Size {
			notes, err := tx.Checkpoints(tenant, from)
			if err != nil || len(notes) == 0 {
				break
			}
			for _, n := range notes {
				c, err := key.Open(n)
				if err != nil {
					return err
				}
				signed = append(signed, c)
			}
		}
		last := signed[len(signed)-1]
		for i, c := range signed[:len(signed)-1] {
			path, err := tx.ProveGrowth(last.Size, c.Size)
			if err != nil {
				return err
			}
			if err := tlog.CheckTree(path, last.Size, last.Root, c.Size, c.Root); err != nil {
				t.Errorf("%v: from %d to %d: %v", steps, c.Size, last.Size, err)
			}
			if other := signed[(i+1)%len(signed)].Root; tlog.CheckTree(path, last.Size, last.Root, c.Size, other) == nil {
				t.Errorf("%v: the tree of %d events is said to have grown out of another", steps, last.Size)
			}
			proved++
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if proved < 4 {
		t.Errorf("%v: only %d checkpoints before the last", steps, proved)
	}
}
