package house

import (
	"go/ast"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

var (
	glossaryRow = regexp.MustCompile("(?m)^\\|([^|\n]+)\\|([^|\n]*`[^|\n]*)\\|")
	identifier  = regexp.MustCompile("`([A-Za-z]+)`")
)

// TestGlossary keeps one word for one thing: what the glossary names exists in the vocabulary, and every type of it is named.
func TestGlossary(t *testing.T) {
	content, err := os.ReadFile(filepath.Join(root, "GLOSSARY.md"))
	if err != nil {
		t.Fatal(err)
	}
	names, types := vocabulary(tree(t))
	listed := map[string]bool{}
	for _, row := range glossaryRow.FindAllStringSubmatch(string(content), -1) {
		for _, id := range identifier.FindAllStringSubmatch(row[2], -1) {
			if listed[id[1]] {
				t.Errorf("GLOSSARY.md lists %s twice", id[1])
			}
			listed[id[1]] = true
			if !names[id[1]] {
				t.Errorf("GLOSSARY.md lists %s, which the root package does not have", id[1])
			}
		}
	}
	for name := range types {
		if !listed[name] {
			t.Errorf("the type %s is not in GLOSSARY.md: an official and a programmer should use the same word", name)
		}
	}
}

// vocabulary gives the exported names of the root package, fields and methods among them, and its exported types.
func vocabulary(all []source) (names, types map[string]bool) {
	names, types = map[string]bool{}, map[string]bool{}
	for _, s := range all {
		if s.room != "." || s.test() {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.TypeSpec:
				if n.Name.IsExported() {
					types[n.Name.Name] = true
				}
				names[n.Name.Name] = true
			case *ast.Field:
				for _, id := range n.Names {
					names[id.Name] = true
				}
			case *ast.ValueSpec:
				for _, id := range n.Names {
					names[id.Name] = true
				}
			case *ast.FuncDecl:
				names[n.Name.Name] = true
			}
			return true
		})
	}
	return names, types
}
