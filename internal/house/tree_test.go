// Package house keeps the house rules of ARCHITECTURE.md and CONTRIBUTING.md by tests that read the whole tree.
package house

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

const root = "../.."

// source is one Go file of the project, read once for all tests.
type source struct {
	path  string // from the root of the project, with slashes
	room  string // the folder, "." for the root package
	lines int
	file  *ast.File
	fset  *token.FileSet
}

func (s source) test() bool      { return strings.HasSuffix(s.path, "_test.go") }
func (s source) generated() bool { return ast.IsGenerated(s.file) }

// ours tells whether the file is part of the program and written by hand.
func (s source) ours() bool { return !s.test() && !s.generated() }

func (s source) at(n ast.Node) string {
	return s.path + ":" + strconv.Itoa(s.fset.Position(n.Pos()).Line)
}

// in tells whether the file lies in one of the folders or below.
func (s source) in(rooms ...string) bool {
	return slices.ContainsFunc(rooms, func(r string) bool { return s.room == r || strings.HasPrefix(s.room, r+"/") })
}

// texts calls fn with every string literal, unquoted; import paths and struct tags are not texts.
func (s source) texts(fn func(lit *ast.BasicLit, text string)) {
	ast.Inspect(s.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec, *ast.Field:
			return false
		case *ast.BasicLit:
			if text, err := strconv.Unquote(n.Value); err == nil && n.Kind == token.STRING {
				fn(n, text)
			}
		}
		return true
	})
}

var readTree = sync.OnceValues(func() ([]source, error) {
	var out []source
	err := walk(func(path string, content []byte) error {
		if filepath.Ext(path) != ".go" {
			return nil
		}
		s := source{path: path, room: filepath.ToSlash(filepath.Dir(path)), fset: token.NewFileSet()}
		s.lines = strings.Count(string(content), "\n")
		var err error
		s.file, err = parser.ParseFile(s.fset, path, content, parser.ParseComments)
		out = append(out, s)
		return err
	})
	return out, err
})

func tree(t *testing.T) []source {
	t.Helper()
	all, err := readTree()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// walk gives every file of the project except what belongs to the version control, to test data and to what was built.
func walk(fn func(path string, content []byte) error) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if slices.Contains([]string{".git", "testdata", "dist", "thidua-demo"}, d.Name()) {
				return filepath.SkipDir
			}
			return nil
		}
		if !slices.Contains([]string{".go", ".sql", ".templ", ".html", ".md"}, filepath.Ext(path)) {
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		return fn(filepath.ToSlash(rel), content)
	})
}
