// Package testkit gives tests real data to stand on: a migrated database of the engine that THIDUA_TEST_ENGINE names (sqlite by
// default, or postgres), a clock that can be set, and an agency.
package testkit

import (
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"thidua"
	"thidua/internal/store"
)

// Engine tells which database the tests run on: "sqlite" or "postgres".
func Engine() string {
	if e := os.Getenv("THIDUA_TEST_ENGINE"); e != "" {
		return e
	}
	return "sqlite"
}

// Open gives an empty migrated database of its own to the test; change may set clocks. It is closed when the test ends.
func Open(t testing.TB, change ...func(*store.Config)) *store.DB {
	t.Helper()
	c := Config(t)
	for _, f := range change {
		f(&c)
	}
	db, err := store.Open(context.Background(), c)
	if err != nil {
		t.Fatalf("open the test database: %v", err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Errorf("close the test database: %v", err)
		}
	})
	return db
}

// Config gives the address of an empty migrated database that nobody has opened yet.
func Config(t testing.TB) store.Config {
	t.Helper()
	switch Engine() {
	case "sqlite":
		return store.Config{Dir: copyOfTemplate(t)}
	case "postgres":
		return store.Config{Dir: t.TempDir(), URL: cloneOfTemplate(t)}
	}
	t.Fatalf("THIDUA_TEST_ENGINE is %q: sqlite or postgres", Engine())
	return store.Config{}
}

var template = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "thidua-template-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	db, err := store.Open(context.Background(), store.Config{Dir: dir})
	if err != nil {
		return nil, err
	}
	if err := db.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(dir, store.FileName))
})

func copyOfTemplate(t testing.TB) string {
	t.Helper()
	data, err := template()
	if err != nil {
		t.Fatalf("migrate the template: %v", err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, store.FileName), data, 0o600); err != nil {
		t.Fatalf("copy the template: %v", err)
	}
	return dir
}

// Agency makes an invented agency in the database.
func Agency(t testing.TB, db *store.DB) thidua.Agency {
	t.Helper()
	a := thidua.Agency{
		ID: store.NewID(), Name: "Thanh tra tỉnh Mẫu", Parent: "UBND tỉnh Mẫu", Place: "Mẫu", Symbol: "TT", LeaderTitle: "Chánh Thanh tra", Sample: true,
		Version: 1,
	}
	act := store.Act{Tenant: a.ID, Actor: "testkit", Verb: "agency.add", Object: "agency:" + a.ID}
	if err := db.Write(context.Background(), &act, func(tx *store.Tx) error { return tx.InsertAgency(a) }); err != nil {
		t.Fatalf("make an agency: %v", err)
	}
	return a
}
