package parcel

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
)

// Receive takes in a package that another agency of the installation sealed for the actor's: its file is copied, its seal checked. Conflict with
// the time when it was taken in before.
func (p *Post) Receive(ctx context.Context, actor thidua.Actor, id string) (taken Taken, err error) {
	if err := act.May(actor, writers...); err != nil {
		return taken, err
	}
	var sent thidua.Parcel
	err = p.data.Read(ctx, actor, func(tx *store.Tx) error {
		if err := once(tx, id); err != nil {
			return err
		}
		sent, err = tx.ParcelFor(id)
		return err
	})
	if err != nil {
		return taken, err
	}
	// The one reading of another agency's file: a package that it sealed for this one.
	whole, err := p.App.Content(thidua.Actor{Tenant: sent.From}, sent.File)
	if err != nil {
		return taken, err
	}
	return p.take(ctx, actor, whole)
}

// ReceiveFile takes in a package that was carried here as a file.
func (p *Post) ReceiveFile(ctx context.Context, actor thidua.Actor, file io.Reader) (taken Taken, err error) {
	if err := act.May(actor, writers...); err != nil {
		return taken, err
	}
	const most = parcel.MaxSize + parcel.MaxSize/2
	whole, err := io.ReadAll(io.LimitReader(file, most))
	if err != nil {
		return taken, fmt.Errorf("receive a package: %w", err)
	}
	return p.take(ctx, actor, whole)
}

// Taken is a package that was taken in. Reply is what became of an answer: false when the sending had gone on without it.
type Taken struct {
	thidua.Parcel
	Submission string // whose answer it is
	Reply      bool
}

func (p *Post) take(ctx context.Context, actor thidua.Actor, whole []byte) (taken Taken, err error) {
	opened, err := parcel.Open(whole)
	if err != nil {
		return taken, err
	}
	err = p.data.Read(ctx, actor, func(tx *store.Tx) error { return p.welcome(tx, opened) })
	if err != nil {
		return taken, err
	}
	taken.Parcel = opened.Parcel()
	if taken.File, err = p.App.KeepParcel(ctx, actor, fileName(opened.Manifest), bytes.Clone(whole)); err != nil {
		return taken, err
	}
	scan, err := p.letterOf(ctx, actor, opened)
	if err != nil {
		return taken, err
	}
	deed := act.Deed{Verb: thidua.TakeParcel, Object: object(opened.ID), Name: opened.From.Name, After: taken.Parcel}
	err = p.data.Write(ctx, actor, deed, func(tx *store.Tx, d *act.Deed) error {
		if err := p.welcome(tx, opened); err != nil {
			return err
		}
		if err := tx.InsertParcelIn(taken.Parcel, string(opened.Text), tx.Now, actor.Name); err != nil {
			return err
		}
		if opened.Kind != thidua.ParcelAnswer || !actor.Kind.RunsSeasons() {
			return nil
		}
		taken.Submission, taken.Reply, err = answered(tx, d, actor, opened, scan)
		return err
	})
	return taken, err
}

// welcome asks everything that the receiver knows of a package: whether it is for this agency, from a partner with that key, and new.
func (p *Post) welcome(tx *store.Tx, opened *parcel.Package) error {
	own, err := tx.Agency()
	if err != nil {
		return err
	}
	if err := opened.For(own.ID); err != nil {
		return err
	}
	keys, err := p.keysOf(tx, opened.From.ID)
	if err != nil {
		return err
	}
	if err := opened.Known(func(string) []string { return keys }); err != nil {
		return err
	}
	if opened.Sample && !own.Sample {
		return thidua.Refuse(thidua.Invalid, thidua.CodeParcelSample)
	}
	return once(tx, opened.ID)
}

func once(tx *store.Tx, id string) error {
	kept, err := tx.ParcelIn(id)
	if err == nil {
		return thidua.Refuse(thidua.Conflict, thidua.CodeParcelTwice, kept.ReceivedAt)
	}
	return act.Unless(err, thidua.NotFound)
}
