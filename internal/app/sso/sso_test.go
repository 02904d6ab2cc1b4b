package sso_test

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/app/factor"
	"thidua/internal/app/sso"
	"thidua/internal/auth/oidc"
	"thidua/internal/auth/totp"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/testkit/identity"
)

const secret, here = "ruộng bậc thang mùa lúa", "10.0.0.7"

var bg = context.Background()

// house is an agency with one account that is linked to a subject of a provider, and a second instance over the same data.
type house struct {
	*testkit.Season
	*identity.Provider
	core        *app.App
	desk, other *sso.Desk
	second      *factor.Desk
	clock       *testkit.Clock
	admin       thidua.Actor
	id          string
}

func open(t *testing.T) *house {
	t.Helper()
	clock := testkit.NewClock("2025-01-14")
	s := testkit.OpenSeason(t, func(c *store.Config) { c.Wall, c.Clock = clock.Now, clock.Now })
	h := &house{Season: s, Provider: identity.Start(t, clock.Now), core: app.New(s.DB), clock: clock}
	h.second = factor.Over(h.core, totp.NewKey(), false)
	h.desk, h.other = h.instance(h.core, oidc.Settings{}), h.instance(app.New(s.DB), oidc.Settings{})
	h.admin = thidua.Actor{Tenant: s.Tenant, Account: "operator", Name: "Người vận hành", Roles: []thidua.Role{thidua.RoleAdmin}}
	id, _, err := h.core.AddAccount(bg, h.admin, agency.NewAccount{UserName: "lvdung", Person: s.People["Lý Văn Dũng"].ID, Password: secret})
	must(t, err)
	h.id = id
	must(t, h.desk.SaveLink(bg, h.admin, id, "", "Dung-01"))
	return h
}

func (h *house) instance(core *app.App, s oidc.Settings) *sso.Desk {
	if s.Issuer == "" {
		s.Issuer = h.Issuer
	}
	s.ClientID, s.Secret, s.Redirect, s.Now = identity.ClientID, thidua.Hide(identity.Secret), "https://thidua.example/ve", h.clock.Now
	return sso.Over(core, oidc.New(s), "")
}

// begin begins in a browser, lets the provider answer, and gives what the browser holds and brings back.
func (h *house) begin(t *testing.T, d *sso.Desk) (browser string, a oidc.Answer) {
	t.Helper()
	browser, address, err := d.Begin(bg, "/viec-cua-toi", here)
	must(t, err)
	return browser, visit(t, address)
}

func visit(t *testing.T, address string) oidc.Answer {
	t.Helper()
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	got, err := client.Get(address)
	must(t, err)
	must(t, got.Body.Close())
	back, err := url.Parse(got.Header.Get("Location"))
	must(t, err)
	if got.StatusCode != http.StatusFound || back.Host != "thidua.example" {
		t.Fatalf("the provider answers %s and sends back to %s", got.Status, back)
	}
	q := back.Query()
	return oidc.Answer{State: q.Get("state"), Code: q.Get("code"), Issuer: q.Get("iss"), Error: q.Get("error")}
}

// enter signs in as whom the provider knows now.
func (h *house) enter(t *testing.T) (sso.Entered, error) {
	t.Helper()
	browser, a := h.begin(t, h.desk)
	return h.desk.Return(bg, browser, a, here)
}

func (h *house) refused(t *testing.T, err error, code thidua.Code, why string) {
	t.Helper()
	if codeOf(err) != code {
		t.Errorf("%s: %v, want %s", why, err, code)
	}
}

