package agency

import (
	"cmp"
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/auth"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// actorOf builds who acts from the account: granted roles, the posts and the seats of today.
func actorOf(tx *store.Tx, account string) (thidua.Actor, error) {
	c, err := tx.Account(account)
	if err != nil {
		return thidua.Actor{}, err
	}
	if !c.Disabled.IsZero() {
		return thidua.Actor{}, thidua.Refuse(thidua.SignIn, CodeSessionEnded)
	}
	actor := thidua.Actor{Tenant: tx.Tenant, Account: c.ID, Person: c.Person, Name: c.PersonName, MustChange: c.MustChange, Kind: c.Kind}
	actor.Name = cmp.Or(actor.Name, c.UserName)
	grants, err := tx.Grants(account)
	if err != nil {
		return actor, err
	}
	for _, g := range grants {
		if g.On(act.Today(tx)) {
			actor.Add(g.Role)
		}
	}
	actor.PasswordOld = auth.ProfileNamed(c.Profile).Outdated(c.PasswordAt, tx.Wall, actor.Has(thidua.RoleAdmin))
	if c.Person == "" {
		return actor, nil
	}
	if !c.Kind.RunsSeasons() {
		return actor, addTitle(tx, &actor)
	}
	actor.Add(thidua.RoleStaff)
	if err := addPosts(tx, &actor); err != nil {
		return actor, err
	}
	return actor, addSeats(tx, &actor)
}

// addTitle gives the post as it is shown, without what would follow from it in a season.
func addTitle(tx *store.Tx, actor *thidua.Actor) error {
	posts, err := tx.Staff(store.StaffFilter{On: act.Today(tx), Person: actor.Person}, store.Page{})
	if len(posts) > 0 {
		actor.Post, actor.Unit = posts[0].Post, posts[0].Unit
	}
	return err
}

func addPosts(tx *store.Tx, actor *thidua.Actor) error {
	posts, err := tx.Staff(store.StaffFilter{On: act.Today(tx), Person: actor.Person}, store.Page{})
	for i, p := range posts {
		if i == 0 {
			actor.Post, actor.Unit = p.Post, p.Unit
		}
		if p.Unit != "" && (p.Rank == thidua.RankHead || p.Rank == thidua.RankDeputy) {
			actor.Add(thidua.RoleHead)
			actor.Heads = append(actor.Heads, p.Unit)
			u, err := tx.Unit(p.Unit)
			if err != nil {
				return err
			}
			actor.LeadsOffice = actor.LeadsOffice || u.Kind == thidua.UnitOffice
		}
	}
	return err
}

// addSeats gives the roles of a council seat, never to an administrator: he has no access to ballots.
func addSeats(tx *store.Tx, actor *thidua.Actor) error {
	if actor.Has(thidua.RoleAdmin) {
		return nil
	}
	seats, err := tx.Seats(actor.Person, act.Today(tx))
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

// ActorNamed gives who acts under a user name, for the command line: whoever opens the data there may do what that account may, and no more.
func (k *Keeper) ActorNamed(ctx context.Context, operator thidua.Actor, userName string) (actor thidua.Actor, err error) {
	account, err := k.AccountNamed(ctx, operator, userName)
	if err != nil {
		return actor, err
	}
	err = k.data.Read(ctx, operator, func(tx *store.Tx) error {
		actor, err = actorOf(tx, account.ID)
		return err
	})
	return actor, err
}

// Standing gives what somebody may do today by grants, posts and seats, whether the account is open or closed: what a handover of work lists.
func Standing(tx *store.Tx, person thidua.Staff) (thidua.Actor, error) {
	actor := thidua.Actor{Tenant: tx.Tenant, Person: person.ID, Name: person.Name, Post: person.Post, Unit: person.Unit, Roles: []thidua.Role{thidua.RoleStaff}}
	if person.Account != "" {
		c, err := tx.AccountNamed(vi.Fold(person.Account))
		if err != nil {
			return actor, err
		}
		grants, err := tx.Grants(c.ID)
		if err != nil {
			return actor, err
		}
		for _, g := range grants {
			if g.On(act.Today(tx)) {
				actor.Add(g.Role)
			}
		}
	}
	if err := addPosts(tx, &actor); err != nil {
		return actor, err
	}
	return actor, addSeats(tx, &actor)
}
