package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"thidua"
	"thidua/internal/store/group"
	"thidua/internal/store/prepared"
)

const sqliteReaders = 4

// SQLiteVersion is that of the embedded database, such as 3.54.1.
func SQLiteVersion() string { return sqlite3.SQLITE_VERSION }

// sqlitePragmas stand in the address of every connection: a PRAGMA sent through a pool would reach one connection only.
var sqlitePragmas = []struct{ name, set, want string }{
	{"busy_timeout", "5000", "5000"},
	{"journal_mode", "WAL", "wal"},
	{"synchronous", "FULL", "2"},
	{"foreign_keys", "ON", "1"},
	{"trusted_schema", "OFF", "0"},
}

func (db *DB) openSQLite(ctx context.Context, c Config) error {
	path := databasePath(c.Dir)
	db.path = path
	db.engine = engine{name: "sqlite", code: sqliteFault, settles: true}
	if c.ReadOnly {
		if _, err := os.Stat(path); err != nil {
			return thidua.Refuse(thidua.NotFound, CodeNoData, c.Dir)
		}
	} else {
		if err := os.MkdirAll(c.Dir, 0o700); err != nil {
			return thidua.Refuse(thidua.Invalid, CodeUnreachable, c.Dir)
		}
		release, err := lockFolder(ctx, c.Dir)
		if err != nil {
			return err
		}
		db.release = release
		if err := ownFile(path); err != nil {
			return thidua.Refuse(thidua.Invalid, CodeUnreachable, c.Dir)
		}
	}
	if err := db.openPools(path, c.ReadOnly); err != nil {
		return err
	}
	if err := db.healthy(ctx, c.Dir); err != nil {
		return err
	}
	if err := db.migrate(ctx, c.ReadOnly); err != nil {
		return err
	}
	return db.assertPragmas(ctx)
}

// ownFile makes an empty database that other accounts of the machine cannot read, also in a folder that they can; the engine's further
// files follow it.
func ownFile(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// healthy refuses a file that is no database before anything is asked of it.
func (db *DB) healthy(ctx context.Context, dir string) error {
	pool := db.writes
	if pool == nil {
		pool = db.reads
	}
	var e *sqlite.Error
	const corrupt, notDatabase = 11, 26
	if err := pool.PingContext(ctx); errors.As(err, &e) && (e.Code()&0xff == corrupt || e.Code()&0xff == notDatabase) {
		return thidua.Refuse(thidua.Invalid, CodeDamaged, dir)
	}
	return nil
}

func (db *DB) openPools(path string, readOnly bool) error {
	var err error
	if db.reads, err = sqlitePool(sqliteReaders, sqliteAddress(path, "mode", "ro", "_pragma", "query_only(1)")); err != nil || readOnly {
		return err
	}
	if db.writes, err = sqlitePool(1, sqliteAddress(path, "_txlock", "immediate")); err == nil {
		db.group = group.NewWriter(db.writes)
	}
	return err
}

// sqlitePool opens connections that stay open and keep their statements: making either anew costs more than most queries.
func sqlitePool(connections int, address string) (*sql.DB, error) {
	c, err := sqlite.NewConnector(address)
	if err != nil {
		return nil, fmt.Errorf("open the database: %w", err)
	}
	pool := sql.OpenDB(prepared.Connector(c))
	pool.SetMaxOpenConns(connections)
	pool.SetMaxIdleConns(connections)
	return pool, nil
}

func sqliteAddress(path string, more ...string) string {
	q := url.Values{}
	readOnly := false
	for i := 0; i < len(more); i += 2 {
		q.Add(more[i], more[i+1])
		readOnly = readOnly || more[i] == "mode"
	}
	for _, p := range sqlitePragmas {
		if readOnly && p.name == "journal_mode" {
			continue // kept in the file; a reader may not set it
		}
		q.Add("_pragma", p.name+"("+p.set+")")
	}
	return (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath(), RawQuery: q.Encode()}).String()
}

func (db *DB) assertPragmas(ctx context.Context) error {
	for _, pool := range []*sql.DB{db.writes, db.reads} {
		if pool == nil {
			continue
		}
		for _, p := range sqlitePragmas {
			var got string
			if err := pool.QueryRowContext(ctx, "PRAGMA "+p.name).Scan(&got); err != nil {
				return fmt.Errorf("read pragma %s: %w", p.name, err)
			}
			if got != p.want {
				return fmt.Errorf("pragma %s is %s, not %s", p.name, got, p.want)
			}
		}
	}
	return nil
}

// lockFolder keeps a second server off the same data by an exclusive transaction on a database of its own: such a lock ends with the
// process on every system, however the process ends.
func lockFolder(ctx context.Context, dir string) (func() error, error) {
	lock, err := sql.Open("sqlite", "file:"+(&url.URL{Path: filepath.ToSlash(filepath.Join(dir, "thidua.lock"))}).EscapedPath())
	if err != nil {
		return nil, fmt.Errorf("open lock: %w", err)
	}
	lock.SetMaxOpenConns(1)
	if _, err := lock.ExecContext(ctx, "BEGIN EXCLUSIVE"); err != nil {
		_ = lock.Close()
		if sqliteFault(err) == faultRetry {
			return nil, thidua.Refuse(thidua.Conflict, CodeInUse, dir)
		}
		return nil, thidua.Refuse(thidua.Invalid, CodeUnreachable, dir)
	}
	return lock.Close, nil
}

func sqliteFault(err error) fault {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return faultOther
	}
	const unique, primaryKey, foreignKey, busy, locked = 2067, 1555, 787, 5, 6
	switch {
	case e.Code() == unique || e.Code() == primaryKey:
		return faultTaken
	case e.Code() == foreignKey:
		return faultTied
	case e.Code()&0xff == busy || e.Code()&0xff == locked:
		return faultRetry
	}
	return faultOther
}
