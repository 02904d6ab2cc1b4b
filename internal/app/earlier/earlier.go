// Package earlier holds the use cases of files that others took the place of (bản trước khi thay): they are told and given to who may see the
// object that they belong to.
package earlier

import (
	"context"
	"os"
	"slices"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/store"
)

// Desk gives earlier files of papers and of signed sheets.
type Desk struct{ App *app.App }

// Version is a file that another took the place of: who sent it when, as far as that was noted, and who replaced it when. One that was signed in
// the program on the way has no replacement of its own.
type Version struct {
	ID                 string
	File               thidua.FileRef
	SentBy, ReplacedBy string
	SentAt, ReplacedAt time.Time
}

// Of tells the versions of an object as they are kept.
func Of(kept []store.FileVersion) (out []Version) {
	for _, v := range kept {
		out = append(out, Version{ID: v.ID, File: v.File, SentBy: v.SentBy, SentAt: v.SentAt, ReplacedBy: v.ReplacedBy, ReplacedAt: v.ReplacedAt})
	}
	return out
}

// Paper lists the earlier signed copies of a paper that the actor sees, those that were signed in the program on the way among them.
func (d Desk) Paper(ctx context.Context, actor thidua.Actor, v app.PaperView) ([]Version, error) {
	out, err := d.of(ctx, actor, "paper:"+v.Paper.ID)
	for _, f := range v.Files {
		known := f.Kind == thidua.FileEdited || f.File.Hash == v.Signed.Hash ||
			slices.ContainsFunc(out, func(o Version) bool { return o.File.Hash == f.File.Hash })
		if !known {
			out = append(out, Version{ID: f.ID, File: f.File, SentBy: f.ByName, SentAt: f.At})
		}
	}
	return out, err
}

// Sheet lists the earlier signed sheets of a registration that the actor sees.
func (d Desk) Sheet(ctx context.Context, actor thidua.Actor, v app.RegistrationView) ([]Version, error) {
	if v.Registration.ID == "" {
		return nil, nil
	}
	return d.of(ctx, actor, "registration:"+v.Registration.ID)
}

func (d Desk) of(ctx context.Context, actor thidua.Actor, object string) (out []Version, err error) {
	err = d.App.Ground().Read(ctx, actor, func(tx *store.Tx) error {
		kept, err := tx.FileVersions(object)
		out = Of(kept)
		return err
	})
	return out, err
}

// OpenPaper opens an earlier signed copy of a paper; NotFound for who may not see the paper. The caller closes it.
func (d Desk) OpenPaper(ctx context.Context, actor thidua.Actor, paper, version string) (thidua.FileRef, *os.File, error) {
	v, err := d.App.Paper(ctx, actor, paper)
	if err != nil {
		return thidua.FileRef{}, nil, err
	}
	all, err := d.Paper(ctx, actor, v)
	return d.open(actor, all, version, err)
}

// OpenSheet opens an earlier signed sheet of a registration; NotFound for who may not see the registration. The caller closes it.
func (d Desk) OpenSheet(ctx context.Context, actor thidua.Actor, registration, version string) (thidua.FileRef, *os.File, error) {
	v, err := d.App.Registration(ctx, actor, registration)
	if err != nil {
		return thidua.FileRef{}, nil, err
	}
	all, err := d.Sheet(ctx, actor, v)
	return d.open(actor, all, version, err)
}

func (d Desk) open(actor thidua.Actor, all []Version, version string, err error) (thidua.FileRef, *os.File, error) {
	at := slices.IndexFunc(all, func(v Version) bool { return v.ID == version })
	if err == nil && at < 0 {
		err = thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	if err != nil {
		return thidua.FileRef{}, nil, err
	}
	f, err := d.App.OpenKept(actor, all[at].File)
	return all[at].File, f, err
}
