package closing_test

import (
	"context"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/closing"
	"thidua/internal/file"
	"thidua/internal/testkit"
)

// bare is a plan that states no criteria of its own.
const bare = `KẾ HOẠCH
Phát động phong trào thi đua “Chuyển đổi số” giai đoạn 2026-2030

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Đẩy mạnh chuyển đổi số trong cơ quan.
`

// TestTheLastPeriodIsCarriedIntoANewPlan ticks one criterion of the earlier movement and looks that it, its contents and nothing else stand in
// the plan, named for where they come from, and that another choice takes the place of the first.
func TestTheLastPeriodIsCarriedIntoANewPlan(t *testing.T) {
	season, ctx := testkit.OpenSeason(t), context.Background()
	files, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer files.Close()
	a := app.New(season.DB, app.WithFiles(files))
	office, c := season.Actor("Nguyễn Thị Thu Hà"), closing.Over(a)
	plan, err := a.UploadPlan(ctx, office, "ke-hoach.txt", strings.NewReader(bare))
	if err != nil {
		t.Fatal(err)
	}
	offered, err := c.Proposal(ctx, office, plan.ID)
	if err != nil || offered.From.ID != season.Movement.ID || len(offered.Criteria) != len(season.Definition.Criteria) {
		t.Fatalf("%d criteria are offered of %q, %v", len(offered.Criteria), offered.From.Name, err)
	}
	carry := func(ticked ...string) app.PlanView {
		t.Helper()
		v, err := a.Plan(ctx, office, plan.ID)
		if err == nil {
			err = c.Carry(ctx, office, plan.ID, v.Source.Version, ticked)
		}
		if err == nil {
			v, err = a.Plan(ctx, office, plan.ID)
		}
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for _, head := range season.Definition.Heads()[:2] {
		want := 0
		for _, one := range season.Definition.Criteria {
			if one.ID == head.ID || one.Parent == head.ID {
				want++
			}
		}
		got := carry(head.ID).Review.Definition
		if len(got.Criteria) != want || len(got.Standards) != 0 || len(got.Awards) != 0 || len(got.Parts) != 0 {
			t.Errorf("%s: %d criteria, want %d; %d standards, %d awards, %d parts", head.Code, len(got.Criteria), want, len(got.Standards), len(got.Awards), len(got.Parts))
		}
		for _, one := range got.Criteria {
			if one.Code != head.Code && one.Parent != head.ID || !strings.Contains(one.Article, "chép từ giai đoạn 2021–2025") {
				t.Errorf("%s: %q of %q, article %q", head.Code, one.Code, one.Parent, one.Article)
			}
		}
	}
	if err := c.Carry(ctx, season.Actor("Phạm Mai Anh"), plan.ID, 1, nil); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("somebody without the right carried over: %v", err)
	}
}
