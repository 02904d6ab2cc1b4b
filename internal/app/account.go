package app

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/auth"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// ListSize is the number of rows on a page of a list.
const ListSize = 50

// page asks for the rows of a page counted from 1, and one more that tells whether another page follows.
func page(n int) store.Page {
	return store.Page{Offset: (max(n, 1) - 1) * ListSize, Size: ListSize + 1}
}

func cut[T any](rows []T) (shown []T, more bool) {
	if len(rows) > ListSize {
		return rows[:ListSize], true
	}
	return rows, false
}

// AccountRow is an account with the roles given to it that hold today.
type AccountRow struct {
	thidua.Account
	Roles []thidua.Role
}

// Accounts lists a page of the accounts, by user name; more tells whether another page follows.
func (a *App) Accounts(ctx context.Context, actor thidua.Actor, pageNo int) (rows []AccountRow, more bool, err error) {
	if err := may(actor, thidua.RoleAdmin); err != nil {
		return nil, false, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
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
			rows = append(rows, AccountRow{c.Account, rolesOf(c.ID, grants, today(tx))})
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
	Grants []thidua.Grant
}

// Account reads one account.
func (a *App) Account(ctx context.Context, actor thidua.Actor, id string) (card AccountCard, err error) {
	if err := may(actor, thidua.RoleAdmin); err != nil {
		return card, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		c, err := tx.Account(id)
		if err != nil {
			return err
		}
		card.Account = c.Account
		card.Grants, err = tx.Grants(id)
		return err
	})
	return card, err
}

// NewAccount is an account as it is asked for; without a password one is made and must be changed at the first sign-in.
type NewAccount struct {
	UserName string
	Person   string // id; empty for an account without a person
	Roles    []thidua.Role
	Password string
}

// Check says what is wrong with an account as it was asked for, by itself.
func (n NewAccount) Check() error {
	if err := thidua.CheckUserName(n.UserName); err != nil {
		return err
	}
	for _, r := range n.Roles {
		if !slices.Contains(thidua.Granted, r) {
			return thidua.Faults{{Field: "role", Code: thidua.CodeRoleUnknown}}.Err()
		}
	}
	return nil
}

// AddAccount adds an account with its roles and gives its first password, which is shown once and kept nowhere; faults stand at
// "user", "person", "role" and "password".
func (a *App) AddAccount(ctx context.Context, actor thidua.Actor, n NewAccount) (id, password string, err error) {
	n.UserName = strings.ToLower(n.UserName)
	if err := may(actor, thidua.RoleAdmin); err != nil {
		return "", "", err
	}
	if err := n.Check(); err != nil {
		return "", "", err
	}
	password, hash, err := firstPassword(ctx, n.UserName, n.Password)
	if err != nil {
		return "", "", err
	}
	id = store.NewID()
	d := deed{verb: thidua.AccountAdded, object: "account:" + id, name: n.UserName, after: n.Roles}
	err = a.write(ctx, actor, d, func(tx *store.Tx, _ *deed) error {
		if err := knownPerson(tx, n.Person); err != nil {
			return err
		}
		account := thidua.Account{ID: id, UserName: n.UserName, Person: n.Person, MustChange: n.Password == ""}
		if err := tx.InsertAccount(account, vi.Fold(n.UserName), hash); err != nil {
			return takenAt("user", err)
		}
		for _, role := range n.Roles {
			if err := grant(tx, actor, thidua.Grant{ID: store.NewID(), Account: id, Role: role, From: today(tx)}, n.Person); err != nil {
				return err
			}
		}
		return nil
	})
	return id, password, err
}

// AccountNamed finds an account by its user name, for the command line.
func (a *App) AccountNamed(ctx context.Context, actor thidua.Actor, userName string) (found thidua.Account, err error) {
	if err := may(actor, thidua.RoleAdmin); err != nil {
		return found, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		c, err := tx.AccountNamed(vi.Fold(userName))
		found = c.Account
		return err
	})
	return found, err
}

