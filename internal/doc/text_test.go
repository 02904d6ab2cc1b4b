package doc

import (
	"strings"
	"testing"
)

func TestNamesAndNumbersAreNotDividedBetweenLines(t *testing.T) {
	blocks := Unbroken([]Block{Text("bà Phạm Mai Anh, Phòng Nghiệp vụ 2, theo Điều 12"), Table{Rows: []Row{{Cells: []string{"Phạm Mai Anh", "Phòng Nghiệp vụ 2"}}}}},
		"Phạm Mai Anh")
	if got, want := blocks[0].(Para).Runs[0].Text, "bà Phạm\u00a0Mai\u00a0Anh, Phòng Nghiệp vụ\u00a02, theo Điều\u00a012"; got != want {
		t.Errorf("paragraph %q", got)
	}
	if got := blocks[1].(Table).Rows[0].Cells; got[0] != "Phạm Mai Anh" || got[1] != "Phòng Nghiệp vụ\u00a02" {
		t.Errorf("cells %q", got)
	}
	text := strings.Repeat("a ", 36) + "Phạm\u00a0Mai\u00a0Anh"
	for _, l := range wrap(prepare([]Run{{Text: text}}), bodySize, 9354, 0) {
		if joined := l.spans[0].Text; strings.Contains(joined, "Phạm") && !strings.Contains(joined, "Anh") {
			t.Errorf("divided: %q", joined)
		}
	}
}
