package thidua_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"testing"

	"thidua"
)

// everyday are the acts of the organisation, of reminders and of the data that are no events of security.
var everyday = []thidua.Action{
	thidua.UnitAdded, thidua.UnitSaved, thidua.SampleMade, thidua.PersonAdded, thidua.PersonSaved, thidua.PostChanged, thidua.PersonLeft, thidua.PeopleImported, thidua.ImportUndone,
	thidua.CouncilAdded, thidua.CouncilSaved, thidua.HolidaySaved, thidua.HolidaysLoaded, thidua.Reminded, thidua.PhraseAdded, thidua.PhraseHidden, thidua.PhraseShown,
	thidua.DataAsked, thidua.DataAnswered, thidua.ChangeDrafted, thidua.ChangeSaved, thidua.ChangeRecorded, thidua.ChangeTook, thidua.ChangeLeft, thidua.ChangeTaken,
}

// TestCase79EveryActOfTheProgramIsOfSecurityOrEveryday reads the acts that stand beside the workflows from their source: the filter of the log and the
// report of an incident show those of security, and a new one is not forgotten there.
func TestCase79EveryActOfTheProgramIsOfSecurityOrEveryday(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "actor.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		kind, named := spec.Type.(*ast.Ident)
		value, plain := spec.Values[0].(*ast.BasicLit)
		if !named || kind.Name != "Action" || !plain {
			return true
		}
		verb, err := strconv.Unquote(value.Value)
		if err != nil {
			t.Fatal(err)
		}
		found++
		if slices.Contains(thidua.SecurityActs, thidua.Action(verb)) == slices.Contains(everyday, thidua.Action(verb)) {
			t.Errorf("%s is of security and everyday, or neither", spec.Names[0].Name)
		}
		return true
	})
	if found < 70 {
		t.Errorf("only %d acts were read", found)
	}
}
