package house

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var costRow = regexp.MustCompile("(?m)^\\| [^|]+ \\| [^|]+ \\| `([^`|]+)` \\| `([^`|]+)` \\|$")

// TestCostsAndBoundsAreListed holds docs/costs.md to the program: the line that gives each bound stands in the named file, and every row names one.
func TestCostsAndBoundsAreListed(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root, "docs", "costs.md"))
	if err != nil {
		t.Fatal(err)
	}
	rows := costRow.FindAllStringSubmatch(string(page), -1)
	if titles := strings.Count(string(page), "\n|---"); len(rows) < 25 || len(rows)+2*titles != strings.Count(string(page), "\n|") {
		t.Errorf("%d rows of docs/costs.md name a file and a line of it", len(rows))
	}
	for _, m := range rows {
		source, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(m[1])))
		if err != nil || !strings.Contains(string(source), m[2]) {
			t.Errorf("docs/costs.md: %q does not stand in %s, %v", m[2], m[1], err)
		}
	}
}
