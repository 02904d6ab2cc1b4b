package agency

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Changes lists the changes of the organisation, the latest day first.
func (k *Keeper) Changes(ctx context.Context, actor thidua.Actor) (all []thidua.OrgChange, err error) {
	if err := act.May(actor, keepers...); err != nil {
		return nil, err
	}
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		all, err = tx.OrgChanges()
		return err
	})
	return all, err
}

// ChangeView is a change with what it is about, and what it will do while it is not done.
type ChangeView struct {
	thidua.OrgChange
	Old    []thidua.Unit             // with their names of the day before
	Units  []thidua.Unit             // that exist from the day on, the new ones among them
	Work   map[string]map[string]int // by unit and table: what the running years hold of it
	Faults []thidua.Fault            // what has to be mended before it can be recorded
	Now    thidua.Agency             // the agency as it is called today
}

// ChangeView reads a change; a draft or planned one with the people as they stand now.
func (k *Keeper) ChangeView(ctx context.Context, actor thidua.Actor, id string) (v ChangeView, err error) {
	if err := act.May(actor, keepers...); err != nil {
		return v, err
	}
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		c, err := tx.OrgChange(id)
		if err != nil {
			return err
		}
		w := work{tx: tx, c: &c}
		if err := w.read(); err != nil {
			return err
		}
		v = ChangeView{Units: w.after(), Old: w.old, Work: map[string]map[string]int{}}
		if v.Now, err = tx.Agency(); err != nil {
			return err
		}
		if c.State == thidua.OrgDraft || c.State == thidua.OrgPlanned {
			v.Faults = faultsOf(w.check())
			err = v.count(tx)
		}
		v.OrgChange = c
		return err
	})
	return v, err
}

func (v *ChangeView) count(tx *store.Tx) error {
	for _, u := range v.Old {
		rows, err := tx.UnitRows(u.ID, false)
		if err != nil {
			return err
		}
		v.Work[u.ID] = map[string]int{}
		for _, r := range rows {
			v.Work[u.ID][r.Table]++
		}
	}
	return nil
}

func faultsOf(err error) []thidua.Fault {
	if e, ok := act.Refusal(err); ok {
		return e.Faults
	}
	return nil
}

// keeperOf refuses who may not make a change: that of the agency itself is the administrator's.
func keeperOf(actor thidua.Actor, kind thidua.ChangeKind) error {
	if kind == thidua.ChangeAgency {
		return act.May(actor, thidua.RoleAdmin)
	}
	return act.May(actor, keepers...)
}

// DraftChange begins a change: nothing changes until it is recorded. Where people go is proposed and may be changed with SaveChange.
func (k *Keeper) DraftChange(ctx context.Context, actor thidua.Actor, c thidua.OrgChange) (thidua.OrgChange, error) {
	if err := keeperOf(actor, c.Kind); err != nil {
		return c, err
	}
	c.Number, c.Issuer, c.Abstract, c.Plan.To = vi.Line(c.Number), vi.Line(c.Issuer), vi.Line(c.Abstract), vi.Line(c.Plan.To)
	c.ID, c.State, c.ByName, c.Version = store.NewID(), thidua.OrgDraft, actor.Name, 1
	c.Plan.Into = slices.Clone(c.Plan.Into)
	for i, u := range c.Plan.Into {
		if u.Version == 0 && u.ID == "" {
			c.Plan.Into[i].ID, c.Plan.Into[i].From = store.NewID(), c.Day
		}
	}
	d := act.Deed{Verb: thidua.ChangeDrafted, Object: "change:" + c.ID, Name: c.Number}
	err := k.data.Write(ctx, actor, d, func(tx *store.Tx, d *act.Deed) error {
		if err := c.Check(act.Today(tx)); err != nil {
			return err
		}
		w := work{tx: tx, c: &c}
		if err := w.read(); err != nil {
			return err
		}
		if err := w.fits(); err != nil {
			return err
		}
		w.propose()
		d.After = c
		return tx.InsertOrgChange(c)
	})
	return c, err
}

// SaveChange keeps where people, open registrations and targets go, person by person.
func (k *Keeper) SaveChange(ctx context.Context, actor thidua.Actor, id string, version int64, plan thidua.ChangePlan) error {
	return k.onChange(ctx, actor, act.Deed{Verb: thidua.ChangeSaved}, id, version, func(w *work) error {
		if w.c.State != thidua.OrgDraft {
			return thidua.Refuse(thidua.Conflict, thidua.CodeChangeState)
		}
		for i, m := range w.c.Plan.Posts {
			for _, said := range plan.Posts {
				if said.Post == m.Post {
					if err := thidua.CheckOwnPost(actor, m.Person, said.Rank); err != nil && said.Departs(m) {
						return err
					}
					m.Way, m.Unit, m.Title, m.Rank = said.Way, said.Unit, vi.Line(said.Title), said.Rank
					w.c.Plan.Posts[i] = m
				}
			}
		}
		w.c.Plan.Follow, w.c.Plan.Counts = plan.Follow, plan.Counts
		return nil
	})
}

// RecordChange puts a change into force: at once when its day has come, otherwise on its day.
func (k *Keeper) RecordChange(ctx context.Context, actor thidua.Actor, id string, version int64) error {
	return k.onChange(ctx, actor, act.Deed{Verb: thidua.ChangeRecorded}, id, version, func(w *work) error {
		if w.c.State != thidua.OrgDraft && w.c.State != thidua.OrgPlanned {
			return thidua.Refuse(thidua.Conflict, thidua.CodeChangeState)
		}
		if err := w.check(); err != nil {
			return err
		}
		if w.c.Day > act.Today(w.tx) {
			w.c.State = thidua.OrgPlanned
			return nil
		}
		return w.do()
	})
}

// DropChange gives up a change that has not taken effect.
func (k *Keeper) DropChange(ctx context.Context, actor thidua.Actor, id string, version int64) error {
	return k.onChange(ctx, actor, act.Deed{Verb: thidua.ChangeLeft}, id, version, func(w *work) error {
		if w.c.State != thidua.OrgDraft && w.c.State != thidua.OrgPlanned {
			return thidua.Refuse(thidua.Conflict, thidua.CodeChangeState)
		}
		w.c.State = thidua.OrgDropped
		return nil
	})
}

func (k *Keeper) onChange(ctx context.Context, actor thidua.Actor, d act.Deed, id string, version int64, do func(*work) error) error {
	if err := act.May(actor, keepers...); err != nil {
		return err
	}
	d.Object = "change:" + id
	return k.data.Write(ctx, actor, d, func(tx *store.Tx, d *act.Deed) error {
		c, err := tx.OrgChange(id)
		if err != nil {
			return err
		}
		if err := keeperOf(actor, c.Kind); err != nil {
			return err
		}
		if version != c.Version {
			return thidua.Refuse(thidua.Conflict, store.CodeStale)
		}
		d.Name, d.Before = c.Number, c
		w := &work{tx: tx, c: &c}
		if err := w.read(); err != nil {
			return err
		}
		if err := do(w); err != nil {
			return err
		}
		d.After = c
		return tx.UpdateOrgChange(c)
	})
}
