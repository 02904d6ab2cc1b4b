package agency

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/auth"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// NewAccount is an account as it is asked for; without a password one is made and must be changed at the first sign-in.
type NewAccount struct {
	UserName string
	Person   string // id; empty for an account without a person
	Roles    []thidua.Role
	Password string
}

// Format writes the name of the account and a mask, never the password.
func (n NewAccount) Format(f fmt.State, _ rune) {
	_, _ = io.WriteString(f, n.UserName+" "+thidua.SecretMask)
}

// MarshalText gives the same to JSON and the log.
func (n NewAccount) MarshalText() ([]byte, error) { return []byte(fmt.Sprint(n)), nil }

// Check says what is wrong with an account as it was asked for, by itself.
func (n NewAccount) Check() error {
	if err := thidua.CheckUserName(n.UserName); err != nil {
		return err
	}
	for _, r := range n.Roles {
		if !slices.ContainsFunc(thidua.AgencyKinds, func(k thidua.AgencyKind) bool { return slices.Contains(k.Granted(), r) }) {
			return thidua.Faults{{Field: "role", Code: thidua.CodeRoleUnknown}}.Err()
		}
	}
	return nil
}

// AddAccount adds an account with its roles and gives its first password, which is shown once and kept nowhere; faults stand at
// "user", "person", "role" and "password".
func (k *Keeper) AddAccount(ctx context.Context, actor thidua.Actor, n NewAccount) (id, password string, err error) {
	n.UserName = strings.ToLower(n.UserName)
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return "", "", err
	}
	if err := n.Check(); err != nil {
		return "", "", err
	}
	profile, err := k.profile(ctx, actor)
	if err != nil {
		return "", "", err
	}
	password, hash, err := firstPassword(ctx, profile, n.UserName, n.Password)
	if err != nil {
		return "", "", err
	}
	id = store.NewID()
	d := act.Deed{Verb: thidua.AccountAdded, Object: "account:" + id, Name: n.UserName, After: n.Roles}
	err = k.data.Write(ctx, actor, d, func(tx *store.Tx, _ *act.Deed) error {
		if err := knownPerson(tx, n.Person); err != nil {
			return err
		}
		return n.insert(tx, actor, id, hash)
	})
	return id, password, err
}

// insert adds the account with its roles from today.
func (n NewAccount) insert(tx *store.Tx, actor thidua.Actor, id, hash string) error {
	account := thidua.Account{ID: id, UserName: n.UserName, Person: n.Person, MustChange: n.Password == ""}
	if err := tx.InsertAccount(account, vi.Fold(n.UserName), hash); err != nil {
		return act.TakenAt("user", err)
	}
	for _, role := range n.Roles {
		if err := grant(tx, actor, thidua.Grant{ID: store.NewID(), Account: id, Role: role, From: act.Today(tx)}, n.Person); err != nil {
			return err
		}
	}
	return nil
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

// profile gives the rules for passwords that the actor's agency has chosen.
func (k *Keeper) profile(ctx context.Context, actor thidua.Actor) (p auth.Profile, err error) {
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		r, err := tx.SignInRule()
		p = auth.ProfileNamed(r.Profile)
		return err
	})
	return p, err
}
