package web_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/csv"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/app/backup"
	"thidua/internal/app/privacy"
	files "thidua/internal/backup"
	"thidua/internal/file"
	"thidua/internal/logs"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/vi"
	"thidua/internal/web"
	"thidua/internal/web/handle"
)

// looks are the acts by which the log tells that restricted data were shown or left as a file.
var looks = []thidua.Action{thidua.LimitedSeen, thidua.DataSeen, thidua.DataListed, thidua.FileTaken}

// TestEveryDoorOfRestrictedDataLeavesAnEvent opens each route by which restricted data are shown: what is shown leaves an event, the second look none.
func TestEveryDoorOfRestrictedDataLeavesAnEvent(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	fillForeign(t, w.season)
	w.workAbove(t)
	own, shown := w.of(t, w.season.Tenant), 0
	routes := map[string]handle.Route{}
	for _, r := range w.routes {
		routes[r.Pattern] = r
	}
	asked := map[string]bool{}
	for column, doors := range privacy.Doors() {
		for _, door := range doors {
			if !strings.HasPrefix(door, "GET ") || asked[door] {
				continue
			}
			asked[door] = true
			r, known := routes[door]
			if !known {
				t.Errorf("internal/app/privacy/doors.tsv: %s names %s, which is no route", column, door)
				continue
			}
			if w.looksTwice(t, r, own) {
				shown++
			}
		}
	}
	if shown < 12 {
		t.Errorf("only %d of %d doors showed something", shown, len(asked))
	}
}

func (w *walk) looksTwice(t *testing.T, r handle.Route, own func(string) string) bool {
	t.Helper()
	token := w.allowed(r)
	if strings.Contains(r.Pattern, "{appraisal}") {
		token, own = w.holdingAbove(thidua.RoleAppraiser), func(table string) (id string) {
			if err := w.raw.QueryRow(`SELECT id FROM ` + table + ` LIMIT 1`).Scan(&id); err != nil {
				t.Errorf("%s: %v", table, err)
			}
			return id
		}
	}
	path := paths(t, r.Pattern, own)[0]
	if strings.Contains(r.Pattern, "/excel/") {
		path = "/excel/" + agency.PeopleList + "/hien-tai/bieu.xlsx"
	}
	code, _, header := w.ask(r, path, token)
	if code != http.StatusOK {
		return false
	}
	kind, object := "page", path
	if m := wildcard.FindStringSubmatch(r.Pattern); m != nil {
		kind, object = m[1], strings.Split(path, "/")[slices.Index(strings.Split(r.Pattern, "/"), m[0])]
	}
	after := w.looked(t, token, "")
	if w.looked(t, token, kind+":"+object)+w.looked(t, token, "file:"+path) == 0 {
		t.Errorf("%s showed %s and the log tells nothing", path, w.actors[token].Name)
	}
	w.ask(r, path, token)
	if again := w.looked(t, token, ""); header.Get("Content-Disposition") == "" && again != after {
		t.Errorf("%s: the second look of the day left %d events more", path, again-after)
	}
	return true
}

