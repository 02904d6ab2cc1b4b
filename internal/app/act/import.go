package act

import (
	"context"
	"time"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/store/former"
)

// Import keeps, inside the transactions of an import, what each of them changes, so that the import can be taken back.
type Import struct {
	run  thidua.ImportRun
	step int
}

// NewImport begins an import of a list by an actor; nothing is kept of it while nothing has changed.
func NewImport(actor thidua.Actor, list, round, file string) *Import {
	if r := []rune(file); len(r) > thidua.MaxName {
		file = string(r[:thidua.MaxName])
	}
	return &Import{run: thidua.ImportRun{ID: store.NewID(), List: list, Round: round, File: file, Account: actor.Account, ByName: actor.Name}}
}

// Step is what a part of an import changes: one object. It is empty while the object does not exist.
type Step struct {
	Object string // kind:id
	Name   string
	Group  string // the object as its list knows it; empty when that is its id
	Lines  int    // rows of the file that ask for it
}

// Begin gives the rows of the object before the step.
func (s Step) Begin(tx *store.Tx) ([]former.Row, error) { return tx.ObjectRows(s.Object) }

// Keep notes a step that was done; one that changed nothing leaves no trace.
func (i *Import) Keep(tx *store.Tx, s Step, before []former.Row) error {
	after, err := tx.ObjectRows(s.Object)
	if err != nil || former.Same(before, after) {
		return err
	}
	i.step++
	return tx.InsertImportStep(i.run, store.ImportStep{Order: i.step, Object: s.Object, Name: s.Name, Group: s.Group, Lines: s.Lines, Before: before, After: after})
}

// Watch follows the writing transactions under a context, inside them.
type Watch struct {
	*Import
	Step
}

type watchKey struct{}

// Watched lets an import note what the writes under the context do to one object.
func Watched(ctx context.Context, w Watch) context.Context {
	return context.WithValue(ctx, watchKey{}, w)
}

// watched runs the work of a transaction, noting what it changes when somebody follows it.
func watched(ctx context.Context, tx *store.Tx, d *Deed, fn func(tx *store.Tx, d *Deed) error) error {
	w, follows := ctx.Value(watchKey{}).(Watch)
	if !follows {
		return fn(tx, d)
	}
	before, err := w.Begin(tx)
	if err == nil {
		err = fn(tx, d)
	}
	if err != nil {
		return err
	}
	w.Object = d.Object
	return w.Keep(tx, w.Step, before)
}

// Later names who changed an object after a moment of the log; empty when the log tells of nobody.
func Later(tx *store.Tx, object string, after time.Time) (string, error) {
	events, err := tx.Events(store.EventFilter{Object: object, Since: after.Add(time.Microsecond), Page: store.Page{Size: 1}})
	if err != nil || len(events) == 0 || events[0].Detail == nil {
		return "", err
	}
	return events[0].Detail.ActorName, nil
}
