package handover

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/store"
)

// View is one handover with what may be done to it; while it is being prepared its matters are those of this moment.
type View struct {
	thidua.Handover
	Offers []thidua.Offer
	People []thidua.Staff // who may take over
	Today  thidua.Date
	Shown  bool // the actor may open the matters of the giver: he prepares the handover
}

// Mark tells one list of matters from another, so that what is handed over is what was shown.
func (v View) Mark() string { return markOf(v.Matters) }

// Handover reads one handover; NotFound for who may not see it.
func (d *Desk) Handover(ctx context.Context, actor thidua.Actor, id string) (v View, err error) {
	var giver thidua.Actor
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		if v.Handover, err = tx.Handover(id); err != nil {
			return err
		}
		if !sees(actor, v.Handover) {
			return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
		}
		v.Today = act.Today(tx)
		facts, err := factsOf(tx, v.Handover)
		if err != nil {
			return err
		}
		for _, o := range thidua.HandoverFlow.Offers(v.State, actor.For(v.Unit, v.From), facts) {
			if !slices.Contains(o.Missing, thidua.PersonGone) {
				v.Offers = append(v.Offers, o)
			}
		}
		if v.State != thidua.HandoverDraft {
			return nil
		}
		if v.People, err = receivers(tx, v.From); err != nil {
			return err
		}
		s, err := staffOf(tx, v.From)
		if err != nil {
			return err
		}
		if giver, err = agency.Standing(tx, s); err != nil {
			return err
		}
		v.Matters, err = recorded(tx, v.Handover, giver)
		return err
	})
	if err == nil && v.State == thidua.HandoverDraft {
		v.Shown = len(v.Offers) > 0
		err = d.waiting(ctx, giver, &v.Handover)
	}
	return v, err
}

func factsOf(tx *store.Tx, h thidua.Handover) (thidua.Facts, error) {
	s, err := staffOf(tx, h.From)
	if err != nil {
		return nil, err
	}
	to := thidua.Staff{}
	if h.To != "" {
		if to, err = staffOf(tx, h.To); err != nil {
			return nil, err
		}
	}
	return thidua.Facts{thidua.PersonGone: s.Post == "", thidua.ReceiverThere: to.Post != ""}, nil
}

// receivers are the people of the day, each once, without who hands over.
func receivers(tx *store.Tx, from string) (out []thidua.Staff, err error) {
	all, err := tx.Staff(store.StaffFilter{On: act.Today(tx)}, store.Page{})
	for _, s := range all {
		if s.ID != from && !slices.ContainsFunc(out, func(o thidua.Staff) bool { return o.ID == s.ID }) {
			out = append(out, s)
		}
	}
	return out, err
}
