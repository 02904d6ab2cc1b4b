package web_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"thidua/internal/testkit"
	"thidua/internal/web"
	"thidua/internal/web/handle"
)

// innards are words that tell what is inside of the program or the machine.
var innards = regexp.MustCompile(`goroutine \d|panic:|runtime\.|\.go:\d|\bSELECT |SQLITE|SQLSTATE|pgx|sql: |/root/|/tmp/|thidua/internal|go1\.\d|nginx|no such file`)

// TestCase64AnErrorTellsNothing asks for what is not there, what is too large and what breaks, as a stranger and as a person: a page in words with the
// code of the request, and nothing of the inside.
func TestCase64AnErrorTellsNothing(t *testing.T) {
	var log bytes.Buffer
	s, a := newServer(t, func(c *web.Config) {
		c.Groups = append(c.Groups, faulty(), handle.Group{Name: "vỡ", Routes: []handle.Route{
			{Pattern: "GET /vo", Who: handle.SignedIn, Do: func(*handle.Ctx) error { panic("SELECT secret FROM account") }},
			{Pattern: "GET /vo-cong-khai", Who: handle.Public, Do: func(*handle.Ctx) error { return fmt.Errorf("open /root/x: no such file") }},
			{Pattern: "POST /nhan", Who: handle.SignedIn, Do: func(c *handle.Ctx) error { return c.Redirect("/") }},
		}})
		c.Log = slog.New(slog.NewJSONHandler(&log, nil))
	})
	a.sessions["the-session"] = true
	asked := []struct {
		method, path, body string
		status             int
	}{{"GET", "/vo", "", 500}, {"GET", "/vo-cong-khai", "", 500}, {"GET", "/thu/500", "", 500}, {"GET", "/thu/403", "", 403}, {"GET", "/dang-xuat", "", 405},
		{"POST", "/nhan", "a=" + strings.Repeat("x", 300<<10), 413}, {"POST", "/nhan", "a=%zz", 400}, {"POST", "/nhan", "a=%ff", 400}}
	for _, path := range strings.Fields(`/debug/pprof/ /debug/pprof/heap /debug/vars /metrics /healthz.bak /.git/config /.git/HEAD /.env /.well-known/x /backup.zip /thidua.db
		/thidua.db-wal /audit.key /seal.key /tinh/manifest.json /tinh/../go.mod /server-status /admin /phpinfo.php /index.php /wp-login.php /robots.txt~ /web.config
		/thidua-sao-luu/ /files/salt /tinh/ /favicon.ico.bak /actuator/env /graphql /swagger.json /.DS_Store /config.yaml`) {
		asked = append(asked, struct {
			method, path, body string
			status             int
		}{"GET", path, "", 404})
	}
	for _, q := range asked {
		for _, who := range []func(*http.Request){nil, asHa} {
			got := do(t, s.Handler(), q.method, q.path, q.body, who)
			text := words(t, got)
			toSignIn := who == nil && (got.StatusCode == http.StatusSeeOther || got.StatusCode == http.StatusUnauthorized)
			if got.StatusCode != q.status && !toSignIn && (got.StatusCode/100 != 3 || q.status != 404) {
				t.Errorf("%s %s: %d, want %d", q.method, q.path, got.StatusCode, q.status)
			}
			if m := innards.FindString(text); m != "" {
				t.Errorf("%s %s shows %q", q.method, q.path, m)
			}
			if server := got.Header.Get("Server") + got.Header.Get("X-Powered-By"); server != "" {
				t.Errorf("%s %s names %q", q.method, q.path, server)
			}
			if got.StatusCode >= 500 && !requestID.MatchString(text) {
				t.Errorf("%s %s gives no code of the request", q.method, q.path)
			}
		}
	}
	if !strings.Contains(log.String(), "SELECT secret") {
		t.Error("what broke is not in the log")
	}
}

// echo answers with what the handler saw of a form.
func echo() handle.Group {
	return handle.Group{Name: "thử", Routes: []handle.Route{{Pattern: "POST /thu/nhan/{id}", Who: handle.SignedIn, Do: func(c *handle.Ctx) error {
		c.W.Header().Set("Seen", url.QueryEscape(fmt.Sprintf("%s|%s|%v|%d|%q", c.Path("id"), c.Form.Get("id"), c.Form.All("id"), c.Form.Version(), c.Form.Get("text"))))
		return c.Redirect("/")
	}}}}
}

