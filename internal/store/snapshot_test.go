package store_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/store/transfer"
	"thidua/internal/testkit"
)

// TestSnapshotHoldsEveryRow compares all tables of a season with those of its snapshot, and with data that were filled from that.
func TestSnapshotHoldsEveryRow(t *testing.T) {
	db := testkit.OpenSeason(t).DB
	dir := t.TempDir()
	if err := db.Snapshot(ctx, filepath.Join(dir, store.FileName)); err != nil {
		t.Fatal(err)
	}
	if err := store.Sound(ctx, dir); err != nil {
		t.Fatal(err)
	}
	second, err := store.Open(ctx, testkit.Config(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = second.Close() })
	if err := second.FillFrom(ctx, dir); err != nil {
		t.Fatal(err)
	}
	refusal(t, second.FillFrom(ctx, dir), thidua.Conflict, store.CodeNotEmpty)
	kept, err := store.Open(ctx, store.Config{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = kept.Close() })
	tables, err := transfer.Tables(ctx, store.Raw(kept))
	if err != nil || len(tables) < 40 {
		t.Fatalf("%d tables, %v", len(tables), err)
	}
	rows := 0
	for _, table := range tables {
		want := dump(t, db, table)
		rows += len(want)
		for name, other := range map[string]*store.DB{"snapshot": kept, "filled": second} {
			if got := dump(t, other, table); fmt.Sprint(got) != fmt.Sprint(want) {
				t.Errorf("%s of the %s has %d rows that differ from %d", table.Name, name, len(got), len(want))
			}
		}
	}
	if rows < 80 {
		t.Errorf("only %d rows were compared", rows)
	}
}

// dump reads a table as text, in one order on both engines.
func dump(t *testing.T, db *store.DB, table transfer.Table) (out []string) {
	t.Helper()
	columns := ""
	for i, c := range table.Columns {
		if columns += `"` + c + `"`; i < len(table.Columns)-1 {
			columns += ", "
		}
	}
	rows, err := store.Raw(db).QueryContext(ctx, `SELECT `+columns+` FROM `+table.Name)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		values, at := make([]any, len(table.Columns)), make([]any, len(table.Columns))
		for i := range values {
			at[i] = &values[i]
		}
		if err := rows.Scan(at...); err != nil {
			t.Fatal(err)
		}
		for i, truth := range table.Truth {
			if n, ok := values[i].(int64); ok && truth {
				values[i] = n != 0
			}
		}
		out = append(out, fmt.Sprint(values...))
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return out
}

func TestDamagedDatabaseIsNotSound(t *testing.T) {
	dir := t.TempDir()
	db := testkit.OpenSeason(t).DB
	path := filepath.Join(dir, store.FileName)
	if err := db.Snapshot(ctx, path); err != nil {
		t.Fatal(err)
	}
	spoil(t, path)
	refusal(t, store.Sound(ctx, dir), thidua.Invalid, store.CodeDamaged)
}

// spoil overwrites a part of every page but the first.
func spoil(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for at := 4096; at+64 < len(data); at += 4096 {
		copy(data[at:], bytes.Repeat([]byte{0xA5}, 64))
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}
