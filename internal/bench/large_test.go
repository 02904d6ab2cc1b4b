package main

import (
	"context"
	"net/http"
	"strings"
	"testing"

	many "thidua/internal/sample"
)

// handful is a province of a few agencies: enough that a page which reads the rows of others would show it.
var handful = many.Size{Name: "handful", Provinces: 1, Agencies: 4, Units: 36, People: 240, Above: true}

func quietly(int, int) {}

// TestEveryPageOfALargeSampleOpens follows every link from every page that somebody of the sample may open.
func TestEveryPageOfALargeSampleOpens(t *testing.T) {
	s, err := openLarge(context.Background(), t.TempDir(), handful, quietly)
	if err != nil {
		t.Fatal(err)
	}
	defer s.close()
	for _, a := range s.accounts {
		opened := 0
		for _, page := range s.linked(t, a.UserName) {
			if page.code >= http.StatusBadRequest {
				t.Errorf("%s, to which %s leads, answers %s with %d", page.path, page.from, a.UserName, page.code)
			}
			opened++
		}
		if opened < 9 {
			t.Errorf("%s found %d pages only", a.UserName, opened)
		}
	}
}

// followed is a page with the one that led to it.
type followed struct {
	path, from string
	code       int
}

// linked opens one page of each shape that can be reached from the home of somebody.
func (s *sample) linked(t *testing.T, user string) (out []followed) {
	t.Helper()
	if err := s.signIn(user); err != nil {
		t.Fatal(err)
	}
	open, seen := []followed{{path: "/"}, {path: "/tat-ca"}}, map[string]bool{}
	for len(open) > 0 {
		next := open[0]
		open = open[1:]
		if seen[shape(next.path)] || strings.Contains(next.path, ".") || strings.Contains(next.path, "/tep/") {
			continue
		}
		seen[shape(next.path)] = true
		w := s.ask(user, next.path, "")
		next.code = w.Code
		if w.Code == http.StatusSeeOther {
			delete(seen, shape(w.Header().Get("Location")))
			open = append(open, followed{path: w.Header().Get("Location"), from: next.path})
		}
		out = append(out, next)
		if !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
			continue
		}
		for _, m := range link.FindAllStringSubmatch(w.Body.String(), -1) {
			open = append(open, followed{path: m[1], from: next.path})
		}
	}
	return out
}
