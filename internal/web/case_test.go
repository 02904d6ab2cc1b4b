package web_test

import (
	"bytes"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/account"
	"thidua/internal/app/agency"
	"thidua/internal/auth"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/web"
)

const pass, another = "ruộng bậc thang mùa lúa", "con suối chảy qua bản nhỏ"

// pair is two instances over the same data, and what they log.
type pair struct {
	*testkit.Season
	core  *app.App
	sites [2]http.Handler
	clock *testkit.Clock
	log   bytes.Buffer
	admin thidua.Actor
	head  string // id of the account lvdung
}

func openPair(t *testing.T, change func(*web.Config)) *pair {
	t.Helper()
	p := &pair{clock: testkit.NewClock("2025-01-14")}
	seen, watch := newWitness(t)
	var at store.Config
	p.Season = testkit.OpenSeason(t, func(c *store.Config) { c.Wall, c.Clock = p.clock.Now, p.clock.Now }, watch, func(c *store.Config) { at = *c })
	p.admin = thidua.Actor{Tenant: p.Tenant, Account: "operator", Name: "Người vận hành", Roles: []thidua.Role{thidua.RoleAdmin}}
	for i := range p.sites {
		p.core = app.New(p.opened(t, i, at))
		config := web.Config{Core: p.core, Log: slog.New(slog.NewTextHandler(&p.log, nil)), Now: p.DB.Clock, BaseURL: "https://thidua.example", Origin: app.From,
			Desk: account.Over(p.core).WithMail("https://thidua.example")}
		if change != nil {
			change(&config)
		}
		s, err := web.New(config)
		if err != nil {
			t.Fatal(err)
		}
		p.sites[i] = seen.over(s)
	}
	var err error
	p.head, _, err = p.core.AddAccount(t.Context(), p.admin, agency.NewAccount{UserName: "lvdung", Person: p.People["Lý Văn Dũng"].ID, Password: pass})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// opened gives an instance its database: on PostgreSQL the second one opens it for itself, as another server would; a folder belongs to one process.
func (p *pair) opened(t *testing.T, instance int, at store.Config) *store.DB {
	t.Helper()
	if instance == 0 || testkit.Engine() != "postgres" {
		return p.DB
	}
	db, err := store.Open(t.Context(), at)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

// browserOf is one browser: it keeps its cookies.
type browserOf struct {
	*pair
	jar  map[string]string
	peer string
	head http.Header
}

func (p *pair) visitor(peer string) *browserOf {
	return &browserOf{pair: p, jar: map[string]string{}, peer: peer, head: http.Header{}}
}

func (b *browserOf) ask(t *testing.T, site int, method, path string, form url.Values) (*http.Response, *goquery.Document) {
	t.Helper()
	r := httptest.NewRequest(method, "https://thidua.example"+path, strings.NewReader(form.Encode()))
	r.RemoteAddr = b.peer + ":40000"
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for name, values := range b.head {
		r.Header[name] = values
	}
	for name, v := range b.jar {
		r.AddCookie(&http.Cookie{Name: name, Value: v})
	}
	w := httptest.NewRecorder()
	b.sites[site].ServeHTTP(w, r)
	for _, c := range w.Result().Cookies() {
		b.jar[c.Name] = c.Value
		if c.MaxAge < 0 {
			delete(b.jar, c.Name)
		}
	}
	doc, err := goquery.NewDocumentFromReader(w.Body)
	if err != nil {
		t.Fatal(err)
	}
	return w.Result(), doc
}

func (b *browserOf) enter(t *testing.T, site int, password string) int {
	t.Helper()
	answer, _ := b.ask(t, site, "POST", "/dang-nhap", url.Values{"user": {"lvdung"}, "password": {password}})
	return answer.StatusCode
}

// inside tells whether the browser is signed in at both instances.
func (b *browserOf) inside(t *testing.T) bool {
	t.Helper()
	one, _ := b.ask(t, 0, "GET", "/tai-khoan", nil)
	two, _ := b.ask(t, 1, "GET", "/tai-khoan", nil)
	if one.StatusCode != two.StatusCode {
		t.Errorf("the instances disagree: %d and %d", one.StatusCode, two.StatusCode)
	}
	return one.StatusCode == http.StatusOK
}

const sessionName = "__Host-thidua"

func TestCase44ForeignPagesCannotSignAnybodyIn(t *testing.T) {
	p := openPair(t, nil)
	for want, headers := range map[int][]http.Header{
		http.StatusForbidden: {{"Sec-Fetch-Site": {"cross-site"}}, {"Sec-Fetch-Site": {"same-site"}}, {"Origin": {"null"}}, {"Origin": {"https://thidua.example:8443"}}},
		http.StatusSeeOther:  {{}, {"Sec-Fetch-Site": {"same-origin"}}, {"Origin": {"https://thidua.example"}}},
	} {
		for _, h := range headers {
			b := p.visitor("192.0.2.1")
			b.head = h
			if got := b.enter(t, 0, pass); got != want || (b.jar[sessionName] != "") != (want == http.StatusSeeOther) {
				t.Errorf("%v: %d", h, got)
			}
		}
	}
	told := 0
	for line := range strings.Lines(p.log.String()) {
		if strings.Contains(line, "refused") && strings.Contains(line, "cross-origin") && strings.Contains(line, "192.0.2.1") {
			told++
		}
	}
	if told < 4 { // the witness sends a form once more before
		t.Errorf("the log tells of %d requests of other sites with their address", told)
	}
}

func TestCase45EveryChangeOfPrivilegeGivesAnotherSession(t *testing.T) {
	p := openPair(t, nil)
	b := p.visitor("192.0.2.1")
	b.jar[sessionName] = "preset"
	dead := []string{"preset"}
	step := func(why string, do func()) {
		do()
		now := b.jar[sessionName]
		for _, old := range dead {
			if now == old {
				t.Errorf("%s: the session keeps its id", why)
			}
			if _, err := p.core.Session(t.Context(), old); thidua.KindOf(err) != thidua.SignIn {
				t.Errorf("%s: an old id lives: %v", why, err)
			}
		}
		dead = append(dead, now)
	}
	step("signing in", func() { b.enter(t, 0, pass) })
	step("another role", func() {
		if err := p.core.GrantRole(t.Context(), p.admin, thidua.Grant{Account: p.head, Role: thidua.RoleClerk}); err != nil {
			t.Fatal(err)
		}
		b.inside(t)
	})
	step("another password", func() {
		b.ask(t, 0, "POST", "/doi-mat-khau", url.Values{"current": {pass}, "new": {another}, "repeat": {another}})
		if !b.inside(t) {
			t.Error("signed out by changing the password")
		}
	})
	step("signing out", func() {
		answer, _ := b.ask(t, 0, "POST", "/dang-xuat", url.Values{})
		if answer.Header.Get("Clear-Site-Data") == "" {
			t.Error("the browser keeps what it has")
		}
	})
}

func TestCase46AnEndedSessionIsDeadOnBothInstances(t *testing.T) {
	p := openPair(t, nil)
	for why, end := range map[string]func(b *browserOf){
		"signing out": func(b *browserOf) { b.ask(t, 0, "POST", "/dang-xuat", url.Values{}) },
		"signing out everywhere": func(b *browserOf) {
			second := p.visitor("192.0.2.2")
			second.enter(t, 1, pass)
			second.ask(t, 1, "POST", "/tai-khoan/dang-xuat-moi-noi", url.Values{"password": {pass}})
		},
		"idling": func(*browserOf) { p.clock.Add(auth.Idle) },
		"a new password": func(*browserOf) {
			if _, _, err := p.core.ResetPassword(t.Context(), p.admin, p.head); err != nil {
				t.Fatal(err)
			}
			slip, err := account.Over(p.core).Invite(t.Context(), p.admin, p.head)
			if err == nil {
				err = account.Over(p.core).Choose(t.Context(), slip.Code, pass, "")
			}
			if err != nil {
				t.Fatal(err)
			}
		},
		"a closed account": func(*browserOf) {
			for _, shut := range []bool{true, false} {
				if err := p.core.CloseAccount(t.Context(), p.admin, p.head, shut); err != nil {
					t.Fatal(err)
				}
			}
		},
	} {
		b := p.visitor("192.0.2.1")
		b.enter(t, 0, pass)
		cookie := b.jar[sessionName]
		if !b.inside(t) {
			t.Fatalf("before %s: not signed in", why)
		}
		end(b)
		b.jar[sessionName] = cookie
		if b.inside(t) {
			t.Errorf("after %s the cookie still opens", why)
		}
	}
	b := p.visitor("192.0.2.1")
	b.enter(t, 0, pass)
	for range 90 {
		p.clock.Add(8 * time.Minute)
		b.ask(t, 0, "POST", "/tai-khoan/tiep-tuc", url.Values{})
	}
	if b.inside(t) {
		t.Error("a session that is kept in use never ends")
	}
}

func TestCase47CookiesAreBound(t *testing.T) {
	p := openPair(t, nil)
	b := p.visitor("192.0.2.1")
	answer, _ := b.ask(t, 0, "POST", "/dang-nhap", url.Values{"user": {"lvdung"}, "password": {pass}})
	if len(answer.Cookies()) != 2 {
		t.Errorf("%d cookies", len(answer.Cookies()))
	}
	for _, c := range answer.Cookies() {
		if !strings.HasPrefix(c.Name, "__Host-") || !c.Secure || !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" || len(c.Value) < 43 {
			t.Errorf("cookie %v", c)
		}
		err := p.DB.Read(t.Context(), "", func(tx *store.Tx) error {
			_, err := tx.Session(c.Value)
			return err
		})
		if thidua.KindOf(err) != thidua.NotFound || strings.Contains(p.log.String(), c.Value) {
			t.Errorf("%s stands in clear: %v", c.Name, err)
		}
	}
}

func TestCase48LinksAreMadeOfTheConfiguredAddress(t *testing.T) {
	p := openPair(t, nil)
	slip, err := account.Over(p.core).Invite(t.Context(), p.admin, p.head)
	if err != nil {
		t.Fatal(err)
	}
	b := p.visitor("192.0.2.1")
	b.head = http.Header{"X-Forwarded-Host": {"evil.example"}}
	answer, page := b.ask(t, 0, "GET", "/dat-mat-khau/"+slip.Code, nil)
	if answer.StatusCode != http.StatusOK || answer.Header.Get("Referrer-Policy") != "no-referrer" || answer.Header.Get("Cache-Control") != "no-store" ||
		strings.Contains(page.Text(), "evil") || strings.Contains(p.log.String(), slip.Code) {
		t.Errorf("%d, headers %v", answer.StatusCode, answer.Header)
	}
	form := url.Values{"slip": {slip.Code}, "new": {another}, "repeat": {another}}
	if answer, _ := b.ask(t, 0, "POST", "/dat-mat-khau", form); answer.StatusCode != http.StatusSeeOther {
		t.Errorf("choosing a password: %d", answer.StatusCode)
	}
	if answer, _ := b.ask(t, 1, "POST", "/dat-mat-khau", form); answer.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("the code once more: %d", answer.StatusCode)
	}
	if got := b.enter(t, 0, another); got != http.StatusSeeOther {
		t.Errorf("signing in with the chosen password: %d", got)
	}
}

