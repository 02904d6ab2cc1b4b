package account

import (
	"context"
	"slices"
	"time"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/auth"
	"thidua/internal/store"
)

const (
	// CodeProfileUnknown is a set of rules that there is not.
	CodeProfileUnknown thidua.Code = "account.profile"
	// CodeIdleLimit is an idle limit outside its bounds (the arguments are the least and the most, in minutes).
	CodeIdleLimit thidua.Code = "account.idle"
)

// Rule gives what the actor's agency has chosen for signing in.
func (d *Desk) Rule(ctx context.Context, actor thidua.Actor) (r auth.Rule, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		r, err = tx.SignInRule()
		return err
	})
	return r, err
}

// SaveRule chooses the rule of the agency; faults stand at "profile", "idle", "admin" and "second". It holds from the next request on.
func (d *Desk) SaveRule(ctx context.Context, actor thidua.Actor, r auth.Rule) error {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	if err := check(r, actor.Kind); err != nil {
		return err
	}
	deed := act.Deed{Verb: thidua.SignInRuleSaved, Object: "agency:" + actor.Tenant}
	return d.data.Write(ctx, actor, deed, func(tx *store.Tx, done *act.Deed) error {
		before, err := tx.SignInRule()
		if err != nil {
			return err
		}
		done.Before, done.After = told(before), told(r)
		return tx.SaveSignInRule(r)
	})
}

// kept is a rule as the log tells it.
type kept struct {
	Profile                   string
	IdleMinutes, AdminMinutes int
	SecondFor                 []thidua.Role
}

func told(r auth.Rule) kept {
	return kept{auth.ProfileNamed(r.Profile).Name, int(r.Limit(false).Minutes()), int(r.Limit(true).Minutes()), r.Second}
}

func check(r auth.Rule, kind thidua.AgencyKind) error {
	var f thidua.Faults
	if slices.ContainsFunc(r.Second, func(role thidua.Role) bool { return !slices.Contains(kind.Roles(), role) }) {
		f.Add("second", thidua.CodeRoleUnknown)
	}
	if !slices.ContainsFunc(auth.Profiles, func(p auth.Profile) bool { return p.Name == r.Profile }) {
		f.Add("profile", CodeProfileUnknown)
		return f.Err()
	}
	p := auth.ProfileNamed(r.Profile)
	for _, l := range []struct {
		field       string
		chosen, top time.Duration
	}{{"idle", r.Idle, p.IdleMost}, {"admin", r.Admin, p.AdminMost}} {
		if l.chosen != 0 && (l.chosen < auth.IdleLeast || l.chosen > l.top) {
			f.Add(l.field, CodeIdleLimit, int(auth.IdleLeast.Minutes()), int(l.top.Minutes()))
		}
	}
	return f.Err()
}
