package launch

import (
	"context"
	"os"
	"slices"

	"thidua"
	"thidua/internal/store"
)

// UnitPlans is the launch plans of the units in a year.
type UnitPlans struct {
	Movement thidua.Movement
	Round    thidua.Round
	Units    []thidua.Unit
	Lines    []thidua.UnitPlan // those that stand
	Mine     []thidua.Unit     // for which the actor may record one
	Office   bool
}

// Of lists the plans of one unit.
func (v UnitPlans) Of(unit string) (out []thidua.UnitPlan) {
	for _, p := range v.Lines {
		if p.Unit == unit {
			out = append(out, p)
		}
	}
	return out
}

// UnitPlans reads the launch plans of the units in a year. Everybody of the agency may.
func (d *Desk) UnitPlans(ctx context.Context, actor thidua.Actor, round string) (v UnitPlans, err error) {
	v.Office = actor.Has(thidua.RoleOffice)
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		if v.Movement, v.Round, err = yearOf(tx, round); err != nil {
			return err
		}
		if v.Units, err = tx.Units(unitDay(tx, v.Round)); err != nil {
			return err
		}
		for _, u := range v.Units {
			if v.Round.State != thidua.RoundEnded && (v.Office || actor.Leads(u.ID)) {
				v.Mine = append(v.Mine, u)
			}
		}
		v.Lines, err = standingPlans(tx, round)
		return err
	})
	return v, err
}

func standingPlans(tx *store.Tx, round string) ([]thidua.UnitPlan, error) {
	all, err := tx.UnitPlans(round)
	return slices.DeleteFunc(all, func(p thidua.UnitPlan) bool { return p.Withdrawn != "" }), err
}

// UnitPlan reads one plan of a unit that stands. Everybody of the agency may.
func (d *Desk) UnitPlan(ctx context.Context, actor thidua.Actor, id string) (p thidua.UnitPlan, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		p, err = tx.UnitPlan(id)
		if err == nil && p.Withdrawn != "" {
			err = notThere()
		}
		return err
	})
	return p, err
}

// OpenUnitPlan gives the file of a plan of a unit to everybody of the agency; the caller closes it.
func (d *Desk) OpenUnitPlan(ctx context.Context, actor thidua.Actor, id string) (thidua.FileRef, *os.File, error) {
	p, err := d.UnitPlan(ctx, actor, id)
	return d.open(actor, p.File, err)
}
