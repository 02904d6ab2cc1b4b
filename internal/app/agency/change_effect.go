package agency

import (
	"context"
	"errors"
	"slices"

	"thidua"
	"thidua/internal/store"
)

// TakeEffect does the planned changes of every agency whose day has come; one that cannot be done stays planned, and the error says why.
func (k *Keeper) TakeEffect(ctx context.Context, operator thidua.Actor) error {
	all, err := k.Agencies(ctx)
	if err != nil {
		return err
	}
	var failed []error
	for _, g := range all {
		operator.Tenant = g.ID
		var changes []thidua.OrgChange
		err := k.data.Read(ctx, operator, func(tx *store.Tx) (err error) {
			changes, err = tx.OrgChanges()
			return err
		})
		failed = append(failed, err)
		slices.Reverse(changes)
		for _, c := range changes {
			if c.State == thidua.OrgPlanned && c.Day <= thidua.DateOf(k.data.DB.Clock()) {
				failed = append(failed, k.RecordChange(ctx, operator, c.ID, c.Version))
			}
		}
	}
	return errors.Join(failed...)
}
