package vi

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"thidua"
)

// TestEveryCodeHasASentence reads the whole program, so that a new refusal cannot reach a person without its words.
func TestEveryCodeHasASentence(t *testing.T) {
	names := map[string]thidua.Code{}
	var calls []refusal
	program(t, func(path string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				codes(file.Name.Name, n, names)
			case *ast.CallExpr:
				calls = append(calls, refusalOf(path, file.Name.Name, n)...)
			}
			return true
		})
	})
	if len(names) < 10 {
		t.Fatalf("only %d codes were found: this test looks at the wrong place", len(names))
	}
	known := map[thidua.Code]bool{}
	for name, code := range names {
		known[code] = true
		if sentences[code] == "" {
			t.Errorf("%s (%q) has no sentence: add it to the file of its subject, sentences_<subject>.go", name, code)
		}
	}
	for code := range sentences {
		if !known[code] {
			t.Errorf("the sentence of %q is never said: no code of that spelling exists", code)
		}
	}
	for _, c := range calls {
		text := sentences[names[c.name]]
		if need := len(verb.FindAllString(text, -1)); !strings.Contains(text, "%[") && c.args < need {
			t.Errorf("%s refuses with %s and %d arguments, its sentence needs %d: %q", c.path, c.name, c.args, need, text)
		}
	}
}

// refusal is a call that names a code and gives its arguments one by one.
type refusal struct {
	path, name string
	args       int
}

func refusalOf(path, room string, call *ast.CallExpr) []refusal {
	fn := lastName(call.Fun)
	if call.Ellipsis.IsValid() || fn != "Refuse" && fn != "Add" {
		return nil
	}
	for i, a := range call.Args {
		if name := lastName(a); strings.HasPrefix(name, "Code") {
			return []refusal{{path, qualified(room, a), len(call.Args) - i - 1}}
		}
	}
	return nil
}

// codes gathers the constants of type thidua.Code, by package and name.
func codes(room string, spec *ast.ValueSpec, into map[string]thidua.Code) {
	if lastName(spec.Type) != "Code" {
		return
	}
	for i, name := range spec.Names {
		if i >= len(spec.Values) {
			continue
		}
		if lit, ok := spec.Values[i].(*ast.BasicLit); ok && lit.Kind == token.STRING {
			text, _ := strconv.Unquote(lit.Value)
			into[room+"."+name.Name] = thidua.Code(text)
		}
	}
}

func lastName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

// qualified gives the name with its package, because two packages may use one name.
func qualified(room string, e ast.Expr) string {
	if sel, ok := e.(*ast.SelectorExpr); ok {
		return lastName(sel.X) + "." + sel.Sel.Name
	}
	return room + "." + lastName(e)
}

// program parses every Go file of the project that is not a test.
func program(t *testing.T, fn func(path string, file *ast.File)) {
	t.Helper()
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == ".git" || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		fn(path, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestLabelsAreWhole asks that a type of the vocabulary with labels has one for each of its constants.
func TestLabelsAreWhole(t *testing.T) {
	labelled := map[string]map[string]bool{}
	for key := range labels {
		kind, value := typeAndValue(key)
		if labelled[kind] == nil {
			labelled[kind] = map[string]bool{}
		}
		labelled[kind][value] = true
	}
	program(t, func(path string, file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || file.Name.Name != "thidua" || labelled[lastName(spec.Type)] == nil {
				return true
			}
			for i, v := range spec.Values {
				lit, ok := v.(*ast.BasicLit)
				if !ok {
					continue
				}
				if value, _ := strconv.Unquote(lit.Value); !labelled[lastName(spec.Type)][value] {
					t.Errorf("%s: %s has no label in package vi", path, spec.Names[i].Name)
				}
			}
			return true
		})
	})
}

func typeAndValue(key any) (kind, value string) {
	v := reflect.ValueOf(key)
	return v.Type().Name(), v.String()
}
