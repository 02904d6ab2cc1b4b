package main

import (
	"context"
	"database/sql"
	"path/filepath"

	"modernc.org/sqlite"

	"thidua/internal/store"
	"thidua/internal/store/prepared"
)

// openBare opens the data once more for reading, with the driver of the store and nothing of ours around it.
func openBare(dir, url string) (*sql.DB, error) {
	if url != "" {
		return sql.Open("pgx", url)
	}
	c, err := sqlite.NewConnector("file:" + filepath.ToSlash(filepath.Join(dir, store.FileName)) + "?mode=ro&_pragma=query_only(1)&_pragma=busy_timeout(5000)")
	if err != nil {
		return nil, err
	}
	return sql.OpenDB(prepared.Connector(c)), nil
}

// replay is the bare program: the same queries in the same transactions, every row scanned, nothing made of it.
func replay(ctx context.Context, db *sql.DB, transactions [][]statement) error {
	for _, t := range transactions {
		tx, err := db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
		if err != nil {
			return err
		}
		for _, s := range t {
			if err := scanAll(ctx, tx, s); err != nil {
				_ = tx.Rollback()
				return err
			}
		}
		if err := tx.Commit(); err != nil {
			return err
		}
	}
	return nil
}

func scanAll(ctx context.Context, tx *sql.Tx, s statement) error {
	rows, err := tx.QueryContext(ctx, s.text, s.args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	cells := make([]any, len(columns))
	into := make([]any, len(columns))
	for i := range cells {
		into[i] = &cells[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
	}
	return rows.Err()
}
