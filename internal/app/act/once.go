package act

import (
	"context"

	"thidua"
	"thidua/internal/store"
)

// Once is a form on its way to its one effect. The first write under its context takes the key, in the same transaction; the writes of the
// same request that follow go with it.
type Once struct {
	attempt store.Attempt
	taken   bool
	refused error // the key came back with another body: the page shows what was typed, and no write goes through
}

type onceKey struct{}

// Once begins a form that an account sends under a key; body is a hash of all that it asks for. When the form has been answered before, the
// address that it led to is given instead; another body under the same key makes every write under the context a conflict.
func (d Data) Once(ctx context.Context, actor thidua.Actor, key, body string) (within context.Context, o *Once, answer string, err error) {
	o = &Once{attempt: store.Attempt{Tenant: actor.Tenant, Account: actor.Account, Key: key, Body: body}}
	err = d.Read(ctx, actor, func(tx *store.Tx) error {
		before, found, err := tx.Answered(o.attempt)
		if answer = before; err == nil && found && answer == "" {
			return thidua.Refuse(thidua.Conflict, store.CodeRepeated)
		}
		return err
	})
	if e, ok := Refusal(err); ok && e.Code == store.CodeOtherBody {
		o.refused, err = err, nil
	}
	return context.WithValue(ctx, onceKey{}, o), o, answer, err
}

// Finish ends a form: the answer is kept for whoever sends it again; without one the key is free, because the person will send the form
// mended.
func (d Data) Finish(ctx context.Context, o *Once, answer string) error {
	if !o.taken {
		return nil
	}
	return d.DB.WriteUpkeep(context.WithoutCancel(ctx), func(tx *store.Tx) error {
		if answer == "" {
			return tx.Release(o.attempt)
		}
		return tx.KeepAnswer(o.attempt, answer)
	})
}

// once runs a write so that the form behind it has its effect one time.
func once(ctx context.Context, write func(claim func(*store.Tx) error) error) error {
	o, ok := ctx.Value(onceKey{}).(*Once)
	if !ok || o.taken {
		return write(func(*store.Tx) error { return nil })
	}
	if o.refused != nil {
		return o.refused
	}
	err := write(func(tx *store.Tx) error { return tx.Claim(o.attempt) })
	o.taken = err == nil
	return err
}
