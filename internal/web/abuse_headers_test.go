package web_test

import (
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thidua/internal/web/assets"
)

// own are headers whose value belongs to one answer; only that they are there is held.
var own = []string{"Location", "Content-Length", "Content-Disposition", "Etag", "Last-Modified", "Allow", "Set-Cookie", "Retry-After", "Content-Encoding", "Thidua-Version"}

// TestHeadersOfEveryAnswer holds the headers of every route, signed in and as a stranger, by the class of its answer, to a reviewed list.
func TestHeadersOfEveryAnswer(t *testing.T) {
	t.Parallel()
	w := openWalk(t)
	fillForeign(t, w.season)
	classes := map[string]map[string]bool{}
	note := func(method, path, token string) {
		q := httptest.NewRequest(method, "https://localhost"+path, strings.NewReader("version=1"))
		q.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		if token != "" {
			q.AddCookie(&http.Cookie{Name: "__Host-thidua", Value: token})
		}
		a := httptest.NewRecorder()
		w.server.ServeHTTP(a, q)
		kind, _, _ := strings.Cut(a.Header().Get("Content-Type"), ";")
		class := fmt.Sprintf("%d %s", a.Code, kind)
		if classes[class] == nil {
			classes[class] = map[string]bool{}
		}
		classes[class][linesOf(a.Header())] = true
	}
	for _, who := range w.everywhere(t) {
		for _, path := range who.paths {
			note(http.MethodGet, path, who.token)
			note(http.MethodGet, path, "")
			note(http.MethodPost, path, "")
		}
	}
	token := w.widest(w.routes[0].Who.Allows)
	for _, path := range []string{assets.URL("app.css"), assets.URL("app.js"), "/tinh/khong-co.js", "/khong-co"} {
		note(http.MethodGet, path, token)
	}
	note(http.MethodPut, "/viec-cua-toi", token)
	note(http.MethodPost, "/dang-xuat", token)
	var b strings.Builder
	always := common(classes)
	fmt.Fprintf(&b, "always\n%s\n", strings.Join(always, ""))
	for _, class := range slices.Sorted(maps.Keys(classes)) {
		for _, set := range slices.Sorted(maps.Keys(classes[class])) {
			fmt.Fprintf(&b, "%s\n", class)
			for line := range strings.Lines(set) {
				if !slices.Contains(always, line) {
					b.WriteString(line)
				}
			}
		}
	}
	name := filepath.Join("testdata", "headers.txt")
	if *update {
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the headers are\n%s\nlook at the change, then run go generate ./internal/web", b.String())
	}
}

// common gives the lines that stand in every answer.
func common(classes map[string]map[string]bool) (out []string) {
	first := true
	for _, sets := range classes {
		for set := range sets {
			lines := slices.Collect(strings.Lines(set))
			if first {
				out, first = lines, false
			}
			out = slices.DeleteFunc(out, func(line string) bool { return !slices.Contains(lines, line) })
		}
	}
	return out
}

func linesOf(h http.Header) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(h)) {
		value := strings.Join(h[name], " | ")
		if slices.Contains(own, name) {
			value = "*"
		}
		fmt.Fprintf(&b, "  %s: %s\n", name, value)
	}
	return b.String()
}
