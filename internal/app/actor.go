package app

import (
	"context"

	"thidua"
	"thidua/internal/auth"
	"thidua/internal/store"
)

// Session gives the actor of a session token with the roles of today, so that a change of roles holds at the next request; the refusal
// is of kind SignIn.
func (a *App) Session(ctx context.Context, token string) (actor thidua.Actor, err error) {
	if token == "" {
		return actor, thidua.Refuse(thidua.SignIn, CodeSessionEnded)
	}
	hash := auth.HashToken(token)
	var s auth.Session
	err = a.db.Read(ctx, "", func(tx *store.Tx) error {
		if s, err = tx.Session(hash); err != nil {
			return ended(err)
		}
		tx.Tenant = s.Tenant // the session tells the agency; nothing was read before it
		if actor, err = actorOf(tx, s.Account); err != nil {
			return ended(err)
		}
		if s.Ended(tx.Wall, actor.Has(thidua.RoleAdmin)) {
			return thidua.Refuse(thidua.SignIn, CodeSessionEnded)
		}
		return nil
	})
	if err != nil {
		return thidua.Actor{}, err
	}
	if s.Touch(a.db.Wall()) {
		err = a.db.WriteUpkeep(ctx, func(tx *store.Tx) error { return tx.TouchSession(hash) })
	}
	return actor, err
}

// ended turns a session or account that is not there any more into a session that has ended.
func ended(err error) error {
	if thidua.KindOf(err) == thidua.NotFound {
		return thidua.Refuse(thidua.SignIn, CodeSessionEnded)
	}
	return err
}

// actorOf builds who acts from the account: granted roles, the posts and the seats of today.
func actorOf(tx *store.Tx, account string) (thidua.Actor, error) {
	c, err := tx.Account(account)
	if err != nil {
		return thidua.Actor{}, err
	}
	if !c.Disabled.IsZero() {
		return thidua.Actor{}, thidua.Refuse(thidua.SignIn, CodeSessionEnded)
	}
	actor := thidua.Actor{Tenant: tx.Tenant, Account: c.ID, Person: c.Person, Name: c.PersonName, MustChange: c.MustChange}
	if actor.Name == "" {
		actor.Name = c.UserName
	}
	grants, err := tx.Grants(account)
	if err != nil {
		return actor, err
	}
	for _, g := range grants {
		if g.On(today(tx)) {
			actor.Add(g.Role)
		}
	}
	if c.Person == "" {
		return actor, nil
	}
	actor.Add(thidua.RoleStaff)
	if err := addPosts(tx, &actor); err != nil {
		return actor, err
	}
	return actor, addSeats(tx, &actor)
}

func addPosts(tx *store.Tx, actor *thidua.Actor) error {
	posts, err := tx.Staff(store.StaffFilter{On: today(tx), Person: actor.Person}, store.Page{})
	for i, p := range posts {
		if i == 0 {
			actor.Post, actor.Unit = p.Post, p.Unit
		}
		if p.Unit != "" && (p.Rank == thidua.RankHead || p.Rank == thidua.RankDeputy) {
			actor.Add(thidua.RoleHead)
			actor.Heads = append(actor.Heads, p.Unit)
		}
	}
	return err
}

// addSeats gives the roles of a council seat, never to an administrator: he has no access to ballots.
func addSeats(tx *store.Tx, actor *thidua.Actor) error {
	if actor.Has(thidua.RoleAdmin) {
		return nil
	}
	seats, err := tx.Seats(actor.Person, today(tx))
	for _, s := range seats {
		actor.Add(thidua.RoleCouncil)
		switch s {
		case thidua.SeatChair:
			actor.Add(thidua.RoleChair)
		case thidua.SeatSecretary:
			actor.Add(thidua.RoleSecretary)
		}
	}
	return err
}
