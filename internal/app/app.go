// Package app holds the use cases, one file for each stage of the work: it opens the transaction, asks the rules of the root package and
// calls the store. Every write leaves its event in the log in the same transaction.
package app

import (
	"context"
	"errors"

	"thidua"
	"thidua/internal/file"
	"thidua/internal/store"
)

// App is the program behind the pages and the command line; it is safe for concurrent use.
type App struct {
	db    *store.DB
	files *file.Store
}

// Part gives the program something that it works with besides the data.
type Part func(*App)

// WithFiles gives the program the folder in which evidence and signed copies are kept.
func WithFiles(s *file.Store) Part { return func(a *App) { a.files = s } }

// New makes the program over open data.
func New(db *store.DB, parts ...Part) *App {
	a := &App{db: db}
	for _, add := range parts {
		add(a)
	}
	return a
}

// Today is the day by the clock of business, in Asia/Ho_Chi_Minh.
func (a *App) Today() thidua.Date { return thidua.DateOf(a.db.Clock()) }

// read runs fn on one consistent state of the actor's agency.
func (a *App) read(ctx context.Context, actor thidua.Actor, fn func(tx *store.Tx) error) error {
	return a.db.Read(ctx, actor.Tenant, fn)
}

// deed is what a use case does: the verb of the log, the object and the reason; before and after are kept for the log.
type deed struct {
	verb   thidua.Action
	object string // kind:id
	name   string
	reason string
	forWho string // ghi thay, nhập thay
	before any
	after  any
}

// write runs fn in one writing transaction with its event; fn may complete the deed and may run twice.
func (a *App) write(ctx context.Context, actor thidua.Actor, d deed, fn func(tx *store.Tx, d *deed) error) error {
	act := &store.Act{Tenant: actor.Tenant, Actor: "account:" + actor.Account, ActorName: actor.Name, Verb: string(d.verb), From: origin(ctx)}
	return a.db.Write(ctx, act, func(tx *store.Tx) error {
		done := d
		if err := fn(tx, &done); err != nil {
			return err
		}
		act.ActingFor, act.Object, act.ObjectName = done.forWho, done.object, done.name
		act.Reason, act.Before, act.After = done.reason, done.before, done.after
		return nil
	})
}

type originKey struct{}

// From notes the address that a request came from, for the log.
func From(ctx context.Context, address string) context.Context {
	return context.WithValue(ctx, originKey{}, address)
}

func origin(ctx context.Context) string {
	address, _ := ctx.Value(originKey{}).(string)
	return address
}

// CodeNoRight is an act for which the actor holds no role.
const CodeNoRight thidua.Code = "no-right"

// may refuses an actor without one of the roles.
func may(actor thidua.Actor, roles ...thidua.Role) error {
	if actor.Has(roles...) {
		return nil
	}
	return thidua.Refuse(thidua.Forbidden, CodeNoRight)
}

// today is the business day of a transaction.
func today(tx *store.Tx) thidua.Date { return thidua.DateOf(tx.Now) }

func refusal(err error) (*thidua.Error, bool) {
	var e *thidua.Error
	return e, errors.As(err, &e) && e.Kind != thidua.Internal
}

// atField turns a refusal into a fault of a field; a fault of ours stays as it is.
func atField(field string, err error) error {
	e, ok := refusal(err)
	if !ok {
		return err
	}
	return thidua.Faults{{Field: field, Code: e.Code, Args: e.Args}}.Err()
}
