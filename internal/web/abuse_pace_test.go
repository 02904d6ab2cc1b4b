package web_test

import (
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/web"
)

// TestCase07ASearchIsPaced asks as fast as a script would: after the bound it is one a second, for this account alone, and every other page opens.
func TestCase07ASearchIsPaced(t *testing.T) {
	p := openPair(t, func(c *web.Config) { c.Searches = 10 })
	b := p.visitor("192.0.2.7")
	if code := b.enter(t, 0, pass); code != http.StatusSeeOther {
		t.Fatalf("signing in: %d", code)
	}
	search := func(i int) (*http.Response, string) {
		got, page := b.ask(t, 0, http.MethodGet, "/tim?q="+url.QueryEscape("phạm"+string(rune('a'+i))), nil)
		return got, page.Find("main").Text()
	}
	for i := range 10 {
		if got, _ := search(i); got.StatusCode != http.StatusOK {
			t.Fatalf("search %d: %d", i, got.StatusCode)
		}
	}
	got, text := search(10)
	if got.StatusCode != http.StatusTooManyRequests || got.Header.Get("Retry-After") != "1" || !strings.Contains(text, "Chờ một phút rồi thử lại") {
		t.Errorf("beyond the bound: %d, again after %q: %s", got.StatusCode, got.Header.Get("Retry-After"), text)
	}
	if other, _ := b.ask(t, 0, http.MethodGet, "/tim", nil); other.StatusCode != http.StatusOK {
		t.Errorf("a page that looks nothing up: %d", other.StatusCode)
	}
	visitor := p.visitor("192.0.2.8")
	if other, _ := visitor.ask(t, 0, http.MethodGet, "/kiem-chung?ma=0000-0000", nil); other.StatusCode == http.StatusTooManyRequests {
		t.Error("somebody else waits with him")
	}
	for range 10 {
		visitor.ask(t, 0, http.MethodGet, "/kiem-chung?ma=0000-0000", nil)
	}
	if other, _ := visitor.ask(t, 0, http.MethodGet, "/kiem-chung?ma=0000-0001", nil); other.StatusCode != http.StatusTooManyRequests {
		t.Errorf("a visitor who tries code after code: %d", other.StatusCode)
	}
	p.clock.Add(time.Second)
	if got, _ := search(11); got.StatusCode != http.StatusOK {
		t.Errorf("a second later: %d", got.StatusCode)
	}
	if got, _ := search(12); got.StatusCode != http.StatusTooManyRequests {
		t.Errorf("and at once again: %d", got.StatusCode)
	}
}

// TestCase07TheDirectoryIsPaced goes through accounts one after the other, as somebody would who copies the directory.
func TestCase07TheDirectoryIsPaced(t *testing.T) {
	w := openWalk(t)
	s, err := web.New(web.Config{Core: w.core, Log: slog.New(slog.DiscardHandler), Now: w.season.DB.Clock, Searches: 20})
	if err != nil {
		t.Fatal(err)
	}
	w.server = s.Handler()
	admin := w.widest(func(a thidua.Actor) bool { return a.Has(thidua.RoleAdmin) && a.Tenant == w.season.Tenant })
	answers := map[int]int{}
	for range 3 {
		for _, path := range []string{"/nguoi", "/nguoi-dung"} {
			code, _ := w.page(path, admin)
			answers[code]++
		}
		for _, p := range w.season.People {
			code, _ := w.page("/nguoi/"+p.ID, admin)
			answers[code]++
		}
	}
	if answers[http.StatusOK] < 20 || answers[http.StatusOK] > 40 || answers[http.StatusTooManyRequests] < 10 {
		t.Errorf("the answers are %v", answers)
	}
}
