package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"strings"

	"thidua"
	"thidua/internal/app"
)

// onUser runs one of the user commands: it opens the data, picks the agency and gives fn a fresh password.
func (c *call) onUser(ctx context.Context, done thidua.Code, fn func(a *app.App, g *thidua.Agency, name, password string) error) (err error) {
	p, named := c.place(), c.String("agency", "", "")
	if err := c.parse(1); err != nil {
		return err
	}
	db, err := p.open(ctx, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	a := app.New(db)
	g, err := agency(ctx, a, *named)
	if err != nil {
		return err
	}
	if g == nil {
		if *named == "" || done != CodeAccountMade {
			return thidua.Refuse(thidua.NotFound, CodeAgencyNeeded)
		}
		g = &thidua.Agency{Name: *named}
	}
	name, password := c.positions[0], firstPassword()
	if err := fn(a, g, name, password); err != nil {
		return err
	}
	_, err = fmt.Fprintln(c.out, c.say(done, name, password))
	return err
}

// firstPassword is easy to read out and hard to guess: 80 random bits in groups of four.
func firstPassword() string {
	t := strings.ToLower(rand.Text())[:16]
	return t[:4] + "-" + t[4:8] + "-" + t[8:12] + "-" + t[12:]
}

// userAdd adds an account; the first one of an agency founds it.
func userAdd(ctx context.Context, c *call) error {
	roles := c.String("role", string(thidua.RoleAdmin), "")
	return c.onUser(ctx, CodeAccountMade, func(a *app.App, g *thidua.Agency, name, password string) error {
		n := app.NewAccount{UserName: name, Password: password}
		for r := range strings.SplitSeq(*roles, ",") {
			n.Roles = append(n.Roles, thidua.Role(strings.TrimSpace(r)))
		}
		if err := n.Check(); err != nil {
			return err
		}
		if g.ID == "" {
			made, err := a.FoundAgency(ctx, c.operator(""), *g)
			if err != nil {
				return err
			}
			g = &made
		}
		_, err := a.AddAccount(ctx, c.operator(g.ID), n)
		return err
	})
}

func userPasswd(ctx context.Context, c *call) error {
	return c.onUser(ctx, CodePasswordGiven, func(a *app.App, g *thidua.Agency, name, password string) error {
		return a.ResetPassword(ctx, c.operator(g.ID), name, password)
	})
}

func userDisable(ctx context.Context, c *call) error {
	return c.onUser(ctx, CodeAccountClosed, func(a *app.App, g *thidua.Agency, name, _ string) error {
		return a.CloseAccount(ctx, c.operator(g.ID), name, false)
	})
}
