package agency

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// grant gives a role inside a transaction, under the rules of who may have what.
func grant(tx *store.Tx, actor thidua.Actor, g thidua.Grant, person string) error {
	seats, err := tx.Seats(person, act.Today(tx))
	if err != nil {
		return err
	}
	agency, err := tx.Agency()
	if err != nil {
		return err
	}
	if err := thidua.CheckGrant(actor, agency.Kind, g.Account, g.Role, len(seats) > 0); err != nil {
		return err
	}
	held, err := tx.Grants(g.Account)
	if err != nil {
		return err
	}
	for _, h := range held {
		if h.Role == g.Role && (h.To == "" || h.To >= g.From) {
			return thidua.Faults{{Field: "role", Code: thidua.CodeGrantHeld}}.Err()
		}
	}
	return tx.InsertGrant(g)
}

// GrantRole gives a role to an account, from a day and until another if one is named.
func (k *Keeper) GrantRole(ctx context.Context, actor thidua.Actor, g thidua.Grant) error {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	if err := thidua.CheckPeriod(g.From, g.To); err != nil {
		return err
	}
	g.ID = store.NewID()
	d := act.Deed{Verb: thidua.RoleGranted, Object: "account:" + g.Account, After: g}
	return k.data.Write(ctx, actor, d, func(tx *store.Tx, d *act.Deed) error {
		c, err := tx.Account(g.Account)
		if err != nil {
			return err
		}
		if g.From == "" {
			g.From = act.Today(tx)
		}
		d.Name = c.UserName
		return grant(tx, actor, g, c.Person)
	})
}

// EndGrant takes a role back from today on; the last administrator keeps his.
func (k *Keeper) EndGrant(ctx context.Context, actor thidua.Actor, account, id string) error {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	d := act.Deed{Verb: thidua.RoleEnded, Object: "account:" + account}
	return k.data.Write(ctx, actor, d, func(tx *store.Tx, d *act.Deed) error {
		c, err := tx.Account(account)
		if err != nil {
			return err
		}
		held, err := tx.Grants(account)
		if err != nil {
			return err
		}
		d.Name = c.UserName
		for _, g := range held {
			if g.ID == id {
				d.Before = g
				return keepAdmin(tx, func() error { return tx.EndGrant(id, act.Today(tx).AddDays(-1)) })
			}
		}
		return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	})
}

// keepAdmin does something to an account and refuses it when it took away the last administrator.
func keepAdmin(tx *store.Tx, do func() error) error {
	before, err := tx.Administrators(act.Today(tx))
	if err != nil {
		return err
	}
	if err := do(); err != nil {
		return err
	}
	after, err := tx.Administrators(act.Today(tx))
	if err == nil && before > 0 && after == 0 {
		return thidua.Refuse(thidua.Invalid, thidua.CodeLastAdmin)
	}
	return err
}
