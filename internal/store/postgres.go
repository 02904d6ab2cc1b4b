package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"

	"thidua"
)

const (
	postgresConns = 16
	undoLimit     = 5 * time.Second
)

func (db *DB) openPostgres(ctx context.Context, c Config) error {
	cfg, err := pgx.ParseConfig(c.URL)
	if err != nil {
		return thidua.Refuse(thidua.Invalid, CodeUnreachable, "PostgreSQL") // the address holds a password: never repeated
	}
	for name, value := range map[string]string{
		"statement_timeout": "30000", "lock_timeout": "10000", "idle_in_transaction_session_timeout": "60000", "synchronous_commit": "on",
	} {
		if _, set := cfg.RuntimeParams[name]; !set {
			cfg.RuntimeParams[name] = value
		}
	}
	db.engine = engine{
		name: "postgres", code: postgresFault,
		read: &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true},
	}
	pool := stdlib.OpenDB(*cfg)
	pool.SetMaxOpenConns(postgresConns)
	pool.SetMaxIdleConns(postgresConns)
	db.reads = pool
	if err := pool.PingContext(ctx); err != nil {
		return thidua.Refuse(thidua.Invalid, CodeUnreachable, cfg.Host)
	}
	if !c.ReadOnly {
		db.writes = pool
	}
	return db.migrate(ctx, c.ReadOnly)
}

// statement is one with its arguments that has not been sent.
type statement struct {
	query string
	args  []any
}

// conclude runs fn in a writing transaction whose event goes to the server in one message with the commit.
func (db *DB) conclude(ctx context.Context, tx *Tx, fn func(tx *Tx) error) error {
	conn, err := db.writes.Conn(ctx)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer func() { _ = conn.Close() }()
	if _, err := conn.ExecContext(ctx, `BEGIN ISOLATION LEVEL SERIALIZABLE`); err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	kept := false
	defer func() { // also behind a panic
		if !kept {
			undo(ctx, conn)
		}
	}()
	tx.last = &statement{}
	if err := db.within(ctx, conn, tx, fn); err != nil {
		return err
	}
	err = conn.Raw(func(c any) error { return tx.last.commit(ctx, c.(*stdlib.Conn).Conn()) })
	if err != nil {
		return tx.fail(err)
	}
	kept = true
	return nil
}

// undo ends a transaction without its effect; a connection that cannot be told so is not used again.
func undo(ctx context.Context, conn *sql.Conn) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), undoLimit)
	defer cancel()
	if _, err := conn.ExecContext(ctx, `ROLLBACK`); err != nil {
		_ = conn.Raw(func(any) error { return driver.ErrBadConn })
	}
}

// commit sends the statement, if there is one, and ends the transaction. The server answers the commit of a transaction that has failed before
// with a roll-back and no error.
func (s *statement) commit(ctx context.Context, conn *pgx.Conn) (err error) {
	b := &pgx.Batch{}
	if s.query != "" {
		b.Queue(s.query, s.args...)
	}
	b.Queue(`COMMIT`)
	sent := conn.SendBatch(ctx, b)
	var tag pgconn.CommandTag
	for i := 0; i < b.Len() && err == nil; i++ {
		tag, err = sent.Exec()
	}
	if closed := sent.Close(); err == nil {
		err = closed
	}
	if err == nil && tag.String() != "COMMIT" {
		err = pgx.ErrTxCommitRollback
	}
	return err
}

func postgresFault(err error) fault {
	var e *pgconn.PgError
	if !errors.As(err, &e) {
		return faultOther
	}
	switch e.Code {
	case "23505":
		return faultTaken
	case "23503":
		return faultTied
	case "40001", "40P01":
		return faultRetry
	}
	return faultOther
}

// Refusals about the roles of PostgreSQL.
const (
	// CodeRoleUnknown is a role that the server of the database does not have (the argument is the role).
	CodeRoleUnknown thidua.Code = "store.role-unknown"
	// CodeRoleOwner is a role that owns the tables or may do everything anyway (the argument is the role).
	CodeRoleOwner thidua.Code = "store.role-owner"
	// CodeNeedsOwner is data of an older version opened by a role that may not change the schema.
	CodeNeedsOwner thidua.Code = "store.needs-owner"
)

