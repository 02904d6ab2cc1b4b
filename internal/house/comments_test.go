package house

import (
	"go/ast"
	"regexp"
	"strings"
	"testing"
)

func TestExportedNamesAreExplained(t *testing.T) {
	for _, s := range tree(t) {
		if !s.ours() {
			continue
		}
		for _, d := range s.file.Decls {
			for name, doc := range exported(d) {
				explain(t, s.at(d), name, doc)
			}
		}
	}
}

func TestPackagesAreExplained(t *testing.T) {
	explained := map[string]bool{}
	for _, s := range tree(t) {
		if !s.test() {
			explained[s.room] = explained[s.room] || s.file.Doc.Text() != ""
		}
	}
	for room, ok := range explained {
		if !ok {
			t.Errorf("%s has no package comment: one sentence says what the room holds", room)
		}
	}
}

// sentenceEnd is a full stop before the next sentence; abbreviations and numbers go on in small letters or digits.
var sentenceEnd = regexp.MustCompile(`[.!?]["”)]?\s+[A-Z“"]|[.!?:]["”)]?\s*$`)

func explain(t *testing.T, at, name, doc string) {
	t.Helper()
	doc = strings.TrimSpace(doc)
	switch n := len(sentenceEnd.FindAllString(doc, -1)); {
	case doc == "":
		t.Errorf("%s: %s has no comment: say its Vietnamese term, unit, range, error or article of law", at, name)
	case n > 4:
		t.Errorf("%s: the comment of %s has %d sentences, 1 to 3 are read", at, name, n)
	}
}

// exported gives the exported names of a declaration with the comment that explains each; a group's comment explains its members.
func exported(d ast.Decl) map[string]string {
	out := map[string]string{}
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && exportedReceiver(d) {
			out[d.Name.Name] = d.Doc.Text()
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			for name, doc := range exportedSpec(spec) {
				if doc == "" {
					doc = d.Doc.Text()
				}
				out[name] = doc
			}
		}
	}
	return out
}

func exportedSpec(spec ast.Spec) map[string]string {
	out := map[string]string{}
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		if spec.Name.IsExported() {
			out[spec.Name.Name] = spec.Doc.Text() + spec.Comment.Text()
		}
	case *ast.ValueSpec:
		for _, name := range spec.Names {
			if name.IsExported() {
				out[name.Name] = spec.Doc.Text() + spec.Comment.Text()
			}
		}
	}
	return out
}

func exportedReceiver(fn *ast.FuncDecl) bool {
	if fn.Recv == nil {
		return true
	}
	var name string
	ast.Inspect(fn.Recv.List[0].Type, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && name == "" {
			name = id.Name
		}
		return true
	})
	return ast.IsExported(name)
}

var unfinished = regexp.MustCompile(`\b(TODO|FIXME|XXX|HACK)\b`)

func TestNothingIsLeftForLater(t *testing.T) {
	for _, s := range tree(t) {
		if s.in("internal/house") {
			continue
		}
		for _, group := range s.file.Comments {
			if unfinished.MatchString(group.Text()) {
				t.Errorf("%s: a note for later: finish it, or take it out", s.at(group))
			}
		}
	}
}
