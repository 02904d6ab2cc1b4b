package app

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// ConfirmPlan makes the movement of a plan of which nothing is left open: movement, first edition and a round for each year, in one act.
func (a *App) ConfirmPlan(ctx context.Context, actor thidua.Actor, id string, version int64) (thidua.Movement, error) {
	return a.makeMovement(ctx, actor, id, version, thidua.ConfirmPlan)
}

// ApplyPlan makes the movement although items are open ("Tạo, bổ sung sau"); the edition counts them until SupplementEdition settles them.
func (a *App) ApplyPlan(ctx context.Context, actor thidua.Actor, id string, version int64) (thidua.Movement, error) {
	return a.makeMovement(ctx, actor, id, version, thidua.CreateFromPlan)
}

func (a *App) makeMovement(ctx context.Context, actor thidua.Actor, id string, version int64, do thidua.Action) (m thidua.Movement, err error) {
	err = a.write(ctx, actor, deed{Verb: do}, func(tx *store.Tx, d *deed) error {
		v, err := planOf(tx, actor, id)
		if err != nil {
			return err
		}
		rule, err := thidua.PlanFlow.Next(v.Source.State, do, actor.Roles, v.facts(), "")
		if err != nil {
			return err
		}
		if err := v.ready(do, version); err != nil {
			return err
		}
		var def thidua.Definition
		m, def = v.named()
		d.Object, d.Name, d.After = "movement:"+m.ID, m.Name, def
		v.Source.State, v.Source.Edition = rule.To, def.ID
		if err := tx.UpdatePlanSource(v.Source); err != nil {
			return err
		}
		if err := insertMovement(tx, m, def); err != nil {
			return err
		}
		return tx.GiveDocuments(id, m.ID)
	})
	return m, err
}

// ready refuses a plan that cannot become a movement.
func (v *PlanView) ready(do thidua.Action, version int64) error {
	if err := v.at(do, version); err != nil {
		return err
	}
	if v.Twin.ID != "" {
		return thidua.Refuse(thidua.Conflict, CodeMadeBefore, v.Twin.Name, v.Twin.From, v.Twin.To)
	}
	return thidua.CheckPlan(v.Review.Movement, v.Review.Definition, v.Today)
}

// named gives the movement and its edition with ids of the agency in the place of those of the draft.
func (v *PlanView) named() (thidua.Movement, thidua.Definition) {
	m, d := v.Review.Movement, v.Review.Definition
	m.ID, m.Version, m.State = store.NewID(), 1, thidua.MovementPlanned
	d.ID, d.Movement, d.Number, d.State, d.OpenItems = store.NewID(), m.ID, 1, thidua.EditionInForce, len(v.Open)
	ids := map[string]string{"": ""}
	d.Criteria = slices.Clone(d.Criteria)
	for i, c := range d.Criteria {
		ids[c.ID] = store.NewID()
		d.Criteria[i].ID, d.Criteria[i].Parent, d.Criteria[i].Order = ids[c.ID], ids[c.Parent], i+1
	}
	rename(d.Standards, func(s *thidua.Standard, n int) { s.ID, s.Order = store.NewID(), n })
	rename(d.Deadlines, func(r *thidua.Deadline, n int) { r.ID, r.Order = store.NewID(), n })
	rename(d.Awards, func(f *thidua.AwardForm, _ int) { f.ID = store.NewID() })
	rename(d.Parts, func(p *thidua.DossierPart, n int) { p.ID, p.Order = store.NewID(), n })
	rename(d.Bases, func(b *thidua.LegalBase, n int) { b.ID, b.Order = store.NewID(), n })
	rename(d.Assignments, func(s *thidua.Assignment, n int) { s.Order = n })
	rename(d.Recipients, func(r *thidua.Recipient, n int) { r.Order = n })
	return m, d
}

func rename[T any](rows []T, set func(row *T, n int)) {
	for i := range rows {
		set(&rows[i], i+1)
	}
}

func insertMovement(tx *store.Tx, m thidua.Movement, d thidua.Definition) error {
	if err := tx.InsertMovement(m, vi.Fold(m.Name)); err != nil {
		return err
	}
	if err := tx.InsertDefinition(d); err != nil {
		return err
	}
	for _, r := range m.PlannedRounds(d) {
		r.ID = store.NewID()
		if err := tx.InsertRound(r); err != nil {
			return err
		}
	}
	return nil
}

// OpenPlan is an edition in use with what its plan left open.
type OpenPlan struct {
	Movement thidua.Movement
	Edition  thidua.Edition
	Items    []thidua.OpenItem
}

