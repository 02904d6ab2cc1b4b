package agency

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// CouncilReaders are who may read the sessions of the council, as well as how it is composed: its members, and those who prepare or
// supervise.
var CouncilReaders = thidua.RolesFor(thidua.MayReadCouncil)

// Councils lists the councils with their members, the latest first.
func (k *Keeper) Councils(ctx context.Context, actor thidua.Actor) (all []thidua.Council, err error) {
	if err := act.May(actor, slices.Concat(keepers, CouncilReaders)...); err != nil {
		return nil, err
	}
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		all, err = tx.Councils()
		return err
	})
	return all, err
}

// Council reads one council with its members.
func (k *Keeper) Council(ctx context.Context, actor thidua.Actor, id string) (c thidua.Council, err error) {
	if err := act.May(actor, slices.Concat(keepers, CouncilReaders)...); err != nil {
		return c, err
	}
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		c, err = tx.Council(id)
		return err
	})
	return c, err
}

// SaveCouncil adds a council (empty ID) or saves one of the given version, with its decision, its rules and its members in order.
func (k *Keeper) SaveCouncil(ctx context.Context, actor thidua.Actor, c thidua.Council) (thidua.Council, error) {
	if err := act.May(actor, keepers...); err != nil {
		return c, err
	}
	if err := c.Check(); err != nil {
		return c, err
	}
	added := c.ID == ""
	d := act.Deed{Verb: thidua.CouncilSaved, Name: c.Name}
	if added {
		d.Verb, c.ID = thidua.CouncilAdded, store.NewID()
	}
	d.Object, d.After = "council:"+c.ID, c
	err := k.data.Write(ctx, actor, d, func(tx *store.Tx, d *act.Deed) error {
		if c.DecidedOn > act.Today(tx) {
			return thidua.Faults{{Field: "decided", Code: thidua.CodeDayFuture}}.Err()
		}
		for _, m := range c.Members {
			if err := knownMember(tx, m.Person); err != nil {
				return err
			}
		}
		if added {
			return tx.InsertCouncil(c)
		}
		before, err := tx.Council(c.ID)
		if err != nil {
			return err
		}
		d.Before = before
		return tx.UpdateCouncil(c)
	})
	return c, err
}

func knownMember(tx *store.Tx, person string) error {
	_, err := tx.Person(person)
	if thidua.KindOf(err) == thidua.NotFound {
		return thidua.Faults{{Field: "members", Code: thidua.CodePersonUnknown}}.Err()
	}
	return err
}
