package province_test

import (
	"fmt"
	"sync"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/province"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// both gives a second program over the data of a test: on PostgreSQL by another handle, on the embedded database, which has one program, by the same.
func both(t *testing.T, c store.Config, first *store.DB) [2]*app.App {
	t.Helper()
	second := first
	if c.URL != "" {
		var err error
		if second, err = store.Open(bg, c); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = second.Close() })
	}
	return [2]*app.App{app.New(first), app.New(second)}
}

// TestCase54TheLastPlacesAreGivenOnce lets a hundred takers choose one case each, over two programs, where five may be chosen and four are: one of them
// gets the last place, and every other one is refused for the number.
func TestCase54TheLastPlacesAreGivenOnce(t *testing.T) {
	var config store.Config
	l := openWith(t, func(c *store.Config) { config = *c })
	const takers, places = 104, 5
	ids := make([]string, takers)
	act := &store.Act{Tenant: l.home.Tenant, Actor: "account:test", Verb: "test"}
	l.must(l.db.Write(bg, act, func(tx *store.Tx) error {
		a := thidua.Appraisal{ID: store.NewID(), Parcel: store.NewID(), From: l.a.Tenant, FromName: "Sở A (mẫu)", State: thidua.AppraisalEligible, SentOn: "2025-01-14",
			Period: thidua.Period{Movement: "Cải cách hành chính", Year: 2024}, Units: takers}
		if err := tx.InsertAppraisal(a, "so a", "so a"); err != nil {
			return err
		}
		for i := range ids {
			ids[i] = store.NewID()
			c := thidua.AppraisalCase{ID: ids[i], Appraisal: a.ID, Proposal: ids[i], Kind: thidua.Collective, Name: fmt.Sprint("Phòng ", i), Award: "Bằng khen", Version: 1}
			if err := tx.InsertCase(c, fmt.Sprintf("phong %03d", i)); err != nil {
				return err
			}
		}
		return nil
	}))
	l.must(l.SaveQuota(bg, l.home, "", thidua.Quota{Kind: thidua.Collective, Number: places, Document: "Công văn số …/UBND-NC (mẫu)"}))
	for _, id := range ids[:places-1] {
		l.must(l.Choose(bg, l.home, "", []province.Choice{{Case: id, Version: 1, Chosen: true}}))
	}
	cores, errs := both(t, config, l.db), make([]error, takers)
	var all sync.WaitGroup
	for i, id := range ids[places-1:] {
		all.Go(func() {
			errs[i] = province.Over(cores[i%2]).Choose(bg, l.home, "", []province.Choice{{Case: id, Version: 1, Chosen: true}})
		})
	}
	all.Wait()
	won := 0
	for i, err := range errs[:takers-places+1] {
		if err == nil {
			won++
			continue
		}
		l.refused(fmt.Sprint("taker ", i), err, thidua.CodeOverUnits)
	}
	v, err := l.Compare(bg, l.home, "", thidua.Collective, "", 0)
	l.must(err)
	chosen := 0
	for _, c := range v.Cases {
		if c.Chosen {
			chosen++
		}
	}
	if won != 1 || chosen != places {
		t.Errorf("%d got the last place, %d are chosen where %d may be", won, chosen, places)
	}
}

// TestCase54ANumberIsGivenOnce lets a hundred secretaries plan sessions under ten numbers, over two programs: each number once, none left out.
func TestCase54ANumberIsGivenOnce(t *testing.T) {
	var config store.Config
	s := testkit.OpenSeason(t, func(c *store.Config) { config = *c })
	cores, errs := both(t, config, s.DB), make([]error, 100)
	var all sync.WaitGroup
	for i := range errs {
		all.Go(func() {
			_, errs[i] = cores[i%2].PlanSession(bg, s.Actor("Nguyễn Thị Thu Hà"), thidua.Session{Round: s.Rounds[2024].ID, Number: fmt.Sprintf("%02d/2025", i/10+1),
				At: testkit.Met, Place: "Phòng họp"})
		})
	}
	all.Wait()
	for number := range 10 {
		given := 0
		for _, err := range errs[number*10 : number*10+10] {
			switch {
			case err == nil:
				given++
			case thidua.KindOf(err) != thidua.Conflict && thidua.KindOf(err) != thidua.Invalid:
				t.Errorf("number %d: %v", number+1, err)
			}
		}
		if given != 1 {
			t.Errorf("number %d was given %d times", number+1, given)
		}
	}
}
