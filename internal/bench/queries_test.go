package main

import (
	"context"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"thidua/internal/testkit"
)

// bounds are how many queries a page may ask; every other page stays under most. A page that needs more has a query of its own to save.
var bounds = map[string]int{
	"/viec-cua-toi": 47, "/cho-y-kien": 24, "/theo-doi/{}": 40, "/xep-hang/{}": 50, "/nam/{}/ho-so": 69, "/van-ban/{}": 71, "/tong-hop": 36, "/bang-vang": 27,
	"/hoi-dong/{}": 63, "/truong-hop/{}": 57, "/hoi-dong/{}/ket-qua": 56, "/nam/{}/thiet-lap": 53, "/phong-trao/{}": 56, "/tong-ket": 49, "/tong-ket/{}": 49, "/gui-nhan": 26,
	"/tra-cuu?q=thi": 27, "/tra-cuu?nam=2024": 27, "/bang-vang?q=thi": 27, "/thanh-tich?q=thi": 26,
}

const (
	most    = 62
	repeats = 4 // of one statement in a page: a page may need it of several objects
)

// people look at the pages, one for each part that somebody plays.
var people = []string{"nttha", "tmkhoi", "bdlong", "pmanh", "dddat", "lttrang", "stmai", ""}

// asking are addresses whose words decide what is read; the links that are followed lose theirs.
var asking = []string{"/tra-cuu?q=thi", "/tra-cuu?nam=2024", "/bang-vang?q=thi", "/thanh-tich?q=thi", "/tim?q=phong"}

// TestQueriesDoNotGrowWithTheData opens every page for everybody, multiplies the organisation with all that it did by three, and opens the
// same pages again: the number of queries is the same, and small.
func TestQueriesDoNotGrowWithTheData(t *testing.T) {
	c := testkit.Config(t)
	s, err := openSample(context.Background(), c.Dir, c.URL, day)
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	before := map[asked][]string{}
	for _, user := range people {
		maps.Copy(before, s.crawl(t, user))
	}
	for page := range before {
		_, before[page] = s.queries(t, page.user, page.path) // once more: the first look of a day at restricted data leaves an event
	}
	if len(before) < 100 {
		t.Fatalf("only %d pages were found", len(before))
	}
	for page, queries := range before {
		limit := most
		if b, ok := bounds[shape(page.path)]; ok {
			limit = b
		}
		if len(queries) > limit {
			t.Errorf("%s asks %d queries for %q, at most %d", page.path, len(queries), page.user, limit)
		}
		for text, n := range repeated(queries) {
			if n > repeats {
				t.Errorf("%s asks %d times for %q: %s", page.path, n, page.user, text)
			}
		}
	}
	if grown := multiply(t, c, 3); grown < 1000 {
		t.Fatalf("only %d rows were added", grown)
	}
	for page, queries := range before {
		_, after := s.queries(t, page.user, page.path)
		if len(after) != len(queries) {
			t.Errorf("%s for %q: %d queries, with three times as many rows %d, more of %v", page.path, page.user, len(queries), len(after),
				more(queries, after))
		}
	}
}

// asked is a page of somebody.
type asked struct{ user, path string }

var (
	link = regexp.MustCompile(`href="(/[^"?#]*)`)
	id   = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f-]{27}`)
)

// shape is an address without the ids in it.
func shape(path string) string { return id.ReplaceAllString(path, "{}") }

// crawl follows the links from all addresses that somebody may open, to one page of each shape; files are left out.
func (s *sample) crawl(t *testing.T, user string) map[asked][]string {
	t.Helper()
	if err := s.signIn(user); err != nil {
		t.Fatal(err)
	}
	var open []string
	for _, g := range s.server.Routes() {
		for _, r := range g.Routes {
			if path, ok := strings.CutPrefix(r.Pattern, "GET "); ok && !strings.Contains(path, "{") {
				open = append(open, path)
			}
		}
	}
	open = append(open, asking...)
	out, seen := map[asked][]string{}, map[string]bool{}
	for len(open) > 0 {
		path := open[0]
		open = open[1:]
		if seen[shape(path)] || strings.Contains(path, ".") || strings.Contains(path, "/tep/") {
			continue
		}
		seen[shape(path)] = true
		body, queries := s.queries(t, user, path)
		if body != "" {
			out[asked{user, path}] = queries
		}
		for _, m := range link.FindAllStringSubmatch(body, -1) {
			open = append(open, m[1])
		}
	}
	return out
}

// queries opens a page and gives what it shows and asks; nothing for one that refuses or leads on. That the session is in use is written
// down once a minute, which is not the page's.
func (s *sample) queries(t *testing.T, user, path string) (body string, queries []string) {
	t.Helper()
	all := flat(s.heard.during(func() {
		w := s.ask(user, path, "")
		if w.Code >= http.StatusInternalServerError {
			t.Errorf("%s for %q: %d", path, user, w.Code)
		}
		if w.Code == http.StatusOK && strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			body = w.Body.String()
		} else if to := w.Header().Get("Location"); w.Code == http.StatusSeeOther {
			body = `<a href="` + to + `">`
		}
	}))
	for _, q := range all {
		if strings.HasPrefix(q.text, "UPDATE session") { // once a minute a session is written down as in use, and what was read before is read again
			return s.queries(t, user, path)
		}
		queries = append(queries, strings.Join(strings.Fields(q.text), " "))
	}
	return body, queries
}

func repeated(queries []string) map[string]int {
	out := map[string]int{}
	for _, q := range queries {
		out[q]++
	}
	return out
}

// more names the queries that grew, for who looks for the loop around them.
func more(before, after []string) []string {
	var out []string
	for text, n := range repeated(after) {
		if n > repeated(before)[text] {
			out = append(out, text)
		}
	}
	slices.Sort(out)
	return out
}
