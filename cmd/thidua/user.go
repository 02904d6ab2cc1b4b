package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/auth"
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

// userAdd adds an account; the first one of an agency founds it.
func userAdd(ctx context.Context, c *call) error {
	var g thidua.Agency
	roles, person := c.String("role", string(thidua.RoleAdmin), ""), c.String("person", "", "")
	admin, typed := c.Bool("admin", false, ""), c.Bool("password-stdin", false, "")
	for flag, at := range map[string]*string{"parent": &g.Parent, "place": &g.Place, "symbol": &g.Symbol, "leader": &g.LeaderTitle} {
		c.StringVar(at, flag, "", "")
	}
	return c.onUser(ctx, CodeAccountMade, func(a *app.App, found thidua.Agency, name string) (string, error) {
		n := agency.NewAccount{UserName: strings.ToLower(name)}
		for r := range strings.SplitSeq(*roles, ",") {
			if r = strings.TrimSpace(r); r != "" {
				n.Roles = append(n.Roles, thidua.Role(r))
			}
		}
		if *admin && !slices.Contains(n.Roles, thidua.RoleAdmin) {
			n.Roles = append(n.Roles, thidua.RoleAdmin)
		}
		if err := n.Check(); err != nil {
			return "", err
		}
		if *typed {
			line, err := c.passwordLine(name)
			if err != nil {
				return "", err
			}
			n.Password = line
		}
		if found.ID == "" {
			g.Name = found.Name
			made, err := a.FoundAgency(ctx, c.operator(""), g)
			if err != nil {
				return "", err
			}
			found = made
		}
		return c.addAccount(ctx, a, found.ID, *person, n)
	})
}

// passwordLine reads a password from the standard input, one line.
func (c *call) passwordLine(name string) (string, error) {
	line, err := bufio.NewReader(c.in).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", err
	}
	line = strings.TrimRight(line, "\r\n")
	return line, auth.CheckPassword("password", name, line)
}

func (c *call) addAccount(ctx context.Context, a *app.App, tenant, person string, n agency.NewAccount) (string, error) {
	who := c.operator(tenant)
	if person != "" {
		found, err := a.PersonCoded(ctx, who, person)
		if err != nil {
			return "", err
		}
		n.Person = found.ID
	}
	_, password, err := a.AddAccount(ctx, who, n)
	if n.Password != "" {
		password = c.say(CodePasswordTyped)
	}
	return password, err
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
