// Package store is the only room that knows SQL: one SQL text for SQLite and PostgreSQL. Every fact of an agency is written through
// DB.Write, which appends the audit event in the same transaction, so that an unaudited write cannot be expressed.
package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"

	"thidua"
	"thidua/internal/store/group"
)

// FileName is the name of the embedded database inside the data folder.
const FileName = "thidua.db"

// Refusals of Open, before anything is read.
const (
	// CodeNoData is a folder that holds no database (the argument is the folder).
	CodeNoData thidua.Code = "store.no-data"
	// CodeInUse is a data folder on which another program is already working (the argument is the folder).
	CodeInUse thidua.Code = "store.in-use"
	// CodeOutdated is a database written by an older program, opened for reading only: start the server once to bring it up to date.
	CodeOutdated thidua.Code = "store.outdated"
	// CodeNewer is a database written by a newer program, which this one could spoil.
	CodeNewer thidua.Code = "store.newer"
	// CodeDamaged is a file that is no database of this program, or is damaged (the argument is the folder).
	CodeDamaged thidua.Code = "store.damaged"
	// CodeUnreachable is a database that cannot be opened (the argument is the folder or the host).
	CodeUnreachable thidua.Code = "store.unreachable"
)

// Config says where the data are: Dir alone is the embedded database, URL (postgres://…) a PostgreSQL server.
type Config struct {
	Dir      string
	URL      string
	ReadOnly bool             // for commands that only read: no lock, no migration
	Clock    func() time.Time // the clock of deadlines; nil is the real one
	Wall     func() time.Time // the clock of the log and of sessions; nil is the real one
	Trace    Trace            // hears every statement; nil is nobody
}

// Trace hears a statement of a transaction before it runs; every transaction opens with Begin.
type Trace func(query string, args []any)

// Begin is what a Trace hears when a transaction opens.
const Begin = "BEGIN"

// DB is the open data of one installation; it is safe for concurrent use.
type DB struct {
	// Clock gives the time of business: deadlines and days. The demo sets it.
	Clock func() time.Time
	// Wall gives the real time, for the log and for sessions.
	Wall func() time.Time

	engine  engine
	trace   Trace
	writes  *sql.DB
	reads   *sql.DB
	group   *group.Writer // of the embedded database
	release func() error
	path    string // of the embedded database

	placement placement
}

// Open opens the data, brings its schema up to date unless ReadOnly, and refuses a folder on which another program works.
func Open(ctx context.Context, c Config) (*DB, error) {
	db := &DB{Clock: c.Clock, Wall: c.Wall, trace: c.Trace, release: func() error { return nil }}
	if db.Clock == nil {
		db.Clock = Forward(time.Now)
	}
	if db.Wall == nil {
		db.Wall = time.Now
	}
	if db.trace == nil {
		db.trace = func(string, []any) {}
	}
	open := db.openSQLite
	if c.URL != "" {
		open = db.openPostgres
	}
	if err := open(ctx, c); err != nil {
		_ = db.Close()
		return nil, err
	}
	return db, nil
}

// Close ends all connections and gives the data folder free.
func (db *DB) Close() error {
	var first error
	for _, pool := range []*sql.DB{db.reads, db.writes} {
		if pool == nil {
			continue
		}
		if err := pool.Close(); err != nil && first == nil {
			first = err
		}
	}
	if err := db.release(); err != nil && first == nil {
		first = err
	}
	return first
}

// Ready tells whether the database answers and can be written to.
func (db *DB) Ready(ctx context.Context) error {
	return db.WriteUpkeep(ctx, func(tx *Tx) error {
		return tx.exec(`DELETE FROM lease WHERE name = $1`, "ready-check")
	})
}

// State is how the data of an installation stand, for the administrator of one agency.
type State struct {
	Engine   string // sqlite or postgres
	Size     int64  // of the database, in bytes
	Leaves   int64  // events of the agency that have their place in the log
	Waiting  int64  // events that have none yet
	Sealed   int64  // how far the last signed checkpoint reaches
	SealedAt time.Time
	Sessions int // used within the idle time
}

// State reads how the data stand; sessions that were not used within idle are not counted.
func (db *DB) State(ctx context.Context, tenant string, idle time.Duration) (s State, err error) {
	size := `SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()`
	if s.Engine = db.engine.name; s.Engine == "postgres" {
		size = `SELECT pg_database_size(current_database())`
	}
	err = db.Read(ctx, tenant, func(tx *Tx) error {
		if s.Size, err = one(tx, value[int64], size); err != nil {
			return err
		}
		if s.Leaves, err = one(tx, value[int64], `SELECT COUNT(*) FROM leaf WHERE tenant_id = $1`, tenant); err != nil {
			return err
		}
		all, err := one(tx, value[int64], `SELECT COUNT(*) FROM event WHERE tenant_id = $1`, tenant)
		if err != nil {
			return err
		}
		s.Waiting = all - s.Leaves
		sealed, err := many(tx, func(c *State) []any { return []any{&c.Sealed, toInstant(&c.SealedAt)} },
			`SELECT size, moment FROM checkpoint WHERE tenant_id = $1 ORDER BY size DESC LIMIT 1`, tenant)
		if err != nil {
			return err
		}
		if len(sealed) > 0 {
			s.Sealed, s.SealedAt = sealed[0].Sealed, sealed[0].SealedAt
		}
		s.Sessions, err = one(tx, value[int], `SELECT COUNT(*) FROM session WHERE tenant_id = $1 AND seen_at > $2`, tenant, instant(tx.Wall.Add(-idle)))
		return err
	})
	return s, err
}

func databasePath(dir string) string { return filepath.Join(dir, FileName) }

// engine is what differs between the two databases beside the SQL text, which does not.
type engine struct {
	name    string // the suffix of migration files that belong to this engine alone
	read    *sql.TxOptions
	code    func(error) fault
	settles bool // whether a writing transaction sees every earlier one committed: true with a single writer
}

// fault is what a failed statement means, told by the engine's code and never by its text.
type fault int

const (
	faultOther fault = iota
	faultTaken       // a unique value exists already
	faultTied        // a row is referred to, or refers to nothing
	faultRetry       // the transaction must run again
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

// standStill is by how much a clock may be set back without a deadline opening again; a greater step mends a clock that was wrong, and holds at once.
const standStill = 2 * time.Hour

// Forward gives a clock that stands still while the one below, set back by two hours at most, has not come again to where it was.
func Forward(clock func() time.Time) func() time.Time {
	var guard sync.Mutex
	var last time.Time
	return func() time.Time {
		guard.Lock()
		defer guard.Unlock()
		now := clock().Round(0) // by the calendar, not by what has passed since the start
		if back := last.Sub(now); back <= 0 || back > standStill {
			last = now
		}
		return last
	}
}