// logTables only grow: the role of the application may read and add there, nothing else. A detail goes by the trigger of its erasure alone.
var logTables = []string{"event", "event_detail", "detail_erasure", "leaf", "log_node", "checkpoint"}

// logGuard asks whether a role could change or empty a table of the log, by a right of its own or as owner.
const logGuard = `SELECT COALESCE(BOOL_OR(has_table_privilege($1, c.oid, 'UPDATE, DELETE, TRUNCATE, TRIGGER') OR pg_has_role($1, c.relowner, 'USAGE')), FALSE)
	FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relname IN ('event', 'event_detail', 'detail_erasure', 'leaf', 'log_node', 'checkpoint')`

// LogOpen tells whether the role under which the data are open could change the log. That of the embedded database is its file: who may write
// the file can, so nothing is asked.
func (db *DB) LogOpen(ctx context.Context) (open bool, err error) {
	if db.engine.name != "postgres" {
		return false, nil
	}
	var role string
	if err := db.reads.QueryRowContext(ctx, `SELECT current_user`).Scan(&role); err != nil {
		return false, fmt.Errorf("ask the role: %w", err)
	}
	if err := db.reads.QueryRowContext(ctx, logGuard, role).Scan(&open); err != nil {
		return false, fmt.Errorf("ask the rights: %w", err)
	}
	return open, nil
}

// guest tells whether the data are open under a role that may not change the schema, such as that of a server.
func (db *DB) guest(ctx context.Context) (bool, error) {
	if db.engine.name != "postgres" {
		return false, nil
	}
	var may bool
	err := db.reads.QueryRowContext(ctx, `SELECT COALESCE(has_schema_privilege(current_user, current_schema(), 'CREATE'), FALSE)`).Scan(&may)
	if err != nil {
		return false, fmt.Errorf("ask the rights: %w", err)
	}
	return !may, nil
}

// Admit gives a role of PostgreSQL what the server needs on these data; the data are open as their owner. A right on the log that it has had
// beyond reading and adding is taken away.
func (db *DB) Admit(ctx context.Context, role string) error {
	if db.engine.name != "postgres" {
		return thidua.Refuse(thidua.Invalid, CodeRoleUnknown, role)
	}
	var known bool
	if err := db.writes.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1)`, role).Scan(&known); err != nil || !known {
		return errors.Join(thidua.Refuse(thidua.NotFound, CodeRoleUnknown, role), err)
	}
	tx, err := db.writes.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer func() { _ = tx.Rollback() }()
	if err := grant(ctx, tx, role); err != nil {
		return err
	}
	var open bool
	if err := tx.QueryRowContext(ctx, logGuard, role).Scan(&open); err != nil {
		return fmt.Errorf("ask the rights: %w", err)
	}
	if open {
		return thidua.Refuse(thidua.Conflict, CodeRoleOwner, role)
	}
	return tx.Commit()
}

func grant(ctx context.Context, tx *sql.Tx, role string) error {
	var schema string
	if err := tx.QueryRowContext(ctx, `SELECT current_schema()`).Scan(&schema); err != nil {
		return fmt.Errorf("read the schema: %w", err)
	}
	who, in := pgx.Identifier{role}.Sanitize(), pgx.Identifier{schema}.Sanitize()
	rights := []string{
		`GRANT USAGE ON SCHEMA ` + in + ` TO ` + who,
		`REVOKE CREATE ON SCHEMA ` + in + ` FROM PUBLIC, ` + who,
		`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ` + in + ` TO ` + who,
		`REVOKE INSERT, UPDATE, DELETE ON goose_db_version FROM ` + who,
	}
	for _, t := range logTables {
		rights = append(rights, `REVOKE ALL ON `+t+` FROM PUBLIC, `+who, `GRANT SELECT, INSERT ON `+t+` TO `+who)
	}
	for _, r := range rights {
		if _, err := tx.ExecContext(ctx, r); err != nil {
			return fmt.Errorf("grant: %w", err)
		}
	}
	return nil
}
