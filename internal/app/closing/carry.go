package closing

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Proposal is what a new plan lacks and the last period had (đề xuất, chép từ giai đoạn trước): nothing of it is valid before a person has ticked
// it and the movement is made of the plan.
type Proposal struct {
	app.PlanView
	From      thidua.Movement // whose rows they are; without an ID when there is no earlier movement
	Criteria  []thidua.Criterion
	Standards []thidua.Standard
	Awards    []thidua.AwardForm
	Parts     []thidua.DossierPart
}

// Empty tells whether there is nothing to propose.
func (p Proposal) Empty() bool {
	return len(p.Criteria)+len(p.Standards)+len(p.Awards)+len(p.Parts) == 0
}

// Proposal reads what a plan under review lacks of the last period: criteria, standards, forms of award, parts of the dossier, each kind only
// when the plan itself has none of it.
func (c *Closing) Proposal(ctx context.Context, actor thidua.Actor, plan string) (p Proposal, err error) {
	if p.PlanView, err = c.app.Plan(ctx, actor, plan); err != nil {
		return p, err
	}
	var d thidua.Definition
	err = c.data.Read(ctx, actor, func(tx *store.Tx) error {
		all, err := tx.Movements()
		if err != nil || len(all) == 0 {
			return err
		}
		rounds, err := tx.Rounds(all[0].ID)
		if err != nil || len(rounds) == 0 {
			return err
		}
		p.From = all[0]
		d, err = tx.Definition(rounds[len(rounds)-1].Edition)
		return err
	})
	if err != nil || p.Source.State != thidua.PlanOpen {
		return p, err
	}
	own, source := stated(p.Review.Definition), vi.CarriedFrom(p.From)
	if len(own.Criteria) == 0 {
		p.Criteria = carried(d.Criteria, func(r *thidua.Criterion) { r.Article = source })
	}
	if len(own.Standards) == 0 {
		p.Standards = carried(d.Standards, func(r *thidua.Standard) { r.Article = source })
	}
	if len(own.Awards) == 0 {
		p.Awards = carried(d.Awards, func(r *thidua.AwardForm) { r.Article = source })
	}
	if len(own.Parts) == 0 {
		p.Parts = carried(d.Parts, func(r *thidua.DossierPart) { r.Article = source })
	}
	return p, nil
}

// stated leaves out of a definition what was carried over before, so that it can be chosen anew.
func stated(d thidua.Definition) thidua.Definition {
	d.Criteria = slices.DeleteFunc(slices.Clone(d.Criteria), func(r thidua.Criterion) bool { return vi.Carried(r.Article) })
	d.Standards = slices.DeleteFunc(slices.Clone(d.Standards), func(r thidua.Standard) bool { return vi.Carried(r.Article) })
	d.Awards = slices.DeleteFunc(slices.Clone(d.Awards), func(r thidua.AwardForm) bool { return vi.Carried(r.Article) })
	d.Parts = slices.DeleteFunc(slices.Clone(d.Parts), func(r thidua.DossierPart) bool { return vi.Carried(r.Article) })
	return d
}

// carried copies rows and names the last period in the place of an article, because the new plan does not state them.
func carried[T any](rows []T, set func(*T)) []T {
	out := slices.Clone(rows)
	for i := range out {
		set(&out[i])
	}
	return out
}

// Carry puts the ticked rows of the proposal, by their ids, into the plan under review of the given version; a content comes with its criterion.
func (c *Closing) Carry(ctx context.Context, actor thidua.Actor, plan string, version int64, ticked []string) error {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return err
	}
	p, err := c.Proposal(ctx, actor, plan)
	if err != nil {
		return err
	}
	r, on := p.Review, func(ids ...string) bool {
		return slices.ContainsFunc(ids, func(id string) bool { return id != "" && slices.Contains(ticked, id) })
	}
	r.Definition = stated(r.Definition)
	d := &r.Definition
	for _, one := range p.Criteria {
		if on(one.ID, one.Parent) {
			d.Criteria = append(d.Criteria, one)
		}
	}
	for _, one := range p.Standards {
		if on(one.ID) {
			d.Standards = append(d.Standards, one)
		}
	}
	for _, one := range p.Awards {
		if on(one.ID) {
			d.Awards = append(d.Awards, one)
		}
	}
	for _, one := range p.Parts {
		if on(one.ID) {
			d.Parts = append(d.Parts, one)
		}
	}
	_, err = c.app.EditPlan(ctx, actor, plan, version, r)
	return err
}
