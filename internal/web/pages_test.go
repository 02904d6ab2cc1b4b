package web_test

import (
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"thidua"
	"thidua/internal/browser"
	"thidua/internal/web"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// faulty answers with every refusal, so that its page can be looked at.
func faulty() handle.Group {
	refusal := func(kind thidua.Kind) func(*handle.Ctx) error {
		return func(*handle.Ctx) error { return thidua.Refuse(kind, "no-right") }
	}
	return handle.Group{Name: "thử", Routes: []handle.Route{
		{Pattern: "GET /thu/403", Who: handle.SignedIn, Do: refusal(thidua.Forbidden)},
		{Pattern: "GET /thu/409", Who: handle.SignedIn, Do: refusal(thidua.Conflict)},
		{Pattern: "GET /thu/413", Who: handle.SignedIn, Do: refusal(thidua.TooLarge)},
		{Pattern: "GET /thu/500", Who: handle.SignedIn, Do: refusal(thidua.Internal)},
		{Pattern: "GET /thu/trong", Who: handle.SignedIn, Do: showEmpty},
		{Pattern: "GET /thu/tien-trinh", Who: handle.SignedIn, Do: showJob},
		{Pattern: "GET /thu/mau", Who: handle.SignedIn, Do: showForm},
	}}
}

func showEmpty(c *handle.Ctx) error {
	return c.Page(http.StatusOK, ui.Page{Title: "Sáng kiến"}, emptyPage())
}

func showJob(c *handle.Ctx) error {
	return c.Page(http.StatusOK, ui.Page{Title: "Tạo trọn bộ", Crumbs: []ui.Link{{Text: "Hồ sơ, văn bản", URL: "/ho-so"}, {Text: "Tạo trọn bộ"}}}, jobPage())
}

func showForm(c *handle.Ctx) error {
	faults := []ui.Fault{{Field: "tl", Text: "Nhập tỷ lệ từ 0 đến 100"}, {Field: "ng", Text: "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 20/11/2024"}}
	return c.Page(http.StatusOK, ui.Page{Title: "Báo cáo thành tích", Faults: faults, Saved: "10:32"}, formPage(faults))
}

var owned = []struct{ name, path string }{
	{"tat-ca", "/tat-ca"}, {"404", "/khong-co"}, {"403", "/thu/403"}, {"409", "/thu/409"}, {"413", "/thu/413"}, {"500", "/thu/500"},
	{"trong", "/thu/trong"}, {"tien-trinh", "/thu/tien-trinh"}, {"mau", "/thu/mau"}, {"tai-khoan", "/tai-khoan"}, {"doi-mat-khau", "/doi-mat-khau"},
}

// TestPagesAreClean signs in as a person does and looks at every page of this package on a desk and on a phone, by day and by night.
// With THIDUA_SCREENS set to a folder it leaves a picture of each there.
func TestPagesAreClean(t *testing.T) {
	s, _ := newServer(t, func(c *web.Config) { c.Groups = append(c.Groups, faulty()) })
	p := browser.Open(t, s.Handler(), browser.Desk)
	look(t, p, "dang-nhap", "/dang-nhap")
	look(t, p, "quen-mat-khau", "/quen-mat-khau")
	look(t, p, "404-khach", "/khong-co")
	p.Look(browser.Desk)
	p.Go("/dang-nhap")
	p.Type("#user", "nttha")
	p.Type("#password", "một câu dễ nhớ")
	p.Follow("button[type=submit]")
	if got := p.Path(); got != "/viec-cua-toi" {
		t.Fatalf("signed in, at %s", got)
	}
	for _, o := range owned {
		look(t, p, o.name, o.path)
	}
}

func look(t *testing.T, p *browser.Page, name, path string) {
	t.Helper()
	for as, l := range map[string]browser.Look{
		"1366": browser.Desk, "390": browser.Phone, "nentoi-1366": browser.Desk.Night(), "nentoi-390": browser.Phone.Night(),
	} {
		p.Look(l)
		p.Go(path)
		for _, v := range p.Axe() {
			t.Errorf("%s at %s: %s: %v", path, as, v.Help, v.Nodes)
		}
		if folder := os.Getenv("THIDUA_SCREENS"); folder != "" {
			p.Screenshot(filepath.Join(folder, name+"-"+as+".png"), l.Width < 640)
		}
	}
	p.NoSidewaysScroll(browser.Desk)
	for _, m := range p.Messages() {
		if !isStatus(m) {
			t.Errorf("%s: console: %s", path, m)
		}
	}
}

// TestSigningInWithoutScripts is the whole way of somebody whose browser runs no scripts; localhost and 127.0.0.1 both keep the
// protected cookie on plain HTTP.
func TestSigningInWithoutScripts(t *testing.T) {
	for _, host := range []string{"127.0.0.1", "localhost"} {
		s, _ := newServer(t, nil)
		l := browser.Desk.WithoutScript()
		l.Host = host
		p := browser.Open(t, s.Handler(), l)
		p.Go("/tat-ca")
		if got := p.Path(); got != "/dang-nhap?next=%2Ftat-ca" {
			t.Fatalf("%s: a stranger is at %s", host, got)
		}
		p.Type("#user", "nttha")
		p.Type("#password", "sai")
		p.Follow("button[type=submit]")
		if got := p.Title(); got != "Lỗi: Đăng nhập – Thi Đua" {
			t.Errorf("%s: after a wrong password: %s", host, got)
		}
		p.Type("#password", "một câu dễ nhớ")
		p.Follow("button[type=submit]")
		if got := p.Path(); got != "/tat-ca" {
			t.Errorf("%s: signed in, at %s", host, got)
		}
	}
}
