// Package parcel is the way of sealed packages (gói hồ sơ) between agencies: what is sealed here lies with its sender, and the receiver takes it in, from
// another agency of the installation or from a file carried from elsewhere. Nobody writes in another agency.
package parcel

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
)

// Post seals packages and takes them in.
type Post struct {
	App  *app.App
	data act.Data
}

// Over makes it over the use cases of the season.
func Over(core *app.App) *Post { return &Post{App: core, data: core.Ground()} }

// Waiting lists what other agencies of the installation sealed for the actor's and what it has not taken in, the oldest first.
func (p *Post) Waiting(ctx context.Context, actor thidua.Actor) (all []thidua.Parcel, err error) {
	if err := act.May(actor, readers...); err != nil {
		return nil, err
	}
	err = p.data.Read(ctx, actor, func(tx *store.Tx) error {
		all, err = tx.ParcelsFor()
		return err
	})
	return all, err
}

var (
	readers = slices.Concat(thidua.RolesFor(thidua.MayReadParcel), thidua.RolesFor(thidua.MayReadRaised))
	writers = slices.Concat(thidua.RolesFor(thidua.MaySendParcel), thidua.RolesFor(thidua.MayReadRaised))
)

// Package opens a package that was taken in, with its papers; its bytes are checked anew.
func (p *Post) Package(ctx context.Context, actor thidua.Actor, id string) (opened *parcel.Package, kept store.ParcelIn, err error) {
	if err := act.May(actor, readers...); err != nil {
		return nil, kept, err
	}
	err = p.data.Read(ctx, actor, func(tx *store.Tx) error {
		kept, err = tx.ParcelIn(id)
		return err
	})
	if err != nil {
		return nil, kept, err
	}
	whole, err := p.App.Content(actor, kept.File)
	if err == nil {
		opened, err = parcel.Open(whole)
	}
	return opened, kept, err
}
