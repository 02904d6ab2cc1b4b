package agency

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/auth"
	"thidua/internal/store"
)

// firstPassword makes a password, or takes the wanted one where the profile allows it.
func firstPassword(ctx context.Context, profile auth.Profile, userName, wanted string) (password, hash string, err error) {
	password = wanted
	if password == "" {
		password = auth.NewPassword()
	} else if err := profile.Check("password", userName, password); err != nil {
		return "", "", err
	}
	hash, err = auth.Hash(ctx, password)
	return password, hash, err
}

// ResetPassword makes a new first password for an account and ends all its sessions.
func (k *Keeper) ResetPassword(ctx context.Context, actor thidua.Actor, account string) (userName, password string, err error) {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return "", "", err
	}
	password, hash, err := firstPassword(ctx, auth.Profiles[0], "", "")
	if err != nil {
		return "", "", err
	}
	d := act.Deed{Verb: thidua.PasswordReset, Object: "account:" + account}
	err = k.data.Write(ctx, actor, d, func(tx *store.Tx, d *act.Deed) error {
		c, err := tx.Account(account)
		if err != nil {
			return err
		}
		userName, d.Name = c.UserName, c.UserName
		if err := tx.SetPassword(account, hash, true); err != nil {
			return err
		}
		if err := tx.UseAccount(account); err != nil {
			return err
		}
		return EndAll(tx, account)
	})
	return userName, password, err
}

// CloseAccount closes an account and ends its sessions, or opens it again; the last administrator stays.
func (k *Keeper) CloseAccount(ctx context.Context, actor thidua.Actor, account string, closed bool) error {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	d := act.Deed{Verb: thidua.AccountOpened, Object: "account:" + account}
	if closed {
		d.Verb = thidua.AccountClosed
	}
	return k.data.Write(ctx, actor, d, func(tx *store.Tx, d *act.Deed) error {
		c, err := tx.Account(account)
		if err != nil {
			return err
		}
		d.Name = c.UserName
		if err := keepAdmin(tx, func() error { return tx.DisableAccount(account, closed) }); err != nil {
			return err
		}
		if !closed {
			return tx.UseAccount(account)
		}
		return EndAll(tx, account)
	})
}