func TestCase49SpoofedAddressesDoNotHelp(t *testing.T) {
	p := openPair(t, nil)
	p.visitor("192.0.2.9").enter(t, 0, pass) // the witness has the first form of a route sent twice: that shall be no guess
	refused := 0
	for n := range 12 {
		b := p.visitor("192.0.2.66")
		b.head = http.Header{"X-Forwarded-For": {netip.AddrFrom4([4]byte{10, 0, 0, byte(n)}).String()}, "X-Real-Ip": {"10.1.1.1"}, "Forwarded": {"for=10.2.2.2"}}
		_, page := b.ask(t, n%2, "POST", "/dang-nhap", url.Values{"user": {"lvdung"}, "password": {"sai rồi"}})
		if strings.Contains(page.Find("[role=alert]").Text(), "Thử lại sau") {
			refused++
		}
	}
	if refused != 12-auth.AccountPolicy.Free {
		t.Errorf("%d of 12 guesses over two instances were refused", refused)
	}
	if got := p.visitor("192.0.2.1").enter(t, 0, pass); got != http.StatusSeeOther {
		t.Errorf("the owner at his desk: %d", got)
	}
}

func TestCase50NobodyIsWhoHeadersSay(t *testing.T) {
	p := openPair(t, func(c *web.Config) { c.Proxies = []netip.Prefix{netip.MustParsePrefix("192.0.2.0/30")} })
	for _, peer := range []string{"198.51.100.9", "192.0.2.1"} {
		b := p.visitor(peer)
		b.head = http.Header{"X-Remote-User": {"lvdung"}, "X-Forwarded-User": {"lvdung"}, "X-Client-Cert": {"lvdung"}, "X-Forwarded-For": {"203.0.113.5"}}
		if b.inside(t) {
			t.Errorf("%s is signed in by a header", peer)
		}
		b.enter(t, 0, pass)
	}
	for told, want := range map[string]bool{"from=198.51.100.9": true, "from=203.0.113.5": true, "from=192.0.2.1": false} {
		if strings.Contains(p.log.String(), told) != want {
			t.Errorf("the log has %s: %v, want %v", told, !want, want)
		}
	}
}

