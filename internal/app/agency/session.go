package agency

import (
	"context"

	"thidua"
	"thidua/internal/auth"
	"thidua/internal/store"
)

// Session gives the actor of a session token with the roles of today, so that a change of roles holds at the next request; the refusal
// is of kind SignIn.
func (k *Keeper) Session(ctx context.Context, token string) (actor thidua.Actor, err error) {
	if token == "" {
		return actor, thidua.Refuse(thidua.SignIn, CodeSessionEnded)
	}
	hash := auth.HashToken(token)
	var s auth.Session
	err = k.data.DB.Read(ctx, "", func(tx *store.Tx) error {
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
		return k.due(tx, &actor)
	})
	if err != nil {
		return thidua.Actor{}, err
	}
	if s.Touch(k.data.DB.Wall()) {
		err = k.data.DB.WriteUpkeep(ctx, func(tx *store.Tx) error { return tx.TouchSession(hash) })
	}
	return actor, err
}

// due notes on the actor that a second factor has to be set up first.
func (k *Keeper) due(tx *store.Tx, actor *thidua.Actor) error {
	if k.second == nil {
		return nil
	}
	c, err := tx.Account(actor.Account)
	actor.MustFactor = err == nil && k.second.Due(c, *actor)
	return err
}

// ended turns a session or account that is not there any more into a session that has ended.
func ended(err error) error {
	if thidua.KindOf(err) == thidua.NotFound {
		return thidua.Refuse(thidua.SignIn, CodeSessionEnded)
	}
	return err
}
