// Package app holds the use cases of the season, one file for each stage of the work: it opens the transaction, asks the rules of the root
// package and calls the store. The use cases of the agency itself come with it from package agency.
package app

import (
	"context"
	"errors"
	"io"
	"os"
	"sync"

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

// Ground is what use cases stand on that are built upon this package.
func (a *App) Ground() act.Data { return a.data }

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

// WithFiles gives the program the folder in which evidence and signed copies are kept.
func WithFiles(s *file.Store) Part { return func(a *App) { a.files = s } }

// CodeNoFiles is an upload to a program without a folder for files.
const CodeNoFiles thidua.Code = "file.no-folder"

// KeepFile looks at an uploaded file and keeps it for the actor's agency; what is wrong with it stands at the given field of the form.
// The file counts only once a use case has written it down: see Uploads.
func (a *App) KeepFile(ctx context.Context, actor thidua.Actor, field, name string, body io.Reader) (thidua.FileRef, error) {
	if a.files == nil {
		return thidua.FileRef{}, thidua.Refuse(thidua.Internal, CodeNoFiles)
	}
	kept, end, err := a.files.Hold(ctx, actor.Tenant, name, body)
	var refusal *thidua.Error
	if errors.As(err, &refusal) && refusal.Kind == thidua.Invalid && len(refusal.Faults) == 0 {
		return thidua.FileRef{}, thidua.Faults{{Field: field, Code: refusal.Code, Args: refusal.Args}}.Err()
	}
	if err != nil {
		return thidua.FileRef{}, err
	}
	if all, ok := ctx.Value(uploadsKey{}).(*uploads); ok {
		all.add(upload{actor, kept.Hash, end})
	} else {
		err = end(nil)
	}
	return thidua.FileRef{Hash: kept.Hash, Name: kept.Name, Type: kept.Type, Size: kept.Size}, err
}

type uploadsKey struct{}

type upload struct {
	actor thidua.Actor
	hash  string
	end   func(used func() (bool, error)) error
}

type uploads struct {
	mu  sync.Mutex
	all []upload
}

func (u *uploads) add(one upload) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.all = append(u.all, one)
}

// Uploads begins a request that may bring files. Its end takes those away that came new and that no use case wrote down, so that a refused
// form leaves nothing behind.
func (a *App) Uploads(ctx context.Context) (within context.Context, end func() error) {
	u := &uploads{}
	return context.WithValue(ctx, uploadsKey{}, u), func() (err error) {
		u.mu.Lock()
		defer u.mu.Unlock()
		for _, one := range u.all {
			err = errors.Join(err, one.end(func() (bool, error) { return a.used(context.WithoutCancel(ctx), one) }))
		}
		return err
	}
}

func (a *App) used(ctx context.Context, one upload) (used bool, err error) {
	err = a.read(ctx, one.actor, func(tx *store.Tx) error {
		used, err = tx.FileUsed(one.hash)
		return err
	})
	return used, err
}

// openFile gives a kept file of the agency; the use case has checked the right to it. The caller closes it.
func (a *App) openFile(actor thidua.Actor, ref thidua.FileRef) (*os.File, error) {
	if a.files == nil {
		return nil, thidua.Refuse(thidua.Internal, CodeNoFiles)
	}
	return a.files.Open(actor.Tenant, ref.Hash)
}
