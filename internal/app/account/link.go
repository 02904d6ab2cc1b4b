package account

import (
	"context"
	"errors"
	"strings"
	"time"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/auth"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// How long a link to a password lives: one that somebody asked for himself, and one that an administrator made.
const (
	ResetLife  = 30 * time.Minute
	InviteLife = 7 * 24 * time.Hour
)

// CodeLinkOver is a link or a code that is unknown, used or over: the answer is the same.
const CodeLinkOver thidua.Code = "account.link-over"

// Slip is what stands on the paper by which somebody chooses his password (phiếu cấp mật khẩu); the code is shown once and kept nowhere.
type Slip struct {
	UserName, Name string
	Agency         string // its name, for who holds the slip without having been in the program
	Code           string
	Until          time.Time
}

// Invite makes a slip with a one-time code for an account; earlier links of the account are dead. Conflict for a closed account.
func (d *Desk) Invite(ctx context.Context, actor thidua.Actor, account string) (s Slip, err error) {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return s, err
	}
	code := auth.NewPassword()
	err = d.data.Write(ctx, actor, act.Deed{Verb: thidua.AccountInvited, Object: object(account)}, func(tx *store.Tx, done *act.Deed) error {
		c, err := openAccount(tx, account)
		if err != nil {
			return err
		}
		agency, err := tx.Agency()
		if err != nil {
			return err
		}
		done.Name = c.UserName
		if err := d.Tell(tx, account, thidua.AccountInvited); err != nil {
			return err
		}
		s = Slip{UserName: c.UserName, Name: c.PersonName, Agency: agency.Name, Code: code, Until: tx.Wall.Add(InviteLife)}
		return keep(tx, account, code, s.Until)
	})
	return s, err
}

// CodeAccountShut is an account that is closed and so gets no link.
const CodeAccountShut thidua.Code = "account.shut"

func openAccount(tx *store.Tx, account string) (store.Credential, error) {
	c, err := tx.Account(account)
	if err == nil && !c.Disabled.IsZero() {
		err = thidua.Refuse(thidua.Conflict, CodeAccountShut)
	}
	return c, err
}

// keep lets a code be the one live link of an account.
func keep(tx *store.Tx, account, code string, until time.Time) error {
	if err := tx.DropLinks(account); err != nil {
		return err
	}
	return tx.InsertLink(account, hashOf(code), until)
}

// hashOf gives the hash of a code as it is typed: a short one, off a slip, in small or large letters, with or without its strokes.
func hashOf(code string) string {
	const longestSlip = 24
	if code = strings.TrimSpace(code); len(code) <= longestSlip {
		code = strings.ToLower(strings.NewReplacer("-", "", " ", "").Replace(code))
	}
	return auth.HashToken(code)
}

// Guest is whose password a link chooses, and under which rule.
type Guest struct {
	UserName string
	Profile  auth.Profile
	account  store.Credential
}

// Guest gives whose password a code chooses; Invalid at the field "slip" for one that leads nowhere. Codes are not guessed from one address for long.
func (d *Desk) Guest(ctx context.Context, code, from string) (g Guest, err error) {
	err = d.data.DB.Read(ctx, "", func(tx *store.Tx) error {
		tenant, account, err := tx.LinkOf(hashOf(code))
		if err != nil {
			return err
		}
		tx.Tenant = tenant // the code tells the agency; nothing was read before it
		g.account, err = openAccount(tx, account)
		return err
	})
	if err == nil {
		g.UserName, g.Profile = g.account.UserName, auth.ProfileNamed(g.account.Profile)
		return g, nil
	}
	if thidua.KindOf(err) != thidua.NotFound && thidua.KindOf(err) != thidua.Conflict {
		return Guest{}, err
	}
	if err := d.app.CountTry(ctx, "code@"+auth.Network(from), auth.PeerPolicy); err != nil {
		return Guest{}, act.AtField("slip", err)
	}
	return Guest{}, over()
}

func over() error { return thidua.Faults{{Field: "slip", Code: CodeLinkOver}}.Err() }

// Choose sets the password of the account that a code leads to, once, and ends all its sessions; faults stand at "slip" and "new".
func (d *Desk) Choose(ctx context.Context, code, next, from string) error {
	g, err := d.Guest(ctx, code, from)
	if err != nil {
		return err
	}
	hash, err := d.app.NextHash(ctx, g.account, "new", next)
	if err != nil {
		return err
	}
	owner := thidua.Actor{Tenant: g.account.Tenant, Account: g.account.ID, Name: g.account.PersonName}
	if owner.Name == "" {
		owner.Name = g.UserName
	}
	deed := act.Deed{Verb: thidua.PasswordSet, Object: object(g.account.ID), Name: g.UserName, Reason: vi.ByLink}
	err = d.data.Write(ctx, owner, deed, func(tx *store.Tx, _ *act.Deed) error {
		if err := tx.TakeLink(hashOf(code)); err != nil {
			return err
		}
		if _, err := openAccount(tx, g.account.ID); err != nil {
			return err
		}
		return errors.Join(tx.SetPassword(g.account.ID, hash, false), agency.EndAll(tx, g.account.ID), tx.UseAccount(g.account.ID),
			tx.LiftTries(vi.Fold(g.UserName)))
	})
	if kind := thidua.KindOf(err); err != nil && kind == thidua.NotFound {
		return over()
	}
	return err
}
