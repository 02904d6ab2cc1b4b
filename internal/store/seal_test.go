package store_test

import (
	"testing"
	"time"

	"thidua/internal/audit"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// TestACheckpointWaitsForAnEventOfAWrongClock has an event written while the clock is an hour behind: no checkpoint may pass over it.
func TestACheckpointWaitsForAnEventOfAWrongClock(t *testing.T) {
	clock := testkit.NewClock("2025-01-14")
	db := testkit.Open(t, func(c *store.Config) { c.Wall = clock.Now })
	tenant := testkit.Agency(t, db).ID
	key, err := audit.LoadKey(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if n, err := db.Sequence(ctx, 100); err != nil || n != 1 {
		t.Fatalf("placed %d: %v", n, err)
	}
	clock.Add(-time.Hour)
	if err := db.Write(ctx, act(tenant, "agency.rename"), func(*store.Tx) error { return nil }); err != nil {
		t.Fatal(err)
	}
	clock.Add(time.Hour + 3*time.Minute)
	if n, err := db.Seal(ctx, key); err != nil || n != 0 {
		t.Errorf("sealed %d over an event without its place: %v", n, err)
	}
	clock.Add(5 * time.Minute) // by then the whole log is looked through
	if n, err := db.Sequence(ctx, 100); err != nil || n != 1 {
		t.Errorf("placed %d: %v", n, err)
	}
	if n, err := db.Seal(ctx, key); err != nil || n != 1 {
		t.Errorf("sealed %d: %v", n, err)
	}
}
