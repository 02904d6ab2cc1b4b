package inspection

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

func object(id string) string { return "inspection:" + id }

// List is the inspection rounds that the actor may see, with the recommendations that are not carried out.
type List struct {
	Rounds []thidua.Inspection
	Open   []thidua.Recommendation
	Years  app.Years
	Units  []thidua.Unit // of the day
	Today  thidua.Date
	Makes  bool // the actor plans rounds
}

// sees tells whether the actor may read of a unit: heads only of theirs.
func sees(actor thidua.Actor, unit string) bool {
	return actor.Has(thidua.RoleOffice, thidua.RoleLeader, thidua.RoleInspector, thidua.RoleSecretary) || actor.Leads(unit)
}

// narrowed leaves to a head the visits of his own units; false when there is none.
func narrowed(actor thidua.Actor, i thidua.Inspection) (thidua.Inspection, bool) {
	i.Visits = slices.DeleteFunc(slices.Clone(i.Visits), func(v thidua.Visit) bool { return !sees(actor, v.Unit) })
	return i, len(i.Visits) > 0
}

// List reads the inspection rounds.
func (d *Desk) List(ctx context.Context, actor thidua.Actor) (l List, err error) {
	if err := act.May(actor, Readers...); err != nil {
		return l, err
	}
	if l.Years, err = d.app.Years(ctx, actor); err != nil {
		return l, err
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		l.Rounds, l.Open, l.Today, l.Makes = nil, nil, act.Today(tx), actor.Has(thidua.RoleOffice)
		all, err := tx.Inspections()
		if err != nil {
			return err
		}
		for _, i := range all {
			if i, some := narrowed(actor, i); some {
				l.Rounds = append(l.Rounds, i)
			}
		}
		asked, err := tx.Recommendations("")
		for _, r := range asked {
			if r.State != thidua.RecommendationDone && sees(actor, r.Unit) {
				l.Open = append(l.Open, r)
			}
		}
		if err != nil {
			return err
		}
		l.Units, err = tx.Units(l.Today)
		return err
	})
	return l, err
}

// View is one inspection round with its recommendations and what the actor may do.
type View struct {
	thidua.Inspection
	Asked  []thidua.Recommendation
	Offers []thidua.Offer
	Units  []thidua.Unit // of the day
	Today  thidua.Date
	Actor  thidua.Actor
}

// May tells whether the actor may do something with the round now, whatever is still missing.
func (v View) May(do thidua.Action) bool {
	return slices.ContainsFunc(v.Offers, func(o thidua.Offer) bool { return o.Do == do })
}

// Missing tells what keeps an act back.
func (v View) Missing(do thidua.Action) []thidua.Fact {
	for _, o := range v.Offers {
		if o.Do == do {
			return o.Missing
		}
	}
	return nil
}

// View reads one inspection round; NotFound for a head to whose units it does not go.
func (d *Desk) View(ctx context.Context, actor thidua.Actor, id string) (v View, err error) {
	if err := act.May(actor, Readers...); err != nil {
		return v, err
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		v = View{Today: act.Today(tx), Actor: actor}
		whole, err := tx.Inspection(id)
		if err != nil {
			return err
		}
		seen, some := narrowed(actor, whole)
		if !some {
			return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		v.Inspection, v.Offers = seen, thidua.InspectionFlow.Offers(whole.State, actor.Roles, whole.Facts())
		asked, err := tx.Recommendations(id)
		if err != nil {
			return err
		}
		for _, r := range asked {
			if sees(actor, r.Unit) {
				v.Asked = append(v.Asked, r)
			}
		}
		v.Units, err = tx.Units(v.Today)
		return err
	})
	return v, err
}
