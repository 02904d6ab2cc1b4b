package praise

import (
	"context"
	"os"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// MovePublicity verifies an item, returns it with a reason, or mends it: mended holds the id, the version that was read and, for
// MendPublicity, the item as it should be now.
func (d *Desk) MovePublicity(ctx context.Context, actor thidua.Actor, do thidua.Action, mended thidua.PublicityItem, reason string) error {
	trim(&mended.Title, &mended.Media, &mended.Link, &mended.DocNumber, &reason)
	deed := act.Deed{Verb: do, Object: "publicity:" + mended.ID, Reason: reason}
	return d.data.Write(ctx, actor, deed, func(tx *store.Tx, dd *act.Deed) error {
		p, err := itemFor(tx, actor, mended.ID)
		if err != nil {
			return err
		}
		if _, err := app.OpenRound(tx, p.Round); err != nil {
			return err
		}
		rule, err := thidua.PublicityFlow.Next(p.State, do, p.RolesOn(actor), p.Facts(actor), reason)
		if err != nil {
			return err
		}
		dd.Name, dd.Before = p.Title, p
		p.State, p.Reason, p.Version = rule.To, reason, mended.Version
		if do == thidua.MendPublicity {
			p.Form, p.Title, p.On, p.Media, p.Link, p.DocNumber = mended.Form, mended.Title, mended.On, mended.Media, mended.Link, mended.DocNumber
			if !mended.File.Missing() {
				p.File = mended.File
			}
			if err := checkItem(tx, p); err != nil {
				return err
			}
		}
		dd.After = p
		return tx.UpdatePublicityItem(p)
	})
}

// PublicityItem reads one item with its year and what the actor may do; NotFound for who may not see it.
func (d *Desk) PublicityItem(ctx context.Context, actor thidua.Actor, id string) (i Item, y Year, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		if i.PublicityItem, err = itemFor(tx, actor, id); err != nil {
			return err
		}
		if y, err = yearOf(tx, i.Round); err != nil {
			return err
		}
		if y.Open() {
			i.Offers = thidua.PublicityFlow.Offers(i.State, i.RolesOn(actor), i.Facts(actor))
		}
		return nil
	})
	return i, y, err
}

func itemFor(tx *store.Tx, actor thidua.Actor, id string) (thidua.PublicityItem, error) {
	p, err := tx.PublicityItem(id)
	if err == nil && p.State != thidua.PublicityVerified && !seesItem(actor, p) {
		err = missing()
	}
	return p, err
}

// PublicityFile opens the file of an item; the caller closes it.
func (d *Desk) PublicityFile(ctx context.Context, actor thidua.Actor, id string) (thidua.FileRef, *os.File, error) {
	var p thidua.PublicityItem
	err := d.data.Read(ctx, actor, func(tx *store.Tx) (err error) { p, err = itemFor(tx, actor, id); return err })
	if err != nil {
		return thidua.FileRef{}, nil, err
	}
	return d.open(actor, p.File)
}
