package house

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	required = regexp.MustCompile(`(?m)^\s+(\S+\.\S+/\S+) (v\S+)`)
	credited = regexp.MustCompile("(?m)^\\| `([^`]+)` \\| (v\\S+) \\| [^|]+ \\| [^|]+ \\|$")
)

// TestThirdParties asks that whoever made a part of this is named, with the licence.
func TestThirdParties(t *testing.T) {
	pinned, named := pairs(t, "go.mod", required), pairs(t, "THIRD_PARTY.md", credited)
	for module, version := range named {
		if pinned[module] != version {
			t.Errorf("THIRD_PARTY.md names %s %s, go.mod has %q", module, version, pinned[module])
		}
	}
	for _, s := range tree(t) {
		for _, path := range imports(s) {
			if module := moduleOf(path, pinned); module != "" && named[module] == "" {
				t.Errorf("%s imports %s, whose makers THIRD_PARTY.md does not name", s.path, module)
			}
		}
	}
}

func moduleOf(path string, pinned map[string]string) string {
	for module := range pinned {
		if path == module || strings.HasPrefix(path, module+"/") {
			return module
		}
	}
	return ""
}

func pairs(t *testing.T, file string, row *regexp.Regexp) map[string]string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(root, file))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, m := range row.FindAllStringSubmatch(string(content), -1) {
		out[m[1]] = m[2]
	}
	if len(out) == 0 {
		t.Fatalf("%s: nothing was read: this test looks at the wrong place", file)
	}
	return out
}
