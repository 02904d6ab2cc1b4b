package sample

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"thidua"
	"thidua/internal/auth"
	"thidua/internal/store"
)

// CodeTaken is a folder or a database that holds data already (the argument is the folder or the address without its password).
const CodeTaken thidua.Code = "sample.taken"

// Made is what a sample says of itself once it is there.
type Made struct {
	Size     Size
	Accounts []Account
	Password string
	Took     time.Duration
}

// Into makes a sample in a folder that is empty or not there, or in an empty PostgreSQL database. It is written beside and appears when it is whole:
// what was broken off leaves nothing behind.
func Into(ctx context.Context, dir, url string, size Size, seed uint64, step Progress) (m Made, err error) {
	begin := time.Now()
	m = Made{Size: size, Password: auth.NewPassword()}
	var target *store.DB
	beside := filepath.Dir(filepath.Clean(dir))
	if url != "" {
		if target, err = emptyServer(ctx, url); err != nil {
			return m, err
		}
		defer func() { err = errors.Join(err, target.Close()) }()
		beside = os.TempDir()
	} else if err := emptyFolder(dir); err != nil {
		return m, err
	}
	work, err := os.MkdirTemp(beside, ".thidua-mau-")
	if err != nil {
		return m, thidua.Refuse(thidua.Invalid, store.CodeUnreachable, dir)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	if m.Accounts, err = fillFolder(ctx, work, size, seed, m.Password, step); err != nil {
		return m, err
	}
	if target != nil {
		err = target.FillFrom(ctx, work)
	} else {
		err = errors.Join(gone(os.Remove(dir)), os.Rename(work, dir))
	}
	m.Took = time.Since(begin)
	return m, err
}

// emptyFolder refuses a folder that holds anything, and makes the one that it will stand in.
func emptyFolder(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case err == nil && len(entries) > 0:
		return thidua.Refuse(thidua.Conflict, CodeTaken, dir)
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return thidua.Refuse(thidua.Invalid, store.CodeUnreachable, dir)
	}
	if err := os.MkdirAll(filepath.Dir(filepath.Clean(dir)), 0o700); err != nil {
		return thidua.Refuse(thidua.Invalid, store.CodeUnreachable, dir)
	}
	return nil
}

// emptyServer opens a database server, which must hold no agency.
func emptyServer(ctx context.Context, url string) (*store.DB, error) {
	db, err := store.Open(ctx, store.Config{URL: url})
	if err != nil {
		return nil, err
	}
	var all []thidua.Agency
	err = db.Read(ctx, "", func(tx *store.Tx) (err error) {
		all, err = tx.Agencies()
		return err
	})
	if err == nil && len(all) > 0 {
		err = thidua.Refuse(thidua.Conflict, CodeTaken, "PostgreSQL")
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

func fillFolder(ctx context.Context, dir string, size Size, seed uint64, password string, step Progress) (accounts []Account, err error) {
	c := &clock{}
	db, err := store.Open(ctx, store.Config{Dir: dir, Clock: c.now})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	l := &load{ctx: ctx, db: db, clock: c, size: size, seed: seed, password: password, step: step}
	err = l.fill()
	return l.accounts, err
}

func gone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
