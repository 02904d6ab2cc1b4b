package app

import (
	"context"
	"errors"
	"io"
	"os"
	"sync"

	"thidua"
	"thidua/internal/file"
	"thidua/internal/store"
)

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
