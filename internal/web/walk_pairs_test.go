package web_test

import (
	"context"
	"database/sql"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/testkit"
	"thidua/internal/web/handle"
)

// slots gives the wildcards of a route that name objects, in their order.
func slots(pattern string) (out []string) {
	for _, m := range wildcard.FindAllStringSubmatch(pattern, -1) {
		if holders[m[1]] != "" {
			out = append(out, m[1])
		}
	}
	return out
}

// fill puts an id into each slot of a route; the other wildcards stand as in paths.
func fill(t *testing.T, pattern string, ids map[string]string) []string {
	t.Helper()
	for name, id := range ids {
		pattern = strings.ReplaceAll(pattern, "{"+name+"}", id)
	}
	return paths(t, pattern, unknown)
}

// TestCase06OwnParentWithForeignChild sends every mix of own and foreign ids to every route with two of them. Each is answered like the same mix
// with ids that never were, and nothing changes.
func TestCase06OwnParentWithForeignChild(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	fillForeign(t, w.season)
	before := testkit.Fingerprint(t, w.raw)
	own, foreign := w.of(t, w.season.Tenant), w.of(t, w.other)
	pairs := 0
	for _, r := range w.routes {
		names := slots(r.Pattern)
		if len(names) < 2 || r.Who.Open() {
			continue
		}
		for mix := range 1<<len(names) - 2 {
			strange, never := map[string]string{}, map[string]string{}
			for i, name := range names {
				strange[name], never[name] = own(holders[name]), own(holders[name])
				if mix&(1<<i) == 0 {
					strange[name], never[name] = foreign(holders[name]), unknownID
				}
			}
			pairs++
			w.sameRefusal(t, r, fill(t, r.Pattern, strange), fill(t, r.Pattern, never))
		}
	}
	if pairs < 8 {
		t.Errorf("only %d mixes asked", pairs)
	}
	unchanged(t, before, testkit.Fingerprint(t, w.raw))
}

func (w *walk) sameRefusal(t *testing.T, r handle.Route, strange, never []string) {
	t.Helper()
	for i := range strange {
		for token, actor := range w.actors {
			if !r.Who.Allows(actor) {
				continue
			}
			code, body, _ := w.ask(r, strange[i], token)
			wants, told, _ := w.ask(r, never[i], token)
			if code != wants || code != http.StatusNotFound && code != http.StatusForbidden ||
				strings.ReplaceAll(body, strange[i], "") != strings.ReplaceAll(told, never[i], "") {
				t.Errorf("%s for %v: %d where ids that never were give %d", strange[i], actor.Roles, code, wants)
			}
		}
	}
}

// of gives the id of an object of an agency by its table.
func (w *walk) of(t *testing.T, tenant string) func(table string) string {
	return func(table string) (id string) {
		t.Helper()
		if err := w.raw.QueryRow(`SELECT id FROM ` + table + ` WHERE tenant_id = '` + tenant + `' ORDER BY id LIMIT 1`).Scan(&id); err != nil {
			t.Errorf("no row of %s in %s: add one to fillForeign (%v)", tenant, table, err)
		}
		return id
	}
}

func unchanged(t *testing.T, before, after map[string]string) {
	t.Helper()
	for table, hash := range before {
		if after[table] != hash {
			t.Errorf("table %s changed: %s, then %s", table, hash, after[table])
		}
	}
}

// typedIDs tells which object a field of a form names; every other field that is read gets a foreign person.
var typedIDs = map[string]string{"nominee": "nominee", "session": "council_session", "submission": "submission", "unit": "unit", "criterion": "criterion",
	"award": "award_form", "standard": "standard", "id": "initiative", "document": "movement_document", "round": "round", "don-vi": "unit"}

// fieldsRead is every name of a field that a page reads, out of the source of the pages.
func fieldsRead(t *testing.T) (out []string) {
	t.Helper()
	read := regexp.MustCompile(`(?:Form\.(?:Get|All)\(|text\(c, |day\(c, |whole\(c, )"([a-z-]+)"`)
	files, err := filepath.Glob("*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range read.FindAllStringSubmatch(string(source), -1) {
			if !slices.Contains(out, m[1]) {
				out = append(out, m[1])
			}
		}
	}
	if len(out) < 40 {
		t.Fatalf("only %d fields found in the pages", len(out))
	}
	return out
}

// TestCase08NoFormTakesAForeignObject posts, on the own objects of every route, forms whose fields all name objects of the other agency. Much may
// be refused and some may be done; no row of either agency ever names an object of the other.
func TestCase08NoFormTakesAForeignObject(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	fillForeign(t, w.season)
	own, foreign := w.of(t, w.season.Tenant), w.of(t, w.other)
	tokens := map[string]thidua.Actor{}
	for token, actor := range w.actors {
		if len(actor.Heads) > 0 || actor.Has(thidua.RoleSecretary, thidua.RoleChair, thidua.RoleLeader, thidua.RoleAdmin) {
			tokens[token] = actor
		}
	}
	person := foreign("person")
	forms := []url.Values{{}, {}}
	for _, field := range fieldsRead(t) {
		id := person
		if table := typedIDs[field]; table != "" {
			id = foreign(table)
		}
		forms[0].Set(field, id)
		forms[1].Set(field, id)
	}
	forms[0].Set("subject", "individual:"+person)
	forms[1].Set("subject", "collective:"+foreign("unit"))
	for _, form := range forms {
		form.Set("chon", foreign("registration")+":1")
		form.Set("on", "14/01/2025")
		form.Set("value", "1")
		form.Set("name", "Tên thử")
		form.Set("text", "Nội dung thử")
		form.Set("reason", "Lý do thử")
		form.Set("version", "1")
		assign(t, form)
		w.postAll(t, tokens, own, form)
	}
	w.ear.nothingLoose(t)
	for _, table := range tablesOfTheSchema(t) {
		w.crossed(t, table)
		unassigned(t, w.raw, table)
	}
}

