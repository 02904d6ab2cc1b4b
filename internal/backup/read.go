package backup

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"thidua"
	"thidua/internal/file"
)

const maxNote = 64 << 20

// Archive is an open backup.
type Archive struct {
	Note Note
	zip  *zip.ReadCloser
	name string
}

// Open reads the note of a backup; the caller closes it.
func Open(path string) (*Archive, error) {
	z, err := zip.OpenReader(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, thidua.Refuse(thidua.NotFound, CodeNotBackup, path)
	}
	if err != nil {
		return nil, thidua.Refuse(thidua.Invalid, CodeNotBackup, path)
	}
	a := &Archive{zip: z, name: path}
	if err := a.read(); err != nil {
		return nil, errors.Join(err, z.Close())
	}
	return a, nil
}

func (a *Archive) read() error {
	f, err := a.zip.Open(noteName)
	if err != nil {
		return thidua.Refuse(thidua.Invalid, CodeNotBackup, a.name)
	}
	defer func() { _ = f.Close() }()
	if err := json.NewDecoder(io.LimitReader(f, maxNote)).Decode(&a.Note); err != nil || a.Note.Format < 1 {
		return thidua.Refuse(thidua.Invalid, CodeNotBackup, a.name)
	}
	if a.Note.Format > Format {
		return thidua.Refuse(thidua.Conflict, CodeNewer)
	}
	return nil
}

// Close gives the file free.
func (a *Archive) Close() error { return a.zip.Close() }

// Check reads the whole backup: every file with its size and checksum, none missing and none beside them, and the database itself.
func (a *Archive) Check(ctx context.Context, step func(Progress)) (err error) {
	temp, err := os.MkdirTemp("", "thidua-kiem-tra-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, sweep(temp)) }()
	return a.extract(ctx, temp, step)
}

// Opener opens the kept files of a data folder on the shelf on which they are to stand.
type Opener func(dir string) (*file.Store, error)

// Restore puts the data into a folder that must be empty or not there, and the kept files onto the shelf that open gives; nil for the folder itself.
// A restore that fails leaves the folder as it was.
func (a *Archive) Restore(ctx context.Context, dir string, open Opener, step func(Progress)) (err error) {
	dir = filepath.Clean(dir)
	if left, err := os.ReadDir(dir); err == nil && len(left) > 0 || err != nil && !errors.Is(err, fs.ErrNotExist) {
		return thidua.Refuse(thidua.Conflict, CodeFolderTaken, dir)
	}
	part := dir + ".dang-khoi-phuc"
	if err := errors.Join(sweep(part), os.MkdirAll(part, 0o700)); err != nil {
		return thidua.Refuse(thidua.Invalid, CodeNoPlace, filepath.Dir(dir))
	}
	err = a.extract(ctx, part, step)
	if err == nil && open != nil {
		err = a.adopt(ctx, part, open)
	}
	if err == nil {
		err = errors.Join(ignoreMissing(os.Remove(dir)), os.Rename(part, dir))
	}
	if err != nil {
		err = errors.Join(placed(err, filepath.Dir(dir)), sweep(part))
	}
	return err
}

// adopt hands the kept files over to their shelf, one after the other.
func (a *Archive) adopt(ctx context.Context, dir string, open Opener) (err error) {
	kept, err := open(dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, kept.Close()) }()
	for _, f := range a.Note.Files {
		same := func(r io.Reader) (bool, error) {
			sum := sha256.New()
			_, err := io.Copy(sum, r)
			return hex.EncodeToString(sum.Sum(nil)) == f.Sum, err
		}
		if err := kept.Adopt(ctx, f.Name, f.Size, same); err != nil {
			return err
		}
	}
	return nil
}