func seen(t *testing.T, s *web.Server, path, body string) (int, string) {
	t.Helper()
	got := do(t, s.Handler(), "POST", path, body, asHa)
	text, err := url.QueryUnescape(got.Header.Get("Seen"))
	if err != nil {
		t.Fatal(err)
	}
	return got.StatusCode, text
}

// TestCase71OnlyWholeUTF8InOneForm sends broken text in the query, in a form and in a form with files, in names and in values: 400, or what was typed in
// composed letters.
func TestCase71OnlyWholeUTF8InOneForm(t *testing.T) {
	s, a := newServer(t, func(c *web.Config) { c.Groups = append(c.Groups, echo()) })
	a.sessions["the-session"] = true
	for _, bad := range []string{"%ff", "%c0%af", "%e0%80%af", "%ed%a0%80", "%ed%b0%80", "%f4%90%80%80", "a%00b", "%f8%88%80%80%80", "%c3"} {
		for _, c := range []struct{ method, path, body string }{
			{"POST", "/thu/nhan/1", "text=" + bad}, {"POST", "/thu/nhan/1", bad + "=x"}, {"GET", "/tat-ca?q=" + bad, ""}, {"GET", "/tat-ca?" + bad + "=1", ""},
		} {
			if got := do(t, s.Handler(), c.method, c.path, c.body, asHa); got.StatusCode != http.StatusBadRequest {
				t.Errorf("%s %s %s: %d", c.method, c.path, c.body, got.StatusCode)
			}
		}
		raw, err := url.PathUnescape(bad)
		if err != nil {
			t.Fatal(err)
		}
		var body bytes.Buffer
		w := multipart.NewWriter(&body)
		_ = w.WriteField("text", raw)
		_ = w.Close()
		got := do(t, s.Handler(), "POST", "/thu/nhan/1", body.String(), func(r *http.Request) { asHa(r); r.Header.Set("Content-Type", w.FormDataContentType()) })
		if got.StatusCode != http.StatusBadRequest {
			t.Errorf("in a form with files %s: %d", bad, got.StatusCode)
		}
	}
	if code, text := seen(t, s, "/thu/nhan/1", "text="+url.QueryEscape("Ho\u0302\u0300")); code != http.StatusSeeOther || !strings.Contains(text, "H\u1ed3") {
		t.Errorf("decomposed letters: %d, %s", code, text)
	}
	if code, _ := seen(t, s, "/thu/nhan/1", "text=a"+url.QueryEscape(strings.Repeat("\u0301", 1<<19))); code != http.StatusRequestEntityTooLarge {
		t.Errorf("a megabyte of marks: %d", code)
	}
	for _, path := range []string{"/%ff", "/%00", "/ho-so/%c0%ae%c0%ae/x", "/dang-ky/%ed%a0%80"} {
		if got := do(t, s.Handler(), "GET", path, "", asHa); got.StatusCode != http.StatusNotFound && got.StatusCode != http.StatusBadRequest {
			t.Errorf("%s: %d", path, got.StatusCode)
		}
	}
}

// TestCase72OneSourceForOneValue sends a value twice, in the query and in the form, as a list and as a number that is none: the first of the form
// counts, the query of a form counts nothing, and the object is the one of the path.
func TestCase72OneSourceForOneValue(t *testing.T) {
	s, a := newServer(t, func(c *web.Config) { c.Groups = append(c.Groups, echo()) })
	a.sessions["the-session"] = true
	for _, c := range []struct{ path, body, want string }{
		{"/thu/nhan/1", "id=2&id=3", `1|2|[2 3]|0|""`},
		{"/thu/nhan/1?id=9", "id=2", `1|2|[2]|0|""`},
		{"/thu/nhan/1?id=9&text=q", "", `1||[]|0|""`},
		{"/thu/nhan/1", "id[]=2&id[0]=3&id.x=4", `1||[]|0|""`},
		{"/thu/nhan/1", "id=&id=3", `1||[ 3]|0|""`},
		{"/thu/nhan/1", "version=9223372036854775808", `1||[]|0|""`},
		{"/thu/nhan/1", "version=1e0", `1||[]|0|""`},
		{"/thu/nhan/1", "version=0x10&version=2", `1||[]|0|""`},
		{"/thu/nhan/1", "version=7", `1||[]|7|""`},
		{"/thu/nhan/1", "text=a;text=b", `1||[]|0|"a;text=b"`},
	} {
		code, got := seen(t, s, c.path, c.body)
		if got != c.want && code != http.StatusBadRequest {
			t.Errorf("%s %s: %d, seen %s, want %s", c.path, c.body, code, got, c.want)
		}
	}
	got := do(t, s.Handler(), "POST", "/thu/nhan/1", `{"id":"2","id":"3"}`, func(r *http.Request) { asHa(r); r.Header.Set("Content-Type", "application/json") })
	if text, _ := url.QueryUnescape(got.Header.Get("Seen")); strings.Contains(text, "2") || strings.Contains(text, "3") {
		t.Errorf("JSON is read as a form: %s", text)
	}
}

