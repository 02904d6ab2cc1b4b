package demo_test

import (
	"context"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/store"
)

// fiveYearsOfPraise holds the figures of the closing of five years: 34 initiatives recognised, 4 in 2021 and 9 in 2025, and 21 exemplars.
func fiveYearsOfPraise(t *testing.T, _ *app.App, db *store.DB) {
	var counts []thidua.PraiseCount
	err := db.Read(context.Background(), "", func(tx *store.Tx) error {
		all, err := tx.Agencies()
		if err != nil {
			return err
		}
		tx.Tenant = all[0].ID
		counts, err = tx.PraiseCounts(2021, 2025)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	sum, initiatives := thidua.PraiseCount{}, map[int]int{}
	for _, c := range counts {
		sum.Initiatives, sum.Exemplars, sum.Publicity = sum.Initiatives+c.Initiatives, sum.Exemplars+c.Exemplars, sum.Publicity+c.Publicity
		initiatives[c.Year] += c.Initiatives
	}
	if sum != (thidua.PraiseCount{Initiatives: 34, Exemplars: 21, Publicity: 7}) || initiatives[2021] != 4 || initiatives[2025] != 9 {
		t.Errorf("counted %+v, initiatives by year %v", sum, initiatives)
	}
}