const assigned = "gan-hang-loat"

// assign adds a field for every column of the schema that no page reads: case 8, mass assignment.
func assign(t *testing.T, form url.Values) {
	t.Helper()
	read, typed := fieldsRead(t), fieldsTyped(t)
	for _, column := range columnsOfTheSchema(t) {
		if !form.Has(column) && !slices.Contains(read, column) && !typed[column] {
			form.Set(column, assigned)
		}
	}
	for _, name := range []string{"created_by", "signed_at", "judge_id", "score", "status", "tenant"} {
		form.Set(name, assigned)
	}
}

// fieldsTyped are the fields of text that a page reads besides: they are what somebody types there, and keep it.
func fieldsTyped(t *testing.T) map[string]bool {
	t.Helper()
	read, out := regexp.MustCompile(`Form\.Text\("([a-z-]+)"|"([a-z-]+)": &`), map[string]bool{}
	files, err := filepath.Glob("*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range read.FindAllStringSubmatch(string(source), -1) {
			out[m[1]+m[2]] = true
		}
	}
	return out
}

// columnsOfTheSchema reads the names of all columns out of the migrations.
func columnsOfTheSchema(t *testing.T) (out []string) {
	t.Helper()
	files, err := filepath.Glob("../store/migrations/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`\b([a-z_]+) +(?:TEXT|BIGINT|BOOLEAN)\b`).FindAllStringSubmatch(string(text), -1) {
			if !slices.Contains(out, m[1]) {
				out = append(out, m[1])
			}
		}
	}
	if len(out) < 150 {
		t.Fatalf("only %d columns found", len(out))
	}
	return out
}

// unassigned looks for what assign sent: no row has taken it.
func unassigned(t *testing.T, raw *sql.DB, table string) {
	t.Helper()
	eachCell(t, raw, table, func(column, value string) {
		if strings.Contains(value, assigned) {
			t.Errorf("%s.%s was assigned by a form", table, column)
		}
	})
}

func (w *walk) eachCell(t *testing.T, table string, look func(column, value string)) {
	t.Helper()
	eachCell(t, w.raw, table, look)
}

// eachCell reads a whole table.
func eachCell(t *testing.T, raw *sql.DB, table string, look func(column, value string)) {
	t.Helper()
	rows, err := raw.Query(`SELECT * FROM "` + table + `"`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	for rows.Next() {
		values, into := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		for i, v := range values {
			look(columns[i], v.String)
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

// crossed looks for rows in which one agency names an object of the other.
func (w *walk) crossed(t *testing.T, table string) {
	t.Helper()
	belongs := w.owners(t)
	rows, err := w.raw.Query(`SELECT * FROM "` + table + `"`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	agency := slices.Index(columns, "tenant_id")
	for agency >= 0 && rows.Next() {
		values, into := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		for i, v := range values {
			if of := belongs[v.String]; strings.HasSuffix(columns[i], "_id") && of != "" && of != values[agency].String {
				t.Errorf("%s.%s of %s names an object of %s", table, columns[i], values[agency].String, of)
			}
		}
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
}

// owners tells whose each object is.
func (w *walk) owners(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, table := range append(slices.Collect(maps.Values(holders)), "award_form", "standard") {
		for _, tenant := range []string{w.season.Tenant, w.other} {
			for _, id := range idsOf(t, w.raw, table, tenant) {
				out[id] = tenant
			}
		}
	}
	return out
}

func (w *walk) postAll(t *testing.T, tokens map[string]thidua.Actor, own func(string) string, form url.Values) {
	t.Helper()
	for _, r := range w.routes {
		if !strings.HasPrefix(r.Pattern, "POST") || r.Who.Open() || r.Pattern == "POST /dang-xuat" || r.Pattern == "POST /doi-mat-khau" {
			continue
		}
		for _, path := range paths(t, r.Pattern, own) {
			for token, actor := range tokens {
				if !r.Who.Allows(actor) {
					continue
				}
				if code := w.send(path, token, form); code >= http.StatusInternalServerError {
					t.Errorf("%s with foreign ids: %d", path, code)
				}
			}
		}
	}
}

func (w *walk) send(path, token string, form url.Values) int {
	q := httptest.NewRequestWithContext(context.Background(), http.MethodPost, "https://localhost"+path, strings.NewReader(form.Encode()))
	q.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	q.AddCookie(&http.Cookie{Name: "__Host-thidua", Value: token})
	answer := httptest.NewRecorder()
	w.server.ServeHTTP(answer, q)
	_, _ = io.Copy(io.Discard, answer.Body)
	return answer.Code
}

func idsOf(t *testing.T, db *sql.DB, table, tenant string) (out []string) {
	t.Helper()
	rows, err := db.Query(`SELECT id FROM ` + table + ` WHERE tenant_id = '` + tenant + `'`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			t.Fatal(err)
		}
		out = append(out, id)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}
