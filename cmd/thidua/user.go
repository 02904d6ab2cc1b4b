package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/account"
	"thidua/internal/app/agency"
	"thidua/internal/app/factor"
	"thidua/internal/vi"
	"thidua/internal/web"
)

// onUser runs one of the user commands: it opens the data, picks the agency and says the password that fn gives.
func (c *call) onUser(ctx context.Context, done thidua.Code, fn func(a *app.App, g thidua.Agency, name string) (string, error)) (err error) {
	p, named := c.place(), c.String("agency", "", "")
	if err := c.parse(1); err != nil {
		return err
	}
	if done != CodeAccountMade {
		err = p.there()
	}
	if err != nil {
		return err
	}
	db, err := p.open(ctx, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	a := app.New(db)
	g, err := agencyNamed(ctx, a, *named)
	if err != nil {
		return err
	}
	if g == nil {
		if *named == "" || done != CodeAccountMade {
			return thidua.Refuse(thidua.NotFound, CodeAgencyNeeded)
		}
		g = &thidua.Agency{Name: *named}
	}
	name := c.positions[0]
	password, err := fn(a, *g, name)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(c.out, c.say(done, name, password))
	return err
}

// accountNamed finds an account by its user name, or says which name there is not.
func (c *call) accountNamed(ctx context.Context, a *app.App, g thidua.Agency, name string) (thidua.Account, error) {
	found, err := a.AccountNamed(ctx, c.operator(g.ID), name)
	var e *thidua.Error
	if errors.As(err, &e) && e.Kind == thidua.NotFound {
		return found, thidua.Refuse(thidua.NotFound, CodeAccountUnknown, name)
	}
	return found, err
}

func userPasswd(ctx context.Context, c *call) error {
	return c.onUser(ctx, CodePasswordGiven, func(a *app.App, g thidua.Agency, name string) (string, error) {
		found, err := c.accountNamed(ctx, a, g, name)
		if err != nil {
			return "", err
		}
		_, password, err := a.ResetPassword(ctx, c.operator(g.ID), found.ID)
		return password, err
	})
}

func userDisable(ctx context.Context, c *call) error {
	return c.onUser(ctx, CodeAccountClosed, func(a *app.App, g thidua.Agency, name string) (string, error) {
		found, err := c.accountNamed(ctx, a, g, name)
		if err != nil {
			return "", err
		}
		return "", a.CloseAccount(ctx, c.operator(g.ID), found.ID, true)
	})
}

// userInvite makes the one-time link, or the code of a slip, by which somebody chooses his password; with --new it adds the account first.
func userInvite(ctx context.Context, c *call) error {
	address, added := c.String("base-url", "", ""), c.Bool("new", false, "")
	roles, person := c.String("role", "", ""), c.String("person", "", "")
	return c.onUser(ctx, CodeAccountInvited, func(a *app.App, g thidua.Agency, name string) (string, error) {
		base, err := web.ParseBase(*address)
		if *address != "" && err != nil {
			return "", usage(CodeFlag, "--base-url "+*address)
		}
		if !*added && (*roles != "" || *person != "") {
			return "", usage(CodeInviteNew)
		}
		if *added {
			n := agency.NewAccount{UserName: strings.ToLower(name), Roles: rolesNamed(*roles)}
			if _, err := c.addAccount(ctx, a, g.ID, *person, n); err != nil {
				return "", err
			}
		}
		found, err := c.accountNamed(ctx, a, g, name)
		if err != nil {
			return "", err
		}
		s, err := account.Over(a).Invite(ctx, c.operator(g.ID), found.ID)
		if err != nil {
			return "", err
		}
		if *address == "" {
			return c.say(CodeInviteCode, vi.DateTime(s.Until), s.Code), nil
		}
		return c.say(CodeInviteLink, vi.DateTime(s.Until), base.JoinPath("dat-mat-khau", s.Code).String()), nil
	})
}

// userResetFactor takes the second factor of an account away, for an administrator who lost his own with every code.
func userResetFactor(ctx context.Context, c *call) error {
	return c.onUser(ctx, CodeFactorGone, func(a *app.App, g thidua.Agency, name string) (string, error) {
		found, err := c.accountNamed(ctx, a, g, name)
		if err != nil {
			return "", err
		}
		return "", factor.Over(a, nil, false).Reset(ctx, c.operator(g.ID), found.ID, vi.Operator)
	})
}
