package web_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/app/factor"
	"thidua/internal/auth/totp"
	"thidua/internal/file"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/web"
	"thidua/internal/web/handle"
)

// holders tells in which table the object of a wildcard lives; a route with another wildcard fails the walk until it is named here.
var holders = map[string]string{
	"unit": "unit", "person": "person", "account": "account", "council": "council", "movement": "movement", "edition": "edition", "round": "round",
	"kept": "kept_file", "registration": "registration", "target": "target", "evidence": "evidence", "sheet": "score_sheet", "session": "council_session",
	"nominee": "nominee", "paper": "paper", "edit": "paper_file", "earlier": "file_version", "slip": "cover_slip", "dossier": "dossier", "submission": "submission", "decision": "award_decision",
	"award": "award", "appraisal": "appraisal", "enrolment": "enrolment", "raised": "raise_list", "plan": "plan_source", "criterion": "criterion", "reply": "reply",
	"initiative": "initiative", "document": "movement_document", "task": "reform_task", "parcel": "parcel_in", "partner": "partner", "change": "org_change",
	"delivery": "delivery", "pledge": "pledge", "unitplan": "unit_plan", "question": "question", "related": "related_movement", "guided": "guided_criterion",
	"handover": "handover", "publicity": "publicity_item", "exemplar": "exemplar", "inspection": "inspection", "recommendation": "recommendation", "mobilisation": "mobilisation",
	"deputy": "deputy", "link": "leader_link", "import": "import_run", "request": "data_request", "proof": "proof_sheet",
}

// plain are wildcards that name no object of an agency; each value is one that the route would take.
var plain = map[string]string{"day": "2031-05-01", "year": "2025", "kind": "tap-the", "format": "pdf", "file": "phieu-dang-ky.pdf", "list": "dang-ky", "form": "giay-moi", "secret": "khong-co-lien-ket-nay", "code": "0000-0000-0000-0000"}

// walk is two provinces in one installation, and somebody of the first with each role.
type walk struct {
	core     *app.App
	server   http.Handler
	routes   []handle.Route
	raw      *sql.DB
	actors   map[string]thidua.Actor // by session token
	nobody   string                  // token of somebody without any role but his own
	season   *testkit.Season         // the first agency
	other    string                  // the second one
	stranger string                  // token of somebody of the second one
	ear      *ear                    // on the statements of their requests
}

func openWalk(t *testing.T) *walk {
	t.Helper()
	w, mine, theirs := openGround(t)
	fillForeign(t, theirs.Season)
	for user, person := range map[string]string{"truong": "Lý Văn Dũng", "thuky": "Nguyễn Thị Thu Hà", "chutich": "Trần Mạnh Khôi"} {
		w.enter(t, w.core, mine.Season, user, person)
	}
	for _, role := range thidua.Granted {
		w.enter(t, w.core, mine.Season, "vai-"+string(role), "", role)
	}
	w.enter(t, w.core, mine.Season, "nhieu-vai", "Hoàng Minh Tuấn", thidua.RoleOffice, thidua.RoleClerk, thidua.RoleHelper)
	w.nobody = w.enter(t, w.core, mine.Season, "canhan", "Phạm Mai Anh")
	w.stranger = w.enter(t, w.core, theirs.Season, "khac", "Phạm Mai Anh")
	w.enterAbove(t, w.core, mine)
	w.ear.listen(mine.Tenant)
	return w
}

// openGround is the program over the two provinces before anybody has an account.
func openGround(t *testing.T, change ...func(*store.Config)) (w *walk, mine, theirs testkit.Province) {
	t.Helper()
	config, heard := testkit.Config(t), &ear{}
	config.Trace = heard.hear
	for _, f := range change {
		f(&config)
	}
	db, err := store.Open(context.Background(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	mine, theirs = testkit.FillProvinces(t, db, "thanh-tra", "so-khac")
	files, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = files.Close() })
	core := app.New(db, app.WithFiles(files), app.WithSeal(parcel.NewKey()))
	s, err := web.New(web.Config{Core: core, Second: factor.Over(core, totp.NewKey(), false), Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Now: db.Clock, Searches: 1 << 30})
	if err != nil {
		t.Fatal(err)
	}
	w = &walk{core: core, server: s.Handler(), raw: testkit.Raw(t, config), actors: map[string]thidua.Actor{}, season: mine.Season, other: theirs.Tenant,
		ear: heard}
	for _, g := range s.Routes() {
		w.routes = append(w.routes, g.Routes...)
	}
	return w, mine, theirs
}

func (w *walk) enter(t *testing.T, core *app.App, s *testkit.Season, user, person string, roles ...thidua.Role) string {
	t.Helper()
	ctx, secret := context.Background(), "ruộng bậc thang mùa lúa"
	operator := thidua.Actor{Tenant: s.Tenant, Account: "operator", Roles: []thidua.Role{thidua.RoleAdmin}}
	if _, _, err := core.AddAccount(ctx, operator, agency.NewAccount{UserName: user, Person: s.People[person].ID, Roles: roles, Password: secret}); err != nil {
		t.Fatalf("%s: %v", user, err)
	}
	token, actor, err := core.SignIn(ctx, user, secret, "")
	if err != nil {
		t.Fatalf("%s: %v", user, err)
	}
	if s.Tenant != w.other {
		w.actors[token] = actor
	}
	return token
}

