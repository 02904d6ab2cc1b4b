package inspection

import (
	"context"
	"slices"
	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Save makes an inspection round (without ID) or corrects one that has not begun. Faults stand at "name", "content", "from", "to", "units" and
// "on-UNIT".
func (d *Desk) Save(ctx context.Context, actor thidua.Actor, in thidua.Inspection) (kept thidua.Inspection, err error) {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return kept, err
	}
	in.Name, in.Number, in.Content = clean(in.Name), clean(in.Number), clean(in.Content)
	var f thidua.Faults
	marks(&f, "name", in.Name)
	marks(&f, "content", in.Content)
	deed := act.Deed{Verb: thidua.PlanInspection}
	if in.ID != "" {
		deed.Verb = thidua.SaveInspection
	}
	err = d.data.Write(ctx, actor, deed, func(tx *store.Tx, done *act.Deed) error {
		kept = in
		if in.ID == "" {
			if _, err := openRound(tx, in.Round); err != nil {
				return err
			}
			kept.ID, kept.State, kept.ByName = store.NewID(), thidua.InspectionPlanned, actor.Name
		} else {
			before, err := tx.Inspection(in.ID)
			if err != nil {
				return err
			}
			if _, err := thidua.InspectionFlow.Next(before.State, thidua.SaveInspection, actor.Roles, nil, ""); err != nil {
				return err
			}
			done.Before = before
			kept.Round, kept.State, kept.ByName = before.Round, before.State, before.ByName
		}
		if err := with(slices.Clone(f), kept.Check()); err != nil {
			return err
		}
		if err := known(tx, kept); err != nil {
			return err
		}
		done.Object, done.Name, done.After = object(kept.ID), kept.Name, kept
		if in.ID == "" {
			return tx.InsertInspection(kept)
		}
		return tx.UpdateInspection(kept)
	})
	return kept, err
}

// known refuses a unit that the agency does not have on this day.
func known(tx *store.Tx, i thidua.Inspection) error {
	units, err := tx.Units(act.Today(tx))
	if err != nil {
		return err
	}
	for _, v := range i.Visits {
		if !slices.ContainsFunc(units, func(u thidua.Unit) bool { return u.ID == v.Unit }) {
			return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
	}
	return nil
}

// Move begins or ends an inspection round.
func (d *Desk) Move(ctx context.Context, actor thidua.Actor, id string, do thidua.Action, version int64) error {
	return d.change(ctx, actor, id, do, version, func(*store.Tx, *thidua.Inspection) error { return nil })
}

// RecordFinding writes what was found at a unit; faults stand at "finding" and "on".
func (d *Desk) RecordFinding(ctx context.Context, actor thidua.Actor, id string, version int64, unit, finding string, on thidua.Date) error {
	finding = clean(finding)
	return d.change(ctx, actor, id, thidua.RecordFinding, version, func(tx *store.Tx, i *thidua.Inspection) error {
		var f thidua.Faults
		marks(&f, "finding", finding)
		return with(f, i.Write(unit, finding, on, act.Today(tx), actor.Name))
	})
}

// change takes a round on by the workflow and saves it with what do makes of it.
func (d *Desk) change(ctx context.Context, actor thidua.Actor, id string, do thidua.Action, version int64, with func(*store.Tx, *thidua.Inspection) error) error {
	deed := act.Deed{Verb: do, Object: object(id)}
	return d.data.Write(ctx, actor, deed, func(tx *store.Tx, done *act.Deed) error {
		i, err := tx.Inspection(id)
		if err != nil {
			return err
		}
		rule, err := thidua.InspectionFlow.Next(i.State, do, actor.Roles, i.Facts(), "")
		if err != nil {
			return err
		}
		done.Name, done.Before = i.Name, i
		i.Visits, i.Version, i.State = slices.Clone(i.Visits), version, rule.To
		if err := with(tx, &i); err != nil {
			return err
		}
		done.After = i
		return tx.UpdateInspection(i)
	})
}
