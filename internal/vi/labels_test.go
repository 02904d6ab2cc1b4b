package vi

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"thidua"
)

func TestEveryStepOfEveryWorkflowHasWords(t *testing.T) {
	for _, m := range thidua.Machines {
		for _, s := range m.States() {
			if State(s) == "" {
				t.Errorf("%s: state %s has no label", m.Name, s)
			}
		}
		for _, r := range m.Rules {
			if Action(r.Do) == "" || !strings.Contains(Done(r.Do), "đã ") {
				t.Errorf("%s: action %s: button %q, in the log %q", m.Name, r.Do, Action(r.Do), Done(r.Do))
			}
			if Role(r.By) == "" {
				t.Errorf("%s: role %s has no label", m.Name, r.By)
			}
			for _, f := range r.Needs {
				if Fact(f) == "" {
					t.Errorf("%s: fact %s has no sentence", m.Name, f)
				}
			}
		}
	}
}

// TestEveryConstantHasWords reads the constants from the sources, so that one that stands in no table is not forgotten either.
func TestEveryConstantHasWords(t *testing.T) {
	words := map[string]func(string) string{
		"State":  func(v string) string { return State(thidua.State(v)) },
		"Action": func(v string) string { return Action(thidua.Action(v)) },
		"Role":   func(v string) string { return Role(thidua.Role(v)) },
		"Fact":   func(v string) string { return Fact(thidua.Fact(v)) },
	}
	found := map[string]int{}
	for _, c := range constants(t) {
		if say := words[c.kind]; say != nil {
			found[c.kind]++
			if say(c.value) == "" || say(c.value) != NFC(say(c.value)) {
				t.Errorf("%s %q has no label, or not in NFC: %q", c.kind, c.value, say(c.value))
			}
		}
	}
	for kind := range words {
		if found[kind] < 10 {
			t.Errorf("only %d constants of type %s were found", found[kind], kind)
		}
	}
}

type named struct{ kind, value string }

func constants(t *testing.T) (out []named) {
	t.Helper()
	files, err := filepath.Glob("../../*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || len(spec.Values) != 1 {
				return true
			}
			kind, isName := spec.Type.(*ast.Ident)
			literal, isText := spec.Values[0].(*ast.BasicLit)
			if isName && isText && literal.Kind == token.STRING {
				value, err := strconv.Unquote(literal.Value)
				if err != nil {
					t.Fatal(err)
				}
				out = append(out, named{kind.Name, value})
			}
			return true
		})
	}
	return out
}

func TestAnActWithoutWordsIsToldInGeneralOnes(t *testing.T) {
	if got := Done("no-such-act"); got != "đã thay đổi nội dung" {
		t.Errorf("told as %q", got)
	}
}

func TestMissingFactsMakeOneSentence(t *testing.T) {
	e := &thidua.Error{Kind: thidua.Invalid, Code: thidua.CodeMissing, Args: []any{[]thidua.Fact{thidua.NumberAndDay, thidua.SignedCopy}}}
	if got := Sentence(e); got != "Chưa thực hiện được: chưa ghi số, ngày văn bản và chưa tải bản đã ký." {
		t.Errorf("said as %q", got)
	}
}
