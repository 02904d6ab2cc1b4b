package web_test

import (
	"context"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
)

// TestManyPeopleReadAtOnce lets several people open every page of their agency at the same time: each is answered as when alone. Under the
// race detector this is where handlers, use cases and the store meet.
func TestManyPeopleReadAtOnce(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	fillForeign(t, w.season)
	own := w.of(t, w.season.Tenant)
	alone := map[string]map[string]int{}
	for _, token := range slices.Sorted(maps.Keys(w.actors))[:4] {
		alone[token] = map[string]int{}
		for _, r := range w.routes {
			if !strings.HasPrefix(r.Pattern, "GET ") || r.Who.Open() {
				continue
			}
			for _, path := range paths(t, r.Pattern, own) {
				alone[token][path] = w.get(path, token)
			}
		}
	}
	if n := len(slices.Collect(maps.Values(alone))[0]); n < 60 {
		t.Fatalf("only %d pages", n)
	}
	var crowd sync.WaitGroup
	for token, answers := range alone {
		crowd.Go(func() {
			for path, want := range answers {
				if code := w.get(path, token); code != want {
					t.Errorf("%s among others: %d, alone %d", path, code, want)
				}
			}
		})
	}
	crowd.Wait()
}

// get asks for a page and gives the status alone.
func (w *walk) get(path, token string) int {
	q := httptest.NewRequestWithContext(context.Background(), http.MethodGet, "https://localhost"+path, nil)
	q.AddCookie(&http.Cookie{Name: "__Host-thidua", Value: token})
	answer := httptest.NewRecorder()
	w.server.ServeHTTP(answer, q)
	return answer.Code
}
