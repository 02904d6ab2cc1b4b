package praise_test

import (
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/praise"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// TestCase08AnItemOfPublicityKeepsToThePlanOfItsYear names, in an item of publicity, lines of plans that are none of its own: of another agency, of
// another year, and one that never was. All are refused alike and leave nothing; a line of its own year is taken.
func TestCase08AnItemOfPublicityKeepsToThePlanOfItsYear(t *testing.T) {
	db := testkit.Open(t)
	mine, theirs := testkit.FillProvinces(t, db, "thanh-tra", "so-khac")
	o := &office{Season: mine.Season, Desk: praise.Over(app.New(db)), t: t}
	line := func(s *testkit.Season, year int) string {
		t.Helper()
		round := s.Rounds[year].ID
		o.must(o.PlanPublicity(bg, s.Actor(ha), thidua.PublicityPlan{Round: round, Unit: s.Units["NV2"].ID, Form: thidua.FormArticle, Content: "Hai bài", Due: "2025-12-01"}))
		v, err := o.Publicity(bg, s.Actor(ha), round)
		o.must(err)
		return v.Plans[len(v.Plans)-1].ID
	}
	own, round := line(mine.Season, 2025), mine.Rounds[2025].ID
	item := thidua.PublicityItem{Round: round, Unit: mine.Units["NV2"].ID, Form: thidua.FormArticle, Title: "Cải cách từ phòng", Media: "Trang tin", On: "2025-01-10"}
	for name, plan := range map[string]string{"of another agency": line(theirs.Season, 2025), "of another year": line(mine.Season, 2024), "that never was": store.NewID()} {
		item.Plan = plan
		_, err := o.AddPublicity(bg, mine.Actor(anh), item)
		o.refused(err, thidua.NotFound, store.CodeNotFound)
		if v, err := o.Publicity(bg, mine.Actor(ha), round); err != nil || len(v.Items) != 0 {
			t.Errorf("a line %s leaves %+v, %v", name, v.Items, err)
		}
	}
	item.Plan = own
	kept, err := o.AddPublicity(bg, mine.Actor(anh), item)
	if err != nil || kept.Plan != own {
		t.Errorf("a line of its own year: %q, %v", kept.Plan, err)
	}
}