// enterAbove signs in somebody with each of the roles of Sở Nội vụ and of UBND tỉnh, to whom nothing of any agency belongs unless workAbove gives it.
func (w *walk) enterAbove(t *testing.T, core *app.App, p testkit.Province) {
	t.Helper()
	ctx, secret := context.Background(), "ruộng bậc thang mùa lúa"
	for kind, id := range map[thidua.AgencyKind]string{thidua.AgencyHomeAffairs: p.HomeAffairs, thidua.AgencyProvince: p.Decider} {
		for _, role := range kind.Granted() {
			user := "cap-tren-" + string(kind[:4]) + "-" + string(role)[:4]
			if _, _, err := core.AddAccount(ctx, thidua.Actor{Tenant: id, Account: "operator", Roles: []thidua.Role{thidua.RoleAdmin}},
				agency.NewAccount{UserName: user, Roles: []thidua.Role{role}, Password: secret}); err != nil {
				t.Fatalf("%s: %v", user, err)
			}
			token, actor, err := core.SignIn(ctx, user, secret, "")
			if err != nil {
				t.Fatalf("%s: %v", user, err)
			}
			w.actors[token] = actor
		}
		w.ear.above = append(w.ear.above, id)
	}
}

// workAbove puts work before Sở Nội vụ and UBND tỉnh, sent by the first agency.
func (w *walk) workAbove(t *testing.T) {
	t.Helper()
	var home, decide thidua.Actor
	for _, actor := range w.actors {
		switch {
		case actor.Has(thidua.RoleAppraiser):
			home = actor
		case actor.Has(thidua.RoleProvince):
			decide = actor
		}
	}
	fillAbove(t, w.core, w.season.Actor(ha), home, decide)
}

// allowed gives the token of somebody whom the route lets in, the one with the fewest roles.
func (w *walk) allowed(r handle.Route) (best string) {
	for _, token := range slices.Sorted(maps.Keys(w.actors)) {
		if r.Who.Allows(w.actors[token]) && (best == "" || len(w.actors[token].Roles) < len(w.actors[best].Roles)) {
			best = token
		}
	}
	return best
}

// keyOf is another key of a form for each address: a key that was used stops the next one.
func keyOf(path string) string {
	sum := sha256.Sum256([]byte(path))
	return hex.EncodeToString(sum[:])
}

func (w *walk) ask(r handle.Route, path, token string) (int, string, http.Header) {
	method, _, _ := strings.Cut(r.Pattern, " ")
	var body io.Reader = http.NoBody
	if handle.Changes(method) {
		body = strings.NewReader(url.Values{"version": {"1"}, "key": {keyOf(path)}, "reason": {"thử"}, "name": {"thử"}}.Encode())
	}
	q := httptest.NewRequest(method, "https://localhost"+path, body)
	if handle.Changes(method) {
		q.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if token != "" {
		q.AddCookie(&http.Cookie{Name: "__Host-thidua", Value: token})
	}
	answer := httptest.NewRecorder()
	w.server.ServeHTTP(answer, q)
	return answer.Code, requestID.ReplaceAllString(answer.Body.String(), "TD"), answer.Header()
}

var (
	requestID = regexp.MustCompile(`TD-\d{8}-[0-9A-F]{8}`)
	wildcard  = regexp.MustCompile(`\{(\w+)(\.\.\.)?\}`)
)

// paths fills the wildcards of a route, once for each action where it has one; id gives the id of an object by the table.
func paths(t *testing.T, pattern string, id func(table string) string) []string {
	t.Helper()
	_, path, _ := strings.Cut(pattern, " ")
	path = strings.ReplaceAll(path, "{$}", "")
	filled := wildcard.ReplaceAllStringFunc(path, func(mark string) string {
		name := wildcard.FindStringSubmatch(mark)[1]
		if value, ok := plain[name]; ok || name == "action" {
			if name == "action" {
				return mark
			}
			return value
		}
		table, ok := holders[name]
		if !ok {
			t.Errorf("%s: the walk does not know {%s}: name its table in holders, or its value in plain", pattern, name)
		}
		return id(table)
	})
	if !strings.Contains(filled, "{action}") {
		return []string{filled}
	}
	var out []string
	for _, do := range actions() {
		out = append(out, strings.ReplaceAll(filled, "{action}", string(do)))
	}
	return out
}

// actions is every word that the program knows as an act, read from its source, and one that it does not know: a route with an action in
// its path is asked for each of them.
var actions = sync.OnceValue(func() (out []thidua.Action) {
	files, err := filepath.Glob("../../*.go")
	if err != nil || len(files) == 0 {
		panic("the vocabulary is not where it was")
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			panic(err)
		}
		for _, m := range anAction.FindAllStringSubmatch(string(text), -1) {
			out = append(out, thidua.Action(m[1]))
		}
	}
	return append(out, "y-kien", "khong-co")
})

