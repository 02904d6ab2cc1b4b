package app

import (
	"context"
	"errors"
	"regexp"
	"slices"

	"thidua"
	"thidua/internal/auth"
	"thidua/internal/store"
	"thidua/internal/vi"
)

var userName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{2,39}$`)

// NewAccount is an account as it is asked for; Password is what its owner changes at the first sign-in.
type NewAccount struct {
	UserName string
	Person   string // id; empty for an administrator who is nobody's colleague
	Roles    []thidua.Role
	Password string
}

// AddAccount makes an account with its roles; faults stand at "user-name", "role" and "password".
func (a *App) AddAccount(ctx context.Context, actor thidua.Actor, n NewAccount) (made thidua.Account, err error) {
	if err := errors.Join(may(actor, thidua.RoleAdmin), n.Check()); err != nil {
		return made, err
	}
	hash, err := auth.Hash(ctx, n.Password)
	if err != nil {
		return made, err
	}
	err = a.write(ctx, actor, deed{verb: thidua.AccountAdded, name: n.UserName}, func(tx *store.Tx, d *deed) error {
		made = thidua.Account{ID: store.NewID(), UserName: n.UserName, Person: n.Person, MustChange: true, Version: 1}
		if err := tx.InsertAccount(made, vi.Fold(n.UserName), hash); err != nil {
			return err
		}
		for _, r := range n.Roles {
			if err := tx.InsertGrant(thidua.Grant{ID: store.NewID(), Account: made.ID, Role: r, From: today(tx)}); err != nil {
				return err
			}
		}
		d.object, d.after = "account:"+made.ID, struct {
			thidua.Account
			Roles []thidua.Role
		}{made, n.Roles}
		return nil
	})
	return made, err
}

// Check says what is wrong with an account as it was asked for.
func (n NewAccount) Check() error {
	var f thidua.Faults
	if !userName.MatchString(n.UserName) {
		f.Add("user-name", thidua.CodeUserNameWrong)
	}
	for _, r := range n.Roles {
		if !slices.Contains(thidua.Granted, r) {
			f.Add("role", thidua.CodeRoleUnknown)
		}
	}
	var refusal *thidua.Error
	if errors.As(auth.CheckPassword("password", n.UserName, n.Password), &refusal) {
		f = append(f, refusal.Faults...)
	}
	return f.Err()
}

// ResetPassword gives an account a password to be changed at the next sign-in, and ends its sessions.
func (a *App) ResetPassword(ctx context.Context, actor thidua.Actor, name, password string) error {
	if err := may(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	if err := auth.CheckPassword("password", name, password); err != nil {
		return err
	}
	hash, err := auth.Hash(ctx, password)
	if err != nil {
		return err
	}
	return a.onAccount(ctx, actor, thidua.PasswordReset, name, func(tx *store.Tx, c store.Credential) error {
		return errors.Join(tx.SetPassword(c.ID, hash, true), tx.EndSessions(c.Tenant, c.ID, "", ""))
	})
}

// CloseAccount closes an account from now on and ends its sessions; open opens it again.
func (a *App) CloseAccount(ctx context.Context, actor thidua.Actor, name string, open bool) error {
	if err := may(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	verb := thidua.AccountClosed
	if open {
		verb = thidua.AccountOpened
	}
	return a.onAccount(ctx, actor, verb, name, func(tx *store.Tx, c store.Credential) error {
		return errors.Join(tx.DisableAccount(c.ID, !open), tx.EndSessions(c.Tenant, c.ID, "", ""))
	})
}

func (a *App) onAccount(ctx context.Context, actor thidua.Actor, verb thidua.Action, name string, fn func(*store.Tx, store.Credential) error) error {
	return a.write(ctx, actor, deed{verb: verb, name: name}, func(tx *store.Tx, d *deed) error {
		c, err := tx.AccountNamed(vi.Fold(name))
		if err != nil {
			return err
		}
		d.object = "account:" + c.ID
		return fn(tx, c)
	})
}

// FoundAgency makes an agency of the installation; who does it stands at the machine itself.
func (a *App) FoundAgency(ctx context.Context, founder thidua.Actor, agency thidua.Agency) (thidua.Agency, error) {
	if agency.Name == "" {
		var f thidua.Faults
		f.Add("agency", thidua.CodeNameMissing)
		return agency, f.Err()
	}
	agency.ID, agency.Version = store.NewID(), 1
	founder.Tenant = agency.ID
	done := deed{verb: thidua.AgencyFounded, object: "agency:" + agency.ID, name: agency.Name, after: agency}
	return agency, a.write(ctx, founder, done, func(tx *store.Tx, _ *deed) error { return tx.InsertAgency(agency) })
}

// Agencies lists the agencies of the installation.
func (a *App) Agencies(ctx context.Context) (all []thidua.Agency, err error) {
	err = a.db.Read(ctx, "", func(tx *store.Tx) (err error) {
		all, err = tx.Agencies()
		return err
	})
	return all, err
}
