package inspection

import (
	"context"
	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Record keeps what was done so that people take part; faults stand at "on", "what", "took" and "doc".
func (d *Desk) Record(ctx context.Context, actor thidua.Actor, in thidua.Mobilisation) error {
	if err := act.May(actor, Movers...); err != nil {
		return err
	}
	in.What, in.DocNumber = clean(in.What), clean(in.DocNumber)
	return d.data.Write(ctx, actor, act.Deed{Verb: thidua.RecordMobilisation}, func(tx *store.Tx, done *act.Deed) error {
		if _, err := openRound(tx, in.Round); err != nil {
			return err
		}
		if in.Unit != "" {
			if err := known(tx, thidua.Inspection{Visits: []thidua.Visit{{Unit: in.Unit}}}); err != nil {
				return err
			}
		}
		var f thidua.Faults
		marks(&f, "what", in.What)
		marks(&f, "doc", in.DocNumber)
		if err := with(f, in.Check(act.Today(tx))); err != nil {
			return err
		}
		in.ID, in.ByName = store.NewID(), actor.Name
		done.Object, done.Name, done.After = "mobilisation:"+in.ID, in.What, in
		return tx.InsertMobilisation(in)
	})
}

// MobilisationFile reads the evidence of a record.
func (d *Desk) MobilisationFile(ctx context.Context, actor thidua.Actor, id string) (ref thidua.FileRef, content []byte, err error) {
	if err := act.May(actor, Watchers...); err != nil {
		return ref, nil, err
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		m, err := tx.Mobilisation(id)
		ref = m.File
		return err
	})
	if err != nil {
		return ref, nil, err
	}
	return d.kept(actor, ref)
}

// Confirm keeps the word of who mobilises on the participation of a year; the fault stands at "words".
func (d *Desk) Confirm(ctx context.Context, actor thidua.Actor, round, words string, version int64) error {
	if err := act.May(actor, thidua.RoleHelper); err != nil {
		return err
	}
	deed := act.Deed{Verb: thidua.ConfirmParticipation, Object: "confirmation:" + round}
	return d.data.Write(ctx, actor, deed, func(tx *store.Tx, done *act.Deed) error {
		if _, err := openRound(tx, round); err != nil {
			return err
		}
		before, err := tx.Confirmation(round)
		if err != nil {
			return err
		}
		if version != before.Version {
			return thidua.Refuse(thidua.Conflict, store.CodeStale)
		}
		today := act.Today(tx)
		c := thidua.Confirmation{Round: round, Words: clean(words), On: today, ByName: actor.Name, Union: thidua.UnionOn(today), Version: version}
		var f thidua.Faults
		marks(&f, "words", c.Words)
		if err := with(f, c.Check()); err != nil {
			return err
		}
		done.Before, done.After = before, c
		return tx.SaveConfirmation(c)
	})
}
