// Package province holds the use cases of Sở Nội vụ and UBND tỉnh as tenants of one installation: what comes in sealed packages is appraised,
// compared, chosen within the numbers, raised, decided and answered. Nothing here reads the rows of another agency.
package province

import (
	"context"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	post "thidua/internal/app/parcel"
	"thidua/internal/store"
)

// Bureau is the work of Sở Nội vụ and UBND tỉnh.
type Bureau struct {
	app  *app.App
	data act.Data
	post *post.Post
}

// Over makes the use cases upon those of the agency.
func Over(a *app.App) *Bureau { return &Bureau{app: a, data: a.Ground(), post: post.Over(a)} }

// Appraisers and Deciders are who works here.
var (
	Appraisers = thidua.RolesFor(thidua.MayAppraise)
	Deciders   = thidua.RolesFor(thidua.MayDecide)
	Both       = thidua.RolesFor(thidua.MayReadRaised)
)

// Today is the day by the clock of business.
func (b *Bureau) Today() thidua.Date { return b.app.Today() }

func (b *Bureau) read(ctx context.Context, actor thidua.Actor, who []thidua.Role, fn func(tx *store.Tx) error) error {
	if err := act.May(actor, who...); err != nil {
		return err
	}
	return b.data.Read(ctx, actor, fn)
}

func (b *Bureau) write(ctx context.Context, actor thidua.Actor, who []thidua.Role, d act.Deed, fn func(tx *store.Tx, d *act.Deed) error) error {
	if err := act.May(actor, who...); err != nil {
		return err
	}
	return b.data.Write(ctx, actor, d, fn)
}

func appraisalObject(id string) string { return "appraisal:" + id }

func listObject(id string) string { return "raise-list:" + id }

var errNotFound = thidua.Refuse(thidua.NotFound, store.CodeNotFound)
