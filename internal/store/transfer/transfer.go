// Package transfer copies all rows of one database into another of the same schema, whatever engine each of them is.
package transfer

import (
	"context"
	"database/sql"
	"fmt"
)

// Table is a table with its columns; those of truth values are marked, because the embedded database keeps them as numbers.
type Table struct {
	Name    string
	Columns []string
	Truth   []bool
	needs   []string // tables that must be filled before this one
}

// Tables reads the tables of an embedded database, those that others refer to first; the versions of the schema are not among them.
func Tables(ctx context.Context, db *sql.DB) ([]Table, error) {
	names, err := texts(ctx, db, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name NOT LIKE 'goose!_%' ESCAPE '!' ORDER BY name`)
	if err != nil {
		return nil, err
	}
	all := make([]Table, len(names))
	for i, name := range names {
		all[i].Name = name
		if all[i].Columns, err = texts(ctx, db, `SELECT name FROM pragma_table_info($1) ORDER BY cid`, name); err != nil {
			return nil, err
		}
		types, err := texts(ctx, db, `SELECT type FROM pragma_table_info($1) ORDER BY cid`, name)
		if err != nil {
			return nil, err
		}
		for _, t := range types {
			all[i].Truth = append(all[i].Truth, t == "BOOLEAN")
		}
		if all[i].needs, err = texts(ctx, db, `SELECT DISTINCT "table" FROM pragma_foreign_key_list($1) ORDER BY 1`, name); err != nil {
			return nil, err
		}
	}
	return ordered(all), nil
}

// ordered puts each table behind those that it needs; one that refers to itself or in a circle stays where its turn comes.
func ordered(all []Table) []Table {
	var out []Table
	done := map[string]bool{}
	for len(out) < len(all) {
		before := len(out)
		for _, t := range all {
			if !done[t.Name] && ready(t, done) {
				out, done[t.Name] = append(out, t), true
			}
		}
		if len(out) == before {
			for _, t := range all {
				if !done[t.Name] {
					out, done[t.Name] = append(out, t), true
					break
				}
			}
		}
	}
	return out
}

func ready(t Table, done map[string]bool) bool {
	for _, n := range t.needs {
		if n != t.Name && !done[n] {
			return false
		}
	}
	return true
}

func texts(ctx context.Context, db *sql.DB, query string, args ...any) (out []string, err error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("read the schema: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, fmt.Errorf("read the schema: %w", err)
		}
		out = append(out, s)
	}
	return out, rows.Err()
}
