package web_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"thidua"
	"thidua/internal/app/agency"
	"thidua/internal/app/factor"
	"thidua/internal/auth/totp"
	"thidua/internal/web"
)

// boss signs in as an administrator at a program whose operator asks, or does not ask, for a second factor.
func boss(t *testing.T, change func(*web.Config)) *browserOf {
	t.Helper()
	p := openPair(t, change)
	_, _, err := p.core.AddAccount(t.Context(), p.admin, agency.NewAccount{UserName: "quantri", Roles: []thidua.Role{thidua.RoleAdmin}, Password: pass})
	if err != nil {
		t.Fatal(err)
	}
	b := p.visitor("192.0.2.7")
	b.ask(t, 0, "POST", "/dang-nhap", url.Values{"user": {"quantri"}, "password": {pass}})
	return b
}

// TestCase48ASlipNamesNoAddressOfARequest: without a configured address the slip says where to type the code, and no address that a request brought.
func TestCase48ASlipNamesNoAddressOfARequest(t *testing.T) {
	for base, says := range map[string]string{"": "Nhập mã trên phiếu", "https://thidua.example": "https://thidua.example/dat-mat-khau"} {
		b := boss(t, func(c *web.Config) { c.BaseURL = base })
		answer, page := b.ask(t, 0, "POST", "/nguoi-dung/"+b.pair.head+"/lap-phieu-mat-khau", url.Values{})
		text := page.Find("main").Text()
		if answer.StatusCode != http.StatusOK || !strings.Contains(text, says) || base == "" && strings.Contains(text, "thidua.example") {
			t.Errorf("configured %q: %d\n%s", base, answer.StatusCode, text)
		}
	}
}

// TestAnAgencyChoosesWhoNeedsASecondFactor goes through the page of the rule: what the operator asks is said and cannot be taken away.
func TestAnAgencyChoosesWhoNeedsASecondFactor(t *testing.T) {
	b := boss(t, func(c *web.Config) { c.Second = factor.Over(c.Core, totp.NewKey(), false) })
	_, page := b.ask(t, 0, "GET", "/quy-dinh-dang-nhap", nil)
	if page.Find("[name=second]").Length() < 10 || !strings.Contains(page.Find("main").Text(), "Máy chủ không bắt buộc vai trò nào") {
		t.Fatalf("%d roles to choose from", page.Find("[name=second]").Length())
	}
	form := url.Values{"profile": {"default"}, "idle": {"1"}, "second": {"inspector", "head"}, "version": {"0"}}
	answer, page := b.ask(t, 0, "POST", "/quy-dinh-dang-nhap", form)
	if answer.StatusCode != http.StatusUnprocessableEntity || page.Find("[name=second][checked]").Length() != 2 {
		t.Errorf("a wrong limit: %d, %d roles still chosen", answer.StatusCode, page.Find("[name=second][checked]").Length())
	}
	form.Set("idle", "")
	if answer, _ := b.ask(t, 0, "POST", "/quy-dinh-dang-nhap", form); answer.StatusCode != http.StatusSeeOther {
		t.Fatalf("saving: %d", answer.StatusCode)
	}
	chief := b.visitor("192.0.2.8")
	chief.enter(t, 0, pass)
	if answer, _ := chief.ask(t, 0, "GET", "/viec-cua-toi", nil); answer.StatusCode != http.StatusSeeOther || answer.Header.Get("Location") != "/xac-thuc-hai-lop" {
		t.Errorf("a head works without one: %d to %s", answer.StatusCode, answer.Header.Get("Location"))
	}
	_, page = chief.ask(t, 0, "GET", "/xac-thuc-hai-lop", nil)
	if signOut(page) != 1 {
		t.Error("who must set up a factor first finds no way out")
	}
}

func signOut(page *goquery.Document) int {
	return page.Find(`form[method=post][action="/dang-xuat"] button[aria-label="Đăng xuất"]`).Length()
}

// TestSigningOutIsOnEveryPage, and ending sessions asks for the password, with the list still there.
func TestSigningOutIsOnEveryPage(t *testing.T) {
	p := openPair(t, nil)
	b, other := p.visitor("192.0.2.1"), p.visitor("192.0.2.2")
	b.enter(t, 0, pass)
	other.enter(t, 0, pass)
	for _, path := range []string{"/viec-cua-toi", "/tai-khoan", "/cach-nhan-nhac", "/uy-quyen", "/khong-co-trang-nay"} {
		if _, page := b.ask(t, 0, "GET", path, nil); signOut(page) != 1 {
			t.Errorf("%s: %d ways to sign out", path, signOut(page))
		}
	}
	_, page := b.ask(t, 0, "GET", "/tai-khoan", nil)
	end, _ := page.Find("button[formaction^='/tai-khoan/phien/']").Attr("formaction")
	if answer, _ := b.ask(t, 0, "POST", "/tai-khoan/phien/019fffff-ffff-7fff-bfff-ffffffffffff/ket-thuc", url.Values{}); answer.StatusCode != http.StatusNotFound {
		t.Errorf("a session that is none of his: %d", answer.StatusCode)
	}
	answer, page := b.ask(t, 0, "POST", end, url.Values{"password": {another}})
	if answer.StatusCode != http.StatusUnprocessableEntity || page.Find("#password-e").Length() != 1 || page.Find("button[formaction='"+end+"']").Length() != 1 || !other.inside(t) {
		t.Errorf("with a wrong password: %d", answer.StatusCode)
	}
	if answer, _ := b.ask(t, 0, "POST", end, url.Values{"password": {pass}}); answer.StatusCode != http.StatusSeeOther || other.inside(t) || !b.inside(t) {
		t.Errorf("with the right one: %d", answer.StatusCode)
	}
}
