package house

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var (
	requirement = regexp.MustCompile(`(?m)^\| (\d+\.\d+\.\d+) \| [12] \|(.*)\|$`)
	quoted      = regexp.MustCompile("`([^`]+)`")
	counted     = regexp.MustCompile(`Counted: (\d+) met, (\d+) partly, (\d+) not met`)
)

// TestEveryRequirementOfASVSIsAnswered keeps docs/asvs.md whole: each of the numbers once, a state, an honest word where one is needed, and no file or
// test that is not there.
func TestEveryRequirementOfASVSIsAnswered(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root, "docs/asvs.md"))
	if err != nil {
		t.Fatal(err)
	}
	list, err := os.ReadFile("testdata/asvs.txt")
	if err != nil {
		t.Fatal(err)
	}
	waiting := strings.Fields(string(list))
	if len(waiting) != 202 {
		t.Fatalf("%d requirements are listed", len(waiting))
	}
	states, tests := map[string]int{}, testNames(t)
	for _, row := range requirement.FindAllStringSubmatch(string(page), -1) {
		at := slices.Index(waiting, row[1])
		if at < 0 {
			t.Errorf("%s stands there twice, or is none of the list", row[1])
			continue
		}
		waiting = slices.Delete(waiting, at, at+1)
		cells := strings.Split(row[2], "|")
		if len(cells) != 5 {
			t.Errorf("%s has %d cells", row[1], len(cells))
			continue
		}
		state := strings.TrimSpace(cells[1])
		states[state]++
		answered(t, row[1], state, cells[2:], tests)
	}
	if len(waiting) > 0 {
		t.Errorf("without an answer: %v", waiting)
	}
	m := counted.FindStringSubmatch(string(page))
	for i, state := range []string{"met", "partly", "not met"} {
		if m == nil || m[i+1] != strconv.Itoa(states[state]) {
			t.Errorf("%d are %s; the page counts %v", states[state], state, m)
		}
	}
}

// answered looks at where, test and remark of one row.
func answered(t *testing.T, id, state string, cells []string, tests map[string]bool) {
	t.Helper()
	for _, m := range quoted.FindAllStringSubmatch(cells[0], -1) {
		if _, err := os.Stat(filepath.Join(root, m[1])); err != nil {
			t.Errorf("%s names %s, which is not there", id, m[1])
		}
	}
	named := quoted.FindAllStringSubmatch(cells[1], -1)
	for _, m := range named {
		if !tests[m[1]] {
			t.Errorf("%s names %s, which is no test", id, m[1])
		}
	}
	remark := strings.TrimSpace(cells[2])
	switch {
	case state == "met" && len(named) == 0:
		t.Errorf("%s is met, and no test shows it", id)
	case (state == "partly" || state == "not met") && remark == "":
		t.Errorf("%s is %s without a word why", id, state)
	case state != "met" && state != "partly" && state != "not met":
		t.Errorf("%s has the state %q", id, state)
	}
}

// testNames are the tests of the whole tree.
func testNames(t *testing.T) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	for _, s := range tree(t) {
		if !s.test() {
			continue
		}
		for _, fn := range functions(s) {
			out[fn.Name.Name] = true
		}
	}
	return out
}