// TestCase73SigningInLeadsHome signs in with every address that is not a path of this server.
func TestCase73SigningInLeadsHome(t *testing.T) {
	s, _ := newServer(t, func(c *web.Config) { c.BaseURL = "https://thidua.example" })
	for _, next := range []string{"//evil", `/\evil`, `\/evil`, "https:evil", "https://evil/x", "https:/evil", "/%0d%0aSet-Cookie:x=1", "/\r\nX: 1", "https://thidua.example@evil/", "http://u:p@evil", "javascript:x",
		"/\t/evil", "///evil", "/%5cevil", "/%2f%2fevil", "%2f%2fevil", " //evil", "\u2215/evil", "／／evil", "?next=//evil"} {
		got := do(t, s.Handler(), "POST", "/dang-nhap", url.Values{"user": {"nttha"}, "password": {"một câu dễ nhớ"}, "next": {next}}.Encode(), func(r *http.Request) { r.Host = "thidua.example" })
		to := got.Header.Get("Location")
		u, err := url.Parse(to)
		if err != nil || got.StatusCode != http.StatusSeeOther || u.Host != "" || u.Scheme != "" || !strings.HasPrefix(to, "/") || len(to) > 1 && strings.ContainsRune("/\\", rune(to[1])) {
			t.Errorf("%q leads to %q (%d)", next, to, got.StatusCode)
		}
		if len(got.Header["Set-Cookie"]) != 2 || got.Header.Get("X") != "" {
			t.Errorf("%q sets %v", next, got.Header)
		}
	}
}

// TestCase74AMethodDoesOnlyWhatItIsFor asks every route with every other method: 405 with the methods that it takes, nothing done, nothing allowed to
// other sites.
func TestCase74AMethodDoesOnlyWhatItIsFor(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	fillForeign(t, w.season)
	own, takes, asked := w.of(t, w.season.Tenant), map[string][]string{}, map[string]string{}
	for _, r := range w.routes {
		method, _, _ := strings.Cut(r.Pattern, " ")
		if path := paths(t, r.Pattern, own); len(path) == 1 {
			takes[path[0]] = append(takes[path[0]], method)
			asked[path[0]] = w.widest(r.Who.Allows)
		}
	}
	before := testkit.Fingerprint(t, w.raw)
	for path, methods := range takes {
		for _, method := range []string{"GET", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "QUERY", "get"} {
			if slices.Contains(methods, method) {
				continue
			}
			q := httptest.NewRequest(http.MethodGet, "https://localhost"+path, strings.NewReader("reason=x&version=1&key=k"))
			q.Method = method
			q.Header.Set("Content-Type", "application/x-www-form-urlencoded")
			q.Header.Set("Origin", "https://localhost")
			q.Header.Set("X-HTTP-Method-Override", "POST")
			q.AddCookie(&http.Cookie{Name: "__Host-thidua", Value: asked[path]})
			a := httptest.NewRecorder()
			w.server.ServeHTTP(a, q)
			if a.Code != http.StatusMethodNotAllowed && a.Code != http.StatusNotFound {
				t.Errorf("%s %s: %d", method, path, a.Code)
			}
			for name := range a.Header() {
				if strings.HasPrefix(name, "Access-Control-") {
					t.Errorf("%s %s: %s", method, path, name)
				}
			}
		}
	}
	if len(takes) < 200 {
		t.Errorf("only %d addresses", len(takes))
	}
	unchanged(t, before, testkit.Fingerprint(t, w.raw))
}
