package record

import (
	"fmt"
	"testing"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/testkit/oracle"
)

func TestPeopleSignInAColumnOfTheirUnitsList(t *testing.T) {
	l := sampleList()
	for _, toSign := range []bool{false, true} {
		l.ToSign = toSign
		var tables []doc.Table
		for _, b := range l.Document().Sections[0].Blocks {
			if table, ok := b.(doc.Table); ok {
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

// longList is a list of the size of a real year: six units and all their people, unit after unit, contents of one to four lines.
func longList(toSign bool) RegistrationList {
	l := sampleList()
	l.ToSign = toSign
	people := l.Individuals
	l.Individuals = nil
	contents := []string{
		"Hoàn thành các nhiệm vụ cải cách hành chính được giao đúng tiến độ", "Sáng kiến", "Kết luận thanh tra ban hành đúng thời hạn",
		"Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng, văn bản trao đổi dưới dạng điện tử giữa các cơ quan, không để quá hạn",
	}
	for i := range 40 {
		r := people[i%len(people)]
		r.Post = fmt.Sprintf("Thanh tra viên, Phòng Nghiệp vụ %d", 1+i/7)
		r.Lines = nil
		for k := range 2 + i%4 {
			r.Lines = append(r.Lines, RegisteredLine{Content: contents[(i+k)%len(contents)], Target: "≥ 95%", Due: thidua.NewDate(2025, 3+k, 15)})
		}
		l.Individuals = append(l.Individuals, r)
	}
	return l
}

func TestLongListsAreLong(t *testing.T) {
	for _, toSign := range []bool{false, true} {
		_, pdf := oracle.Write(t, t.TempDir(), "x", longList(toSign).Document())
		if n := len(oracle.Lines(t, pdf)); n < 8 {
			t.Errorf("to sign %v: %d pages", toSign, n)
		}
	}
}
