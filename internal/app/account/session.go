package account

import (
	"context"
	"slices"
	"time"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/auth"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Session is one open session as a list shows it.
type Session struct {
	auth.Session
	Mine bool // the one that asks
}

// Sessions lists the open sessions of the actor, the last used first.
func (d *Desk) Sessions(ctx context.Context, actor thidua.Actor, token string) (list []Session, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		mine, err := tx.Session(auth.HashToken(token))
		if err != nil {
			return err
		}
		list, err = open(tx, actor.Account, actor.Has(thidua.RoleAdmin))
		for i := range list {
			list[i].Mine = list[i].ID == mine.ID
		}
		return err
	})
	return list, err
}

func open(tx *store.Tx, account string, admin bool) (list []Session, err error) {
	all, err := tx.Sessions(account)
	for _, s := range all {
		if !s.Ended(tx.Wall, admin) {
			list = append(list, Session{Session: s})
		}
	}
	return list, err
}

// EndSession ends one session of the actor, by its id in the list; NotFound for one of somebody else and one that has ended. The password is asked
// for once more: a fault stands at "password".
func (d *Desk) EndSession(ctx context.Context, actor thidua.Actor, password, id string) error {
	if err := d.data.Read(ctx, actor, func(tx *store.Tx) error { return mine(tx, actor, id) }); err != nil {
		return err
	}
	if err := d.app.Prove(ctx, actor, "password", password); err != nil {
		return err
	}
	return d.end(ctx, actor, actor.Account, func(tx *store.Tx) error {
		if err := mine(tx, actor, id); err != nil {
			return err
		}
		return tx.EndSessions(actor.Tenant, actor.Account, "", id)
	})
}

// mine tells by NotFound that a session is none of the actor's.
func mine(tx *store.Tx, actor thidua.Actor, id string) error {
	all, err := tx.Sessions(actor.Account)
	if err == nil && !slices.ContainsFunc(all, func(s auth.Session) bool { return s.ID == id }) {
		err = thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	return err
}

// EndEverywhere ends all sessions of the actor, this one among them, and that devices are known; a fault stands at "password".
func (d *Desk) EndEverywhere(ctx context.Context, actor thidua.Actor, password string) error {
	if err := d.app.Prove(ctx, actor, "password", password); err != nil {
		return err
	}
	return d.end(ctx, actor, actor.Account, func(tx *store.Tx) error { return agency.EndAll(tx, actor.Account) })
}

// EndSessionsOf ends all sessions of an account, for an administrator.
func (d *Desk) EndSessionsOf(ctx context.Context, actor thidua.Actor, account string) error {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	return d.end(ctx, actor, account, func(tx *store.Tx) error { return tx.EndSessions(actor.Tenant, account, "", "") })
}

func (d *Desk) end(ctx context.Context, actor thidua.Actor, account string, fn func(tx *store.Tx) error) error {
	return d.data.Write(ctx, actor, act.Deed{Verb: thidua.SessionsEnded, Object: object(account)}, func(tx *store.Tx, done *act.Deed) error {
		c, err := tx.Account(account)
		if err != nil {
			return err
		}
		done.Name = c.UserName
		return fn(tx)
	})
}

// Standing is how an account stands, for an administrator.
type Standing struct {
	Sessions []Session
	WaitsTo  time.Time // somewhere a next try is not allowed before; zero when nowhere
	UsedAt   time.Time // the last sign-in; zero when nobody knows
	Dormant  int       // closed for want of use: the days that the rule allows; 0 when it is not
	Mails    bool      // links go out by mail
}

// Standing reads how an account stands.
func (d *Desk) Standing(ctx context.Context, actor thidua.Actor, account string) (s Standing, err error) {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return s, err
	}
	s.Mails = d.Mails()
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		c, err := tx.Account(account)
		if err != nil {
			return err
		}
		s.UsedAt = c.UsedAt
		if p := auth.ProfileNamed(c.Profile); p.Dormant(c.UsedAt, tx.Wall) {
			s.Dormant = p.DormantDays
		}
		tries, err := tx.TriesOn(vi.Fold(c.UserName))
		if err != nil {
			return err
		}
		for _, t := range tries {
			if to := auth.AccountPolicy.OpenAt(t, tx.Wall); to.After(s.WaitsTo) {
				s.WaitsTo = to
			}
		}
		s.Sessions, err = open(tx, account, false)
		return err
	})
	return s, err
}

// LiftWait lets the next try to sign in to an account go ahead at once, from wherever it comes.
func (d *Desk) LiftWait(ctx context.Context, actor thidua.Actor, account string) error {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	return d.data.Write(ctx, actor, act.Deed{Verb: thidua.WaitLifted, Object: object(account)}, func(tx *store.Tx, done *act.Deed) error {
		c, err := tx.Account(account)
		if err != nil {
			return err
		}
		done.Name = c.UserName
		return tx.LiftTries(vi.Fold(c.UserName))
	})
}
