package web_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/browser"
	"thidua/internal/store"
	"thidua/internal/testkit"
	"thidua/internal/web"
)

// linked is a program with a link for its leader, and a list of registrations that waits for him.
type linked struct {
	http.Handler
	t      *testing.T
	season *testkit.Season
	core   *app.App
	jar    []*http.Cookie
}

func openLinked(t *testing.T) *linked {
	t.Helper()
	seen, watch := newWitness(t)
	s := testkit.OpenSeason(t, watch)
	act := &store.Act{Tenant: s.Tenant, Actor: "account:vp", Verb: string(thidua.MakeSlip)}
	err := s.DB.Write(context.Background(), act, func(tx *store.Tx) error {
		return tx.InsertCoverSlip(thidua.CoverSlip{ID: store.NewID(), Round: s.Rounds[2025].ID, About: thidua.SlipRegistrations, Object: s.Rounds[2025].ID,
			State: thidua.SlipWaiting, MadeAt: tx.Now, Version: 1})
	})
	if err != nil {
		t.Fatal(err)
	}
	core := app.New(s.DB)
	server, err := web.New(web.Config{Core: core, Log: slog.New(slog.NewTextHandler(io.Discard, nil)), Now: s.DB.Clock})
	if err != nil {
		t.Fatal(err)
	}
	return &linked{Handler: seen.over(server), t: t, season: s, core: core}
}

// send asks as a browser that keeps its cookies.
func (l *linked) send(method, path string, form url.Values) *httptest.ResponseRecorder {
	l.t.Helper()
	q := httptest.NewRequest(method, "https://localhost"+path, strings.NewReader(form.Encode()))
	q.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for _, c := range l.jar {
		q.AddCookie(c)
	}
	answer := httptest.NewRecorder()
	l.ServeHTTP(answer, q)
	l.jar = append(l.jar, answer.Result().Cookies()...)
	return answer
}

// link lets Văn phòng make a link on its page and gives its path.
func (l *linked) link() string {
	l.t.Helper()
	secret := "ruộng bậc thang mùa lúa"
	operator := thidua.Actor{Tenant: l.season.Tenant, Account: "operator", Roles: []thidua.Role{thidua.RoleAdmin}}
	if _, _, err := l.core.AddAccount(context.Background(), operator, agency.NewAccount{UserName: "vanphong", Roles: []thidua.Role{thidua.RoleOffice}, Password: secret}); err != nil {
		l.t.Fatal(err)
	}
	l.send(http.MethodPost, "/dang-nhap", url.Values{"user": {"vanphong"}, "password": {secret}})
	made := l.send(http.MethodPost, "/lien-ket-lanh-dao", url.Values{"leader": {l.season.People["Trần Mạnh Khôi"].ID}, "until": {"28/01/2025"}, "key": {"k1"}})
	found := regexp.MustCompile(`/lanh-dao/[a-z2-7]{26}`).FindString(made.Body.String())
	if made.Code != http.StatusOK || found == "" {
		l.t.Fatalf("no link: %d", made.Code)
	}
	if again := l.send(http.MethodGet, "/lien-ket-lanh-dao", nil); strings.Contains(again.Body.String(), found) {
		l.t.Error("the link is shown a second time")
	}
	l.jar = nil
	return found
}

func TestALeaderOpensOnePageByLink(t *testing.T) {
	t.Parallel()
	l := openLinked(t)
	at := l.link()
	door := l.send(http.MethodGet, at, nil)
	if door.Code != http.StatusOK || strings.Contains(door.Body.String(), "Trần Mạnh Khôi") || !strings.Contains(door.Body.String(), "Mở trang") {
		t.Errorf("before it is opened: %d %s", door.Code, door.Body)
	}
	opened := l.send(http.MethodPost, at, nil)
	if opened.Code != http.StatusSeeOther || len(l.jar) != 1 || !l.jar[0].HttpOnly || !l.jar[0].Secure {
		t.Fatalf("opening: %d, %v", opened.Code, l.jar)
	}
	page := l.send(http.MethodGet, at, nil)
	h := page.Header()
	if !strings.Contains(page.Body.String(), "Danh sách đăng ký thi đua năm 2025") || strings.Contains(page.Body.String(), "Gửi ý kiến chỉ đạo") {
		t.Errorf("the page shows %s", page.Body)
	}
	if h.Get("Cache-Control") != "private, no-store" || h.Get("Referrer-Policy") != "no-referrer" || !strings.Contains(h.Get("X-Robots-Tag"), "noindex") {
		t.Errorf("headers %v", h)
	}
	set := regexp.MustCompile(at + `/[0-9a-f-]+/tap-trinh-ky\.pdf`).FindString(page.Body.String())
	if file := l.send(http.MethodGet, set, nil); file.Code != http.StatusOK || !strings.HasPrefix(file.Body.String(), "%PDF") {
		t.Errorf("the set at %q: %d", set, file.Code)
	}
	for _, path := range []string{"/phong-trao", "/viec-cua-toi", "/phieu-trinh"} {
		if away := l.send(http.MethodGet, path, nil); away.Code != http.StatusSeeOther {
			t.Errorf("the link opens %s: %d", path, away.Code)
		}
	}
	l.jar = nil
	if stranger := l.send(http.MethodGet, set, nil); stranger.Code != http.StatusNotFound {
		t.Errorf("the set without the device: %d", stranger.Code)
	}
}