// OpenItems lists what is still to be completed in the plans of movements that have not ended, for Văn phòng; nothing for others.
func (a *App) OpenItems(ctx context.Context, actor thidua.Actor) (out []OpenPlan, err error) {
	if !actor.Has(thidua.RoleOffice) {
		return nil, nil
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		out = nil
		movements, err := tx.Movements()
		if err != nil {
			return err
		}
		for _, m := range movements {
			if m.State == thidua.MovementEnded {
				continue
			}
			if out, err = openPlans(tx, m, out); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

func openPlans(tx *store.Tx, m thidua.Movement, out []OpenPlan) ([]OpenPlan, error) {
	editions, err := tx.Editions(m.ID)
	for _, e := range editions {
		if e.OpenItems == 0 || e.State == thidua.EditionEnded {
			continue
		}
		d, err := tx.Definition(e.ID)
		if err != nil {
			return out, err
		}
		_, items, err := openOf(tx, d)
		if err != nil {
			return out, err
		}
		out = append(out, OpenPlan{Movement: m, Edition: e, Items: items})
	}
	return out, err
}

// openOf gives what an edition leaves open: missing values, and passages of its plan at which nobody has looked. The plan is the zero value
// when the edition was not made of one.
func openOf(tx *store.Tx, d thidua.Definition) (PlanView, []thidua.OpenItem, error) {
	open := d.Open()
	var v PlanView
	var err error
	v.Source, err = tx.PlanSourceOf(d.ID)
	if thidua.KindOf(err) == thidua.NotFound {
		return v, open, nil
	}
	if err == nil {
		err = v.unpack()
	}
	if err != nil {
		return v, open, err
	}
	for _, o := range v.Review.Open(v.Draft) {
		if o.Kind == thidua.OpenPassage {
			open = append(open, o)
		}
	}
	return v, open, nil
}

// Supplement is what completes an edition later; empty values leave what is there.
type Supplement struct {
	Edition    string
	Version    int64
	PlanNumber string
	PlanDate   thidua.Date
	From       thidua.Date
	Deadlines  []thidua.Deadline // ID with Day or Date, Inclusive, NextYear, and Reference: the text that sets the day
	Checked    []string          // keys of passages that were looked at
}

// SupplementEdition enters what the plan left open: number and day, the first day, days that another text sets. The rounds that have not
// ended get their days from it. Faults stand at "issued".
func (a *App) SupplementEdition(ctx context.Context, actor thidua.Actor, s Supplement) error {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return err
	}
	d := deed{Verb: thidua.CompletePlan, Object: "edition:" + s.Edition}
	return a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		def, err := tx.Definition(s.Edition)
		if err != nil {
			return err
		}
		if s.PlanDate > today(tx) {
			return thidua.Faults{{Field: "issued", Code: thidua.CodePlanFuture}}.Err()
		}
		d.Name, d.Before = def.PlanTitle, def.Edition
		if err := s.fill(tx, &def); err != nil {
			return err
		}
		if err := startsInTime(tx, def); err != nil {
			return err
		}
		if err := s.check(tx, def); err != nil {
			return err
		}
		_, open, err := openOf(tx, def)
		if err != nil {
			return err
		}
		def.OpenItems, def.Version = len(open), s.Version
		d.After = def.Edition
		if err := tx.UpdateEdition(def.Edition); err != nil {
			return err
		}
		return completeRounds(tx, def)
	})
}

// fill puts the typed values over those of the edition; a deadline of another edition is not there.
func (s Supplement) fill(tx *store.Tx, d *thidua.Definition) error {
	if n := strings.TrimSpace(s.PlanNumber); n != "" {
		d.PlanNumber = n
	}
	if s.PlanDate != "" {
		d.PlanDate = s.PlanDate
	}
	if s.From != "" {
		d.From = s.From
	}
	if d.From == "" {
		d.From = d.PlanDate
	}
	for _, typed := range s.Deadlines {
		at := slices.IndexFunc(d.Deadlines, func(r thidua.Deadline) bool { return r.ID == typed.ID })
		if at < 0 {
			return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		r := &d.Deadlines[at]
		r.Day, r.Date, r.NextYear, r.Inclusive, r.Reference = typed.Day, typed.Date, typed.NextYear, typed.Inclusive, typed.Reference
		if err := tx.UpdateDeadline(*r); err != nil {
			return err
		}
	}
	return nil
}

// check notes the passages that were looked at with the plan itself.
func startsInTime(tx *store.Tx, d thidua.Definition) error {
	m, err := tx.Movement(d.Movement)
	if err == nil && m.EndsOn != "" && d.From > m.EndsOn {
		return thidua.Faults{{Field: "starts", Code: thidua.CodeStartsLate, Args: []any{m.EndsOn}}}.Err()
	}
	return err
}

func (s Supplement) check(tx *store.Tx, d thidua.Definition) error {
	if len(s.Checked) == 0 {
		return nil
	}
	v, _, err := openOf(tx, d)
	if err != nil || v.Source.ID == "" {
		return err
	}
	v.Review.Checked = append(v.Review.Checked, s.Checked...)
	if _, v.Source.Review, err = packed(v.Draft, v.Review); err != nil {
		return err
	}
	return tx.UpdatePlanSource(v.Source)
}

func completeRounds(tx *store.Tx, d thidua.Definition) error {
	rounds, err := tx.Rounds(d.Movement)
	if err != nil {
		return err
	}
	for _, r := range rounds {
		if next := r.Completed(d); r.Edition == d.ID && next != r {
			if err := tx.UpdateRound(next); err != nil {
				return err
			}
		}
	}
	return nil
}
