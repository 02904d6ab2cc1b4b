package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"thidua"
)

const (
	lockRetry   = 200 * time.Millisecond
	lockRetries = 600
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrate brings the schema up to date, or, for a reader, refuses data that are behind.
func (db *DB) migrate(ctx context.Context, readOnly bool) error {
	pool := db.writes
	if readOnly {
		pool = db.reads
	}
	files, err := fs.Sub(migrationFiles, "migrations")
	if err != nil {
		return fmt.Errorf("migrations: %w", err)
	}
	dialect := goose.DialectSQLite3
	options := []goose.ProviderOption{goose.WithDisableGlobalRegistry(true), goose.WithLogger(goose.NopLogger())}
	if db.engine.name == "postgres" {
		dialect = goose.DialectPostgres
		locker, err := lock.NewPostgresTableLocker(lock.WithTableLockTimeout(lockRetry, lockRetries))
		if err != nil {
			return fmt.Errorf("migration lock: %w", err)
		}
		if !readOnly {
			options = append(options, goose.WithLocker(locker))
		}
	}
	provider, err := goose.NewProvider(dialect, pool, ofEngine{files, db.engine.name}, options...)
	if err != nil {
		return fmt.Errorf("migrations: %w", err)
	}
	sources := provider.ListSources()
	if err := refuseOtherVersion(ctx, pool, sources[len(sources)-1].Version, readOnly); err != nil || readOnly {
		return err
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return nil
}

// refuseOtherVersion compares the last applied migration with the last known one, without writing: newer data are refused to everybody,
// older data to a reader.
func refuseOtherVersion(ctx context.Context, pool *sql.DB, known int64, readOnly bool) error {
	var applied int64
	err := pool.QueryRowContext(ctx, `SELECT COALESCE(MAX(version_id), 0) FROM goose_db_version`).Scan(&applied)
	switch {
	case err == nil && applied > known:
		return thidua.Refuse(thidua.Conflict, CodeNewer)
	case readOnly && (err != nil || applied < known):
		return thidua.Refuse(thidua.Conflict, CodeOutdated)
	}
	return nil
}

// ofEngine leaves out the files that belong to the other engine alone.
type ofEngine struct {
	fs.FS
	name string
}

// ReadDir lists the migrations of this engine.
func (e ofEngine) ReadDir(name string) ([]fs.DirEntry, error) {
	all, err := fs.ReadDir(e.FS, name)
	return slices.DeleteFunc(all, func(f fs.DirEntry) bool { return !e.wants(f.Name()) }), err
}

func (e ofEngine) wants(file string) bool {
	for _, other := range []string{"sqlite", "postgres"} {
		if other != e.name && strings.HasSuffix(file, "_"+other+".sql") {
			return false
		}
	}
	return true
}