var anAction = regexp.MustCompile(`(?m)^\s+\w+\s+Action\s+= "([^"]+)"`)

const unknownID = "019fffff-ffff-7fff-bfff-ffffffffffff"

func unknown(string) string { return unknownID }

// foreign gives the id of an object of the other agency; the fixture has to make one for every kind that a route names.
func (w *walk) foreign(t *testing.T) func(table string) string {
	return func(table string) string {
		t.Helper()
		var id string
		if err := w.raw.QueryRow(`SELECT id FROM ` + table + ` WHERE tenant_id = '` + w.other + `' ORDER BY id LIMIT 1`).Scan(&id); err != nil {
			t.Errorf("no foreign row in %s: add one to fillForeign (%v)", table, err)
			return unknownID
		}
		return id
	}
}

func TestCase02EveryRouteRefusesAndChangesNothing(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	before := testkit.Fingerprint(t, w.raw)
	for _, r := range w.routes {
		if !r.Who.Open() {
			w.withoutSession(t, r)
			w.withoutRight(t, r)
			w.withForeignID(t, r)
		}
	}
	unchanged(t, before, testkit.Fingerprint(t, w.raw))
	w.ear.nothingLoose(t)
	for _, table := range tablesOfTheSchema(t) {
		if _, seen := before[table]; !seen && !slices.Contains(passing, table) {
			t.Errorf("nobody looks whether table %s changed", table)
		}
	}
}

// passing are the tables that a refused request may change: who is signed in, how often somebody tried, how far the log is sealed, who looked at whom.
var passing = []string{"session", "sign_in_guard", "idempotency", "lease", "outbox", "leaf", "log_node", "checkpoint", "data_view"}

// tablesOfTheSchema reads the names of all tables out of the migrations.
func tablesOfTheSchema(t *testing.T) (out []string) {
	t.Helper()
	files, err := filepath.Glob("../store/migrations/*.sql")
	if err != nil || len(files) == 0 {
		t.Fatal("no migrations", err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`CREATE TABLE (\w+)`).FindAllStringSubmatch(string(text), -1) {
			out = append(out, m[1])
		}
		for _, m := range regexp.MustCompile(`ALTER TABLE (\w+) RENAME TO`).FindAllStringSubmatch(string(text), -1) {
			out = slices.DeleteFunc(out, func(name string) bool { return name == m[1] })
		}
	}
	return out
}

func (w *walk) withoutSession(t *testing.T, r handle.Route) {
	t.Helper()
	for _, token := range []string{"", "no-such-session"} {
		for _, path := range paths(t, r.Pattern, unknown) {
			code, _, header := w.ask(r, path, token)
			toSignIn := code == http.StatusSeeOther && strings.HasPrefix(header.Get("Location"), "/dang-nhap")
			if strings.HasPrefix(r.Pattern, "GET") != toSignIn || !toSignIn && code != http.StatusUnauthorized {
				t.Errorf("%s without a session: %d, to %q", path, code, header.Get("Location"))
			}
		}
	}
}

func (w *walk) withoutRight(t *testing.T, r handle.Route) {
	t.Helper()
	if len(r.Who.Needs()) == 0 {
		return
	}
	for token, actor := range w.actors {
		if r.Who.Allows(actor) {
			continue
		}
		for _, path := range paths(t, r.Pattern, unknown) {
			if code, _, _ := w.ask(r, path, token); code != http.StatusForbidden && code != http.StatusNotFound {
				t.Errorf("%s for roles %v: %d", path, actor.Roles, code)
			}
		}
	}
}

// withForeignID asks for an object of the other agency and for one that never was: the two answers must not differ by a byte.
func (w *walk) withForeignID(t *testing.T, r handle.Route) {
	t.Helper()
	token := w.allowed(r)
	if token == "" {
		t.Errorf("%s: nobody of the walk may use it", r.Pattern)
		return
	}
	strange := paths(t, r.Pattern, w.foreign(t))
	for i, path := range paths(t, r.Pattern, unknown) {
		if !strings.Contains(path, unknownID) {
			continue
		}
		code, body, _ := w.ask(r, path, token)
		foreignCode, foreignBody, _ := w.ask(r, strange[i], token)
		if code != http.StatusNotFound && code != http.StatusForbidden {
			t.Errorf("%s %s with an unknown id: %d", r.Pattern, path, code)
		}
		if foreignCode != code || strings.ReplaceAll(foreignBody, strange[i], "") != strings.ReplaceAll(body, path, "") {
			t.Errorf("%s tells a foreign object from an unknown one: %d and %d", r.Pattern, foreignCode, code)
		}
	}
}
