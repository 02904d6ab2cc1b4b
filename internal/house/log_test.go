package house

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	logLine = regexp.MustCompile(`(?:\b[lL]og\.(?:Debug|Info|Warn|Error)(?:Context)?\(|\brecord\(|\bLogAttrs\([^"]*)(?:\w[\w.]*\(\), )?"([^"]+)"`)
	linesOf = regexp.MustCompile("(?m)^\\| (`[^|]+`) \\| [^|]+ \\| [^|]+ \\|$")
)

// TestLinesOfTheServerAreListed holds docs/log.md to the program: what the server may write, and nothing else, stands there.
func TestLinesOfTheServerAreListed(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root, "docs", "log.md"))
	if err != nil {
		t.Fatal(err)
	}
	var listed, written []string
	for _, row := range linesOf.FindAllStringSubmatch(string(page), -1) {
		for _, m := range quoted.FindAllStringSubmatch(row[1], -1) {
			listed = append(listed, m[1])
		}
	}
	for _, s := range tree(t) {
		if s.test() || !s.in("cmd", "internal/web", "internal/app", "internal/job", "internal/store", "internal/file", "internal/mail") {
			continue
		}
		source, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(s.path)))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range logLine.FindAllStringSubmatch(string(source), -1) {
			if !slices.Contains(written, m[1]) {
				written = append(written, m[1])
			}
		}
	}
	slices.Sort(listed)
	slices.Sort(written)
	if len(written) < 18 || !slices.Equal(listed, written) {
		t.Errorf("docs/log.md lists\n%s\nthe server writes\n%s", strings.Join(listed, "\n"), strings.Join(written, "\n"))
	}
}
