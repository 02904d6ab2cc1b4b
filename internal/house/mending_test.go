package house

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var (
	faultRow = regexp.MustCompile(`(?m)^\| ([^|]+) \| (\d+) days \| (\d+) days \|$`)
	partRow  = regexp.MustCompile(`(?m)^\| ([^|]+) \| (?:(\d+) days|as the fault) \|$`)
)

// TestTimesToMendAreSet reads docs/mending.md: each kind of fault has its days, none of a worse kind more than the next, and every part is renewed within some.
func TestTimesToMendAreSet(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root, "docs", "mending.md"))
	if err != nil {
		t.Fatal(err)
	}
	faults := faultRow.FindAllStringSubmatch(string(page), -1)
	last := [2]int{}
	for _, m := range faults {
		for i := range last {
			n, err := strconv.Atoi(m[i+2])
			if err != nil || n < last[i] {
				t.Errorf("%s: %s days after %d, %v", m[1], m[i+2], last[i], err)
			}
			last[i] = n
		}
	}
	parts := partRow.FindAllStringSubmatch(string(page), -1)
	if len(faults) != 4 || last[0] > 90 || len(parts) != 3 || !strings.Contains(parts[len(parts)-1][1], "every other part") {
		t.Errorf("%d kinds of faults, the last within %d days, %d kinds of parts", len(faults), last[0], len(parts))
	}
}
