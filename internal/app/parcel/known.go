package parcel

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/pack/parcel"
	"thidua/internal/store"
)

// Knows tells whether some agency of the installation knows the key of a package as that of its sender, its sender being one of them included; for
// who stands at the machine.
func (p *Post) Knows(ctx context.Context, opened *parcel.Package) (known bool, err error) {
	agencies, err := p.App.Agencies(ctx)
	for _, a := range agencies {
		var keys []string
		if err == nil {
			err = p.data.Read(ctx, thidua.Actor{Tenant: a.ID}, func(tx *store.Tx) error {
				keys, err = p.keysOf(tx, opened.From.ID)
				return act.Unless(err, thidua.NotFound)
			})
		}
		if a.ID == opened.From.ID && p.App.Seal() != nil {
			keys = append(keys, p.App.Seal().Public().String())
		}
		known = known || opened.Known(func(string) []string { return keys }) == nil
	}
	return known, err
}
