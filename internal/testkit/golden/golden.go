// Package golden tells whether the golden trees of papers are complete.
package golden

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Forms names the exported types of a package folder that make a paper: those with a method Document.
func Forms(t testing.TB, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no source in %s: %v", dir, err)
	}
	var out []string
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.Name == "Document" {
				if of, ok := f.Recv.List[0].Type.(*ast.Ident); ok && of.IsExported() {
					out = append(out, of.Name)
				}
			}
		}
	}
	return out
}

// NoOrphans fails for a file in testdata that belongs to none of the names.
func NoOrphans(t testing.TB, names []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden trees: %v", err)
	}
	for _, path := range files {
		if !slices.Contains(names, strings.TrimSuffix(filepath.Base(path), ".txt")) {
			t.Errorf("%s is the tree of no form", path)
		}
	}
}
