package praise

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/store"
)

// InitiativesOf is the initiatives of a person in all years (lịch sử sáng kiến): the own ones, or those of somebody whom the actor may see.
func (d *Desk) InitiativesOf(ctx context.Context, actor thidua.Actor, person string) (out []thidua.Initiative, of thidua.Person, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		if of, err = tx.Person(person); err != nil {
			return err
		}
		if out, err = tx.InitiativesOf(person); err != nil {
			return err
		}
		out = slices.DeleteFunc(out, func(i thidua.Initiative) bool {
			return !app.Sees(actor, thidua.Subject{Unit: i.Unit}) && !actor.Own(person)
		})
		if len(out) == 0 && !actor.Own(person) && !actor.Has(thidua.RoleOffice) {
			return missing()
		}
		return nil
	})
	return out, of, err
}
