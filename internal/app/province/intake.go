package province

import (
	"context"
	"encoding/json"
	"fmt"
	"io"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
)

// Take takes in a package that waits in the installation, and makes of it what it is: a dossier, a resubmission, a list, a decision.
func (b *Bureau) Take(ctx context.Context, actor thidua.Actor, id string) error {
	if err := act.May(actor, thidua.RoleAppraiser, thidua.RoleProvince); err != nil {
		return err
	}
	if _, err := b.post.Receive(ctx, actor, id); err != nil {
		return err
	}
	return b.Sort(ctx, actor)
}

// TakeFile takes in a package that somebody carried as a file.
func (b *Bureau) TakeFile(ctx context.Context, actor thidua.Actor, body io.Reader) error {
	if err := act.May(actor, thidua.RoleAppraiser, thidua.RoleProvince); err != nil {
		return err
	}
	if _, err := b.post.ReceiveFile(ctx, actor, body); err != nil {
		return err
	}
	return b.Sort(ctx, actor)
}

// kinds are the packages of which something is made.
var kinds = []thidua.ParcelKind{thidua.ParcelRegistrations, thidua.ParcelDossier, thidua.ParcelAnswer}

// Sort makes of every package that was taken in what it is; one that fits nowhere stays where it is and is shown in the inbox.
func (b *Bureau) Sort(ctx context.Context, actor thidua.Actor) error {
	var waiting []store.ParcelIn
	err := b.read(ctx, actor, Both, func(tx *store.Tx) (err error) {
		for _, kind := range kinds {
			more, err := tx.ParcelsUnused(kind)
			if err != nil {
				return err
			}
			waiting = append(waiting, more...)
		}
		return nil
	})
	for _, p := range waiting {
		if err == nil {
			err = b.sortOne(ctx, actor, p)
		}
	}
	return err
}

func (b *Bureau) sortOne(ctx context.Context, actor thidua.Actor, p store.ParcelIn) error {
	var data parcel.Data
	if err := json.Unmarshal([]byte(p.Data), &data); err != nil {
		return fmt.Errorf("data of a package: %w", err)
	}
	paper, err := b.firstPaper(ctx, actor, p, data)
	if err != nil {
		return err
	}
	d := act.Deed{Verb: thidua.TakeParcel, Object: "parcel:" + p.ID, Name: p.FromName}
	err = b.data.Write(ctx, actor, d, func(tx *store.Tx, d *act.Deed) error {
		switch {
		case actor.Has(thidua.RoleProvince) && p.Kind == thidua.ParcelDossier:
			return takeList(tx, p.Parcel, data, paper, d)
		case p.Kind == thidua.ParcelAnswer:
			return takeDecision(tx, actor, p.Parcel, data, paper, d)
		case p.Kind == thidua.ParcelRegistrations && actor.Has(thidua.RoleAppraiser):
			return takeEnrolment(tx, actor, p.Parcel, data, d)
		case p.Kind == thidua.ParcelRegistrations:
			return thidua.Refuse(thidua.Conflict, thidua.CodeStrangeParcel, p.FromName)
		}
		return takeDossier(tx, actor, p.Parcel, data, d)
	})
	if e, ok := act.Refusal(err); ok && e.Code == thidua.CodeStrangeParcel {
		return nil
	}
	return err
}
