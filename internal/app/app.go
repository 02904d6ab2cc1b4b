// Package app holds the use cases of the season, one file for each stage of the work: it opens the transaction, asks the rules of the root
// package and calls the store. The use cases of the agency itself come with it from package agency.
package app

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/file"
	"thidua/internal/store"
)

// App is the program behind the pages and the command line; it is safe for concurrent use.
type App struct {
	*agency.Keeper
	data  act.Data
	files *file.Store
}

// Part gives the program something that it works with besides the data.
type Part func(*App)

// New makes the program over open data.
func New(db *store.DB, parts ...Part) *App {
	a := &App{Keeper: agency.New(db), data: act.Data{DB: db}}
	for _, add := range parts {
		add(a)
	}
	return a
}

// Today is the day by the clock of business, in Asia/Ho_Chi_Minh.
func (a *App) Today() thidua.Date { return thidua.DateOf(a.data.DB.Clock()) }

// From notes the address that a request came from, for the log.
func From(ctx context.Context, address string) context.Context { return act.From(ctx, address) }

// Once begins a form that is answered one time under its key: see act.Data.
func (a *App) Once(ctx context.Context, actor thidua.Actor, key, body string) (context.Context, *act.Once, string, error) {
	return a.data.Once(ctx, actor, key, body)
}

// Finish ends such a form; without an answer its key is free again.
func (a *App) Finish(ctx context.Context, o *act.Once, answer string) error {
	return a.data.Finish(ctx, o, answer)
}

// CodeNoRight is an act for which the actor holds no role.
const CodeNoRight = act.CodeNoRight

// deed and the functions below are the short names by which the stages of the season use package act.
type deed = act.Deed

func (a *App) read(ctx context.Context, actor thidua.Actor, fn func(tx *store.Tx) error) error {
	return a.data.Read(ctx, actor, fn)
}

func (a *App) write(ctx context.Context, actor thidua.Actor, d deed, fn func(tx *store.Tx, d *deed) error) error {
	return a.data.Write(ctx, actor, d, fn)
}

func may(actor thidua.Actor, roles ...thidua.Role) error { return act.May(actor, roles...) }

func today(tx *store.Tx) thidua.Date { return act.Today(tx) }

func atField(field string, err error) error { return act.AtField(field, err) }
