package transfer

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
)

// Copy writes every row of the tables into the other database.
func Copy(ctx context.Context, from, to *sql.Tx, tables []Table) error {
	for _, t := range tables {
		if err := t.copy(ctx, from, to); err != nil {
			return fmt.Errorf("copy %s: %w", t.Name, err)
		}
	}
	return nil
}

func (t Table) copy(ctx context.Context, from, to *sql.Tx) error {
	columns, places := make([]string, len(t.Columns)), make([]string, len(t.Columns))
	for i, c := range t.Columns {
		columns[i], places[i] = `"`+c+`"`, fmt.Sprintf("$%d", i+1)
	}
	into, err := to.PrepareContext(ctx, `INSERT INTO `+t.Name+` (`+strings.Join(columns, ", ")+`) VALUES (`+strings.Join(places, ", ")+`)`)
	if err != nil {
		return err
	}
	defer func() { _ = into.Close() }()
	rows, err := from.QueryContext(ctx, `SELECT `+strings.Join(columns, ", ")+` FROM `+t.Name)
	if err != nil {
		return err
	}
	defer rows.Close()
	values, at := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		at[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(at...); err != nil {
			return err
		}
		for i, truth := range t.Truth {
			if n, ok := values[i].(int64); ok && truth {
				values[i] = n != 0
			}
		}
		if _, err := into.ExecContext(ctx, values...); err != nil {
			return err
		}
	}
	return rows.Err()
}
