package assets

import (
	"net/http/httptest"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestBudget keeps the first visit light (ui rules, section 13), in bytes as sent.
func TestBudget(t *testing.T) {
	sum := map[string]int{}
	for name := range manifest {
		r := httptest.NewRequest("GET", URL(name), nil)
		r.Header.Set("Accept-Encoding", "gzip")
		w := httptest.NewRecorder()
		Handler().ServeHTTP(w, r)
		if w.Code != 200 || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
			t.Errorf("%s: %d", name, w.Code)
		}
		sum[name[strings.LastIndexByte(name, '.'):]] += w.Body.Len()
	}
	for kind, most := range map[string]int{".css": 17 << 10, ".js": 20 << 10, ".woff2": 120 << 10} {
		if sum[kind] == 0 || sum[kind] > most {
			t.Errorf("%s: %d bytes, at most %d", kind, sum[kind], most)
		}
	}
	if all := sum[".css"] + sum[".js"] + sum[".woff2"] + sum[".svg"]; all > 158<<10 {
		t.Errorf("first visit: %d bytes before the page", all)
	}
}

func TestOnlyBuiltFilesAreServed(t *testing.T) {
	for _, path := range []string{Prefix, Prefix + "manifest.json", Prefix + "../assets.go", Prefix + strings.TrimPrefix(URL("app.css"), Prefix) + ".gz"} {
		w := httptest.NewRecorder()
		Handler().ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		if w.Code != 404 {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

// TestOwnScriptsMakeNoMarkupAndKeepNothing reads the scripts that are written here: text is put in as text, no text becomes a program, and the
// browser keeps nothing but the moment of the last use, by which the tabs of one person count together.
func TestOwnScriptsMakeNoMarkupAndKeepNothing(t *testing.T) {
	script, err := os.ReadFile("js/app.js")
	if err != nil {
		t.Fatal(err)
	}
	bad := regexp.MustCompile(`innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|\beval\b|new Function|__proto__|` +
		`Object\.assign|sessionStorage|indexedDB|document\.cookie|caches\b|serviceWorker`)
	for _, at := range bad.FindAllIndex(script, -1) {
		t.Errorf("app.js, byte %d: %s", at[0], script[at[0]:at[1]])
	}
	for _, kept := range regexp.MustCompile(`localStorage\.setItem\(.*\)`).FindAllString(string(script), -1) {
		if kept != "localStorage.setItem(used, String(Date.now()))" {
			t.Errorf("the browser keeps more than the moment of the last use: %s", kept)
		}
	}
}
