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
	_, home, err := core.SignIn(ctx, "sonoivu", "ruộng bậc thang", "")
	if err != nil {
		t.Fatal(err)
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
	lists, err := b.Roll(ctx, home)
	if err != nil || len(lists) != 1 || !lists[0].Answered {
		t.Errorf("lists %+v, %v", lists, err)
	}
}
