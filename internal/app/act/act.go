// Package act is what every use case stands on: one transaction over the data of the actor's agency, with its event in the log.
package act

import (
	"context"

	"thidua"
	"thidua/internal/store"
)

// Data is the data as use cases reach it.
type Data struct{ DB *store.DB }

// Read runs fn on one consistent state of the actor's agency.
func (d Data) Read(ctx context.Context, actor thidua.Actor, fn func(tx *store.Tx) error) error {
	return d.DB.Read(ctx, actor.Tenant, fn)
}

// Deed is what a use case does: the verb of the log, the object and the reason; Before and After are kept for the log.
type Deed struct {
	Verb   thidua.Action
	Object string // kind:id
	Name   string
	Reason string
	ForWho string // ghi thay, nhập thay
	Before any
	After  any
}

// Write runs fn in one writing transaction with its event; fn may complete the deed and may run twice.
func (d Data) Write(ctx context.Context, actor thidua.Actor, deed Deed, fn func(tx *store.Tx, d *Deed) error) error {
	event := &store.Act{Tenant: actor.Tenant, Actor: "account:" + actor.Account, ActorName: actor.Name, Verb: string(deed.Verb), From: Origin(ctx)}
	return once(ctx, func(claim func(*store.Tx) error) error {
		return d.DB.Write(ctx, event, func(tx *store.Tx) error {
			if err := claim(tx); err != nil {
				return err
			}
			done := deed
			if err := watched(ctx, tx, &done, fn); err != nil {
				return err
			}
			event.ActingFor, event.Object, event.ObjectName = forWhom(actor, done), done.Object, done.Name
			event.Reason, event.Before, event.After = done.Reason, done.Before, done.After
			return nil
		})
	})
}

// forWhom tells for whom something was done: who is named by the deed, or whom the actor stands in for.
func forWhom(actor thidua.Actor, done Deed) string {
	if done.ForWho == "" && actor.Behalf != "" {
		return "person:" + actor.Behalf
	}
	return done.ForWho
}

// Today is the business day of a transaction.
func Today(tx *store.Tx) thidua.Date { return thidua.DateOf(tx.Now) }

type originKey struct{}

// From begins a request: notes the address that it came from, for the log, and what is read once under it is not asked for again.
func From(ctx context.Context, address string) context.Context {
	return context.WithValue(store.Remember(ctx), originKey{}, address)
}

// Origin gives the address that From noted, empty at the machine itself.
func Origin(ctx context.Context) string {
	address, _ := ctx.Value(originKey{}).(string)
	return address
}
