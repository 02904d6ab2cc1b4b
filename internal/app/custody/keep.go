package custody

import (
	"cmp"
	"context"
	"errors"
	"io"
	"sync"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/file"
	"thidua/internal/store"
)

// held is a file that came, and how it ends when nobody has written it down.
type held struct {
	file.Stored
	end func(used func() (bool, error)) error
}

// Keep looks at an uploaded file and keeps it for the actor's agency; what is wrong with it stands at the field.
func (d *Desk) Keep(ctx context.Context, actor thidua.Actor, field, name string, body io.Reader) (thidua.FileRef, error) {
	return d.keep(ctx, actor, field, file.CleanName(name), func() (h held, err error) {
		h.Stored, h.end, err = d.files.Hold(ctx, actor.Tenant, name, body)
		return h, err
	})
}

// KeepParcel keeps the bytes of a sealed package, whole as they are.
func (d *Desk) KeepParcel(ctx context.Context, actor thidua.Actor, name string, whole []byte) (thidua.FileRef, error) {
	return d.keep(ctx, actor, "file", file.CleanName(name), func() (h held, err error) {
		h.Stored, h.end, err = d.files.HoldParcel(ctx, actor.Tenant, name, whole)
		return h, err
	})
}

func (d *Desk) keep(ctx context.Context, actor thidua.Actor, field, name string, hold func() (held, error)) (ref thidua.FileRef, err error) {
	if d.files == nil {
		return ref, thidua.Refuse(thidua.Internal, CodeNoFiles)
	}
	if err := d.room(ctx, actor); err != nil {
		return ref, atField(field, err)
	}
	h, err := hold()
	if err != nil {
		return ref, cmp.Or(d.tellMalware(ctx, actor, name, err), atField(field, err))
	}
	if err := d.note(ctx, actor, h.Stored); err != nil {
		return ref, errors.Join(atField(field, err), h.end(unused))
	}
	if all, ok := ctx.Value(uploadsKey{}).(*uploads); ok {
		all.add(upload{actor, h})
	} else {
		err = h.end(nil)
	}
	return thidua.FileRef{Hash: h.Hash, Name: h.Name, Type: h.Type, Size: h.Size}, err
}

func unused() (bool, error) { return false, nil }

// room refuses one more file where an account or the agency has as many as it may.
func (d *Desk) room(ctx context.Context, actor thidua.Actor) error {
	return d.data.Read(ctx, actor, func(tx *store.Tx) error {
		own, all, err := tx.FileCounts(actor.Account)
		switch q := d.quota; {
		case err != nil:
			return err
		case own.Files >= q.OwnFiles || own.Bytes >= int64(q.OwnGB)<<30:
			return thidua.Refuse(thidua.Invalid, CodeQuotaOwn, q.OwnFiles, q.OwnGB)
		case all.Files >= q.Files || all.Bytes >= int64(q.GB)<<30:
			return thidua.Refuse(thidua.Invalid, CodeQuotaAgency, q.Files, q.GB)
		}
		return nil
	})
}

// note keeps what is known of bytes that came; a file that was removed before is not taken again.
func (d *Desk) note(ctx context.Context, actor thidua.Actor, s file.Stored) error {
	k, err := d.known(ctx, actor, s.Hash)
	if err == nil && !k.Purged.IsZero() {
		err = thidua.Refuse(thidua.Invalid, CodePurgedAgain, thidua.DateOf(k.Purged))
	}
	if err != nil {
		return err
	}
	return d.data.DB.WriteUpkeep(ctx, func(tx *store.Tx) error {
		return tx.NoteFile(actor.Tenant, store.KeptFile{Address: s.Hash, Title: s.Name, Type: s.Type, Size: s.Size, Account: actor.Account,
			ByName: actor.Name, At: tx.Wall, Scan: string(s.Scan)})
	})
}

// tellMalware lets the log say that a file was refused for malware, by its name alone.
func (d *Desk) tellMalware(ctx context.Context, actor thidua.Actor, name string, refused error) error {
	var e *thidua.Error
	if !errors.As(refused, &e) || e.Code != file.CodeInfected {
		return nil
	}
	found, _ := e.Args[0].(string)
	deed := act.Deed{Verb: thidua.FileRefused, Object: "agency:" + actor.Tenant, Name: name, Reason: found}
	return d.data.Write(ctx, actor, deed, func(*store.Tx, *act.Deed) error { return nil })
}

type uploadsKey struct{}

type upload struct {
	actor thidua.Actor
	held
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
func (d *Desk) Uploads(ctx context.Context) (within context.Context, end func() error) {
	u := &uploads{}
	return context.WithValue(ctx, uploadsKey{}, u), func() (err error) {
		u.mu.Lock()
		defer u.mu.Unlock()
		for _, one := range u.all {
			err = errors.Join(err, one.end(func() (bool, error) { return d.used(context.WithoutCancel(ctx), one) }))
		}
		return err
	}
}

// used tells whether a row names the file; what nobody names is no longer known.
func (d *Desk) used(ctx context.Context, one upload) (used bool, err error) {
	err = d.data.Read(ctx, one.actor, func(tx *store.Tx) error {
		used, err = tx.FileUsed(one.Hash)
		return err
	})
	if err == nil && !used {
		err = d.data.DB.WriteUpkeep(ctx, func(tx *store.Tx) error { return tx.DropFile(one.actor.Tenant, one.Hash) })
	}
	return used, err
}
