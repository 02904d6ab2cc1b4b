package main

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestNoPageReadsTheRowsOfOtherAgencies opens every page of a sample of several agencies and asks the database how it finds the rows of each query: none may
// go through a whole table that holds the rows of all agencies, nor through what an agency has of all years to find those of one.
func TestNoPageReadsTheRowsOfOtherAgencies(t *testing.T) {
	s, err := openLarge(context.Background(), t.TempDir(), handful, quietly)
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	asked := map[string]statement{}
	where := map[string]string{}
	for _, a := range s.accounts {
		for _, page := range s.linked(t, a.UserName) {
			for _, q := range flat(s.heard.during(func() { s.ask(a.UserName, page.path, "") })) {
				if _, ok := asked[q.text]; !ok && strings.Contains(q.text, "FROM") {
					asked[q.text], where[q.text] = q, page.path
				}
			}
		}
	}
	if len(asked) < 150 {
		t.Fatalf("only %d queries were heard", len(asked))
	}
	held := tenantTables(t, s.sample)
	whole := "SELECT COUNT(*) FROM registration r"
	if steps := plan(t, s.sample, statement{text: whole}); len(steps) != 1 || scanned(steps[0], whole) != "registration" {
		t.Fatalf("a query over a whole table is planned as %v", steps)
	}
	for text, q := range asked {
		for _, step := range plan(t, s.sample, q) {
			if table := scanned(step, text); held[table] {
				t.Errorf("%s reads all of %s (%s): %s", where[text], table, step, strings.Join(strings.Fields(text), " "))
			}
			if table := ofAllYears(step, text); slices.Contains(yearly, table) && where[text] != ofOnePerson {
				t.Errorf("%s reads %s of all years (%s): %s", where[text], table, step, strings.Join(strings.Fields(text), " "))
			}
		}
	}
}

// ofOnePerson is the page on all that is held of somebody, of whatever year.
const ofOnePerson = "/tai-khoan/du-lieu"

// tenantTables are the tables that hold rows of every agency.
func tenantTables(t *testing.T, s *sample) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	for _, name := range column(t, s, 0, `SELECT m.name FROM sqlite_schema m WHERE m.type = 'table' AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) c
		WHERE c.name = 'tenant_id')`) {
		out[name] = true
	}
	if !out["registration"] || !out["event"] || out["tenant"] {
		t.Fatalf("tables of all agencies: %v", out)
	}
	return out
}

// plan is how the database finds the rows of a query, a line for each table.
func plan(t *testing.T, s *sample, q statement) []string {
	t.Helper()
	return column(t, s, 3, "EXPLAIN QUERY PLAN "+q.text, q.args...)
}

// column reads one column of a query.
func column(t *testing.T, s *sample, at int, query string, args ...any) (out []string) {
	t.Helper()
	rows, err := s.bare.Query(query, args...)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		cells, into := make([]string, len(columns)), make([]any, len(columns))
		for i := range cells {
			into[i] = &cells[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		out = append(out, cells[at])
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// yearly are the tables that grow with each year and each person; the log is not among them, whose newest page is read in the order of its index.
var yearly = []string{"registration", "target", "registration_step", "progress", "evidence", "score_line", "finding", "vote_count"}

var (
	wholly   = regexp.MustCompile(`^SCAN (\w+)`)
	byAgency = regexp.MustCompile(`^SEARCH (\w+) .*\(tenant_id=\?\)`)
)

// scanned names the table that a step goes through from end to end; a step may name it by its alias in the query.
func scanned(step, query string) string {
	return tableOf(wholly.FindStringSubmatch(step), query)
}

// ofAllYears names the table of which a step reads all that the agency has.
func ofAllYears(step, query string) string {
	return tableOf(byAgency.FindStringSubmatch(step), query)
}

func tableOf(m []string, query string) string {
	if m == nil {
		return ""
	}
	if named := regexp.MustCompile(`(?i)(?:FROM|JOIN)\s+(\w+)\s+(?:AS\s+)?` + m[1] + `\b`).FindStringSubmatch(query); named != nil {
		return named[1]
	}
	return m[1]
}
