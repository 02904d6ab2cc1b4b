package agency

import (
	"context"
	"time"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// AccountRow is an account with the roles given to it that hold today.
type AccountRow struct {
	thidua.Account
	Roles []thidua.Role
}

// Accounts lists a page of the accounts, by user name; more tells whether another page follows.
func (k *Keeper) Accounts(ctx context.Context, actor thidua.Actor, pageNo int) (rows []AccountRow, more bool, err error) {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return nil, false, err
	}
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		all, err := tx.Accounts(page(pageNo))
		if err != nil {
			return err
		}
		grants, err := tx.AllGrants()
		if err != nil {
			return err
		}
		all, more = cut(all)
		for _, c := range all {
			rows = append(rows, AccountRow{c.Account, rolesOf(c.ID, grants, act.Today(tx))})
		}
		return nil
	})
	return rows, more, err
}

func rolesOf(account string, grants []thidua.Grant, on thidua.Date) (out []thidua.Role) {
	for _, g := range grants {
		if g.Account == account && g.On(on) {
			out = append(out, g.Role)
		}
	}
	return out
}

// AccountCard is one account with everything that was given to it, past grants included.
type AccountCard struct {
	thidua.Account
	Factor time.Time // since when the second factor counts; zero without one
	Grants []thidua.Grant
}

// Account reads one account.
func (k *Keeper) Account(ctx context.Context, actor thidua.Actor, id string) (card AccountCard, err error) {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return card, err
	}
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		c, err := tx.Account(id)
		if err != nil {
			return err
		}
		card.Account, card.Factor = c.Account, c.Factor
		card.Grants, err = tx.Grants(id)
		return err
	})
	return card, err
}

// AccountNamed finds an account by its user name, for the command line.
func (k *Keeper) AccountNamed(ctx context.Context, actor thidua.Actor, userName string) (found thidua.Account, err error) {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return found, err
	}
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		c, err := tx.AccountNamed(vi.Fold(userName))
		found = c.Account
		return err
	})
	return found, err
}
