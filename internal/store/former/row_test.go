package former_test

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"thidua/internal/store/former"
	"thidua/internal/vi"
)

func unit(name string, version int64) former.Row {
	return former.Row{Table: "unit", Values: map[string]any{"id": "u", "name": name, "version": version, "made_at": int64(1_736_820_000_123_457), "to_date": nil, "own": true}}
}

// TestRowsAreTheSameAfterTheyWereKept writes rows as an import keeps them: no instant loses a microsecond, and a version says nothing.
func TestRowsAreTheSameAfterTheyWereKept(t *testing.T) {
	text, err := json.Marshal([]former.Row{unit("Phòng 1", 1)})
	if err != nil {
		t.Fatal(err)
	}
	var back []former.Row
	if err := json.Unmarshal(text, &back); err != nil || !former.Same(back, []former.Row{unit("Phòng 1", 9)}) {
		t.Errorf("%+v, %v", back, err)
	}
	if back[0].Values["made_at"] != int64(1_736_820_000_123_457) {
		t.Errorf("the instant is %v", back[0].Values["made_at"])
	}
	if former.Same(back, []former.Row{unit("Phòng 2", 1)}) || former.Same(back, nil) {
		t.Error("another name, or none, is the same")
	}
}

// TestEveryColumnThatNamesARowIsLookedAt reads the schema: a table that names a unit, a person or a target and is not asked for would be left
// behind by an import that is taken back.
func TestEveryColumnThatNamesARowIsLookedAt(t *testing.T) {
	files, err := os.ReadDir("../migrations")
	if err != nil {
		t.Fatal(err)
	}
	made, column := regexp.MustCompile(`(?s)(?:CREATE|ALTER) TABLE (\w+)(.*?);`), regexp.MustCompile(`\b(unit|person|target)_id +TEXT`)
	anew, found := regexp.MustCompile(`ALTER TABLE (\w+) RENAME TO (\w+);`), 0
	for _, f := range files {
		text, err := os.ReadFile("../migrations/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range anew.FindAllStringSubmatch(string(text), -1) {
			text = bytes.ReplaceAll(text, []byte(m[1]), []byte(m[2]))
		}
		for _, m := range made.FindAllStringSubmatch(string(text), -1) {
			for _, c := range column.FindAllStringSubmatch(m[2], -1) {
				own := slices.ContainsFunc(former.Tables(c[1]), func(t former.Table) bool { return t.Name == m[1] })
				found++
				looked := m[1] == "data_view" // that somebody looked at a page keeps no import from being taken back
				if !own && !looked && !slices.ContainsFunc(former.Uses(c[1]), func(u former.Use) bool { return u.Table == m[1] && u.Column == c[1]+"_id" }) {
					t.Errorf("nobody asks %s.%s_id of %s", m[1], c[1], f.Name())
				}
			}
		}
	}
	if found < 35 {
		t.Errorf("only %d columns found in the schema", found)
	}
	for _, kind := range former.Kinds() {
		for _, u := range former.Uses(kind) {
			if word := vi.RowsOf(u.Table); strings.Contains(word, "dữ liệu khác") {
				t.Errorf("%s has no word", u.Table)
			}
		}
	}
}
