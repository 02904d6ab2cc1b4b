package launch

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/store"
)

// Pledges is the pledges of a year with who may still pledge.
type Pledges struct {
	Movement thidua.Movement
	Round    thidua.Round
	Lines    []thidua.Pledge // those that stand
	Units    []thidua.Unit   // of the day, of the year's end for one that is over
	Mine     []thidua.Unit   // for which the actor may prepare a pledge, without one so far
	Office   bool
}

// Pledges reads the pledges of a year. Everybody of the agency may.
func (d *Desk) Pledges(ctx context.Context, actor thidua.Actor, round string) (v Pledges, err error) {
	v.Office = actor.Has(thidua.RoleOffice)
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		if v.Movement, v.Round, err = yearOf(tx, round); err != nil {
			return err
		}
		all, err := tx.Pledges(round)
		if err != nil {
			return err
		}
		v.Lines = slices.DeleteFunc(all, func(p thidua.Pledge) bool { return p.State == thidua.PledgeDropped })
		if v.Units, err = tx.Units(unitDay(tx, v.Round)); err != nil || v.Round.State == thidua.RoundEnded {
			return err
		}
		for _, u := range v.Units {
			if (v.Office || actor.Leads(u.ID)) && !slices.ContainsFunc(v.Lines, func(p thidua.Pledge) bool { return p.Unit == u.ID }) {
				v.Mine = append(v.Mine, u)
			}
		}
		return nil
	})
	return v, err
}
