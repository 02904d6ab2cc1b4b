package handover

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// staffOf finds somebody with the post of the day, without one for who has left.
func staffOf(tx *store.Tx, person string) (thidua.Staff, error) {
	all, err := tx.Staff(store.StaffFilter{On: act.Today(tx), Person: person, All: true}, store.Page{})
	if err == nil && len(all) == 0 {
		err = thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	if err != nil {
		return thidua.Staff{}, err
	}
	return all[0], nil
}

// Begin begins the handover of somebody's work; NotFound for who is not of the agency, Conflict while one of his is being prepared.
func (d *Desk) Begin(ctx context.Context, actor thidua.Actor, person string) (h thidua.Handover, err error) {
	id := store.NewID()
	err = d.data.Write(ctx, actor, act.Deed{Verb: thidua.BeginHandover, Object: "handover:" + id}, func(tx *store.Tx, w *act.Deed) error {
		s, err := staffOf(tx, person)
		if err != nil {
			return err
		}
		if !begins(actor, s) {
			return thidua.Refuse(thidua.Forbidden, act.CodeNoRight)
		}
		all, err := tx.Handovers()
		if err != nil {
			return err
		}
		for _, o := range all {
			if o.From == person && o.State == thidua.HandoverDraft {
				return thidua.Refuse(thidua.Conflict, CodeOpen, o.FromName)
			}
		}
		h = thidua.Handover{ID: id, From: s.ID, FromName: s.Name, FromPost: s.Post, Unit: s.Unit, UnitName: s.UnitName, State: thidua.HandoverDraft,
			ByName: actor.Name, Version: 1}
		if s.Post == "" {
			if err := lastPost(tx, &h); err != nil {
				return err
			}
		}
		w.Name, w.After = s.Name, h
		return tx.InsertHandover(h)
	})
	return h, err
}

// lastPost fills in the post that somebody held who has left.
func lastPost(tx *store.Tx, h *thidua.Handover) error {
	posts, err := tx.Posts(h.From)
	if err != nil || len(posts) == 0 {
		return err
	}
	h.FromPost, h.Unit = posts[0].Title, posts[0].Unit
	if h.Unit != "" {
		u, err := tx.Unit(h.Unit)
		if err != nil {
			return err
		}
		h.UnitName = u.Name
	}
	return nil
}
