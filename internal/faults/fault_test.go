package main

import (
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// root is the root of the project, as seen from here.
const root = "../.."

// TestEveryFaultStillFits keeps the patches alive: each fits the sources of today, leaves Go that can be read, and names a test that exists. Whether
// that test catches it, make faults tells.
func TestEveryFaultStillFits(t *testing.T) {
	all, err := faultsIn("patches")
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 20 {
		t.Errorf("%d faults", len(all))
	}
	for _, f := range all {
		for _, c := range f.files {
			text, err := os.ReadFile(filepath.Join(root, c.path))
			if err != nil {
				t.Errorf("%s: %v", f.name, err)
				continue
			}
			changed, err := c.apply(string(text))
			if err != nil {
				t.Errorf("%s no longer fits: %v", f.name, err)
			}
			if strings.HasSuffix(c.path, ".go") && err == nil {
				if _, err := parser.ParseFile(token.NewFileSet(), c.path, changed, 0); err != nil {
					t.Errorf("%s leaves no Go: %v", f.name, err)
				}
			}
		}
		if !named(t, f) {
			t.Errorf("%s: there is no %s in %s", f.name, f.test, f.pack)
		}
	}
}

// named tells whether the test of a fault exists.
func named(t *testing.T, f fault) bool {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(root, f.pack, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	wanted := regexp.MustCompile(`(?m)^func ` + regexp.QuoteMeta(f.test) + `\(`)
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if wanted.Match(text) {
			return true
		}
	}
	return false
}

func TestAPatchFitsWhereItsLinesStandOnce(t *testing.T) {
	f, err := parse("Breaks: a limit\nPackage: ./x\nTest: TestLimit\n\n--- a/x/x.go\n+++ b/x/x.go\n@@ -1,3 +1,2 @@\n one\n-two\n+2\n@@\n-four\n")
	if err != nil || len(f.files) != 1 || f.files[0].path != "x/x.go" || f.test != "TestLimit" {
		t.Fatalf("%+v, %v", f, err)
	}
	if got, err := f.files[0].apply("zero\none\ntwo\nfour\nfive\n"); err != nil || got != "zero\none\n2\nfive\n" {
		t.Errorf("%q, %v", got, err)
	}
	for _, text := range []string{"one\n2\nfour\n", "one\ntwo\none\ntwo\nfour\n", ""} {
		if _, err := f.files[0].apply(text); err == nil {
			t.Errorf("it fits %q", text)
		}
	}
	for _, bad := range []string{"", "Breaks: x\nPackage: ./x\nTest: TestX\n", "Breaks: x\nPackage: ./x\nTest: T\n+++ b/x.go\n-x\n"} {
		if _, err := parse(bad); err == nil {
			t.Errorf("%q is taken for a patch", bad)
		}
	}
}

// TestOnlyTheTestItselfCatches reads reports as go test -json writes them.
func TestOnlyTheTestItselfCatches(t *testing.T) {
	for report, want := range map[string]verdict{
		`{"Action":"run","Test":"TestX"}` + "\n" + `{"Action":"fail","Test":"TestX"}` + "\n" + `{"Action":"fail"}`: caught,
		`{"Action":"pass","Test":"TestX"}` + "\n" + `{"Action":"pass"}`:                                            survived,
		`{"ImportPath":"x","Action":"build-fail"}` + "\n" + `{"Action":"fail"}`:                                    broken,
		`{"Action":"pass"}`:                                   missing,
		`{"Action":"fail","Test":"TestX/part"}`:               missing,
		"not JSON\n" + `{"Action":"fail","Test":"TestOther"}`: missing,
	} {
		if got := read([]byte(report), "TestX"); got != want {
			t.Errorf("%s is %s, want %s", report, got, want)
		}
	}
}
