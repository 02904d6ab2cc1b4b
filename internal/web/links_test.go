package web_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"thidua/internal/web/handle"
)

// same takes ids and years out of an address: pages of one shape lead to the same kinds of pages.
var same = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f-]{27}|=\d+$`)

// ways is what a walk over the links saw: the shapes of addresses that gave a kept file, and those of links without a word on malware.
type ways struct{ kept, unmarked map[string]string }

// TestNoLinkLeadsNowhere follows every link of every page that each kind of person can reach: all lead to a page, all anchors are there, and beside
// each that leads to a kept file stands that no scanner looked at it.
func TestNoLinkLeadsNowhere(t *testing.T) {
	w := openWalk(t)
	w.workAbove(t)
	seen := ways{kept: map[string]string{}, unmarked: map[string]string{}}
	defer func() { seen.check(t) }()
	for token, actor := range w.actors {
		been, todo := map[string]int{}, [][2]string{{"/"}, {"/tat-ca"}}
		for len(todo) > 0 {
			path, from := todo[0][0], todo[0][1]
			todo = todo[1:]
			at, _, _ := strings.Cut(path, "#")
			if shape := same.ReplaceAllString(at, "*"); been[at] > 0 || been[shape] == 3 {
				continue
			} else if shape != at {
				been[shape]++
			}
			been[at]++
			for _, link := range w.links(t, token, at, from, seen) {
				todo = append(todo, [2]string{link, at})
			}
		}
		if len(been) < 12 {
			t.Errorf("%s saw only %v", actor.Name, been)
		}
	}
}

func (s ways) check(t *testing.T) {
	t.Helper()
	if len(s.kept) == 0 {
		t.Error("no kept file was found")
	}
	for shape := range s.kept {
		if from, bare := s.unmarked[shape]; bare {
			t.Errorf("%s gives %s without a word on malware", from, shape)
		}
	}
}

// links opens a page to which another one led and gives what it leads to.
func (w *walk) links(t *testing.T, token, path, from string, seen ways) []string {
	t.Helper()
	code, body, header := w.ask(handle.Route{Pattern: "GET /"}, path, token)
	if code == http.StatusSeeOther {
		return []string{header.Get("Location")}
	}
	if code != http.StatusOK {
		t.Errorf("%v from %s to %s: %d", w.actors[token].Roles, from, path, code)
		return nil
	}
	if strings.HasPrefix(header.Get("Content-Security-Policy"), "sandbox") {
		seen.kept[same.ReplaceAllString(path, "*")] = from
	}
	if !strings.HasPrefix(header.Get("Content-Type"), "text/html") {
		return nil
	}
	page, err := goquery.NewDocumentFromReader(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	page.Find("a[href]").Each(func(_ int, a *goquery.Selection) {
		href := a.AttrOr("href", "")
		if !a.Next().HasClass("quet") {
			seen.unmarked[same.ReplaceAllString(href, "*")] = path
		}
		switch {
		case strings.HasPrefix(href, "#"):
			if page.Find(`[id="`+href[1:]+`"]`).Length() == 0 {
				t.Errorf("%s has no %s, where a link leads", path, href)
			}
		case strings.HasPrefix(href, "?"):
			base, _, _ := strings.Cut(path, "?")
			out = append(out, base+href)
		case strings.HasPrefix(href, "/"):
			out = append(out, href)
		default:
			t.Errorf("%s leads out of the house: %s", path, href)
		}
	})
	return out
}
