package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"thidua"
	"thidua/internal/store/memory"
)

// Refusals of single statements.
const (
	// CodeNotFound is a row that does not exist for this agency.
	CodeNotFound thidua.Code = "not-found"
	// CodeStale is a row that somebody else saved meanwhile.
	CodeStale thidua.Code = "stale"
	// CodeTaken is a value that must be unique and exists already.
	CodeTaken thidua.Code = "taken"
	// CodeTied is a row that others still refer to.
	CodeTied thidua.Code = "tied"
)

// Tx is one transaction of one agency; the per-subject files of this package hang their queries on it.
type Tx struct {
	// Now is the time of business, the same throughout the transaction.
	Now time.Time
	// Wall is the real time, the same throughout the transaction.
	Wall time.Time
	// Tenant is the agency; no query takes it from anybody else. Empty in upkeep.
	Tenant string

	ctx    context.Context
	sql    statements
	code   func(error) fault
	last   *statement // what is to go with the commit, where that saves a way to the server
	trace  Trace
	upkeep bool
	memory *memory.Memory
}

// statements is an open transaction of either engine.
type statements interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// exec runs a statement that may hit any number of rows.
func (tx *Tx) exec(query string, args ...any) error {
	_, err := tx.affect(query, args...)
	return err
}

// affect runs a statement and counts the rows that it hit.
func (tx *Tx) affect(query string, args ...any) (int64, error) {
	if err := tx.allowed(query); err != nil {
		return 0, err
	}
	tx.trace(query, args)
	res, err := tx.sql.ExecContext(tx.ctx, query, args...)
	if err != nil {
		return 0, tx.fail(err)
	}
	return res.RowsAffected()
}

// must runs a statement that has to hit exactly one row; NotFound otherwise.
func (tx *Tx) must(query string, args ...any) error {
	n, err := tx.affect(query, args...)
	if err == nil && n != 1 {
		return thidua.Refuse(thidua.NotFound, CodeNotFound)
	}
	return err
}

// versioned runs an UPDATE … SET …, version = version + 1 WHERE … AND version = $n; when it hits no row somebody else saved first.
func (tx *Tx) versioned(query string, args ...any) error {
	n, err := tx.affect(query, args...)
	if err == nil && n != 1 {
		return thidua.Refuse(thidua.Conflict, CodeStale)
	}
	return err
}

// one reads one row into the destinations that fields names; NotFound when there is none.
func one[T any](tx *Tx, fields func(*T) []any, query string, args ...any) (T, error) {
	var v T
	if err := tx.allowed(query); err != nil {
		return v, err
	}
	key := tx.memory.Key(query, args)
	if known, ok := memory.Recall[T](tx.memory, key); ok {
		return known[0], nil
	}
	tx.trace(query, args)
	err := tx.sql.QueryRowContext(tx.ctx, query, args...).Scan(fields(&v)...)
	if errors.Is(err, sql.ErrNoRows) {
		return v, thidua.Refuse(thidua.NotFound, CodeNotFound)
	}
	if err != nil {
		return v, tx.fail(err)
	}
	memory.Keep(tx.memory, key, []T{v})
	return v, nil
}

// many reads all rows of a query; the query itself bounds their number.
func many[T any](tx *Tx, fields func(*T) []any, query string, args ...any) ([]T, error) {
	if err := tx.allowed(query); err != nil {
		return nil, err
	}
	key := tx.memory.Key(query, args)
	if known, ok := memory.Recall[T](tx.memory, key); ok {
		return known, nil
	}
	tx.trace(query, args)
	rows, err := tx.sql.QueryContext(tx.ctx, query, args...)
	if err != nil {
		return nil, tx.fail(err)
	}
	defer rows.Close()
	var vs []T
	for rows.Next() {
		var v T
		if err := rows.Scan(fields(&v)...); err != nil {
			return nil, tx.fail(err)
		}
		vs = append(vs, v)
	}
	if err := rows.Err(); err != nil {
		return nil, tx.fail(err)
	}
	memory.Keep(tx.memory, key, vs)
	return vs, nil
}

// value is the fields function of a query with a single column.
func value[T any](v *T) []any { return []any{v} }

// fail turns a failed statement into a refusal where the engine's code says what it means.
func (tx *Tx) fail(err error) error {
	switch tx.code(err) {
	case faultTaken:
		return &refused{thidua.Refuse(thidua.Conflict, CodeTaken), err}
	case faultTied:
		return &refused{thidua.Refuse(thidua.Conflict, CodeTied), err}
	}
	return fmt.Errorf("store: %w", err)
}

// refused keeps the database's own words behind a refusal, for the log.
type refused struct {
	refusal *thidua.Error
	cause   error
}

func (r *refused) Error() string   { return r.refusal.Error() + ": " + r.cause.Error() }
func (r *refused) Unwrap() []error { return []error{r.refusal, r.cause} }
