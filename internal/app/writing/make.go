package writing

import (
	"bytes"
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/doc/form"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// row finds the row of the table for a kind and asks whether the actor makes it at the place.
func row(actor thidua.Actor, kind thidua.PaperKind, at Place) (form.Kind, error) {
	k, known := form.KindOf(kind)
	if !known || (k.Stage == form.AtSession) != (at.Session != "") || (k.Stage == form.AtNominee) != (at.Nominee != "") {
		return k, thidua.Refuse(thidua.NotFound, CodeNoForm)
	}
	return k, act.May(actor, k.Who...)
}

// Make makes a paper of the table of forms as a draft (Dự thảo), filled from the data; a place has one paper of a kind that is not recalled.
func (d *Desk) Make(ctx context.Context, actor thidua.Actor, kind thidua.PaperKind, at Place) (p thidua.Paper, err error) {
	k, err := row(actor, kind, at)
	if err != nil {
		return p, err
	}
	f, err := d.facts(ctx, actor, at, k)
	if err != nil {
		return p, err
	}
	if why := k.Awaits(f); why != "" {
		return p, thidua.Refuse(thidua.Conflict, CodeNotYet, why)
	}
	p = thidua.Paper{ID: store.NewID(), Round: at.Round, Session: at.Session, Nominee: at.Nominee, Kind: kind, State: thidua.PaperDraft, Edition: 1, Author: actor.Person, Version: 1}
	if p.Figures, err = k.Figures(f); err != nil {
		return p, err
	}
	p.Title = k.Named(f)
	err = d.data.Write(ctx, actor, act.Deed{Verb: thidua.MakePaper, Object: "paper:" + p.ID, Name: p.Title}, func(tx *store.Tx, deed *act.Deed) error {
		before, err := tx.Papers(at.Round)
		if err != nil {
			return err
		}
		for _, one := range before {
			if one.Kind != kind || one.Session != at.Session || one.Nominee != at.Nominee {
				continue
			}
			if one.State != thidua.PaperRecalled {
				return thidua.Refuse(thidua.Conflict, CodeMade, one.Title)
			}
			p.Words = one.Words
		}
		deed.After = p.Title
		if err := tx.InsertPaper(p, vi.Fold(p.Title)); err != nil {
			return err
		}
		return tx.InsertPaperStep(store.PaperStep{Paper: p.ID, Action: thidua.MakePaper, Edition: 1, Words: p.Words, ByName: actor.Name, At: tx.Now})
	})
	return p, err
}

// Renew makes a draft anew from the data; the words that people wrote stay.
func (d *Desk) Renew(ctx context.Context, actor thidua.Actor, paper string, version int64) error {
	var p thidua.Paper
	err := d.data.Read(ctx, actor, func(tx *store.Tx) (err error) {
		p, err = tx.Paper(paper)
		return err
	})
	if err != nil {
		return err
	}
	k, err := row(actor, p.Kind, placeOf(p))
	if err != nil {
		return err
	}
	f, err := d.facts(ctx, actor, placeOf(p), k)
	if err != nil {
		return err
	}
	now, err := k.Figures(f)
	if err != nil {
		return err
	}
	return d.data.Write(ctx, actor, act.Deed{Verb: thidua.RenewPaper, Object: "paper:" + paper, Name: p.Title}, func(tx *store.Tx, deed *act.Deed) error {
		p, err := tx.Paper(paper)
		switch {
		case err != nil:
			return err
		case p.State != thidua.PaperDraft:
			return thidua.Refuse(thidua.Conflict, CodeIssuedIs)
		case bytes.Equal(now, p.Figures):
			return thidua.Refuse(thidua.Conflict, CodeNoNews)
		}
		deed.Before, deed.After = p.Edition, p.Edition+1
		p.Figures, p.Version, p.Edition = now, version, p.Edition+1
		if err := tx.UpdatePaper(p); err != nil {
			return err
		}
		return tx.InsertPaperStep(store.PaperStep{Paper: p.ID, Action: thidua.RenewPaper, Edition: p.Edition, Words: p.Words, ByName: actor.Name, At: tx.Now})
	})
}
