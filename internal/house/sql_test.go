package house

import (
	"go/ast"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var statement = regexp.MustCompile(`(?s)\b(SELECT\b.*\bFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|INDEX)|ALTER\s+TABLE)\b`)

// fragment is a text that is surely part of a statement, though not a whole one.
var fragment = regexp.MustCompile(`\b(SELECT|FROM|WHERE|AND|ORDER BY|VALUES|RETURNING|ON CONFLICT|SET|LIMIT|FOR UPDATE)\b`)

func TestSQLIsWrittenInTheStoreAlone(t *testing.T) {
	for _, s := range tree(t) {
		if s.test() || s.in("internal/store", "internal/testkit") {
			continue
		}
		s.texts(func(lit *ast.BasicLit, text string) {
			if statement.MatchString(text) {
				t.Errorf("%s: SQL outside internal/store: the store adds the agency and the event of the log to every statement", s.at(lit))
			}
		})
	}
}

// differing is what the two engines do differently, so that the one SQL text must do without it.
var differing = []struct {
	found  *regexp.Regexp
	reason string
}{
	{regexp.MustCompile(`(?i)=\s*ANY\s*\(`), "SQLite has no arrays: expand an IN list"},
	{regexp.MustCompile(`(?i)\bFOR\s+(UPDATE|SHARE)\b`), "SQLite has no row locks: writes are serialisable and rows have a version"},
	{regexp.MustCompile(`(?i)\b(lower|upper)\s*\(`), "SQLite folds ASCII only: keep a *_fold column made by vi.Fold"},
	{regexp.MustCompile(`(?i)\bILIKE\b|\bCOLLATE\b`), "search and order by the columns that package vi makes"},
	{regexp.MustCompile(`(?i)\b(now|datetime|current_timestamp|random)\s*\(|\bCURRENT_(TIMESTAMP|DATE)\b`), "time and chance come from Go, where tests hold them"},
	{regexp.MustCompile(`->>?|(?i)\bjsonb?_`), "JSON is stored, never queried"},
	{regexp.MustCompile(`[=(,\s]\?(?:[\s,)]|$)`), "placeholders are $1, $2 on both engines"},
}

func TestOneSQLTextForTwoEngines(t *testing.T) {
	for _, s := range tree(t) {
		if s.test() || !s.in("internal/store") {
			continue
		}
		s.texts(func(lit *ast.BasicLit, text string) {
			if !fragment.MatchString(text) {
				return
			}
			for _, d := range differing {
				if d.found.MatchString(text) {
					t.Errorf("%s: %q: %s", s.at(lit), d.found.FindString(text), d.reason)
				}
			}
		})
	}
}

// tenantless are the tables whose primary key does not begin with the agency, each with its reason.
var tenantless = map[string]string{
	"tenant":  "it is the agency",
	"session": "it is found by its token before the agency is known",
	"outbox":  "the worker takes the oldest of all agencies",
	"lease":   "it belongs to the program, not to an agency",
}

var (
	sqlComment = regexp.MustCompile(`--[^\n]*`)
	sqlTable   = regexp.MustCompile(`(?s)CREATE TABLE (?:IF NOT EXISTS )?(\w+)\s*\((.*?)\n\)`)
	primaryKey = regexp.MustCompile(`PRIMARY KEY\s*\(\s*(\w+)`)
)

func TestEveryTableBeginsWithItsAgency(t *testing.T) {
	seen := map[string]bool{}
	migrations(t, func(path, text string) {
		for _, m := range sqlTable.FindAllStringSubmatch(text, -1) {
			table, key := m[1], primaryKey.FindStringSubmatch(m[2])
			seen[table] = true
			if _, named := tenantless[table]; named {
				continue
			}
			if key == nil || key[1] != "tenant_id" {
				t.Errorf("%s: the primary key of %s does not begin with tenant_id, so rows of two agencies could meet", path, table)
			}
		}
	})
	for table := range tenantless {
		if !seen[table] {
			t.Errorf("the exception %s is no table any more", table)
		}
	}
}

func TestMigrationsKeepToTheCommonSubset(t *testing.T) {
	engine := regexp.MustCompile(`_(sqlite|postgres)\.sql$`)
	migrations(t, func(path, text string) {
		if engine.MatchString(path) {
			return
		}
		for _, word := range []string{"STRICT", "AUTOINCREMENT", "SERIAL", "TIMESTAMP", "TIMESTAMPTZ", "JSONB", "UUID", "REAL", "DOUBLE", "FLOAT"} {
			if regexp.MustCompile(`\b` + word + `\b`).MatchString(text) {
				t.Errorf("%s uses %s: TEXT, BIGINT and BOOLEAN mean the same on both engines, and scores are whole numbers", path, word)
			}
		}
	})
}

func migrations(t *testing.T, fn func(path, text string)) {
	t.Helper()
	var paths []string
	err := walk(func(path string, content []byte) error {
		if filepath.Ext(path) == ".sql" {
			paths = append(paths, path)
			fn(path, sqlComment.ReplaceAllString(string(content), ""))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(paths, func(p string) bool { return strings.HasPrefix(p, "internal/store/migrations/") }) {
		t.Fatal("no migration was found: this test looks at the wrong place")
	}
}