// TestCase79ASecretOfAnAddressStaysOutOfTheLog opens a link, takes its papers and is refused them on another device as somebody who is signed in besides: the
// log tells of it, and nobody who reads the log can open the link.
func TestCase79ASecretOfAnAddressStaysOutOfTheLog(t *testing.T) {
	t.Parallel()
	l := openLinked(t)
	at := l.link()
	l.send(http.MethodPost, "/dang-nhap", url.Values{"user": {"vanphong"}, "password": {"ruộng bậc thang mùa lúa"}})
	signedIn := l.jar
	l.send(http.MethodPost, at, nil)
	set := regexp.MustCompile(at + `/[0-9a-f-]+/tap-trinh-ky\.pdf`).FindString(l.send(http.MethodGet, at, nil).Body.String())
	if file := l.send(http.MethodGet, set, nil); file.Code != http.StatusOK {
		t.Fatalf("the set at %q: %d", set, file.Code)
	}
	l.jar = signedIn
	for _, path := range []string{set, "/lanh-dao/aaaaaaaaaaaaaaaaaaaaaaaaaa", "/dat-mat-khau/AAAA-AAAA-AAAA-AAAA"} {
		l.send(http.MethodGet, path, nil)
	}
	reader := thidua.Actor{Tenant: l.season.Tenant, Account: "x", Roles: []thidua.Role{thidua.RoleInspector}}
	lines, _, err := l.core.Log(t.Context(), reader, agency.LogQuery{})
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	for _, line := range lines {
		words := line.Object + line.Detail.ObjectName + line.Detail.Reason + line.Detail.Before + line.Detail.After
		if strings.Contains(words, strings.TrimPrefix(at, "/lanh-dao/")) || strings.Contains(strings.ToLower(words), "aaaa") {
			t.Errorf("%s tells a secret: %s", line.Do, words)
		}
		named += strings.Count(words, "/lanh-dao/{secret}")
	}
	if named < 2 {
		t.Errorf("the log tells of %d addresses of links", named)
	}
}

// TestAGuessIsAnsweredLikeAbsence compares with an address that the program does not have at all.
func TestAGuessIsAnsweredLikeAbsence(t *testing.T) {
	t.Parallel()
	l := openLinked(t)
	l.link()
	guess, nothing := l.send(http.MethodGet, "/lanh-dao/aaaaaaaaaaaaaaaaaaaaaaaaaa", nil), l.send(http.MethodGet, "/khong-co-trang-nay", nil)
	plain := func(r *httptest.ResponseRecorder) string {
		return regexp.MustCompile(`TD-\d{8}-[0-9A-F]{8}`).ReplaceAllString(r.Body.String(), "")
	}
	if guess.Code != http.StatusNotFound || plain(guess) != plain(nothing) {
		t.Errorf("a guess is answered with %d, nothing with %d: %s", guess.Code, nothing.Code, guess.Body)
	}
	if opened := l.send(http.MethodPost, "/lanh-dao/aaaaaaaaaaaaaaaaaaaaaaaaaa", nil); opened.Code != http.StatusNotFound {
		t.Errorf("opening a guess: %d", opened.Code)
	}
}

func TestALinkPageIsClean(t *testing.T) {
	l := openLinked(t)
	at := l.link()
	desk := browser.Open(t, l, browser.Desk)
	look(t, desk, "lanh-dao-cua", at)
	desk.Follow("main form button.pri")
	look(t, desk, "lanh-dao-trang", at)
}
