package house

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// unsafeMarkup is what the content security policy refuses, so that it would be dead on the page or weaken the policy.
var unsafeMarkup = []struct {
	found  *regexp.Regexp
	reason string
}{
	{regexp.MustCompile(`(?i)\sstyle\s*=`), "styles stand in the style sheet; a measure of one element is a class or an SVG attribute"},
	{regexp.MustCompile(`(?i)<style[\s>]`), "styles stand in the style sheet"},
	{regexp.MustCompile(`(?i)<[a-z][^<>]*\s(on[a-z]+|hx-on[:a-z-]*)\s*=`), "no script in attributes: every page works without it"},
	{regexp.MustCompile(`(?i)<script(?:\s[^>]*)?>\s*[^\s<]`), "no script inside the page"},
	{regexp.MustCompile(`(?i)(href|src|action)\s*=\s*["{]\s*"?javascript:`), "no script in addresses"},
	{regexp.MustCompile(`(?i)(src|href)\s*=\s*"(https?:)?//`), "pages load nothing from elsewhere: agencies work in closed networks"},
	{regexp.MustCompile(`templ\.Raw\(`), "unescaped text is how scripts of others enter a page"},
}

func TestPagesHoldNoScriptAndNoStyle(t *testing.T) {
	err := walk(func(path string, content []byte) error {
		if !slices.Contains([]string{".templ", ".html"}, filepath.Ext(path)) {
			return nil
		}
		text := string(content)
		for _, m := range unsafeMarkup {
			for _, at := range m.found.FindAllStringIndex(text, -1) {
				t.Errorf("%s:%d: %q: %s", path, 1+strings.Count(text[:at[0]], "\n"), text[at[0]:at[1]], m.reason)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
