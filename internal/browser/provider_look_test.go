package browser_test

import (
	"log/slog"
	"os"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/app/factor"
	"thidua/internal/app/sso"
	"thidua/internal/auth/oidc"
	"thidua/internal/auth/totp"
	"thidua/internal/browser"
	"thidua/internal/testkit"
	"thidua/internal/testkit/identity"
	"thidua/internal/web"
	"thidua/internal/web/public"
)

// TestSigningInThroughTheProvider goes to a provider at another site and back as a browser without scripts does, under the policy that lets no form
// lead away, and looks at the pages on the way.
func TestSigningInThroughTheProvider(t *testing.T) {
	s := testkit.OpenSeason(t)
	ways := identity.Start(t, s.DB.Wall)
	core := app.New(s.DB)
	client := oidc.New(oidc.Settings{Issuer: ways.Issuer, ClientID: identity.ClientID, Secret: thidua.Hide(identity.Secret), Now: s.DB.Wall})
	desk := sso.Over(core, client, "Tài khoản tỉnh Lào Cai")
	server, err := web.New(web.Config{Core: core, Second: factor.Over(core, totp.NewKey(), false), Provider: desk, Log: slog.New(slog.DiscardHandler), Now: s.DB.Clock})
	if err != nil {
		t.Fatal(err)
	}
	admin := thidua.Actor{Tenant: s.Tenant, Account: "operator", Name: "Người vận hành", Roles: []thidua.Role{thidua.RoleAdmin}}
	account, _, err := core.AddAccount(t.Context(), admin, agency.NewAccount{UserName: "dddat", Roles: []thidua.Role{thidua.RoleAdmin}, Password: password})
	if err == nil {
		err = desk.SaveLink(t.Context(), admin, account, "", "f3b1c9e0-5d52-4b0e-9a43-6f7f2f6f1a77")
	}
	if err != nil {
		t.Fatal(err)
	}
	look := browser.Desk
	look.Host = "localhost"
	p := browser.Open(t, server.Handler(), look)
	p.Go("/dang-nhap")
	glimpse(t, p, "11-dang-nhap-tinh")
	client.Redirect = browser.Eval[string](p, "location.origin") + public.ReturnURL

	const button = "form[action='" + public.ProviderURL + "'] button"
	ways.Enter("chua-lien-ket/"+strings.Repeat("9f7c", 16), nil)
	p.Follow(button)
	p.Wait(".note .nm")
	glimpse(t, p, "11-dang-nhap-tinh-chua-lien-ket")
	if at := p.Path(); !strings.HasPrefix(at, public.ReturnURL) || !strings.Contains(p.Text("main"), "chua-lien-ket/") {
		t.Errorf("somebody unknown is at %s", at)
	}

	ways.Enter("f3b1c9e0-5d52-4b0e-9a43-6f7f2f6f1a77", nil)
	p.Look(look.WithoutScript())
	p.Go("/dang-nhap?next=%2Ftai-khoan")
	p.Follow(button)
	p.Wait("form[action='/dang-xuat']")
	if at := p.Path(); at != "/tai-khoan" {
		t.Errorf("signed in, at %s", at)
	}
	p.Look(look)
	p.Go("/tai-khoan")
	glimpse(t, p, "tai-khoan-tinh")
	p.Go("/nguoi-dung/" + account)
	glimpse(t, p, "nguoi-dung-tinh")
	p.Go("/xac-thuc-hai-lop")
	p.Follow("main form button.pri")
	secret, err := totp.Parse(p.Text("#khoa"))
	if err != nil {
		t.Fatal(err)
	}
	p.Type("[name=password]", password)
	p.Type("[name=code]", totp.Code(secret, totp.Step(s.DB.Wall())))
	p.Follow("main form button.pri")
	p.Follow("form[action='/dang-xuat'] button")
	p.Go("/dang-nhap")
	p.Follow(button)
	p.Wait("[name=code]")
	glimpse(t, p, "11-dang-nhap-tinh-ma")
	p.Type("[name=code]", "000000")
	p.Follow("main form button.pri")
	glimpse(t, p, "11-dang-nhap-tinh-ma-sai")
	if told := p.Text(".errs"); !strings.Contains(told, "Chưa đăng nhập được") || strings.Contains(told, "giữ nguyên") {
		t.Errorf("a wrong code is told as %q", told)
	}
	if got := p.Messages(); len(got) != 2 || !strings.Contains(got[0], "403") || !strings.Contains(got[1], "422") {
		t.Errorf("the console says %v, and not only that somebody unknown and a wrong code were refused", got)
	}
}

// glimpse is glance where pictures are asked for; else it looks once, at the page as it stands.
func glimpse(t *testing.T, p *browser.Page, name string) {
	t.Helper()
	if os.Getenv("THIDUA_PICTURES") != "" {
		glance(t, p, name)
		return
	}
	for _, v := range p.Axe() {
		t.Errorf("%s: %s %s %v", name, v.Rule, v.Help, v.Nodes)
	}
}
