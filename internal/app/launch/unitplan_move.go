package launch

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/app/custody"
	"thidua/internal/store"
)

// keeps asks whether the actor records the plans of a unit: its head, or Văn phòng.
func keeps(actor thidua.Actor, unit string) error {
	if actor.Has(thidua.RoleOffice) || actor.Leads(unit) {
		return nil
	}
	return thidua.Refuse(thidua.Forbidden, act.CodeNoRight)
}

// AddUnitPlan records a launch plan of a unit, with its file or by its number alone; it counts for the standards that ask for one. Faults stand
// at "unit", "number", "issued" and "summary".
func (d *Desk) AddUnitPlan(ctx context.Context, actor thidua.Actor, p thidua.UnitPlan) error {
	p.ID, p.ByName, p.Number, p.Summary = store.NewID(), actor.Name, text(p.Number), text(p.Summary)
	if p.Unit != "" {
		if err := keeps(actor, p.Unit); err != nil {
			return err
		}
	}
	return d.data.Write(ctx, actor, act.Deed{Verb: thidua.AddUnitPlan, Object: "round:" + p.Round}, func(tx *store.Tx, w *act.Deed) error {
		if _, err := openRound(tx, p.Round); err != nil {
			return err
		}
		if err := p.Check(act.Today(tx)); err != nil {
			return err
		}
		if err := unmarked("number", p.Number, "summary", p.Summary); err != nil {
			return err
		}
		u, err := tx.Unit(p.Unit)
		if err != nil {
			return err
		}
		if err := custody.Room(tx, "file", p.File, store.HeldByUnitYear, p.Round, p.Unit); err != nil {
			return err
		}
		one := p
		one.UnitName = u.Name
		w.Name, w.After = u.Name+" "+p.Number, one
		return tx.InsertUnitPlan(one)
	})
}

// DropUnitPlan takes a plan of a unit out, with a reason; who may record it may.
func (d *Desk) DropUnitPlan(ctx context.Context, actor thidua.Actor, id string, version int64, reason string) error {
	reason = text(reason)
	return d.data.Write(ctx, actor, act.Deed{Verb: thidua.DropUnitPlan, Reason: reason}, func(tx *store.Tx, w *act.Deed) error {
		p, err := tx.UnitPlan(id)
		if err != nil {
			return err
		}
		if p.Withdrawn != "" {
			return notThere()
		}
		if err := keeps(actor, p.Unit); err != nil {
			return err
		}
		if _, err := openRound(tx, p.Round); err != nil {
			return err
		}
		if err := needReason(reason); err != nil {
			return err
		}
		w.Object, w.Name, w.Before = "round:"+p.Round, p.UnitName+" "+p.Number, p
		p.Withdrawn, p.Version = reason, version
		return tx.WithdrawUnitPlan(p)
	})
}
