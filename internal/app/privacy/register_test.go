package privacy_test

import (
	"slices"
	"testing"

	"thidua/internal/app/privacy"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/vi/held"
)

// schema reads every column of the tables of open data, whatever the engine.
func schema(t *testing.T) map[string][]string {
	t.Helper()
	config := testkit.Config(t)
	db, err := store.Open(bg, config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	ask := `SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'goose%'`
	if config.URL != "" {
		ask = `SELECT c.table_name, c.column_name FROM information_schema.columns c JOIN information_schema.tables t ON t.table_name = c.table_name
			AND t.table_schema = c.table_schema WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND c.table_name NOT LIKE 'goose%'`
	}
	rows, err := testkit.Raw(t, config).QueryContext(bg, ask)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	out := map[string][]string{}
	for rows.Next() {
		var table, column string
		if err := rows.Scan(&table, &column); err != nil {
			t.Fatal(err)
		}
		out[table] = append(out[table], column)
	}
	if err := rows.Err(); err != nil || len(out) < 80 {
		t.Fatalf("%d tables, %v", len(out), err)
	}
	return out
}

// TestEveryColumnOfTheSchemaIsClassified asks for each column once: what is new must be said to be personal or not before it is kept.
func TestEveryColumnOfTheSchemaIsClassified(t *testing.T) {
	real := schema(t)
	known := map[string][]string{}
	for _, h := range privacy.Every() {
		columns := slices.Clone(h.Others)
		for _, c := range h.Own {
			columns = append(columns, c.Name)
			if held.Kind(c.Kind) == "" {
				t.Errorf("%s.%s: kind %q has no words", h.Table, c.Name, c.Kind)
			}
		}
		if known[h.Table] = columns; h.Subject != "" && (held.Of(h.Subject).Purpose == "" || held.Table(h.Table) == "" || !slices.Contains(privacy.Subjects, h.Subject)) {
			t.Errorf("%s has no words, or no subject: %q", h.Table, h.Subject)
		}
	}
	for table, columns := range real {
		slices.Sort(columns)
		slices.Sort(known[table])
		if !slices.Equal(columns, known[table]) {
			t.Errorf("internal/app/privacy/register.tsv: table %s\n has  %v\n says %v", table, columns, known[table])
		}
		delete(known, table)
	}
	for table := range known {
		t.Errorf("internal/app/privacy/register.tsv: there is no table %s", table)
	}
}
