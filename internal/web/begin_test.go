package web_test

import (
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"thidua/internal/app"
	"thidua/internal/app/backup"
	files "thidua/internal/backup"
	"thidua/internal/testkit"
	"thidua/internal/web"
	"thidua/internal/web/handle"
)

// desk is a fresh program on somebody's own machine.
type desk struct {
	handler http.Handler
	cookie  *http.Cookie
	backups *backup.Desk
	folder  string
	routes  []handle.Route
	events  func() int // of facts
}

func freshProgram(t *testing.T) *desk {
	t.Helper()
	seen, watch := newWitness(t)
	db := testkit.Open(t, watch)
	d := &desk{folder: filepath.Join(t.TempDir(), "sao-luu")}
	d.backups = backup.NewDesk(files.Source{DB: db, Dir: t.TempDir()}, d.folder)
	t.Cleanup(d.backups.Close)
	s, err := web.New(web.Config{Core: app.New(db), Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Now: db.Clock, Origin: app.From, Founding: true, Backups: d.backups})
	if err != nil {
		t.Fatal(err)
	}
	d.handler, d.events = seen.over(s), func() int { return facts(t, seen.raw) }
	for _, g := range s.Routes() {
		d.routes = append(d.routes, g.Routes...)
	}
	return d
}

// ask sends a request from an address; a form makes it a POST.
func (d *desk) ask(path string, form url.Values, change ...func(*http.Request)) *httptest.ResponseRecorder {
	method := http.MethodGet
	if form != nil {
		method = http.MethodPost
	}
	r := httptest.NewRequest(method, "http://localhost"+path, strings.NewReader(form.Encode()))
	r.RemoteAddr = "127.0.0.1:4000"
	if form != nil {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if d.cookie != nil {
		r.AddCookie(d.cookie)
	}
	for _, c := range change {
		c(r)
	}
	w := httptest.NewRecorder()
	d.handler.ServeHTTP(w, r)
	return w
}

func (d *desk) found(t *testing.T) {
	t.Helper()
	w := d.ask("/bat-dau", founding())
	if w.Code != http.StatusSeeOther {
		t.Fatalf("founding answered %d: %s", w.Code, w.Body)
	}
	if body := d.ask(w.Header().Get("Location"), nil).Body.String(); !strings.Contains(body, "Đã lập cơ quan.") {
		t.Errorf("nothing says that the agency was founded: %s", body)
	}
	w = d.ask("/dang-nhap", url.Values{"user": {"quantri"}, "password": {"một câu dễ nhớ 2025"}})
	for _, c := range w.Result().Cookies() {
		if c.Name == "__Host-thidua" {
			d.cookie = c
		}
	}
	if d.cookie == nil {
		t.Fatalf("the first administrator cannot sign in: %d", w.Code)
	}
}

func founding() url.Values {
	return url.Values{"name": {"Thanh tra tỉnh Mẫu"}, "parent": {"UBND tỉnh Mẫu"}, "place": {"Mẫu"}, "symbol": {"TT"}, "leader": {"Chánh Thanh tra"},
		"user": {"quantri"}, "password": {"một câu dễ nhớ 2025"}, "again": {"một câu dễ nhớ 2025"}}
}

func TestAnEmptyProgramIsFoundedInTheBrowserOnce(t *testing.T) {
	d := freshProgram(t)
	if w := d.ask("/", nil); w.Header().Get("Location") != "/bat-dau" {
		t.Errorf("an empty program leads to %q", w.Header().Get("Location"))
	}
	wrong := founding()
	wrong.Set("again", "khác")
	wrong.Set("place", "")
	w := d.ask("/bat-dau", wrong)
	if body := w.Body.String(); w.Code != http.StatusUnprocessableEntity || !strings.Contains(body, "Hai lần nhập mật khẩu chưa giống nhau") || !strings.Contains(body, "Thanh tra tỉnh Mẫu") {
		t.Errorf("a wrong form answered %d: %s", w.Code, body)
	}
	d.found(t)
	if w := d.ask("/", nil); w.Header().Get("Location") != "/viec-cua-toi" {
		t.Errorf("the administrator is led to %q", w.Header().Get("Location"))
	}
	if body := d.ask("/viec-cua-toi", nil).Body.String(); !strings.Contains(body, `href="/danh-muc"`) || !strings.Contains(body, "Trước hết nhập đơn vị") {
		t.Errorf("the founder is not told where to begin: %s", body)
	}
	for _, form := range []url.Values{nil, founding()} {
		if w := d.ask("/bat-dau", form); w.Code != http.StatusNotFound {
			t.Errorf("the beginning answers %d a second time", w.Code)
		}
	}
}

func TestOnlyWhoSitsAtTheMachineFounds(t *testing.T) {
	d := freshProgram(t)
	for name, change := range map[string]func(*http.Request){
		"another machine":   func(r *http.Request) { r.RemoteAddr = "192.0.2.7:4000" },
		"another host name": func(r *http.Request) { r.Host = "kẻ-lạ.example" },
		"another site":      func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") },
	} {
		if w := d.ask("/bat-dau", founding(), change); w.Code != http.StatusNotFound && w.Code != http.StatusForbidden {
			t.Errorf("%s: %d", name, w.Code)
		}
	}
	d.found(t)
}

// ended asks the page until no work is under way any more.
func (d *desk) ended() (body string) {
	for range 100000 {
		body = d.ask("/sao-luu", nil).Body.String()
		if !strings.Contains(body, "Đang sao lưu toàn bộ dữ liệu") && !strings.Contains(body, "Đang kiểm tra bản sao lưu") {
			break
		}
	}
	return body
}

func TestBackupIsMadeAndCheckedOnThePage(t *testing.T) {
	d := freshProgram(t)
	d.found(t)
	if w := d.ask("/sao-luu", url.Values{"place": {"/etc"}}); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "chọn nơi ghi") {
		t.Errorf("a place of one's own choice: %d", w.Code)
	}
	if w := d.ask("/sao-luu", url.Values{"place": {d.folder}}); w.Code != http.StatusSeeOther {
		t.Fatalf("the backup answered %d: %s", w.Code, w.Body)
	}
	body := d.ended()
	if !strings.Contains(body, "Đã sao lưu vào thidua-sao-luu-") || !strings.Contains(body, "Kiểm tra bản sao lưu") {
		t.Errorf("the page tells nothing of it: %s", body)
	}
}

