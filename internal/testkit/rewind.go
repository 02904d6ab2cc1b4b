package testkit

import (
	"context"
	"database/sql"
	"path/filepath"
	"testing"

	"modernc.org/sqlite"

	"thidua/internal/store"
)

// Kept is a copy of data on SQLite to which a test can go back while the program has them open; nil where another engine holds them.
type Kept struct {
	t    testing.TB
	db   *sql.DB
	copy string
}

// Keep copies data as they stand.
func Keep(t testing.TB, c store.Config) *Kept {
	t.Helper()
	if c.URL != "" {
		return nil
	}
	db, err := sql.Open("sqlite", "file:"+filepath.Join(c.Dir, store.FileName)+"?_pragma=busy_timeout(5000)")
	if err != nil {
		t.Fatalf("open the data: %v", err)
	}
	k := &Kept{t: t, db: db, copy: filepath.Join(t.TempDir(), "kept.db")}
	t.Cleanup(func() { _ = db.Close() })
	k.pages(func(c copier) (*sqlite.Backup, error) { return c.NewBackup(k.copy) })
	return k
}

// Rewind takes the data back to the copy, for whoever has them open too; nobody may be reading or writing meanwhile.
func (k *Kept) Rewind() {
	k.t.Helper()
	k.pages(func(c copier) (*sqlite.Backup, error) { return c.NewRestore(k.copy) })
}

// copier is a connection of the driver, which copies page by page.
type copier interface {
	NewBackup(to string) (*sqlite.Backup, error)
	NewRestore(from string) (*sqlite.Backup, error)
}

func (k *Kept) pages(begin func(copier) (*sqlite.Backup, error)) {
	k.t.Helper()
	conn, err := k.db.Conn(context.Background())
	if err != nil {
		k.t.Fatalf("a connection to the data: %v", err)
	}
	defer func() { _ = conn.Close() }()
	err = conn.Raw(func(driver any) error {
		b, err := begin(driver.(copier))
		if err != nil {
			return err
		}
		if _, err = b.Step(-1); err != nil {
			return err
		}
		return b.Finish()
	})
	if err != nil {
		k.t.Fatalf("copy the data: %v", err)
	}
}