func codeOf(err error) thidua.Code {
	var e *thidua.Error
	if !errors.As(err, &e) {
		return ""
	}
	if len(e.Faults) > 0 {
		return e.Faults[0].Code
	}
	return e.Code
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestAProviderOpensASession(t *testing.T) {
	h := open(t)
	h.Enter("Dung-01", nil)
	e, err := h.enter(t)
	must(t, err)
	actor, err := h.core.Session(bg, e.Token)
	if err != nil || actor.Account != h.id || e.Next != "/viec-cua-toi" {
		t.Errorf("the session is of %+v and leads to %s: %v", actor, e.Next, err)
	}
	again, err := h.enter(t)
	if err != nil || again.Token == e.Token {
		t.Errorf("the second session has the token of the first, or %v", err)
	}
	if n := h.Asked.Load(); n != 1 {
		t.Errorf("the provider described itself %d times", n)
	}
}

func TestAStepCountsOnceInTheBrowserThatBegan(t *testing.T) {
	h := open(t)
	h.Enter("Dung-01", nil)
	browser, a := h.begin(t, h.desk)
	stranger, b := h.begin(t, h.desk)
	_, err := h.desk.Return(bg, stranger, a, here)
	h.refused(t, err, sso.CodeStepOver, "the state of another browser")
	_, err = h.desk.Return(bg, "", a, here)
	h.refused(t, err, sso.CodeStepOver, "a browser that began nothing")
	_, err = h.other.Return(bg, browser, a, here)
	must(t, err) // begun on one instance, ended on another
	_, err = h.desk.Return(bg, browser, a, here)
	h.refused(t, err, sso.CodeStepOver, "a state that was used, on the first instance")
	old, c := a.Code, b
	c.Code = old
	_, err = h.desk.Return(bg, stranger, c, here)
	h.refused(t, err, sso.CodeRefused, "a code that was used")
	late, d := h.begin(t, h.desk)
	h.clock.Add(sso.StepLife)
	_, err = h.desk.Return(bg, late, d, here)
	h.refused(t, err, sso.CodeStepOver, "after ten minutes")
}

func TestForgedAnswersOpenNothing(t *testing.T) {
	h := open(t)
	set := func(name string, value any) func(*identity.Token) {
		return func(t *identity.Token) { t.Claims[name] = value }
	}
	for why, forge := range map[string]func(*identity.Token){
		"another nonce":        set("nonce", "x"),
		"no nonce":             func(t *identity.Token) { delete(t.Claims, "nonce") },
		"another client":       set("aud", "somebody-else"),
		"two, without a party": set("aud", []string{identity.ClientID, "somebody-else"}),
		"another party":        set("azp", "somebody-else"),
		"another issuer":       set("iss", "https://elsewhere.example"),
		"over":                 set("exp", h.clock.Now().Add(-time.Second).Unix()),
		"proved long ago":      set("auth_time", h.clock.Now().Add(-oidc.MaxAge-2*time.Minute).Unix()),
		"proved at no time":    func(t *identity.Token) { delete(t.Claims, "auth_time") },
		"nobody":               set("sub", ""),
		"another key":          identity.AnotherKey,
		"signed by nobody":     func(t *identity.Token) { t.Alg = "none" },
		"a shared key":         func(t *identity.Token) { t.Alg = "HS256" },
	} {
		h.Enter("Dung-01", forge)
		_, err := h.enter(t)
		h.refused(t, err, sso.CodeRefused, why)
		if err != nil && strings.Contains(err.Error(), "eyJ") {
			t.Errorf("%s: the log would hold the token: %v", why, err)
		}
	}
	h.Enter("Dung-01", nil)
	for why, change := range map[string]func(*oidc.Answer){
		"an answer of nobody":        func(a *oidc.Answer) { a.Issuer = "" },
		"an answer of another":       func(a *oidc.Answer) { a.Issuer = "https://elsewhere.example" },
		"a refusal of the provider":  func(a *oidc.Answer) { a.Error = "access_denied" },
		"an answer without its code": func(a *oidc.Answer) { a.Code = "" },
	} {
		browser, a := h.begin(t, h.desk)
		change(&a)
		_, err := h.desk.Return(bg, browser, a, here)
		h.refused(t, err, sso.CodeRefused, why)
	}
	_, err := h.enter(t)
	must(t, err) // it was the forgery each time
}
