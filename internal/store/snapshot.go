package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"thidua"
	"thidua/internal/store/transfer"
)

// CodeNotEmpty is data that should be filled from a snapshot and hold an agency already.
const CodeNotEmpty thidua.Code = "store.not-empty"

// Snapshot writes one consistent state of all data into an embedded database at a path that must not exist, while others go on working.
func (db *DB) Snapshot(ctx context.Context, path string) error {
	if db.engine.name == "postgres" {
		return db.copyInto(ctx, path)
	}
	source, err := sqlitePool(1, sqliteAddress(db.path, "mode", "ro"))
	if err != nil {
		return err
	}
	if _, err = source.ExecContext(ctx, `VACUUM INTO $1`, path); err != nil {
		err = fmt.Errorf("snapshot: %w", err)
	}
	return errors.Join(err, source.Close())
}

// copyInto makes an embedded database of the same schema and fills it.
func (db *DB) copyInto(ctx context.Context, path string) (err error) {
	dir, err := os.MkdirTemp(filepath.Dir(path), "snapshot-")
	if err != nil {
		return fmt.Errorf("snapshot: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	target, err := Open(ctx, Config{Dir: dir})
	if err != nil {
		return err
	}
	err = between(ctx, db.reads, db.engine.read, target.writes, target.reads)
	if err = errors.Join(err, target.Close()); err != nil {
		return err
	}
	return os.Rename(databasePath(dir), path)
}

// FillFrom takes all rows of a snapshot of the same schema into data that hold no agency yet.
func (db *DB) FillFrom(ctx context.Context, dir string) (err error) {
	source, err := Open(ctx, Config{Dir: dir})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	if any, err := db.filled(ctx); err != nil || any {
		return errors.Join(err, thidua.Refuse(thidua.Conflict, CodeNotEmpty))
	}
	return between(ctx, source.reads, source.engine.read, db.writes, source.reads)
}

func (db *DB) filled(ctx context.Context) (any bool, err error) {
	err = db.reads.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM tenant)`).Scan(&any)
	return any, err
}

// between copies all rows; schema is the embedded one of the two.
func between(ctx context.Context, from *sql.DB, how *sql.TxOptions, to, schema *sql.DB) (err error) {
	tables, err := transfer.Tables(ctx, schema)
	if err != nil {
		return err
	}
	source, err := from.BeginTx(ctx, how)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, ended(source.Rollback())) }()
	target, err := to.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, ended(target.Rollback())) }()
	if err := transfer.Copy(ctx, source, target, tables); err != nil {
		return err
	}
	return target.Commit()
}

func ended(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}

// Sound tells whether the embedded database of a folder is whole: its pages, and every row that another one names.
func Sound(ctx context.Context, dir string) error {
	pool, err := sqlitePool(1, sqliteAddress(databasePath(dir), "mode", "ro"))
	if err != nil {
		return err
	}
	defer pool.Close()
	var word string
	if err := pool.QueryRowContext(ctx, `PRAGMA integrity_check(1)`).Scan(&word); err != nil || word != "ok" {
		return errors.Join(thidua.Refuse(thidua.Invalid, CodeDamaged, dir), err)
	}
	rows, err := pool.QueryContext(ctx, `PRAGMA foreign_key_check`)
	if err != nil {
		return fmt.Errorf("check the database: %w", err)
	}
	defer rows.Close()
	if rows.Next() {
		return thidua.Refuse(thidua.Invalid, CodeDamaged, dir)
	}
	return rows.Err()
}

// EndAllSessions signs everybody out, of all agencies: nobody stays signed in on data that were brought back.
func (tx *Tx) EndAllSessions() error { return tx.exec(`DELETE FROM session`) }