func knownPerson(tx *store.Tx, person string) error {
	if person == "" {
		return nil
	}
	_, err := tx.Person(person)
	if thidua.KindOf(err) == thidua.NotFound {
		return thidua.Faults{{Field: "person", Code: thidua.CodePersonUnknown}}.Err()
	}
	return err
}

func firstPassword(ctx context.Context, userName, wanted string) (password, hash string, err error) {
	password = wanted
	if password == "" {
		password = auth.NewPassword()
	}
	if err := auth.CheckPassword("password", userName, password); err != nil {
		return "", "", err
	}
	hash, err = auth.Hash(ctx, password)
	return password, hash, err
}

// grant gives a role inside a transaction, under the rules of who may have what.
func grant(tx *store.Tx, actor thidua.Actor, g thidua.Grant, person string) error {
	seats, err := tx.Seats(person, today(tx))
	if err != nil {
		return err
	}
	if err := thidua.CheckGrant(actor, g.Account, g.Role, len(seats) > 0); err != nil {
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
func (a *App) GrantRole(ctx context.Context, actor thidua.Actor, g thidua.Grant) error {
	if err := may(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	if err := thidua.CheckPeriod(g.From, g.To); err != nil {
		return err
	}
	g.ID = store.NewID()
	d := deed{verb: thidua.RoleGranted, object: "account:" + g.Account, after: g}
	return a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		c, err := tx.Account(g.Account)
		if err != nil {
			return err
		}
		if g.From == "" {
			g.From = today(tx)
		}
		d.name = c.UserName
		return grant(tx, actor, g, c.Person)
	})
}

// EndGrant takes a role back from today on; the last administrator keeps his.
func (a *App) EndGrant(ctx context.Context, actor thidua.Actor, account, id string) error {
	if err := may(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	d := deed{verb: thidua.RoleEnded, object: "account:" + account}
	return a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		c, err := tx.Account(account)
		if err != nil {
			return err
		}
		held, err := tx.Grants(account)
		if err != nil {
			return err
		}
		d.name = c.UserName
		for _, g := range held {
			if g.ID == id {
				d.before = g
				return keepAdmin(tx, func() error { return tx.EndGrant(id, today(tx).AddDays(-1)) })
			}
		}
		return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	})
}

// ResetPassword makes a new first password for an account and ends all its sessions.
func (a *App) ResetPassword(ctx context.Context, actor thidua.Actor, account string) (userName, password string, err error) {
	if err := may(actor, thidua.RoleAdmin); err != nil {
		return "", "", err
	}
	password, hash, err := firstPassword(ctx, "", "")
	if err != nil {
		return "", "", err
	}
	d := deed{verb: thidua.PasswordReset, object: "account:" + account}
	err = a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		c, err := tx.Account(account)
		if err != nil {
			return err
		}
		userName, d.name = c.UserName, c.UserName
		if err := tx.SetPassword(account, hash, true); err != nil {
			return err
		}
		return tx.EndSessions(actor.Tenant, account, "", "")
	})
	return userName, password, err
}

// CloseAccount closes an account and ends its sessions, or opens it again; the last administrator stays.
func (a *App) CloseAccount(ctx context.Context, actor thidua.Actor, account string, closed bool) error {
	if err := may(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	d := deed{verb: thidua.AccountOpened, object: "account:" + account}
	if closed {
		d.verb = thidua.AccountClosed
	}
	return a.write(ctx, actor, d, func(tx *store.Tx, d *deed) error {
		c, err := tx.Account(account)
		if err != nil {
			return err
		}
		d.name = c.UserName
		if err := keepAdmin(tx, func() error { return tx.DisableAccount(account, closed) }); err != nil || !closed {
			return err
		}
		return tx.EndSessions(actor.Tenant, account, "", "")
	})
}

// keepAdmin does something to an account and refuses it when it took away the last administrator.
func keepAdmin(tx *store.Tx, do func() error) error {
	before, err := tx.Administrators(today(tx))
	if err != nil {
		return err
	}
	if err := do(); err != nil {
		return err
	}
	after, err := tx.Administrators(today(tx))
	if err == nil && before > 0 && after == 0 {
		return thidua.Refuse(thidua.Invalid, thidua.CodeLastAdmin)
	}
	return err
}
