package web_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/web"
	"thidua/internal/web/handle"
)

func do(t testing.TB, h http.Handler, method, path, body string, change func(*http.Request)) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, "http://127.0.0.1"+path, strings.NewReader(body))
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if change != nil {
		change(r)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w.Result()
}

func asHa(r *http.Request) { r.AddCookie(&http.Cookie{Name: "__Host-thidua", Value: "the-session"}) }

func words(t testing.TB, r *http.Response) string {
	t.Helper()
	text, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestEveryRouteRefusesStrangers walks the table: without a session no route that needs one answers, and every route names its method.
func TestEveryRouteRefusesStrangers(t *testing.T) {
	s, _ := newServer(t, nil)
	n := 0
	for _, g := range s.Routes() {
		for _, r := range g.Routes {
			method, path, ok := strings.Cut(r.Pattern, " ")
			if !ok || r.Do == nil {
				t.Fatalf("%q names no method or does nothing", r.Pattern)
			}
			if r.Who.Open() {
				continue
			}
			n++
			got := do(t, s.Handler(), method, strings.ReplaceAll(path, "{id}", "x"), "", nil)
			if method == http.MethodGet && (got.StatusCode != http.StatusSeeOther || !strings.HasPrefix(got.Header.Get("Location"), "/dang-nhap?next=")) {
				t.Errorf("%s: %d %s", r.Pattern, got.StatusCode, got.Header.Get("Location"))
			}
			if method == http.MethodPost && got.StatusCode != http.StatusUnauthorized {
				t.Errorf("%s: %d", r.Pattern, got.StatusCode)
			}
		}
	}
	if n < 30 {
		t.Errorf("only %d routes walked", n)
	}
}

func TestEveryKindOfRefusalHasItsStatus(t *testing.T) {
	var log bytes.Buffer
	s, a := newServer(t, func(c *web.Config) {
		c.Groups = append(c.Groups, faulty(), handle.Group{Name: "chỉ quản trị", Routes: []handle.Route{
			{Pattern: "GET /quan-tri", Who: handle.For(thidua.MayKeepAgency), Do: func(c *handle.Ctx) error { return c.Redirect("/") }},
			{Pattern: "GET /vo", Who: handle.SignedIn, Do: func(*handle.Ctx) error { panic("SELECT secret") }},
			{Pattern: "POST /nhap", Who: handle.SignedIn, Limit: 1000, Do: func(*handle.Ctx) error { return thidua.Refuse(thidua.Conflict, "stale") }},
		}})
		c.Log = slog.New(slog.NewJSONHandler(&log, nil))
	})
	a.sessions["the-session"] = true
	long := strings.Repeat("Nội dung dài đã nhập. ", 5)
	for _, c := range []struct {
		method, path, body string
		status             int
		says               string
	}{
		{"GET", "/khong-co", "", 404, "Không tìm thấy trang"},
		{"GET", "/thu/403", "", 403, "Không có quyền"},
		{"GET", "/thu/409", "", 409, "đã được người khác sửa"},
		{"GET", "/thu/413", "", 413, "quá lớn"},
		{"GET", "/thu/500", "", 500, "Chương trình gặp lỗi"},
		{"GET", "/vo", "", 500, "Chương trình gặp lỗi"},
		{"GET", "/quan-tri", "", 403, "Không có gì được thay đổi"},
		{"GET", "/dang-xuat", "", 405, "không nhận thao tác"},
		{"POST", "/nhap", "text=" + strings.Repeat("a", 1000), 413, "1000 byte"},
		{"POST", "/nhap", "text=%ff", 400, "không đọc được"},
		{"POST", "/nhap", "text=a%00b", 400, "không đọc được"},
		{"POST", "/nhap", "text=" + url.QueryEscape(long), 409, long},
	} {
		got := do(t, s.Handler(), c.method, c.path, c.body, asHa)
		text := words(t, got)
		if got.StatusCode != c.status || !strings.Contains(text, c.says) {
			t.Errorf("%s %s: %d, wants %d and %q", c.method, c.path, got.StatusCode, c.status, c.says)
		}
		if strings.Contains(text, "SELECT") || strings.Contains(text, "goroutine") || strings.Contains(text, "no-right") {
			t.Errorf("%s shows what is inside", c.path)
		}
	}
	if n := strings.Count(log.String(), "SELECT secret"); n != 1 {
		t.Errorf("the panic was logged %d times", n)
	}
}

func TestHeadersOnEveryAnswer(t *testing.T) {
	s, _ := newServer(t, func(c *web.Config) { c.BaseURL = "https://thidua.example" })
	for _, path := range []string{"/dang-nhap", "/khong-co", "/viec-cua-toi"} {
		got := do(t, s.Handler(), "GET", path, "", func(r *http.Request) { r.Host = "thidua.example" })
		for name, value := range map[string]string{
			"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin",
			"Cross-Origin-Resource-Policy": "same-origin", "Cache-Control": "no-store", "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
		} {
			if got.Header.Get(name) != value {
				t.Errorf("%s: %s is %q", path, name, got.Header.Get(name))
			}
		}
		csp := got.Header.Get("Content-Security-Policy")
		if !strings.HasPrefix(csp, "default-src 'none'; script-src 'self'; style-src 'self';") || strings.Contains(csp, "unsafe") {
			t.Errorf("%s: policy %q", path, csp)
		}
	}
	if got := do(t, s.Handler(), "GET", "/dang-nhap", "", func(r *http.Request) { r.Host = "evil.example" }); got.StatusCode != http.StatusMisdirectedRequest {
		t.Errorf("a forged host is answered with %d", got.StatusCode)
	}
}

func TestForeignPagesCannotPost(t *testing.T) {
	s, a := newServer(t, nil)
	a.sessions["the-session"] = true
	for _, site := range []string{"cross-site", "same-site"} {
		got := do(t, s.Handler(), "POST", "/dang-xuat", "", func(r *http.Request) { asHa(r); r.Header.Set("Sec-Fetch-Site", site) })
		if got.StatusCode != http.StatusForbidden || !a.sessions["the-session"] {
			t.Errorf("%s: %d, session alive %v", site, got.StatusCode, a.sessions["the-session"])
		}
	}
}

func TestSessionCookie(t *testing.T) {
	const form = "user=nttha&password=m%E1%BB%99t+c%C3%A2u+d%E1%BB%85+nh%E1%BB%9B&next=%2Fho-so"
	s, a := newServer(t, nil)
	got := do(t, s.Handler(), "POST", "/dang-nhap", form, nil)
	if c := got.Header.Get("Set-Cookie"); c != "__Host-thidua=the-session; Path=/; HttpOnly; Secure; SameSite=Lax" {
		t.Errorf("cookie %q", c)
	}
	if got.StatusCode != http.StatusSeeOther || got.Header.Get("Location") != "/ho-so" {
		t.Errorf("%d to %s", got.StatusCode, got.Header.Get("Location"))
	}
	out := do(t, s.Handler(), "POST", "/dang-xuat", "", asHa)
	if out.StatusCode != http.StatusSeeOther || a.sessions["the-session"] || !strings.Contains(out.Header.Get("Set-Cookie"), "Max-Age=0") {
		t.Errorf("signing out: %d, %q", out.StatusCode, out.Header.Get("Set-Cookie"))
	}
	open, _ := newServer(t, func(c *web.Config) { c.AllowHTTP = true })
	got = do(t, open.Handler(), "POST", "/dang-nhap", form, func(r *http.Request) { r.Host = "10.0.0.5" })
	if c := got.Header.Get("Set-Cookie"); c != "thidua=the-session; Path=/; HttpOnly; SameSite=Lax" {
		t.Errorf("cookie on allowed plain HTTP: %q", c)
	}
}

func TestWrongPasswordShowsTheFormAgain(t *testing.T) {
	s, _ := newServer(t, nil)
	got := do(t, s.Handler(), "POST", "/dang-nhap", "user=nttha&password=sai-mat-khau", nil)
	text := words(t, got)
	if got.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(text, `value="nttha"`) || strings.Contains(text, "sai-mat-khau") {
		t.Errorf("%d: the name must stay, the password must not", got.StatusCode)
	}
	if !strings.Contains(text, "<title>Lỗi: Đăng nhập") || !strings.Contains(text, `role="alert"`) {
		t.Error("the refusal is not announced")
	}
}

func TestCase73ANextLeadsNowhereElse(t *testing.T) {
	for in, want := range map[string]string{
		"/ho-so?nam=2024": "/ho-so?nam=2024", "//evil": "/", `/\evil`: "/", "https:evil": "/", "https://evil/": "/", "/%0d%0aX": "/",
		"/%5cevil": "/", "/%2fevil": "/", "": "/", "/dang-xuat": "/", "/dang-nhap?next=/x": "/", "/a\r\nb": "/", "/\t/evil": "/", "///evil": "/", "/.//evil": "/.//evil", "http://u:p@localhost/x": "/", "/x@evil": "/x@evil", "javascript:alert(1)": "/", "/%E2%80%AE": "/%E2%80%AE",
	} {
		if got := handle.SafeNext(in); got != want {
			t.Errorf("%q leads to %q", in, got)
		}
	}
}

func TestOnlyTheInnerBlockForHtmx(t *testing.T) {
	s, a := newServer(t, nil)
	a.sessions["the-session"] = true
	got := words(t, do(t, s.Handler(), "GET", "/tat-ca", "", func(r *http.Request) { asHa(r); r.Header.Set("HX-Request", "true") }))
	if strings.Contains(got, "<html") || !strings.Contains(got, "<h1>Tất cả chức năng</h1>") {
		t.Errorf("htmx gets %.200s", got)
	}
}

// TestNoStyleAttributes keeps what the content security policy would refuse off the pages.
func TestNoStyleAttributes(t *testing.T) {
	s, a := newServer(t, func(c *web.Config) { c.Groups = append(c.Groups, faulty()) })
	a.sessions["the-session"] = true
	for _, o := range owned {
		text := words(t, do(t, s.Handler(), "GET", o.path, "", asHa))
		for _, bad := range []string{" style=", "<style", " onclick=", "javascript:", "hx-on"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s holds %q", o.path, bad)
			}
		}
	}
}

// silentAgency is an agency whose database is away: not even the frame of a page can be read.
type silentAgency struct{ *smallAgency }

func (silentAgency) Setting(context.Context, thidua.Actor) (web.Surroundings, error) {
	return web.Surroundings{}, errors.New("database: connection refused")
}

func TestWithoutADatabaseARefusalIsStillInWords(t *testing.T) {
	s, _ := newServer(t, func(c *web.Config) {
		c.App, c.Groups = silentAgency{newSmallAgency()}, append(c.Groups, faulty())
	})
	got := do(t, s.Handler(), "GET", "/khong-co", "", nil)
	text := words(t, got)
	if got.StatusCode != http.StatusNotFound || !strings.Contains(text, "Không tìm thấy trang") || !strings.Contains(text, "kèm mã TD-") || strings.Contains(text, "database") ||
		strings.Contains(text, "Not Found") {
		t.Errorf("%d %q", got.StatusCode, text)
	}
}
