package doc

import "testing"

func TestPeopleSignInAColumnOfTheirUnitsList(t *testing.T) {
	l := sampleList()
	for _, toSign := range []bool{false, true} {
		l.ToSign = toSign
		var tables []Table
		for _, b := range l.Document().Sections[0].Blocks {
			if table, ok := b.(Table); ok {
				tables = append(tables, table)
			}
		}
		people := tables[1]
		if last := people.Columns[len(people.Columns)-1].Head; len(tables) != 2 || (last == "Ký tên") != toSign {
			t.Errorf("to sign %v: %d tables, the last column is %q", toSign, len(tables), last)
		}
		if last := tables[0].Columns[len(tables[0].Columns)-1].Head; last == "Ký tên" {
			t.Error("a collective does not sign a column")
		}
		for _, r := range people.Rows {
			if len(r.Cells) != len(people.Columns) {
				t.Fatalf("to sign %v: %d cells under %d heads", toSign, len(r.Cells), len(people.Columns))
			}
		}
	}
}
