package main

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thidua/internal/store"
)

// multiplied are the tables of units and people with all that they did, parents first.
var multiplied = []string{
	"unit", "unit_version", "person", "post", "account", "grant_role", "registration", "target", "registration_step", "progress", "evidence", "initiative",
	"score_sheet", "score_line", "nominee", "finding", "vote_count", "evaluation_result", "paper", "paper_step", "award",
}

// own are the columns that tell a row of these tables, or the row that it belongs to, from the others.
var own = []string{
	"id", "unit_id", "person_id", "account_id", "registration_id", "target_id", "sheet_id", "nominee_id", "paper_id", "user_name", "user_fold",
}

// multiply adds copies of the whole organisation until there are times as many, and gives the number of rows added.
func multiply(t *testing.T, c store.Config, times int) (added int) {
	t.Helper()
	db, err := sql.Open("pgx", c.URL)
	if c.URL == "" {
		db, err = sql.Open("sqlite", "file:"+filepath.Join(c.Dir, store.FileName)+"?_pragma=busy_timeout(5000)&_txlock=immediate")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	tx, err := db.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := tx.Commit(); err != nil {
			t.Fatal(err)
		}
	}()
	for _, table := range multiplied {
		columns, rows := whole(t, tx, table)
		var places []string
		for i := range columns {
			places = append(places, fmt.Sprintf("$%d", i+1))
		}
		insert := "INSERT INTO " + table + " (" + strings.Join(columns, ", ") + ") VALUES (" + strings.Join(places, ", ") + ")"
		for copied := 1; copied < times; copied++ {
			for _, row := range rows {
				if _, err := tx.Exec(insert, renamed(table, columns, row, copied)...); err != nil {
					t.Fatalf("%s: %v", table, err)
				}
				added++
			}
		}
	}
	return added
}

// renamed gives a row with names of its own.
func renamed(table string, columns []string, row []any, copied int) []any {
	out := slices.Clone(row)
	for i, c := range columns {
		text, ok := out[i].(string)
		code := c == "code" && (table == "unit" || table == "person")
		if ok && text != "" && (code || slices.Contains(own, c)) {
			out[i] = fmt.Sprintf("%s-%d", text, copied)
		}
	}
	return out
}

func whole(t *testing.T, tx *sql.Tx, table string) (columns []string, out [][]any) {
	t.Helper()
	rows, err := tx.Query("SELECT * FROM " + table)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	if columns, err = rows.Columns(); err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		row := make([]any, len(columns))
		into := make([]any, len(columns))
		for i := range row {
			into[i] = &row[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		out = append(out, row)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return columns, out
}
