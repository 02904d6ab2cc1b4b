package store

import (
	"context"
	"database/sql"
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"

	"thidua"
)

const postgresConns = 16

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
		write: &sql.TxOptions{Isolation: sql.LevelSerializable},
		read:  &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true},
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
