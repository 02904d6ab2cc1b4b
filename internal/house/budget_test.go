package house

import (
	"go/ast"
	"go/token"
	"slices"
	"testing"
)

// The budget: what one can read without scrolling back. It counts hand-written Go without tests.
const (
	maxFileLines    = 400
	medianFileLines = 100
	maxFuncLines    = 70
	medianFuncLines = 12
	p90FuncLines    = 40
	maxBranches     = 12
	maxFiles        = 30
)

func TestFilesAreShort(t *testing.T) {
	var all []int
	perRoom := map[string]int{}
	for _, s := range tree(t) {
		if !s.ours() {
			continue
		}
		all = append(all, s.lines)
		perRoom[s.room]++
		if s.lines > maxFileLines {
			t.Errorf("%s has %d lines, at most %d: split it by subject", s.path, s.lines, maxFileLines)
		}
	}
	if m := percentile(all, 50); m > medianFileLines {
		t.Errorf("the median file has %d lines, at most %d", m, medianFileLines)
	}
	for room, n := range perRoom {
		if n > maxFiles {
			t.Errorf("%s has %d files, at most %d: split it by subject or audience", room, n, maxFiles)
		}
	}
}

func TestFunctionsAreShortAndPlain(t *testing.T) {
	var all []int
	for _, s := range tree(t) {
		if !s.ours() {
			continue
		}
		for _, fn := range functions(s) {
			lines := s.fset.Position(fn.End()).Line - s.fset.Position(fn.Pos()).Line + 1
			all = append(all, lines)
			if lines > maxFuncLines {
				t.Errorf("%s: %s has %d lines, at most %d", s.at(fn), fn.Name.Name, lines, maxFuncLines)
			}
			if b := branches(fn); b > maxBranches {
				t.Errorf("%s: %s has a cyclomatic complexity of %d, at most %d", s.at(fn), fn.Name.Name, b, maxBranches)
			}
		}
	}
	if m := percentile(all, 50); m > medianFuncLines {
		t.Errorf("the median function has %d lines, at most %d", m, medianFuncLines)
	}
	if p := percentile(all, 90); p > p90FuncLines {
		t.Errorf("one function in ten is longer than %d lines (%d)", p90FuncLines, p)
	}
}

func functions(s source) []*ast.FuncDecl {
	var out []*ast.FuncDecl
	for _, d := range s.file.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
			out = append(out, fn)
		}
	}
	return out
}

// branches counts the ways through a function: one, and one more for each if, loop, case, && and ||.
func branches(fn *ast.FuncDecl) int {
	n := 1
	ast.Inspect(fn.Body, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt:
			n++
		case *ast.CaseClause:
			n += min(len(node.List), 1)
		case *ast.CommClause:
			if node.Comm != nil {
				n++
			}
		case *ast.BinaryExpr:
			if node.Op == token.LAND || node.Op == token.LOR {
				n++
			}
		}
		return true
	})
	return n
}

func percentile(all []int, p int) int {
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[(len(all)-1)*p/100]
}
