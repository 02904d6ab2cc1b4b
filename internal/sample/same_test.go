package sample_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/sample"
	"thidua/internal/store"
)

// fresh is what differs each time: the log with its keys, real times, passwords, and the ids of the lines of a plan, to which nothing refers.
var fresh = map[string]string{"event": "*", "event_detail": "*", "tenant": "made_at", "account": "made_at password_hash password_at used_at", "plan_line": "id"}

func TestTheSameSeedMakesTheSameData(t *testing.T) {
	first, again, other := contents(t, made(t, trio, 7)), contents(t, made(t, trio, 7)), contents(t, made(t, trio, 8))
	rows := 0
	for table, want := range first {
		rows += len(want)
		if !slices.Equal(want, again[table]) {
			t.Errorf("%s differs for the same seed", table)
		}
	}
	if rows < 5000 {
		t.Errorf("%d rows only", rows)
	}
	for _, table := range []string{"person", "registration", "target", "score_line", "nominee", "award", "appraisal_case", "raise_list"} {
		if len(first[table]) == 0 || slices.Equal(first[table], other[table]) {
			t.Errorf("%s: %d rows, the same for another seed", table, len(first[table]))
		}
	}
}

// contents gives all rows of every table as text, without what is fresh each time.
func contents(t *testing.T, dir string) map[string][]string {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(dir, store.FileName)+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	out := map[string][]string{}
	for _, table := range texts(t, db, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'goose%' AND name NOT LIKE 'sqlite%'`) {
		if fresh[table] == "*" {
			continue
		}
		var columns []string
		for _, c := range texts(t, db, `SELECT name FROM pragma_table_info('`+table+`')`) {
			if !slices.Contains(strings.Fields(fresh[table]), c) {
				columns = append(columns, `COALESCE(`+c+`, '')`)
			}
		}
		out[table] = texts(t, db, `SELECT `+strings.Join(columns, " || '|' || ")+` FROM `+table+` ORDER BY 1`)
	}
	return out
}

func texts(t *testing.T, db *sql.DB, query string) (out []string) {
	t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestASampleAppearsWholeOrNotAtAll(t *testing.T) {
	beside := t.TempDir()
	dir := filepath.Join(beside, "mau")
	stopped, stop := context.WithCancel(ctx)
	_, err := sample.Into(stopped, dir, "", trio, 1, func(done, all int) {
		if done == 2 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("broken off: %v", err)
	}
	if left, err := os.ReadDir(beside); err != nil || len(left) > 0 {
		t.Errorf("a sample that was broken off left %v, %v", left, err)
	}
	if err := os.WriteFile(filepath.Join(beside, "khac.txt"), []byte("khác"), 0o600); err != nil {
		t.Fatal(err)
	}
	var refusal *thidua.Error
	if _, err := sample.Into(ctx, beside, "", trio, 1, quietly); !errors.As(err, &refusal) || refusal.Code != sample.CodeTaken {
		t.Errorf("a folder that holds something: %v", err)
	}
}

func TestSizesAreWhatTheCommandSays(t *testing.T) {
	for name, want := range map[string]string{"agency": "1 1 10 120", "province": "1 160 1500 30000", "nation": "34 10 94 1000"} {
		s, ok := sample.SizeNamed(name)
		if got := fmt.Sprint(s.Provinces, s.Agencies, s.Units, s.People); !ok || got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
	db, err := store.Open(ctx, store.Config{Dir: made(t, trio, 1)})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	units, people := 0, 0
	for _, a := range agencies(t, db) {
		if a.Kind != thidua.AgencyOrdinary {
			continue
		}
		err := db.Read(ctx, a.ID, func(tx *store.Tx) error {
			u, err := tx.Units("2025-12-31")
			if err != nil {
				return err
			}
			staff, err := tx.Staff(store.StaffFilter{On: "2025-12-31"}, store.Page{})
			units, people = units+len(u), people+len(staff)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if units != trio.Units || people != trio.People {
		t.Errorf("%d units and %d people, want %d and %d", units, people, trio.Units, trio.People)
	}
}
