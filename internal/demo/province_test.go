package demo

import (
	"context"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/province"
	"thidua/internal/file"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// TestProvince plays the province up to the day after the decision: what Sở Nội vụ sees on the days of the screens, and that everybody was answered.
func TestProvince(t *testing.T) {
	clock, ctx := &Clock{}, context.Background()
	db := testkit.Open(t, func(c *store.Config) { c.Clock = clock.Now })
	files, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = files.Close() })
	core := app.New(db, app.WithFiles(files), app.WithSeal(parcel.NewKey()))
	s, err := Begin(ctx, core, clock, "ruộng bậc thang")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Province(); err != nil {
		t.Fatal(err)
	}
	actors := map[string]thidua.Actor{}
	for _, a := range append(Accounts(), AccountsAbove()...) {
		_, who, err := core.SignIn(ctx, a.UserName, "ruộng bậc thang", "")
		if err != nil || who.Name != a.Person.Name || who.Post != a.Post {
			t.Errorf("%s signs in as %s, %s: %v", a.UserName, who.Name, who.Post, err)
		}
		actors[a.UserName] = who
	}
	home := actors["sonoivu"]
	if known, err := core.Holidays(ctx, home, 2025); err != nil || len(known) == 0 {
		t.Errorf("Sở Nội vụ knows the holidays %v, %v", known, err)
	}
	b := province.Over(core)
	states := func(day thidua.Date) (out map[thidua.State]int, v province.Inbox) {
		if err := s.Until(day); err != nil {
			t.Fatal(err)
		}
		out = map[thidua.State]int{}
		v, err := b.Inbox(ctx, home, province.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range v.Rows {
			out[r.State]++
		}
		return out, v
	}
	got, v := states("2025-01-24")
	if v.All != 8 || got[thidua.AppraisalWaiting] != 3 || got[thidua.AppraisalReturned] != 1 || got[thidua.AppraisalJudging] != 2 || got[thidua.AppraisalEligible] != 2 {
		t.Errorf("24/01/2025: %d dossiers, %v", v.All, got)
	}
	if got, v = states("2025-02-14"); got[thidua.AppraisalEligible] != 8 || v.Shares[0].Chosen != 6 {
		t.Errorf("14/02/2025: %v, %+v", got, v.Shares)
	}
	if got, _ = states("2025-03-07"); got[thidua.AppraisalGranted] != 8 {
		t.Errorf("07/03/2025: %v", got)
	}
	asRegistered(t, b, home)
	lists, err := b.Roll(ctx, home)
	if err != nil || len(lists) != 1 || !lists[0].Answered {
		t.Errorf("lists %+v, %v", lists, err)
	}
}

// asRegistered looks at the lists of registrations of both years: who was late, who came again, what is confirmed, and who was not registered.
func asRegistered(t *testing.T, b *province.Bureau, home thidua.Actor) {
	t.Helper()
	ctx := context.Background()
	v, err := b.Enrolments(ctx, home, province.EnrolmentFilter{})
	if err != nil || len(v.Periods) != 2 || v.Period.Year != 2025 {
		t.Fatalf("periods %+v, %v", v.Periods, err)
	}
	earlier, err := b.Enrolments(ctx, home, province.EnrolmentFilter{Period: province.PeriodKey(v.Periods[1])})
	if err != nil {
		t.Fatal(err)
	}
	for year, count := range map[int]map[province.Show]int{2024: earlier.Count, 2025: v.Count} {
		want := map[int]map[province.Show]int{2024: {province.ShowConfirmed: 9, province.ShowMissing: 3, province.ShowLate: 4},
			2025: {province.ShowConfirmed: 6, province.ShowWaiting: 2, province.ShowMissing: 4, province.ShowLate: 5}}[year]
		for show, n := range want {
			if count[show] != n {
				t.Errorf("%d: %d are %q, want %d", year, count[show], show, n)
			}
		}
	}
	for _, r := range earlier.Rows {
		if r.List != nil && r.List.Times == 2 && len(r.List.Changes) != 1 {
			t.Errorf("%s came again with %+v", r.Name, r.List.Changes)
		}
	}
	cases, err := b.Compare(ctx, home, "", thidua.Collective, "", 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases.Cases {
		if out := c.Name == "UBND phường M (mẫu)"; (cases.Enrolled[c.ID] != thidua.EnrolledYes) != out {
			t.Errorf("%s of %s: %s", c.Name, c.FromName, cases.Enrolled[c.ID])
		}
	}
}
