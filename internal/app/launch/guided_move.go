package launch

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// MapGuided adds a criterion of an attached document with those of the plan that answer to it: Văn phòng. Faults stand at "code", "text" and
// "criteria".
func (d *Desk) MapGuided(ctx context.Context, actor thidua.Actor, g thidua.GuidedCriterion) error {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return err
	}
	g.ID, g.Code, g.Text = store.NewID(), text(g.Code), text(g.Text)
	return d.data.Write(ctx, actor, act.Deed{Verb: thidua.MapGuided}, func(tx *store.Tx, w *act.Deed) error {
		var v Mapping
		if err := v.read(tx, g.Document); err != nil {
			return err
		}
		one := g
		one.Order = len(v.Guided) + 1
		w.Object, w.Name, w.After = "movement:"+v.Movement.ID, v.Document.Kind+" "+v.Document.Number, one
		if err := one.Check(); err != nil {
			return err
		}
		if slices.ContainsFunc(v.Guided, func(o thidua.GuidedCriterion) bool { return o.Code == one.Code }) {
			return thidua.Faults{{Field: "code", Code: CodeGuidedTwice}}.Err()
		}
		for _, c := range one.Criteria {
			if !slices.ContainsFunc(v.Plan, func(p thidua.Criterion) bool { return p.Code == c }) {
				return notThere()
			}
		}
		if err := unmarked("text", one.Text); err != nil {
			return err
		}
		return tx.InsertGuidedCriterion(one)
	})
}

// CodeGuidedTwice is a code that a document has already.
const CodeGuidedTwice thidua.Code = "launch.guided-twice"

// DropGuided takes a criterion of an attached document out, with a reason: Văn phòng. It gives the document.
func (d *Desk) DropGuided(ctx context.Context, actor thidua.Actor, id string, version int64, reason string) (document string, err error) {
	if err := act.May(actor, thidua.RoleOffice); err != nil {
		return "", err
	}
	reason = text(reason)
	err = d.data.Write(ctx, actor, act.Deed{Verb: thidua.DropGuided, Reason: reason}, func(tx *store.Tx, w *act.Deed) error {
		g, err := standingGuided(tx, id)
		if err != nil {
			return err
		}
		m, err := tx.MovementDocument(g.Document)
		if err != nil {
			return err
		}
		document = g.Document
		w.Object, w.Name, w.Before = "movement:"+m.Movement, m.Kind+" "+m.Number, g
		if err := needReason(reason); err != nil {
			return err
		}
		g.Withdrawn, g.Version = reason, version
		return tx.WithdrawGuidedCriterion(g)
	})
	return document, err
}

// GuidedOf reads one criterion of an attached document. Everybody of the agency may.
func (d *Desk) GuidedOf(ctx context.Context, actor thidua.Actor, id string) (g thidua.GuidedCriterion, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		g, err = standingGuided(tx, id)
		return err
	})
	return g, err
}

// standingGuided reads a criterion of an attached document that was not taken out.
func standingGuided(tx *store.Tx, id string) (thidua.GuidedCriterion, error) {
	g, err := tx.GuidedCriterion(id)
	if err == nil && g.Withdrawn != "" {
		err = notThere()
	}
	return g, err
}
