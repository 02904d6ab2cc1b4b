package store_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"thidua/internal/store"
	"thidua/internal/testkit"
)

// TestFileUsedLooksInEveryTableThatNamesAFile reads the schema: a column for the address of a file that is not asked for would let a
// file in use be taken away.
func TestFileUsedLooksInEveryTableThatNamesAFile(t *testing.T) {
	source, err := os.ReadFile("tracking.go")
	if err != nil {
		t.Fatal(err)
	}
	schema, err := os.ReadDir("migrations")
	if err != nil {
		t.Fatal(err)
	}
	table, column := regexp.MustCompile(`CREATE TABLE (\w+)`), regexp.MustCompile(`(\w+)_hash TEXT[^,]*, (\w+)_name TEXT`)
	found := 0
	for _, f := range schema {
		text, err := os.ReadFile("migrations/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range strings.SplitAfter(string(text), ";") {
			for _, m := range column.FindAllStringSubmatch(part, -1) {
				found++
				asked := "FROM " + table.FindStringSubmatch(part)[1] + " WHERE tenant_id = $1 AND " + m[1] + "_hash = $2"
				if !strings.Contains(string(source), asked) {
					t.Errorf("FileUsed does not ask: %s", asked)
				}
			}
		}
	}
	if found < 9 {
		t.Errorf("only %d columns found in the schema", found)
	}
	db := testkit.Open(t)
	agency := testkit.Agency(t, db)
	err = db.Read(ctx, agency.ID, func(tx *store.Tx) error {
		used, err := tx.FileUsed("00")
		if used {
			t.Error("a file of nobody is in use")
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
