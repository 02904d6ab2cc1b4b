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

// TestNoLinkLeadsNowhere follows every link of every page that each kind of person can reach: all lead to a page, and all anchors are there.
func TestNoLinkLeadsNowhere(t *testing.T) {
	w := openWalk(t)
	w.workAbove(t)
	for token, actor := range w.actors {
		seen, todo := map[string]int{}, [][2]string{{"/"}, {"/tat-ca"}}
		for len(todo) > 0 {
			path, from := todo[0][0], todo[0][1]
			todo = todo[1:]
			at, _, _ := strings.Cut(path, "#")
			if shape := same.ReplaceAllString(at, "*"); seen[at] > 0 || seen[shape] == 3 {
				continue
			} else if shape != at {
				seen[shape]++
			}
			seen[at]++
			for _, link := range w.links(t, token, at, from) {
				todo = append(todo, [2]string{link, at})
			}
		}
		if len(seen) < 12 {
			t.Errorf("%s saw only %v", actor.Name, seen)
		}
	}
}

// links opens a page to which another one led and gives what it leads to.
func (w *walk) links(t *testing.T, token, path, from string) []string {
	t.Helper()
	code, body, header := w.ask(handle.Route{Pattern: "GET /"}, path, token)
	if code == http.StatusSeeOther {
		return []string{header.Get("Location")}
	}
	if code != http.StatusOK {
		t.Errorf("%v from %s to %s: %d", w.actors[token].Roles, from, path, code)
		return nil
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
		switch href := a.AttrOr("href", ""); {
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
