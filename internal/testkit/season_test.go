package testkit_test

import (
	"context"
	"testing"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

func TestSeasonStandsInTheDatabase(t *testing.T) {
	s := testkit.OpenSeason(t)
	err := s.DB.Read(context.Background(), s.Tenant, func(tx *store.Tx) error {
		d, err := tx.Definition(s.Definition.ID)
		if err != nil {
			return err
		}
		if len(d.Heads()) != 5 || len(d.Leaves()) != 10 || len(d.StandardsFor(thidua.Collective)) != 6 {
			t.Errorf("criteria %d, leaves %d, standards of collectives %d; want 5, 10, 6", len(d.Heads()), len(d.Leaves()), len(d.StandardsFor(thidua.Collective)))
		}
		staff, err := tx.Staff(store.StaffFilter{On: "2025-01-14", Unit: s.Units["NV2"].ID}, store.Page{})
		if err != nil {
			return err
		}
		if len(staff) != 3 || staff[0].Name != "Phạm Mai Anh" || staff[2].Name != "Giàng A Páo" {
			t.Errorf("people of NV 2 by given name: %+v", staff)
		}
		councils, err := tx.Councils()
		if err != nil || len(councils) != 1 || len(councils[0].Members) != 9 {
			t.Errorf("council of nine: %v %+v", err, councils)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
