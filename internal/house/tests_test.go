package house

import (
	"go/ast"
	"strings"
	"testing"
)

// dishonest are calls that make a test pass without looking or fail by chance.
var dishonest = map[string]string{
	"Skip":    "a test that is skipped proves nothing: install what it needs (scripts/setup.sh), or fail and say what is missing",
	"Skipf":   "a test that is skipped proves nothing: install what it needs (scripts/setup.sh), or fail and say what is missing",
	"SkipNow": "a test that is skipped proves nothing: install what it needs (scripts/setup.sh), or fail and say what is missing",
	"Sleep":   "a test waits for what it needs, not for a while: a slow machine would fail it, a fast one would wait for nothing",
}

func TestTestsAreHonest(t *testing.T) {
	for _, s := range tree(t) {
		if !s.test() && !s.in("internal/testkit", "internal/browser") {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			sel, ok := call.Fun.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if reason, bad := dishonest[sel.Sel.Name]; bad && tester(sel.X) {
				t.Errorf("%s: %s", s.at(call), reason)
			}
			return true
		})
	}
}

// tester tells whether the receiver is a *testing.T and its like, by its usual name, or the package time.
func tester(x ast.Expr) bool {
	id, ok := x.(*ast.Ident)
	return ok && strings.Contains(" t b f tb rt time ", " "+id.Name+" ")
}
