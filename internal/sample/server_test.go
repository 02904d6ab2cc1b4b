package sample_test

import (
	"errors"
	"path/filepath"
	"testing"

	"thidua"
	"thidua/internal/sample"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// TestASampleGoesWhereTheDataAre fills the engine under test, and leaves what it filled alone when it is asked again.
func TestASampleGoesWhereTheDataAre(t *testing.T) {
	c := testkit.Config(t)
	if c.URL == "" {
		c.Dir = filepath.Join(t.TempDir(), "mau")
	}
	if _, err := sample.Into(ctx, c.Dir, c.URL, trio, 1, quietly); err != nil {
		t.Fatal(err)
	}
	db, err := store.Open(ctx, store.Config{Dir: c.Dir, URL: c.URL})
	if err != nil {
		t.Fatal(err)
	}
	all := agencies(t, db)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if want := trio.Agencies + 2; len(all) != want {
		t.Errorf("%d agencies, want %d", len(all), want)
	}
	var refusal *thidua.Error
	if _, err := sample.Into(ctx, c.Dir, c.URL, trio, 1, quietly); !errors.As(err, &refusal) || refusal.Code != sample.CodeTaken {
		t.Errorf("filled twice: %v", err)
	}
}
