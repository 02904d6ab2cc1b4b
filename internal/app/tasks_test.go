package app_test

import (
	"slices"
	"testing"

	"thidua"
	"thidua/internal/testkit"
)

func TestTasksFollowTheWork(t *testing.T) {
	o := openOffice(t)
	ha, dung := o.Actor("Nguyễn Thị Thu Hà"), o.Actor("Lý Văn Dũng")
	r := o.move("Lý Văn Dũng", o.save("Lý Văn Dũng", o.unit("NV2", o.EightTargets())), thidua.Send, "")
	has := func(a thidua.Actor, code thidua.Code) bool {
		t.Helper()
		w, err := o.Tasks(bg, a)
		if err != nil {
			t.Fatal(err)
		}
		return slices.ContainsFunc(w.Tasks, func(t thidua.Task) bool { return t.Code == code })
	}
	if !has(ha, thidua.TaskReviewUnits) || has(dung, thidua.TaskRegisterUnit) {
		t.Error("a registration that was sent waits for Văn phòng and no longer for the unit")
	}
	o.move("Nguyễn Thị Thu Hà", r, thidua.AskMore, "ghi chỉ số")
	if has(ha, thidua.TaskReviewUnits) || !has(dung, thidua.TaskMendUnit) {
		t.Error("a registration that was returned waits for the unit")
	}
	other := testkit.FillSeason(t, o.DB, "co-quan-khac")
	if !has(other.Actor("Lý Văn Dũng"), thidua.TaskRegisterUnit) || has(other.Actor("Lý Văn Dũng"), thidua.TaskMendUnit) {
		t.Error("another agency sees its own work alone")
	}
	s, err := o.Surroundings(bg, ha)
	if err != nil || len(s.Waiting) < 3 || s.Waiting[0].Count == 0 {
		t.Errorf("counters of the menu: %v %+v", err, s.Waiting)
	}
}

func TestSearch(t *testing.T) {
	o := openOffice(t)
	o.move("Lý Văn Dũng", o.save("Lý Văn Dũng", o.unit("NV2", o.EightTargets())), thidua.Send, "")
	for _, x := range []struct {
		who, text                      string
		units, people, targets, papers int
	}{
		{"Nguyễn Thị Thu Hà", "nghiep vu 2", 1, 0, 0, 0},
		{"Nguyễn Thị Thu Hà", "Nghiệp vụ", 5, 0, 0, 0},
		{"Nguyễn Thị Thu Hà", "dung", 0, 1, 2, 0},
		{"Nguyễn Thị Thu Hà", "%", 0, 0, 0, 0},
		{"Nguyễn Thị Thu Hà", "100%", 0, 0, 0, 0},
		{"Nguyễn Thị Thu Hà", "tuyen truyen", 0, 0, 1, 0},
		{"Phạm Mai Anh", "tuyen truyen", 0, 0, 1, 0},
		{"Sùng Thị Mai", "tuyen truyen", 0, 0, 1, 0},
		{"Lê Văn Thanh", "tuyen truyen", 0, 0, 0, 0},
	} {
		f, err := o.Search(bg, o.Actor(x.who), x.text)
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Units) != x.units || len(f.People) != x.people || len(f.Targets) != x.targets || len(f.Papers) != x.papers {
			t.Errorf("%s looks for %q: units %d, people %d, targets %d, papers %d", x.who, x.text, len(f.Units), len(f.People), len(f.Targets), len(f.Papers))
		}
	}
	f, err := o.Search(bg, o.Actor("Nguyễn Thị Thu Hà"), "cai cach")
	if err != nil || len(f.Movements) != 1 {
		t.Errorf("the movement: %v %v", err, f.Movements)
	}
	if f, err := o.Search(bg, o.Actor("Nguyễn Thị Thu Hà"), "a"); err != nil || f.Asked {
		t.Errorf("one letter: %v %+v", err, f)
	}
	other := testkit.FillSeason(t, o.DB, "co-quan-khac")
	if f, err := o.Search(bg, other.Actor("Nguyễn Thị Thu Hà"), "tuyen truyen"); err != nil || !f.Empty() {
		t.Errorf("another agency's targets: %v %+v", err, f)
	}
}
