package bank_test

import (
	"context"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/bank"
	"thidua/internal/testkit"
)

func TestTheSamplesNameNoNumberAndCoverThePlan(t *testing.T) {
	all, seen, criteria := bank.Samples(), map[string]bool{}, map[int]int{}
	if len(all) < 40 || len(all) > 80 {
		t.Fatalf("%d sample targets", len(all))
	}
	for _, p := range all {
		if err := p.Check(); err != nil || seen[p.ID] || seen[p.Content] || !p.BuiltIn || !strings.HasSuffix(p.Guidance, ".") {
			t.Errorf("%+v: %v", p, err)
		}
		seen[p.ID], seen[p.Content] = true, true
		criteria[p.Criterion]++
	}
	for n := 1; n <= 5; n++ {
		if criteria[n] < 5 {
			t.Errorf("criterion %d has %d", n, criteria[n])
		}
	}
}

func TestAnAgencyAddsItsOwnAndHidesOthers(t *testing.T) {
	s := testkit.OpenSeason(t)
	d, ctx := bank.Over(app.New(s.DB)), context.Background()
	office, staff := s.Actor("Nguyễn Thị Thu Hà"), s.Actor("Phạm Mai Anh")
	own := thidua.Phrase{Criterion: 2, Field: thidua.FieldInspection, Content: "Đối thoại với người khiếu nại … buổi", Measure: "buổi", Direction: thidua.AtLeast}
	if err := d.Add(ctx, office, own); err != nil {
		t.Fatal(err)
	}
	if err := d.Add(ctx, staff, own); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("a staff member added one: %v", err)
	}
	wrong := own
	wrong.Content = "Đối thoại 3 buổi"
	if err := d.Add(ctx, office, wrong); thidua.KindOf(err) != thidua.Invalid {
		t.Errorf("a number was taken: %v", err)
	}
	found, err := d.Phrases(ctx, staff, bank.Asked{Text: "doi thoai"})
	if err != nil || len(found) != 1 || found[0].ByName != office.Name || found[0].BuiltIn {
		t.Fatalf("%+v, %v", found, err)
	}
	first := bank.Samples()[0].ID
	if err := d.Hide(ctx, office, first, true); err != nil {
		t.Fatal(err)
	}
	if err := d.Hide(ctx, office, "khong-co", true); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("an unknown one: %v", err)
	}
	all, err := d.Phrases(ctx, staff, bank.Asked{})
	if err != nil || len(all) != len(bank.Samples()) {
		t.Errorf("%d in sight, %v; want all but one, and the own one", len(all), err)
	}
	lines, err := d.Chosen(ctx, staff, []string{first, found[0].ID, "khong-co"}, s.Definition)
	if err != nil || len(lines) != 1 || lines[0].Content != own.Content || lines[0].Value != thidua.NoValue || lines[0].Due != "" ||
		lines[0].Criterion != s.Definition.Heads()[1].ID {
		t.Errorf("chosen %+v, %v", lines, err)
	}
}
