package province

import (
	"strconv"
	"testing"

	"thidua"
)

func TestTheRollIsPaged(t *testing.T) {
	var all []thidua.RaisedList
	for i := range 3 {
		l := thidua.RaisedList{ID: strconv.Itoa(i)}
		for j := range 90 {
			l.Lines = append(l.Lines, thidua.RaiseLine{Name: strconv.Itoa(i*1000 + j), Granted: j != 0})
		}
		all = append(all, l)
	}
	seen := map[string]bool{}
	for page := 1; page <= 3; page++ {
		v := rollPage(all, page)
		if v.all != 267 || v.shown > rollShown || (v.around(1) == "") != (page == 3) || (v.around(-1) == "") != (page == 1) {
			t.Errorf("page %d: %d of %d from %d, before %q, after %q", page, v.shown, v.all, v.first, v.around(-1), v.around(1))
		}
		for _, l := range v.lists {
			for _, line := range l.Lines {
				seen[line.Name] = true
			}
		}
	}
	if len(seen) != 267 || seen["1000"] {
		t.Errorf("%d of those awarded are shown", len(seen))
	}
	if v := rollPage(all, 99); v.page != 3 || v.shown != 67 {
		t.Errorf("past the end: page %d with %d", v.page, v.shown)
	}
	if v := rollPage(nil, 0); v.all != 0 || len(v.lists) != 0 {
		t.Errorf("nobody: %+v", v)
	}
}
