package house

import (
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var (
	caseRow  = regexp.MustCompile(`(?m)^\| (\d+) \| [^|]+ \| ([^|]+) \|$`)
	testName = regexp.MustCompile("`(Test\\w+)`")
	caseTest = regexp.MustCompile(`^TestCase(\d+)(?:(To|And)(\d+))?`)
)

// askedCases are the groups of the catalogue whose every case has a row: first and last number.
var askedCases = [][2]int{{1, 12}, {23, 35}, {36, 43}, {44, 52}, {60, 67}, {68, 74}, {75, 80}}

// TestEveryCaseOfAbuseIsTried holds docs/abuse.md to the tree: each case names a test of its number that is there, or the surface that it waits for; each
// test of a case stands in its row.
func TestEveryCaseOfAbuseIsTried(t *testing.T) {
	page, err := os.ReadFile(filepath.Join(root, "docs", "abuse.md"))
	if err != nil {
		t.Fatal(err)
	}
	rows := map[int]string{}
	for _, m := range caseRow.FindAllStringSubmatch(string(page), -1) {
		n, _ := strconv.Atoi(m[1])
		if rows[n] != "" {
			t.Errorf("case %d has two rows", n)
		}
		rows[n] = m[2]
	}
	there := testsOf(t)
	for _, group := range askedCases {
		for n := group[0]; n <= group[1]; n++ {
			tried(t, n, rows[n], there)
		}
	}
	for name := range there {
		if first, _, of := casesOf(name); of {
			if row, asked := rows[first]; asked && !strings.Contains(row, "`"+name+"`") {
				t.Errorf("%s is not in the row of case %d", name, first)
			}
		}
	}
}

func tried(t *testing.T, n int, row string, there map[string]bool) {
	t.Helper()
	if strings.HasPrefix(row, "waits: ") && len(row) > len("waits: ")+10 {
		return
	}
	own := false
	for _, m := range testName.FindAllStringSubmatch(row, -1) {
		if !there[m[1]] {
			t.Errorf("case %d names %s, which is not there", n, m[1])
		}
		first, last, of := casesOf(m[1])
		own = own || of && first <= n && n <= last
	}
	if !own {
		t.Errorf("case %d has no test of its number and does not say what it waits for: %q", n, row)
	}
}

// casesOf gives the first and the last case that a test tries by its name: TestCase07X, TestCase25And26X, TestCase03To12.
func casesOf(test string) (first, last int, of bool) {
	m := caseTest.FindStringSubmatch(test)
	if m == nil {
		return 0, 0, false
	}
	first, _ = strconv.Atoi(m[1])
	if last = first; m[2] != "" {
		last, _ = strconv.Atoi(m[3])
	}
	return first, last, true
}

// testsOf lists the names of all tests of the tree.
func testsOf(t *testing.T) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	for _, s := range tree(t) {
		if !s.test() {
			continue
		}
		for _, d := range s.file.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && strings.HasPrefix(fn.Name.Name, "Test") {
				out[fn.Name.Name] = true
			}
		}
	}
	return out
}
