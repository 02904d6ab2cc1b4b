package plan_test

import (
	"context"
	"encoding/json"
	"os"
	"reflect"
	"testing"
	"thidua/internal/plan"
	"thidua/internal/plan/reader"

	"thidua"
)

func realPlan(t testing.TB) plan.Draft {
	t.Helper()
	data, err := os.ReadFile("testdata/lao-cai.txt")
	if err != nil {
		t.Fatal(err)
	}
	d, err := reader.Read(context.Background(), "ke-hoach.txt", data)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestProposalOfTheRealPlan(t *testing.T) {
	r := plan.Propose(realPlan(t))
	var names []string
	for _, c := range r.Definition.Criteria {
		names = append(names, c.Code+" "+c.Name+" "+c.Article)
	}
	want := []string{"TC1 Trách nhiệm lãnh đạo, chỉ đạo mục II.2", "TC2 Thực hiện nhiệm vụ cải cách hành chính mục II.2", "2.1 Cải cách thể chế mục II.2",
		"2.2 Cải cách thủ tục hành chính mục II.2", "2.3 Cải cách tổ chức bộ máy mục II.2", "2.4 Cải cách chế độ công vụ mục II.2",
		"2.5 Cải cách tài chính công mục II.2", "2.6 Xây dựng và phát triển chính quyền điện tử mục II.2",
		"TC3 Bộ chỉ số theo dõi, đánh giá, xếp hạng mục II.2", "TC4 Tuyên truyền, chung tay cải cách mục II.2", "TC5 Giải pháp, sáng kiến mục II.2"}
	if !reflect.DeepEqual(names, want) {
		t.Errorf("criteria %q", names)
	}
	var tests []string
	for _, s := range r.Definition.Standards {
		tests = append(tests, s.Article+" "+s.Name+" "+plan.TestKey(s.Test))
	}
	want = []string{"mục III.2.a, ý 1 Lãnh đạo, chỉ đạo, ban hành văn bản targets-reached:TC1", "mục III.2.a, ý 2 Kế hoạch phát động trong bộ phận plan-issued:TC1",
		"mục III.2.a, ý 3 Tuyên truyền targets-reached:TC4", "mục III.2.a, ý 4 Nhiệm vụ đúng chất lượng, tiến độ targets-reached:TC2",
		"mục III.2.a, ý 5 Thứ hạng trên địa bàn tỉnh index-rank", "mục III.2.a, ý 6 Tham gia cải cách hành chính của cơ quan manual",
		"mục III.2.b, ý 1 Hoàn thành tốt nhiệm vụ, có giải pháp, sáng kiến all-of", "mục III.2.b, ý 2 Phẩm chất đạo đức, gương mẫu unit-remark"}
	if !reflect.DeepEqual(tests, want) {
		t.Errorf("standards %q", tests)
	}
	m := r.Movement
	if m.Regulation != "Quyết định số 33/2021/QĐ-UBND ngày 28/6/2021 của UBND tỉnh Lào Cai" || m.From != 2021 || m.To != 2025 || m.EndsOn != "2025-12-31" {
		t.Errorf("movement %+v", m)
	}
	d := r.Definition
	if len(d.Bases) != 2 || len(d.Purposes) != 3 || len(d.Requirements) != 2 || len(d.Deadlines) != 3 || len(d.Awards) != 1 || len(d.Parts) != 3 ||
		len(d.Assignments) != 4 || len(d.Recipients) != 7 || len(d.Process) != 1 || len(d.Subjects) != 2 {
		t.Errorf("lists %+v", d)
	}
	if d.Parts[0].Kind != thidua.PartProposal || d.Parts[1].Kind != thidua.PartMinutes || d.Parts[2].Kind != thidua.PartReport {
		t.Errorf("papers %+v", d.Parts)
	}
}

func TestOpenItemsCloseWithTheirValues(t *testing.T) {
	d := realPlan(t)
	r := plan.Propose(d)
	open := r.Open(d)
	if len(open) != 3 || open[0].Number != 1 || open[1].Number != 7 || open[2].Number != 13 || open[2].Reference != "Điều 12, Quyết định số 33/2021/QĐ-UBND" {
		t.Fatalf("open %+v", open)
	}
	r.Checked = []string{"number", "movement", "deadlines.2"}
	if len(r.Open(d)) != 3 {
		t.Error("a tick must not stand for a value")
	}
	r.Definition.PlanNumber, r.Definition.PlanDate = "12", "2021-08-20"
	r.Complete(d)
	if r.Definition.PlanNumber != "12/KH-TT" || r.Definition.From != "2021-08-20" || len(r.Open(d)) != 1 {
		t.Errorf("after number and day: %+v, open %+v", r.Definition.Edition, r.Open(d))
	}
	r.Definition.Deadlines[2].Day = "02-15"
	if open := r.Open(d); len(open) != 0 {
		t.Errorf("all settled: %+v", open)
	}
}

func TestDoubtfulPassageWantsALook(t *testing.T) {
	d := realPlan(t)
	d.Process[0].Confidence, d.Process[0].Reason = plan.Check, "xem lại"
	r := plan.Propose(d)
	if open := r.Open(d); len(open) != 4 || open[2].Kind != thidua.OpenPassage || open[2].Reason != "xem lại" {
		t.Fatalf("open %+v", open)
	}
	r.Checked = []string{"process"}
	if len(r.Open(d)) != 3 {
		t.Error("the tick does not settle the passage")
	}
}

func TestReviewSurvivesItsStore(t *testing.T) {
	r := plan.Propose(realPlan(t))
	text, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var back plan.Review
	if err := json.Unmarshal(text, &back); err != nil || !reflect.DeepEqual(r, back) {
		t.Errorf("back %v %+v", err, back)
	}
}

func TestEveryTestHasItsKey(t *testing.T) {
	heads := plan.Propose(realPlan(t)).Definition.Heads()
	seen := map[string]bool{}
	for _, x := range plan.Tests(heads) {
		key := plan.TestKey(x)
		if back, ok := plan.TestOf(key, heads); !ok || !reflect.DeepEqual(back, x) || seen[key] {
			t.Errorf("%s leads to %+v", key, back)
		}
		seen[key] = true
	}
	if _, ok := plan.TestOf("targets-reached:TC9", heads); ok {
		t.Error("a criterion that is not there")
	}
}
