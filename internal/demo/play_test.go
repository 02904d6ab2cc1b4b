package demo_test

import (
	"context"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/demo"
	"thidua/internal/file"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

func played(t testing.TB, today thidua.Date) (*app.App, *store.DB) {
	t.Helper()
	clock := &demo.Clock{}
	db := testkit.Open(t, func(c *store.Config) { c.Clock = clock.Now })
	files, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	a := app.New(db, app.WithFiles(files))
	began := time.Now()
	if err := demo.Play(context.Background(), a, clock, today, "một mùa thi đua mẫu"); err != nil {
		t.Fatal(err)
	}
	t.Logf("played up to %s in %v", today, time.Since(began))
	return a, db
}

func TestPlay(t *testing.T) {
	for _, day := range []thidua.Date{"2023-01-03", "2023-06-30", "2024-02-06", "2025-01-16", "2025-02-08", "2025-12-31"} {
		t.Run(string(day), func(t *testing.T) { played(t, day) })
	}
}