func TestCase51OneNameIsOneAccount(t *testing.T) {
	p := openPair(t, nil)
	for _, typed := range []string{"LVDUNG", " lvdung ", "lvdu\u0301ng", "ｌｖｄｕｎｇ", "lvdunɡ"} {
		b := p.visitor("192.0.2.1")
		answer, _ := b.ask(t, 0, "POST", "/dang-nhap", url.Values{"user": {typed}, "password": {pass}})
		if (answer.StatusCode == http.StatusSeeOther) != b.inside(t) {
			t.Errorf("%q: %d", typed, answer.StatusCode)
		}
	}
	for _, made := range []string{"lvdung", "LvDung", "lvdụng", "lvdunɡ", "lvdung "} {
		if _, _, err := p.core.AddAccount(t.Context(), p.admin, agency.NewAccount{UserName: made, Password: another}); err == nil {
			t.Errorf("a second account %q was made", made)
		}
	}
	second := testkit.FillSeason(t, p.DB, "so-khac")
	there := thidua.Actor{Tenant: second.Tenant, Account: "operator", Roles: []thidua.Role{thidua.RoleAdmin}}
	if _, _, err := p.core.AddAccount(t.Context(), there, agency.NewAccount{UserName: "lvdung", Password: another}); err != nil {
		t.Fatal(err)
	}
	for password, tenant := range map[string]string{pass: p.Tenant, another: second.Tenant} {
		if _, actor, err := p.core.SignIn(t.Context(), "lvdung", password, ""); err != nil || actor.Tenant != tenant {
			t.Errorf("into %s: %v", actor.Tenant, err)
		}
	}
	twin, _, err := p.core.AddAccount(t.Context(), there, agency.NewAccount{UserName: "nttha", Password: pass})
	if err == nil {
		_, _, err = p.core.AddAccount(t.Context(), p.admin, agency.NewAccount{UserName: "nttha", Password: pass})
	}
	if err != nil {
		t.Fatal(err)
	}
	if token, _, err := p.core.SignIn(t.Context(), "nttha", pass, ""); err == nil {
		t.Errorf("one of two agencies was guessed for %s: %s", twin, token)
	}
}

func TestCase52ExistingAndMissingAccountsAnswerAlike(t *testing.T) {
	p := openPair(t, nil)
	answers := map[string][]string{}
	for _, user := range []string{"lvdung", "khong-co"} {
		for path, form := range map[string]url.Values{
			"/dang-nhap": {"user": {user}, "password": {"sai rồi"}}, "/quen-mat-khau": {"user": {user}},
		} {
			before := auth.Runs()
			answer, page := p.visitor("192.0.2.1").ask(t, 0, "POST", path, form)
			page.Find("#user").Remove()
			text := answer.Status + answer.Header.Get("Location") + page.Text() + string(rune('0'+auth.Runs()-before))
			answers[path] = append(answers[path], text)
		}
	}
	for path, both := range answers {
		if both[0] != both[1] {
			t.Errorf("%s tells a name that there is from one that there is not:\n%s\n%s", path, both[0], both[1])
		}
	}
}
