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
	older, err := db.older(ctx, readOnly)
	if err != nil {
		return err
	}
	sources := provider.ListSources()
	if err := refuseOtherVersion(ctx, pool, sources[len(sources)-1].Version, older); err != nil || older != "" {
		return err
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("migrate: %w", err)
	}
	return nil
}

// older is the refusal of older data for whoever may not bring them up to date; empty for who may.
func (db *DB) older(ctx context.Context, readOnly bool) (thidua.Code, error) {
	if readOnly {
		return CodeOutdated, nil
	}
	guest, err := db.guest(ctx)
	if guest {
		return CodeNeedsOwner, err
	}
	return "", err
}

// refuseOtherVersion compares the last applied migration with the last known one, without writing: newer data are refused to everybody,
// older data, under the code older, to whoever may not bring them up to date.
func refuseOtherVersion(ctx context.Context, pool *sql.DB, known int64, older thidua.Code) error {
	var applied int64
	err := pool.QueryRowContext(ctx, `SELECT COALESCE(MAX(version_id), 0) FROM goose_db_version`).Scan(&applied)
	switch {
	case err == nil && applied > known:
		return thidua.Refuse(thidua.Conflict, CodeNewer)
	case older != "" && (err != nil || applied < known):
		return thidua.Refuse(thidua.Conflict, older)
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
