package backup

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"thidua"
	"thidua/internal/store"
)

func (a *Archive) extract(ctx context.Context, dir string, step func(Progress)) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	listed := map[string]bool{noteName: true, "SHA256SUMS": true}
	far := Progress{Total: a.Note.Size()}
	for _, f := range a.Note.Files {
		listed[f.Name] = true
		if err = a.one(ctx, root, f, func(n int64) { far.Done += n; step(far) }); err != nil {
			break
		}
	}
	for _, f := range a.zip.File {
		if !listed[f.Name] {
			err = errors.Join(err, thidua.Refuse(thidua.Invalid, CodeChanged, f.Name))
		}
	}
	if err = errors.Join(err, root.Close()); err != nil {
		return err
	}
	return store.Sound(ctx, dir)
}

// one takes a file out, under the root that no name leads out of.
func (a *Archive) one(ctx context.Context, root *os.Root, f File, step func(int64)) (err error) {
	changed := thidua.Refuse(thidua.Invalid, CodeChanged, f.Name)
	in, err := a.zip.Open(f.Name)
	if err != nil || !fs.ValidPath(f.Name) {
		return changed
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	if err := root.MkdirAll(filepath.Dir(filepath.FromSlash(f.Name)), 0o700); err != nil {
		return err
	}
	out, err := root.OpenFile(filepath.FromSlash(f.Name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	sum := sha256.New()
	size, err := io.Copy(io.MultiWriter(out, sum, meter{ctx, step}), io.LimitReader(in, f.Size+1))
	if err := errors.Join(out.Sync(), out.Close()); err != nil {
		return err
	}
	if errors.Is(err, zip.ErrChecksum) || errors.Is(err, zip.ErrFormat) || err == nil && (size != f.Size || hex.EncodeToString(sum.Sum(nil)) != f.Sum) {
		return changed
	}
	return err
}

// meter hears what goes by, and ends the work when it is cancelled.
type meter struct {
	ctx  context.Context
	step func(int64)
}

func (m meter) Write(b []byte) (int, error) {
	m.step(int64(len(b)))
	return len(b), m.ctx.Err()
}
