package house

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var cookieMade = regexp.MustCompile(`http\.Cookie\{[^}]*\}`)

// TestCase47EveryCookieIsBound reads the cookies that the program gives from its source: all of them in one file, each for the whole of this host, over TLS
// unless the operator allows otherwise, closed to scripts and to forms of other sites.
func TestCase47EveryCookieIsBound(t *testing.T) {
	found := 0
	for _, s := range tree(t) {
		if s.test() || !s.in("internal", "cmd") || s.in("internal/testkit", "internal/browser", "internal/bench") {
			continue
		}
		source, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(s.path)))
		if err != nil {
			t.Fatal(err)
		}
		for _, made := range cookieMade.FindAllString(string(source), -1) {
			found++
			for _, want := range []string{`Cookie(`, `Path: "/"`, "Secure: !s.plain(c.R)", "HttpOnly: true", "SameSite: http.SameSiteLaxMode"} {
				if s.path != "internal/web/cookie.go" || !strings.Contains(made, want) || strings.Contains(made, "Domain") {
					t.Errorf("%s: %s lacks %s, or is bound elsewhere", s.path, made, want)
				}
			}
		}
	}
	if found < 6 {
		t.Errorf("only %d cookies were read", found)
	}
}
