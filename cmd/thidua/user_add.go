package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/auth"
)

// userAdd adds an account; the first one of an agency founds it.
func userAdd(ctx context.Context, c *call) error {
	var g thidua.Agency
	roles, person := c.String("role", string(thidua.RoleAdmin), ""), c.String("person", "", "")
	admin, typed := c.Bool("admin", false, ""), c.Bool("password-stdin", false, "")
	kind := c.String("kind", "co-quan", "")
	for flag, at := range map[string]*string{"parent": &g.Parent, "place": &g.Place, "symbol": &g.Symbol, "leader": &g.LeaderTitle} {
		c.StringVar(at, flag, "", "")
	}
	return c.onUser(ctx, CodeAccountMade, func(a *app.App, found thidua.Agency, name string) (string, error) {
		n := agency.NewAccount{UserName: strings.ToLower(name), Roles: rolesNamed(*roles)}
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
			g.Name, g.Kind = found.Name, agencyKinds[*kind]
			if g.Kind == "" {
				return "", thidua.Refuse(thidua.Invalid, thidua.CodeAgencyKind)
			}
			made, err := a.FoundAgency(ctx, c.operator(""), g)
			if err != nil {
				return "", err
			}
			found = made
		}
		return c.addAccount(ctx, a, found.ID, *person, n)
	})
}

// rolesNamed reads roles that are parted by commas.
func rolesNamed(text string) (roles []thidua.Role) {
	for r := range strings.SplitSeq(text, ",") {
		if r = strings.TrimSpace(r); r != "" {
			roles = append(roles, thidua.Role(r))
		}
	}
	return roles
}

// agencyKinds are the words of --kind.
var agencyKinds = map[string]thidua.AgencyKind{"co-quan": thidua.AgencyOrdinary, "so-noi-vu": thidua.AgencyHomeAffairs, "ubnd-tinh": thidua.AgencyProvince}

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
		if thidua.KindOf(err) == thidua.NotFound {
			return "", thidua.Refuse(thidua.NotFound, CodePersonUncoded, person)
		}
		if err != nil {
			return "", err
		}
		n.Person = found.ID
	}
	_, password, err := a.AddAccount(ctx, who, n)
	if n.Password != "" {
		return c.say(CodePasswordTyped), err
	}
	return c.say(CodePasswordFirst, password), err
}