// TestCase75TheBackupPageLeavesOneEvent looks at the acts that begin a work beside their request: a backup leaves one event when it is whole; to read
// one through and to stop change no fact; what is refused leaves nothing.
func TestCase75TheBackupPageLeavesOneEvent(t *testing.T) {
	d := freshProgram(t)
	d.found(t)
	leaves := map[string]int{"POST /sao-luu": 1, "POST /sao-luu/kiem-tra": 0, "POST /sao-luu/dung": 0}
	for _, r := range d.routes {
		if _, known := leaves[r.Pattern]; strings.HasPrefix(r.Pattern, "POST /sao-luu") && !known {
			t.Errorf("%s: nobody has said how many events it leaves", r.Pattern)
		}
	}
	act := func(path string, form url.Values, code, events int) {
		t.Helper()
		was := d.events()
		w := d.ask(path, form)
		d.ended()
		if n := d.events() - was; w.Code != code || n != events {
			t.Errorf("%s with %v: %d and %d events", path, form, w.Code, n)
		}
	}
	act("/sao-luu", url.Values{"place": {"/etc"}}, http.StatusUnprocessableEntity, 0)
	act("/sao-luu", url.Values{"place": {d.folder}}, http.StatusSeeOther, leaves["POST /sao-luu"])
	kept, err := filepath.Glob(filepath.Join(d.folder, "*.zip"))
	if err != nil || len(kept) != 1 {
		t.Fatalf("%d backups lie there, %v", len(kept), err)
	}
	chosen := url.Values{"place": {d.folder}, "name": {filepath.Base(kept[0])}}
	act("/sao-luu/kiem-tra", chosen, http.StatusSeeOther, leaves["POST /sao-luu/kiem-tra"])
	act("/sao-luu/dung", url.Values{}, http.StatusSeeOther, leaves["POST /sao-luu/dung"])
	chosen.Set("name", "../"+chosen.Get("name"))
	act("/sao-luu/kiem-tra", chosen, http.StatusNotFound, 0)
	d.cookie = nil
	act("/sao-luu", url.Values{"place": {d.folder}}, http.StatusUnauthorized, 0)
}
