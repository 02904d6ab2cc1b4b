package demo_test

import (
	"reflect"
	"slices"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/closing"
	"thidua/internal/store"
)

// summed is what the page of the five years shows of each unit: targets, reached ones, ranks from 2021 to 2025, years with an award.
var summed = []struct {
	name         string
	all, reached int
	ranks, years []int
}{
	{"Văn phòng", 54, 49, []int{1, 1, 1, 2, 2}, []int{2023}},
	{"Phòng Nghiệp vụ 1", 47, 44, []int{2, 2, 2, 3, 3}, []int{2023}},
	{"Phòng Nghiệp vụ 2", 46, 43, []int{4, 4, 3, 1, 1}, []int{2021, 2024}},
	{"Phòng Nghiệp vụ 3", 46, 38, []int{3, 3, 4, 6, 5}, []int{2022}},
	{"Phòng Nghiệp vụ 4", 42, 37, []int{5, 5, 5, 4, 4}, nil},
	{"Phòng Nghiệp vụ 5", 41, 33, []int{6, 6, 6, 5, 6}, nil},
}

// asTheClosingShows compares the day of the closing with what its screen shows.
func asTheClosingShows(t *testing.T, a *app.App, db *store.DB) {
	var tenant string
	read(t, a, db, func(tx *store.Tx) error { tenant = tx.Tenant; return nil })
	office := thidua.Actor{Tenant: tenant, Account: "x", Roles: []thidua.Role{thidua.RoleOffice}}
	v, err := closing.Over(a).View(ctx, office, "")
	if err != nil {
		t.Fatal(err)
	}
	people := 0
	for _, w := range v.Awards {
		if w.Subject.Kind == thidua.Individual {
			people++
		}
	}
	if v.Tally.All != 276 || v.Tally.Reached != 244 || len(v.Initiatives) != 34 || len(v.Awards)-people != 5 || people != 9 {
		t.Errorf("targets %+v, %d initiatives, %d + %d awards", v.Tally, len(v.Initiatives), len(v.Awards)-people, people)
	}
	if v.Closing.State != thidua.RoundJudging || v.Closing.QuotaSource != "" || v.Papers.Ready() != 2 {
		t.Errorf("closing round %+v, %d parts ready", v.Closing, v.Papers.Ready())
	}
	if len(v.Units) != len(summed) || len(v.People) != 38 {
		t.Fatalf("%d units, %d people", len(v.Units), len(v.People))
	}
	models := 0
	for _, l := range v.Units {
		models += l.Models
	}
	if len(v.Exemplars) != 21 || models != 21 {
		t.Errorf("%d exemplars, %d of them of the units", len(v.Exemplars), models)
	}
	for i, want := range summed {
		l := v.Units[i]
		var ranks, years []int
		for _, y := range l.Years {
			ranks = append(ranks, y.Rank)
		}
		for _, w := range l.Awards {
			years = append(years, w.Year)
		}
		if l.Name != want.name || l.Tally.All != want.all || l.Tally.Reached != want.reached || !slices.Equal(ranks, want.ranks) || !slices.Equal(years, want.years) {
			t.Errorf("%s: %+v, ranks %v, awards %v, want %+v", l.Name, l.Tally, ranks, years, want)
		}
	}
	staff := thidua.Actor{Tenant: tenant, Account: "y", Person: v.People[5].Person, Unit: v.People[5].Unit, Roles: []thidua.Role{thidua.RoleStaff}}
	own, err := closing.Over(a).View(ctx, staff, "")
	if err != nil || len(own.People) != 1 || own.Papers.Review != nil || len(own.Units) == 0 || own.Units[0].Years[4].Rank != 0 || own.Units[0].Years[3].Rank != 2 {
		t.Errorf("somebody of a unit sees %d people, %+v of %v", len(own.People), own.Units, err)
	}
}

// asEachYearAlone compares what all years of the movement at once give with what each of them gives alone, the closing round among them.
func asEachYearAlone(t *testing.T, a *app.App, db *store.DB) {
	read(t, a, db, func(tx *store.Tx) error {
		all, err := tx.Movements()
		if err != nil {
			return err
		}
		rounds, err := tx.Rounds(all[0].ID)
		if err != nil {
			return err
		}
		d, err := tx.Definition(rounds[0].Edition)
		if err != nil {
			return err
		}
		season := app.Season{Movement: all[0], Definition: d}
		together, err := app.ResultsIn(tx, season, rounds)
		if err != nil || len(together) != 6 {
			t.Fatalf("%d rounds, %v", len(together), err)
		}
		for i, r := range rounds {
			alone, err := app.ResultsIn(tx, season, []thidua.Round{r})
			if err != nil || len(alone) != 1 || len(alone[0].Subjects) < 6 {
				t.Fatalf("%d: %d results, %v", r.Year, len(alone), err)
			}
			if !reflect.DeepEqual(together[i], alone[0]) {
				t.Errorf("%d, closing %v: with the other years the results are others than alone", r.Year, r.Closing)
			}
		}
		return nil
	})
}
