package admin_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/browser"
	"thidua/internal/testkit"
	"thidua/internal/web"
)

func TestMain(m *testing.M) { os.Exit(browser.Main(m)) }

const secret = "ruộng bậc thang mùa lúa"

// desk is the program with the season, and an administrator signed in.
type desk struct {
	*testkit.Season
	core  *app.App
	site  http.Handler
	token string
}

func openDesk(t *testing.T) *desk {
	t.Helper()
	s := testkit.OpenSeason(t)
	core := app.New(s.DB)
	server, err := web.New(web.Config{Core: core, Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Now: s.DB.Clock})
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{Season: s, core: core, site: server.Handler()}
	d.account(t, "quantri", "Đỗ Đức Đạt", thidua.RoleAdmin)
	d.token, _, err = core.SignIn(context.Background(), "quantri", secret, "")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func (d *desk) account(t *testing.T, user, person string, roles ...thidua.Role) string {
	t.Helper()
	operator := thidua.Actor{Tenant: d.Tenant, Account: "operator", Name: "Người quản lý máy chủ", Roles: []thidua.Role{thidua.RoleAdmin}}
	id, _, err := d.core.AddAccount(context.Background(), operator, agency.NewAccount{UserName: user, Person: d.People[person].ID, Roles: roles, Password: secret})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func (d *desk) ask(t *testing.T, method, path string, form url.Values) (int, string, *goquery.Document) {
	t.Helper()
	q := httptest.NewRequest(method, "https://localhost"+path, strings.NewReader(form.Encode()))
	if form != nil {
		q.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	q.AddCookie(&http.Cookie{Name: "__Host-thidua", Value: d.token})
	w := httptest.NewRecorder()
	d.site.ServeHTTP(w, q)
	doc, err := goquery.NewDocumentFromReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	return w.Code, w.Header().Get("Location"), doc
}

func value(doc *goquery.Document, name string) string {
	v, _ := doc.Find(`[name="` + name + `"]`).Attr("value")
	return v
}

func TestAUnitIsAddedAndAWrongOneComesBackAsTyped(t *testing.T) {
	d := openDesk(t)
	typed := url.Values{"name": {""}, "code": {"NV7"}, "short": {"Phòng NV 7"}, "from": {"31/02/2025"}, "key": {"k"}}
	code, _, doc := d.ask(t, "POST", "/don-vi", typed)
	if code != http.StatusUnprocessableEntity || value(doc, "from") != "31/02/2025" || value(doc, "short") != "Phòng NV 7" {
		t.Errorf("%d, from %q, short %q", code, value(doc, "from"), value(doc, "short"))
	}
	if doc.Find("#name-e").Length() != 1 || doc.Find("#from-e").Length() != 1 || !strings.HasPrefix(doc.Find("title").Text(), "Lỗi: ") {
		t.Errorf("the errors do not stand at their fields: %s", doc.Find(".errs").Text())
	}
	typed.Set("name", "Phòng Nghiệp vụ 7")
	typed.Set("from", "1/2/2025")
	if code, to, _ := d.ask(t, "POST", "/don-vi", typed); code != http.StatusSeeOther || to != "/don-vi?xong=1" {
		t.Errorf("%d to %s", code, to)
	}
	typed.Set("key", "another window")
	if code, _, doc := d.ask(t, "POST", "/don-vi", typed); code != http.StatusUnprocessableEntity || doc.Find("#code-e").Length() != 1 {
		t.Errorf("the same code again: %d", code)
	}
}

func TestTheSecondOfTwoIsToldAndLosesNothing(t *testing.T) {
	d := openDesk(t)
	path := "/don-vi/" + d.Units["NV1"].ID
	_, _, page := d.ask(t, "GET", path, nil)
	form := url.Values{"name": {"Phòng Nghiệp vụ Một"}, "code": {"NV1"}, "kind": {"division"}, "version": {value(page, "version")}}
	if code, _, _ := d.ask(t, "POST", path, form); code != http.StatusSeeOther {
		t.Fatalf("the first: %d", code)
	}
	form.Set("name", "Phòng Nghiệp vụ I")
	code, _, doc := d.ask(t, "POST", path, form)
	if code != http.StatusConflict || value(doc, "name") != "Phòng Nghiệp vụ I" || !strings.Contains(doc.Text(), "đã có người lưu trước") {
		t.Fatalf("the second: %d, name %q", code, value(doc, "name"))
	}
	form.Set("version", value(doc, "version"))
	if code, _, _ := d.ask(t, "POST", path, form); code != http.StatusSeeOther {
		t.Errorf("the second again, knowing: %d", code)
	}
}

func TestAnAccountIsMadeAndItsPasswordShownOnce(t *testing.T) {
	d := openDesk(t)
	code, _, doc := d.ask(t, "POST", "/nguoi-dung", url.Values{"user": {"lvdung"}, "person": {d.People["Lý Văn Dũng"].ID}, "role": {"clerk"}, "password": {"sai"}})
	if code != http.StatusUnprocessableEntity || value(doc, "user") != "lvdung" || doc.Find("#password-e").Length() != 1 || doc.Find(`[name=role][value=clerk][checked]`).Length() != 1 {
		t.Errorf("a role without the administrator's password: %d", code)
	}
	code, _, doc = d.ask(t, "POST", "/nguoi-dung", url.Values{"user": {"lvdung"}, "person": {d.People["Lý Văn Dũng"].ID}, "role": {"clerk"}, "password": {secret}})
	password := doc.Find("dd.nm").Text()
	if code != http.StatusOK || len(password) != 19 {
		t.Fatalf("%d, password %q", code, password)
	}
	_, actor, err := d.core.SignIn(context.Background(), "lvdung", password, "")
	if err != nil || !actor.Has(thidua.RoleClerk) || !actor.MustChange {
		t.Fatalf("%v, %v", actor, err)
	}
	code, _, doc = d.ask(t, "POST", "/nguoi-dung", url.Values{"user": {"Lý Dũng"}, "role": {"clerk"}, "password": {secret}})
	if code != http.StatusUnprocessableEntity || value(doc, "user") != "Lý Dũng" || doc.Find(`[name=role][value=clerk][checked]`).Length() != 1 {
		t.Errorf("a wrong name: %d", code)
	}
	path := "/nguoi-dung/" + actor.Account
	if code, _, doc := d.ask(t, "POST", path+"/giao-vai-tro", url.Values{"role": {"helper"}, "from": {"15/01/2025"}}); code != http.StatusUnprocessableEntity ||
		value(doc, "from") != "15/01/2025" || doc.Find("#password-e").Length() != 1 {
		t.Errorf("a role without a password: %d", code)
	}
	if code, _, doc := d.ask(t, "POST", path+"/giao-vai-tro", url.Values{"role": {"admin"}, "from": {"14/01/2025"}, "password": {secret}}); code != http.StatusUnprocessableEntity ||
		value(doc, "from") != "14/01/2025" || !strings.Contains(doc.Find("#role-e").Text(), "Hội đồng") {
		t.Errorf("an administrator in the council: %d", code)
	}
	if code, _, _ := d.ask(t, "POST", path+"/khoa-tai-khoan", nil); code != http.StatusSeeOther {
		t.Errorf("closing: %d", code)
	}
}

func TestTwoPressesMakeOneAccountAndSayWhereItIs(t *testing.T) {
	d := openDesk(t)
	form := url.Values{"user": {"lvdung"}, "person": {d.People["Lý Văn Dũng"].ID}, "key": {"k"}, "version": {"0"}}
	if code, _, doc := d.ask(t, "POST", "/nguoi-dung", form); code != http.StatusOK || len(doc.Find("dd.nm").Text()) != 19 {
		t.Fatalf("the first press: %d", code)
	}
	code, to, _ := d.ask(t, "POST", "/nguoi-dung", form)
	if code != http.StatusSeeOther || !strings.HasPrefix(to, "/nguoi-dung/") {
		t.Fatalf("the second press: %d to %q", code, to)
	}
	if code, _, doc := d.ask(t, "GET", to, nil); code != http.StatusOK || !strings.Contains(doc.Find("main").Text(), "chỉ hiện một lần") {
		t.Errorf("where it leads: %d", code)
	}
}

func TestAPersonLeavesByThePage(t *testing.T) {
	d := openDesk(t)
	path := "/nguoi/" + d.People["Lý Văn Dũng"].ID
	code, _, doc := d.ask(t, "POST", path+"/thoi-cong-tac", url.Values{"last": {"31/06/2025"}})
	if code != http.StatusUnprocessableEntity || value(doc, "last") != "31/06/2025" || doc.Find("details[open] #last-e").Length() != 1 {
		t.Errorf("a day that is none: %d, %q", code, value(doc, "last"))
	}
	if code, to, _ := d.ask(t, "POST", path+"/thoi-cong-tac", url.Values{"last": {"30/06/2025"}}); code != http.StatusSeeOther || !strings.HasPrefix(to, path) {
		t.Errorf("leaving: %d to %s", code, to)
	}
	if _, _, doc := d.ask(t, "GET", path, nil); !strings.Contains(doc.Find(".tl").Text(), "30/06/2025") {
		t.Errorf("the page does not tell: %s", doc.Find(".tl").Text())
	}
}

func TestWhoMustChangeThePasswordIsLedThere(t *testing.T) {
	d := openDesk(t)
	_, _, doc := d.ask(t, "POST", "/nguoi-dung", url.Values{"user": {"lvdung"}})
	token, _, err := d.core.SignIn(context.Background(), "lvdung", doc.Find("dd.nm").Text(), "")
	if err != nil {
		t.Fatal(err)
	}
	d.token = token
	if code, to, _ := d.ask(t, "GET", "/tat-ca", nil); code != http.StatusSeeOther || to != "/doi-mat-khau" {
		t.Errorf("%d to %s", code, to)
	}
	if code, _, form := d.ask(t, "GET", "/doi-mat-khau", nil); code != http.StatusOK || !strings.Contains(form.Find("main .note").Text(), "do người khác cấp") {
		t.Errorf("the form: %d, %s", code, form.Find("main").Text())
	}
}

func TestACouncilWithTwoChairsComesBackWhole(t *testing.T) {
	d := openDesk(t)
	path := "/thanh-lap-hoi-dong/" + d.Council.ID
	_, _, page := d.ask(t, "GET", path, nil)
	form := url.Values{}
	page.Find("main input, main select").Each(func(_ int, s *goquery.Selection) {
		name, _ := s.Attr("name")
		v, _ := s.Attr("value")
		if goquery.NodeName(s) == "select" {
			v, _ = s.Find("[selected]").Attr("value")
		}
		form.Set(name, v)
	})
	form.Set("seat-2", string(thidua.SeatChair))
	code, _, doc := d.ask(t, "POST", path, form)
	if chosen, _ := doc.Find("#seat-2 [selected]").Attr("value"); code != http.StatusUnprocessableEntity || chosen != string(thidua.SeatChair) ||
		!strings.Contains(doc.Find("#members-e").Text(), "đúng một Chủ tịch") {
		t.Fatalf("%d, seat %q, %q", code, chosen, doc.Find(".errs").Text())
	}
	form.Set("seat-2", string(thidua.SeatDeputy))
	form.Set("threshold", "3/4")
	if code, to, doc := d.ask(t, "POST", path, form); code != http.StatusSeeOther || to != "/thanh-lap-hoi-dong?xong=1" {
		t.Errorf("%d to %s: %s", code, to, doc.Find(".errs").Text())
	}
}

func TestTheLogIsReadAndNarrowed(t *testing.T) {
	d := openDesk(t)
	_, _, doc := d.ask(t, "GET", "/nhat-ky", nil)
	if text := doc.Find("tbody").Text(); !strings.Contains(text, "đã đăng nhập") || !strings.Contains(text, "đã thêm tài khoản") || strings.Contains(text, "dang-nhap") {
		t.Errorf("the log says %s", text)
	}
	_, _, doc = d.ask(t, "GET", "/nhat-ky?loai=holiday", nil)
	if doc.Find("tbody").Length() != 0 {
		t.Error("narrowed to holidays there is still something")
	}
	code, _, doc := d.ask(t, "GET", "/nhat-ky?tu=hôm+qua", nil)
	if code != http.StatusUnprocessableEntity || doc.Find("#tu-e").Length() != 1 || value(doc, "tu") != "hôm qua" || doc.Find("tbody tr").Length() == 0 {
		t.Error("a day that cannot be read is not told")
	}
	if head := doc.Find(".errs h2").Text(); !strings.Contains(head, "Chưa lọc được, còn 1 chỗ cần sửa") || doc.Find("title").Text() != "Lỗi: Nhật ký – Thi Đua" {
		t.Errorf("%q is headed %q", doc.Find("title").Text(), head)
	}
}

// TestPagesAreClean looks at every page with data, on a desk and on a phone, by day and by night; with THIDUA_SCREENS set it leaves pictures.
func TestPagesAreClean(t *testing.T) {
	d := openDesk(t)
	id := d.account(t, "nttha", "Nguyễn Thị Thu Hà", thidua.RoleOffice)
	holiday := url.Values{"day": {"28/01/2025"}, "name": {"Nghỉ Tết (mẫu)"}}
	if code, _, _ := d.ask(t, "POST", "/ngay-nghi", holiday); code != http.StatusSeeOther {
		t.Fatalf("the holiday: %d", code)
	}
	p := browser.Open(t, d.site, browser.Desk)
	p.Go("/dang-nhap")
	p.Type("#user", "quantri")
	p.Type("#password", secret)
	p.Follow("button[type=submit]")
	for name, path := range map[string]string{
		"don-vi": "/don-vi", "don-vi-sua": "/don-vi/" + d.Units["NV1"].ID, "nguoi": "/nguoi", "nguoi-sua": "/nguoi/" + d.People["Lý Văn Dũng"].ID,
		"nguoi-them": "/nguoi/them", "nguoi-dung": "/nguoi-dung", "nguoi-dung-sua": "/nguoi-dung/" + id, "nguoi-dung-them": "/nguoi-dung/them",
		"hoi-dong": "/thanh-lap-hoi-dong", "hoi-dong-sua": "/thanh-lap-hoi-dong/" + d.Council.ID, "co-quan": "/co-quan", "ngay-nghi": "/ngay-nghi",
		"danh-muc": "/danh-muc", "nhat-ky": "/nhat-ky",
	} {
		look(t, p, name, path)
	}
}

func look(t *testing.T, p *browser.Page, name, path string) {
	t.Helper()
	for as, l := range map[string]browser.Look{"1366": browser.Desk, "390-nentoi": browser.Phone.Night()} {
		p.Look(l)
		p.Go(path)
		for _, v := range p.Axe() {
			t.Errorf("%s at %s: %s: %v", path, as, v.Help, v.Nodes)
		}
		if folder := os.Getenv("THIDUA_SCREENS"); folder != "" {
			p.Screenshot(filepath.Join(folder, name+"-"+as+".png"), l.Width < 640)
		}
		p.NoSidewaysScroll(l)
	}
}