// looked counts what the log tells of the looks of an account, at one object or at all.
func (w *walk) looked(t *testing.T, token, object string) (n int) {
	t.Helper()
	verbs := make([]string, len(looks))
	for i, v := range looks {
		verbs[i] = "'" + string(v) + "'"
	}
	ask := `SELECT COUNT(*) FROM event WHERE actor = 'account:` + w.actors[token].Account + `' AND verb IN (` + strings.Join(verbs, ", ") + `)`
	if object != "" {
		ask += ` AND object = '` + object + `'`
	}
	if err := w.raw.QueryRow(ask).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

// recorded is a program that is watched: its log of requests, its data, and what must stand in neither.
type recorded struct {
	t       *testing.T
	server  http.Handler
	core    *app.App
	db      *store.DB
	tenant  string
	lines   bytes.Buffer
	dump    func() string
	secrets []string
}

func openRecorded(t *testing.T) *recorded {
	t.Helper()
	config := testkit.Config(t)
	db, err := store.Open(context.Background(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	season := testkit.FillSeason(t, db, "thanh-tra")
	kept, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = kept.Close() })
	r := &recorded{t: t, core: app.New(db, app.WithFiles(kept)), db: db, tenant: season.Tenant}
	s, err := web.New(web.Config{Core: r.core, Log: logs.New(&r.lines, true), Now: db.Clock, Origin: app.From})
	if err != nil {
		t.Fatal(err)
	}
	r.server = s.Handler()
	raw := testkit.Raw(t, config)
	r.dump = func() string {
		var out strings.Builder
		for _, ask := range []string{`SELECT actor || ' ' || acting_for || ' ' || verb || ' ' || object FROM event`,
			`SELECT COALESCE(actor_name, '') || ' ' || COALESCE(object_name, '') || ' ' || COALESCE(reason, '') || ' ' || COALESCE(origin, '') || ' ' ||
				COALESCE(before_json, '') || ' ' || COALESCE(after_json, '') FROM event_detail`} {
			out.WriteString(allText(t, raw, ask))
		}
		return out.String()
	}
	return r
}

// enter makes an account and signs it in over HTTP; the token is one of the secrets.
func allText(t *testing.T, raw *sql.DB, query string) string {
	t.Helper()
	rows, err := raw.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var out strings.Builder
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			t.Fatal(err)
		}
		out.WriteString(text + "\n")
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func (r *recorded) enter(user string, role thidua.Role) (token, account string) {
	r.t.Helper()
	operator := thidua.Actor{Tenant: r.tenant, Account: "operator", Name: vi.Operator, Roles: []thidua.Role{thidua.RoleAdmin}}
	password := "ruộng bậc thang mùa lúa " + strconv.Itoa(len(r.secrets))
	c, _, err := r.core.AddAccount(context.Background(), operator, agency.NewAccount{UserName: user, Roles: []thidua.Role{role}, Password: password})
	if err != nil {
		r.t.Fatal(err)
	}
	got := r.send(http.MethodPost, "/dang-nhap", "", url.Values{"user": {user}, "password": {password}})
	for _, cookie := range got.Result().Cookies() {
		if cookie.Name == "__Host-thidua" {
			token = cookie.Value
		}
	}
	if token == "" {
		r.t.Fatalf("%s cannot sign in: %d", user, got.Code)
	}
	r.secrets = append(r.secrets, password, token)
	return token, c
}

func (r *recorded) send(method, path, token string, form url.Values) *httptest.ResponseRecorder {
	q := httptest.NewRequest(method, "https://localhost"+path, strings.NewReader(form.Encode()))
	q.RemoteAddr = "192.0.2.7:40000"
	q.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if token != "" {
		q.AddCookie(&http.Cookie{Name: "__Host-thidua", Value: token})
	}
	answer := httptest.NewRecorder()
	r.server.ServeHTTP(answer, q)
	return answer
}

// TestCase79WhatHappensOverHTTPStandsInTheLog does each act of security against the running handler and finds it in the exported log with who, when in
// UTC, what and from where; no password, token, code or number of an identity card that was typed stands in an event, a detail or a line of the server.
func TestCase79WhatHappensOverHTTPStandsInTheLog(t *testing.T) {
	t.Parallel()
	r := openRecorded(t)
	admin, _ := r.enter("quantri", thidua.RoleAdmin)
	inspector, watched := r.enter("giamsat", thidua.RoleInspector)
	const card, wrong = "010203004567", "một mật khẩu gõ sai"
	r.secrets = append(r.secrets, card, wrong)
	r.send(http.MethodPost, "/dang-nhap", "", url.Values{"user": {"giamsat"}, "password": {wrong}})
	r.send(http.MethodPost, "/dang-nhap", "", url.Values{"user": {card}, "password": {card}})
	r.send(http.MethodGet, "/nguoi-dung?q="+card, inspector, nil)
	r.send(http.MethodGet, "/nguoi-dung", admin, nil)
	r.send(http.MethodGet, "/nhat-ky/xuat?dang=csv", admin, nil)
	page, err := goquery.NewDocumentFromReader(r.send(http.MethodGet, "/co-quan", admin, nil).Body)
	if err != nil {
		t.Fatal(err)
	}
	form := fieldsOf(page, `form[action="/co-quan"]`)
	form.Set("place", "Sa Pa")
	r.send(http.MethodPost, "/co-quan", admin, form)
	r.send(http.MethodPost, "/nguoi-dung/"+watched+"/"+string(thidua.RoleGranted), admin, url.Values{"role": {string(thidua.RoleClerk)}, "from": {"01/01/2020"}, "password": {r.secrets[0]}})
	given := r.send(http.MethodPost, "/nguoi-dung/"+watched+"/"+string(thidua.PasswordReset), admin, nil)
	first := regexp.MustCompile(`[A-Za-z0-9]{4,}(?:-[A-Za-z0-9]{4,}){2,}`).FindString(given.Body.String())
	if first == "" {
		t.Fatalf("no first password on the page: %d", given.Code)
	}
	r.secrets = append(r.secrets, first)
	r.machine()
	fresh, _ := r.enter("giamsat2", thidua.RoleInspector)
	r.found(fresh)
	everything := r.dump() + r.lines.String()
	for _, secret := range r.secrets {
		if strings.Contains(everything, secret) {
			t.Errorf("the log holds %q", secret)
		}
	}
	if !strings.Contains(everything, "Sa Pa") || !strings.Contains(r.lines.String(), `"id":"TD-`) {
		t.Error("nothing of what happened was dumped")
	}
}

// machine does what happens to the server itself.
func (r *recorded) machine() {
	r.t.Helper()
	ctx, operator := app.From(context.Background(), "192.0.2.7"), thidua.Actor{Account: "operator", Name: vi.Operator}
	for _, err := range []error{
		r.core.NoteStart(ctx, operator, false), r.core.NoteClock(ctx, operator, 24*time.Hour),
		backup.NoteRestored(ctx, r.db, operator, files.Note{MadeAt: testkit.Today}), r.core.NoteStop(ctx, operator),
	} {
		if err != nil {
			r.t.Fatal(err)
		}
	}
}

// found reads the log as an inspector takes it out.
func (r *recorded) found(token string) {
	r.t.Helper()
	answer := r.send(http.MethodGet, "/nhat-ky/xuat?dang=csv", token, nil)
	read := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(answer.Body.Bytes(), []byte("\ufeff"))))
	rows, err := read.ReadAll()
	if err != nil || len(rows) < 10 {
		r.t.Fatalf("%d rows, %v", len(rows), err)
	}
	told := map[string]int{}
	for _, row := range rows {
		at := slices.IndexFunc(row, func(cell string) bool {
			_, err := time.Parse("2006-01-02T15:04:05Z", strings.Replace(stampOf(cell), " ", "T", 1))
			return err == nil
		})
		if at < 0 {
			continue
		}
		who, what, from := row[at+1], row[at+3], row[at+8]
		if told[what]++; who == "" || from != "192.0.2.7" && who != vi.Operator && what != vi.Done("mo-mua") {
			r.t.Errorf("who, when, what, from where: %q", row)
		}
	}
	for _, do := range []thidua.Action{thidua.SignInRefused, thidua.SignedIn, thidua.AccessRefused, thidua.FileTaken, thidua.LimitedSeen, thidua.AgencySaved,
		thidua.RoleGranted, thidua.PasswordReset, thidua.DataRestored, thidua.ClockJumped, thidua.ServerStarted, thidua.ServerStopped} {
		if told[vi.Done(do)] == 0 {
			r.t.Errorf("%s is not in the log", do)
		}
	}
}

// stampOf cuts the parts of a second off a moment in UTC; empty for what is none.
func stampOf(cell string) string {
	if cell = strings.TrimPrefix(cell, "'"); len(cell) < 20 || !strings.HasSuffix(cell, "Z") {
		return ""
	}
	return cell[:19] + "Z"
}
