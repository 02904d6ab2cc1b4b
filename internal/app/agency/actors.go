package agency

import (
	"thidua"
	"thidua/internal/store"
)

// Actors gives everybody of the agency with an open account and what they may do today.
func Actors(tx *store.Tx) (out []thidua.Actor, err error) {
	accounts, err := tx.Accounts(store.Page{})
	if err != nil {
		return nil, err
	}
	for _, a := range accounts {
		if !a.Disabled.IsZero() {
			continue
		}
		actor, err := actorOf(tx, a.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, actor)
	}
	return out, nil
}

// ActorOf gives who acts with an account today; a refusal of kind SignIn for one that is closed.
func ActorOf(tx *store.Tx, account string) (thidua.Actor, error) { return actorOf(tx, account) }
