package testkit

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/store"
)

// passing tables hold no fact of an agency: they may change although nothing happened.
var passing = []string{"session", "sign_in_guard", "idempotency", "lease", "outbox", "leaf", "log_node", "checkpoint", "goose_db_version", "sqlite_sequence", "data_view"}

// noted are the events of what somebody looked at, took away or was refused: they tell of no change.
var noted = fmt.Sprintf("('%s', '%s', '%s', '%s', '%s')", thidua.LimitedSeen, thidua.AccessRefused, thidua.FileTaken, thidua.DataSeen, thidua.DataListed)

// within leaves those events out of the tables of the log.
var within = map[string]string{
	"event":        ` WHERE verb NOT IN ` + noted,
	"event_detail": ` WHERE event_id NOT IN (SELECT id FROM event WHERE verb IN ` + noted + `)`,
}

// Raw opens the data of a configuration beside the program, to look at what it left there.
func Raw(t testing.TB, c store.Config) *sql.DB {
	t.Helper()
	driver, source := "sqlite", "file:"+filepath.Join(c.Dir, store.FileName)+"?mode=ro&_pragma=busy_timeout(5000)"
	if c.URL != "" {
		driver, source = "pgx", c.URL
	}
	db, err := sql.Open(driver, source)
	if err != nil {
		t.Fatalf("open the raw data: %v", err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// Fingerprint gives a hash for each table that holds facts, so that a test can say that nothing changed.
func Fingerprint(t testing.TB, db *sql.DB) map[string]string {
	t.Helper()
	return Facts(t, db, nil)
}

// Facts is Fingerprint without the named tables, and without the versions of rows, which count how often somebody saved and say nothing, when any
// table is left out.
func Facts(t testing.TB, db *sql.DB, without []string) map[string]string {
	t.Helper()
	names, err := tables(db)
	if err != nil {
		t.Fatalf("list the tables: %v", err)
	}
	out := map[string]string{}
	for _, name := range names {
		if slices.Contains(passing, name) || slices.Contains(without, name) {
			continue
		}
		if out[name], err = hashOf(db, name, len(without) > 0); err != nil {
			t.Fatalf("read %s: %v", name, err)
		}
	}
	return out
}

func tables(db *sql.DB) (names []string, err error) {
	rows, err := db.Query(`SELECT name FROM sqlite_master WHERE type = 'table'`)
	if err != nil {
		rows, err = db.Query(`SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`)
	}
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}

func hashOf(db *sql.DB, table string, unversioned bool) (string, error) {
	rows, err := db.Query(`SELECT * FROM "` + table + `"` + within[table])
	if err != nil {
		return "", err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return "", err
	}
	var lines []string
	for rows.Next() {
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			return "", err
		}
		if at := slices.Index(columns, "version"); at >= 0 && unversioned {
			values[at] = nil
		}
		lines = append(lines, fmt.Sprintf("%#v", values))
	}
	slices.Sort(lines)
	sum := sha256.Sum256([]byte(strings.Join(lines, "\n")))
	return fmt.Sprint(len(lines), " rows ", hex.EncodeToString(sum[:8])), rows.Err()
}
