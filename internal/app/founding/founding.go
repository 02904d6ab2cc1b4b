// Package founding begins an installation in the browser (lập cơ quan): the agency and its first administrator, while there is nothing yet.
package founding

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"thidua"
	"thidua/internal/app/agency"
	"thidua/internal/auth"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Core is what founding asks of the application.
type Core interface {
	Agencies(ctx context.Context) ([]thidua.Agency, error)
	FoundFirst(ctx context.Context, founder thidua.Actor, agency thidua.Agency, n agency.NewAccount) error
}

// First is what somebody types who begins: the agency as its papers name it, and the account of its administrator.
type First struct {
	Agency   thidua.Agency
	User     string
	Password string
	Again    string // the password once more
}

// Format writes the name of the agency and a mask, never what was typed as a password.
func (f First) Format(s fmt.State, _ rune) {
	_, _ = io.WriteString(s, f.Agency.Name+" "+thidua.SecretMask)
}

// MarshalText gives the same to JSON and the log.
func (f First) MarshalText() ([]byte, error) { return []byte(fmt.Sprint(f)), nil }

// CodeUnlike is a password that was typed in two ways.
const CodeUnlike thidua.Code = "founding.again"

// Empty tells whether nothing has been founded yet.
func Empty(ctx context.Context, core Core) (bool, error) {
	all, err := core.Agencies(ctx)
	return len(all) == 0, err
}

// Closed is the beginning for everybody but who sits at the machine while nothing has been founded: as if it were not there.
var Closed = thidua.Refuse(thidua.NotFound, store.CodeNotFound)

// Open refuses the beginning once an agency was founded.
func Open(ctx context.Context, core Core) error {
	empty, err := Empty(ctx, core)
	if err == nil && !empty {
		return Closed
	}
	return err
}

// Begin founds the agency with its administrator, for who sits at the machine itself. Conflict when there is an agency, Invalid for what was typed.
func Begin(ctx context.Context, core Core, f First) error {
	f.tidy()
	if err := f.check(); err != nil {
		return err
	}
	operator := thidua.Actor{Account: "operator", Name: vi.Operator, Roles: []thidua.Role{thidua.RoleAdmin}}
	return core.FoundFirst(ctx, operator, f.Agency, agency.NewAccount{UserName: f.User, Password: f.Password, Roles: []thidua.Role{thidua.RoleAdmin, thidua.RoleOffice}})
}

func (f *First) tidy() {
	for _, at := range []*string{&f.Agency.Name, &f.Agency.Parent, &f.Agency.Place, &f.Agency.Symbol, &f.Agency.LeaderTitle} {
		*at = vi.Line(*at)
	}
	f.User = strings.ToLower(strings.TrimSpace(f.User))
}

func (f First) check() error {
	var faults thidua.Faults
	for _, b := range []struct{ field, value string }{
		{"name", f.Agency.Name}, {"parent", f.Agency.Parent}, {"place", f.Agency.Place}, {"symbol", f.Agency.Symbol}, {"leader", f.Agency.LeaderTitle},
	} {
		if b.value == "" {
			faults.Add(b.field, agency.CodeBlank)
		}
	}
	if f.Password != f.Again {
		faults.Add("again", CodeUnlike)
	}
	n := agency.NewAccount{UserName: f.User, Password: f.Password, Roles: []thidua.Role{thidua.RoleAdmin}}
	for _, err := range []error{n.Check(), auth.CheckPassword("password", f.User, f.Password)} {
		var e *thidua.Error
		switch {
		case errors.As(err, &e) && len(e.Faults) > 0:
			faults = append(faults, e.Faults...)
		case err != nil:
			return err
		}
	}
	return faults.Err()
}
