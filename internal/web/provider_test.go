package web_test

import (
	"bytes"
	"log/slog"
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
	"thidua/internal/web"
	"thidua/internal/web/public"
)

// porch is a server that a provider is connected to, and one browser in front of it.
type porch struct {
	*testing.T
	*identity.Provider
	server  http.Handler
	core    *app.App
	desk    *sso.Desk
	second  *factor.Desk
	admin   thidua.Actor
	account string
	log     *bytes.Buffer
	jar     map[string]string
}

func openPorch(t *testing.T) *porch {
	t.Helper()
	clock := testkit.NewClock("2025-01-14")
	seen, watch := newWitness(t)
	s := testkit.OpenSeason(t, func(c *store.Config) { c.Wall, c.Clock = clock.Now, clock.Now }, watch)
	p := &porch{T: t, Provider: identity.Start(t, clock.Now), core: app.New(s.DB), log: &bytes.Buffer{}, jar: map[string]string{}}
	p.desk = sso.Over(p.core, oidc.New(oidc.Settings{Issuer: p.Issuer, ClientID: identity.ClientID, Secret: thidua.Hide(identity.Secret),
		Redirect: "http://127.0.0.1" + public.ReturnURL, Now: clock.Now}), "Tài khoản tỉnh")
	p.second = factor.Over(p.core, totp.NewKey(), false)
	site, err := web.New(web.Config{Core: p.core, Second: p.second, Provider: p.desk, Now: s.DB.Clock,
		Log: slog.New(slog.NewJSONHandler(p.log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	p.server = seen.over(site)
	p.admin = thidua.Actor{Tenant: s.Tenant, Account: "operator", Name: "Người vận hành", Roles: []thidua.Role{thidua.RoleAdmin}}
	p.account, _, err = p.core.AddAccount(t.Context(), p.admin, agency.NewAccount{UserName: "lvdung", Person: s.People["Lý Văn Dũng"].ID, Password: porchSecret})
	if err == nil {
		err = p.desk.SaveLink(t.Context(), p.admin, p.account, "", "Dung-01")
	}
	if err != nil {
		t.Fatal(err)
	}
	return p
}

const porchSecret = "ruộng bậc thang mùa lúa"

// ask asks in the browser, which keeps its cookies.
func (p *porch) ask(method, path, body string, change func(*http.Request)) *http.Response {
	p.Helper()
	got := do(p, p.server, method, path, body, func(r *http.Request) {
		for name, value := range p.jar {
			r.AddCookie(&http.Cookie{Name: name, Value: value})
		}
		if change != nil {
			change(r)
		}
	})
	for _, c := range got.Cookies() {
		if p.jar[c.Name] = c.Value; c.MaxAge < 0 {
			delete(p.jar, c.Name)
		}
	}
	return got
}

// leave presses the button and gives the address on which the provider sends the browser back.
func (p *porch) leave(next string) string {
	p.Helper()
	got := p.ask("POST", public.ProviderURL, "next="+url.QueryEscape(next), nil)
	_, address, ok := strings.Cut(got.Header.Get("Refresh"), "0; url=")
	if got.StatusCode != http.StatusOK || !ok || !strings.HasPrefix(address, p.Issuer+"/authorize?") {
		p.Fatalf("the button answers %d and leads to %q", got.StatusCode, got.Header.Get("Refresh"))
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	back, err := client.Get(address)
	if err != nil {
		p.Fatal(err)
	}
	_ = back.Body.Close()
	return strings.TrimPrefix(back.Header.Get("Location"), "http://127.0.0.1")
}

// refused asks for a status and a sentence, and that the local sign-in is still there.
func (p *porch) refused(got *http.Response, status int, says string) {
	p.Helper()
	if text := words(p, got); got.StatusCode != status || !strings.Contains(text, says) || !strings.Contains(text, `name="password"`) {
		p.Errorf("%d, want %d with %q", got.StatusCode, status, says)
	}
}

func TestTheProviderIsOfferedBesideThePassword(t *testing.T) {
	p := openPorch(t)
	page := words(t, p.ask("GET", "/dang-nhap?next=%2Ftai-khoan", "", nil))
	if strings.Count(page, "btn pri") != 1 || !strings.Contains(page, `<button class="btn block" type="submit">Đăng nhập bằng Tài khoản tỉnh</button>`) {
		t.Error("the button of the provider is missing, or the first one")
	}
	p.Enter("Dung-01", nil)
	back := p.leave("/tai-khoan")
	got := p.ask("GET", back, "", nil)
	if got.StatusCode != http.StatusSeeOther || got.Header.Get("Location") != "/tai-khoan" {
		t.Fatalf("the provider leads to %d %s: %s", got.StatusCode, got.Header.Get("Location"), words(t, got))
	}
	for _, c := range got.Cookies() {
		if !strings.HasPrefix(c.Name, "__Host-") || !c.Secure || !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" {
			t.Errorf("the cookie %+v", c)
		}
	}
	if _, left := p.jar["__Host-thidua-dn"]; left {
		t.Error("the step stays in the browser")
	}
	if mine := words(t, p.ask("GET", "/tai-khoan", "", nil)); !strings.Contains(mine, "Đã liên kết từ 14/01/2025") || !strings.Contains(mine, "không đăng xuất khỏi Tài khoản tỉnh") {
		t.Error("the page of the account does not tell of the link")
	}
	p.refused(p.ask("GET", back, "", nil), http.StatusUnprocessableEntity, "đã dùng")
	p.jar = map[string]string{}
	if got := p.ask("GET", p.leave("//evil.example/"), "", nil); got.Header.Get("Location") != "/" {
		t.Errorf("the sign-in leads to %q", got.Header.Get("Location"))
	}
	code := mustQuery(t, back).Get("code")
	if log := p.log.String(); strings.Contains(log, code) || strings.Contains(log, "eyJ") || strings.Contains(log, p.jar["__Host-thidua"]) || strings.Contains(log, identity.Secret) {
		t.Error("the log holds a code, a token or the secret")
	}
}

func mustQuery(t *testing.T, address string) url.Values {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	return u.Query()
}

func TestCase44NobodyElseBeginsASignInThroughTheProvider(t *testing.T) {
	p := openPorch(t)
	for _, site := range []string{"cross-site", "same-site"} {
		got := p.ask("POST", public.ProviderURL, "", func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", site) })
		if got.StatusCode != http.StatusForbidden || len(got.Cookies()) != 0 {
			t.Errorf("%s: %d", site, got.StatusCode)
		}
	}
	if got := p.ask("GET", public.ProviderURL, "", nil); got.StatusCode != http.StatusMethodNotAllowed {
		t.Errorf("a link begins: %d", got.StatusCode)
	}
	p.Enter("Dung-01", nil)
	back := p.leave("/")
	p.jar = map[string]string{} // the browser of somebody who is led to the answer of another
	p.refused(p.ask("GET", back, "", nil), http.StatusUnprocessableEntity, "trình duyệt khác")
	if p.jar["__Host-thidua"] != "" {
		t.Error("a browser that began nothing got a session")
	}
}

func TestEachRefusalOfTheProviderIsOneSentence(t *testing.T) {
	p := openPorch(t)
	p.refused(p.ask("GET", p.leave("/"), "", nil), http.StatusForbidden, "không cho đăng nhập")
	p.Enter(`<b>ai-do</b>`, nil)
	got := p.ask("GET", p.leave("/"), "", nil)
	p.refused(got, http.StatusForbidden, "&lt;b&gt;ai-do&lt;/b&gt;")
	if !strings.Contains(p.log.String(), "no account is linked") || strings.Contains(p.log.String(), "ai-do") {
		t.Errorf("the log tells %s", p.log)
	}
	p.refused(p.ask("GET", public.CodeURL, "", nil), http.StatusUnprocessableEntity, "từ đầu")
	p.refused(p.ask("POST", public.CodeURL, "code=123456", nil), http.StatusUnprocessableEntity, "từ đầu")
	down := openPorch(t)
	down.Silence(true)
	down.refused(down.ask("POST", public.ProviderURL, "", nil), http.StatusServiceUnavailable, "chưa trả lời")
	keyless := openPorch(t)
	keyless.Enter("Dung-01", nil)
	keyless.LockKeys(true)
	keyless.refused(keyless.ask("GET", keyless.leave("/"), "", nil), http.StatusServiceUnavailable, "Hệ thống xác thực chưa trả lời. Thử lại sau ít phút, hoặc đăng nhập bằng tên và mật khẩu.")
	if got := down.ask("POST", "/dang-nhap", url.Values{"user": {"lvdung"}, "password": {porchSecret}}.Encode(), nil); got.StatusCode != http.StatusSeeOther {
		t.Errorf("the local sign-in answers %d while the provider is down", got.StatusCode)
	}
	without, _ := newServer(t, func(c *web.Config) { c.App, c.Core, c.Groups = nil, p.core, nil })
	for _, path := range []string{public.ReturnURL, public.CodeURL} {
		if got := do(t, without.Handler(), "GET", path, "", nil); got.StatusCode != http.StatusNotFound {
			t.Errorf("%s without a provider: %d", path, got.StatusCode)
		}
	}
}

func TestTheCodeIsAskedForAfterTheProvider(t *testing.T) {
	p := openPorch(t)
	p.Enter("Dung-01", nil)
	p.ask("GET", p.leave("/"), "", nil)
	token := p.jar["__Host-thidua"]
	actor, err := p.core.Session(t.Context(), token)
	if err != nil {
		t.Fatal(err)
	}
	key := enrolled(t, p, actor, token)
	p.jar = map[string]string{}
	got := p.ask("GET", p.leave("/tai-khoan"), "", nil)
	if got.Header.Get("Location") != public.CodeURL || p.jar["__Host-thidua"] != "" {
		t.Fatalf("the provider alone leads to %q", got.Header.Get("Location"))
	}
	got = p.ask("POST", public.CodeURL, "code=000000", nil)
	if text := words(t, got); got.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(text, "không đúng hoặc đã dùng") {
		t.Errorf("a wrong code: %d", got.StatusCode)
	}
	got = p.ask("POST", public.CodeURL, "code="+totp.Code(key, totp.Step(p.Now())+1), nil)
	if got.StatusCode != http.StatusSeeOther || got.Header.Get("Location") != "/tai-khoan" || p.jar["__Host-thidua"] == "" {
		t.Errorf("the right code leads to %d %q", got.StatusCode, got.Header.Get("Location"))
	}
}

// enrolled gives an account a second factor.
func enrolled(t *testing.T, p *porch, actor thidua.Actor, token string) []byte {
	t.Helper()
	desk := p.second
	if err := desk.Begin(t.Context(), actor, factor.Proof{}); err != nil {
		t.Fatal(err)
	}
	v, err := desk.Mine(t.Context(), actor)
	if err != nil {
		t.Fatal(err)
	}
	key, err := totp.Parse(v.Secret)
	if err != nil {
		t.Fatal(err)
	}
	code := totp.Code(key, totp.Step(p.Now()))
	if _, _, err := desk.Confirm(t.Context(), actor, token, factor.Proof{Password: porchSecret, Code: code}); err != nil {
		t.Fatal(err)
	}
	return key
}

func TestAnAdministratorLinksAnAccount(t *testing.T) {
	p := openPorch(t)
	id, _, err := p.core.AddAccount(t.Context(), p.admin, agency.NewAccount{UserName: "quantri2", Roles: []thidua.Role{thidua.RoleAdmin}, Password: porchSecret})
	if err != nil {
		t.Fatal(err)
	}
	p.ask("POST", "/dang-nhap", url.Values{"user": {"quantri2"}, "password": {porchSecret}}.Encode(), nil)
	page := words(t, p.ask("GET", "/nguoi-dung/"+p.account, "", nil))
	if !strings.Contains(page, `value="Dung-01"`) || !strings.Contains(page, p.Issuer) {
		t.Error("the page does not show the link")
	}
	link := "/nguoi-dung/" + id + "/lien-ket-tai-khoan-tinh"
	got := p.ask("POST", link, "was=&subject=Dung-01", nil)
	if text := words(t, got); got.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(text, "đã liên kết với một tài khoản khác") || !strings.Contains(text, `value="Dung-01"`) {
		t.Errorf("a subject that is taken: %d", got.StatusCode)
	}
	other := "/nguoi-dung/" + p.account + "/lien-ket-tai-khoan-tinh"
	if got := p.ask("POST", other, "was=Dung-01&subject=+Dung-02+", nil); got.StatusCode != http.StatusSeeOther {
		t.Errorf("a new link: %d", got.StatusCode)
	}
	late := p.ask("POST", other, "was=Dung-01&subject=Dung-03", nil)
	if text := words(t, late); late.StatusCode != http.StatusConflict || !strings.Contains(text, "đã có người lưu trước") || !strings.Contains(text, `value="Dung-03"`) ||
		!strings.Contains(text, "Bản đã lưu: <b>Dung-02</b>") || !strings.Contains(text, `name="was" value="Dung-02"`) {
		t.Errorf("who saves second: %d", late.StatusCode)
	}
	if l, err := p.desk.LinkOf(t.Context(), p.admin, p.account); err != nil || l.Subject != "Dung-02" || l.At.Sub(p.Now()).Abs() > time.Minute {
		t.Errorf("linked is %+v: %v", l, err)
	}
}
