package agency

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"

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
	over := false
	err = k.data.DB.Read(ctx, "", func(tx *store.Tx) error {
		if s, err = tx.Session(hash); err != nil {
			return ended(err)
		}
		tx.Tenant = s.Tenant // the session tells the agency; nothing was read before it
		if actor, err = actorOf(tx, s.Account); err != nil {
			return ended(err)
		}
		admin := actor.Has(thidua.RoleAdmin)
		if over = s.Ended(tx.Wall, admin); over {
			return thidua.Refuse(thidua.SignIn, CodeSessionEnded)
		}
		actor.Idle, actor.Renew = s.Rule.Limit(admin), s.Roles != rights(actor)
		return k.due(tx, &actor)
	})
	if over { // taken away, so that a clock that is set back revives nothing
		err = errors.Join(err, k.data.DB.WriteUpkeep(ctx, func(tx *store.Tx) error { return tx.EndSession(hash) }))
	}
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

// rights is what a token was made for: when it changes, the session goes on under a new one.
func rights(actor thidua.Actor) string {
	all := make([]string, 0, len(actor.Roles)+len(actor.Heads))
	for _, r := range actor.Roles {
		all = append(all, string(r))
	}
	slices.Sort(all)
	sum := sha256.Sum256([]byte(strings.Join(append(all, actor.Heads...), " ")))
	return hex.EncodeToString(sum[:])
}

// RenewSession lets a session go on under a new token after a change of what it may do; the old token is dead. The refusal is of kind SignIn.
func (k *Keeper) RenewSession(ctx context.Context, token string) (fresh string, err error) {
	actor, err := k.Session(ctx, token)
	if err != nil {
		return "", err
	}
	fresh, hash := auth.NewToken()
	err = k.data.DB.WriteUpkeep(ctx, func(tx *store.Tx) error { return tx.RenewSession(auth.HashToken(token), hash, rights(actor)) })
	return fresh, ended(err)
}
