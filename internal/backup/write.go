package backup

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"thidua"
	"thidua/internal/file"
	"thidua/internal/store"
)

// Source is what is backed up: open data, the folder with keys beside them, and the kept files, wherever they stand; those of the folder where Kept
// is nil.
type Source struct {
	DB      *store.DB
	Dir     string
	Program string
	Kept    *file.Store
}

// AddressFile holds the address at which the program answers on this machine; it goes into no backup.
const AddressFile = "dia-chi.txt"

// Name is how the backup of a moment is called.
func Name(at time.Time) string { return at.Format(namePattern) }

const namePattern = "thidua-sao-luu-2006-01-02-150405.zip"

// MadeAt reads the moment out of the name of a backup, by the clock of Vietnam; false for a file of another name.
func MadeAt(name string) (time.Time, bool) {
	at, err := time.ParseInLocation(namePattern, name, thidua.Zone)
	return at, err == nil
}

// Write makes a backup at a path that must not exist; step hears how far it is. A backup that fails or is cancelled leaves nothing behind, and the
// data can be worked on meanwhile. Kept files that are missing or changed do not keep the rest from being saved: the note names them.
func (s Source) Write(ctx context.Context, path string, step func(Progress)) (n Note, err error) {
	if s.Kept == nil {
		if s.Kept, err = file.Open(s.Dir); err != nil {
			return n, err
		}
		defer func() { err = errors.Join(err, s.Kept.Close()) }()
	}
	if _, err := os.Lstat(path); err == nil {
		return n, thidua.Refuse(thidua.Conflict, CodeFileTaken, path)
	}
	part := path + ".dang-ghi"
	out, err := os.OpenFile(part, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return n, thidua.Refuse(thidua.Invalid, CodeNoPlace, filepath.Dir(path))
	}
	n, err = s.into(ctx, out, step)
	if err = errors.Join(err, out.Sync(), out.Close()); err == nil {
		err = os.Rename(part, path)
	}
	if err != nil {
		err = errors.Join(placed(err, filepath.Dir(path)), ignoreMissing(os.Remove(part)))
	}
	return n, err
}

func placed(err error, dir string) error {
	const windowsFull, windowsHandleFull = syscall.Errno(112), syscall.Errno(39)
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, windowsFull) || errors.Is(err, windowsHandleFull) {
		return thidua.Refuse(thidua.Invalid, CodeNoRoom, dir)
	}
	return err
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func (s Source) into(ctx context.Context, out io.Writer, step func(Progress)) (n Note, err error) {
	temp, err := os.MkdirTemp("", "thidua-sao-luu-")
	if err != nil {
		return n, err
	}
	defer func() { err = errors.Join(err, sweep(temp)) }()
	n = Note{Format: Format, Program: s.Program, MadeAt: s.DB.Wall().UTC().Truncate(time.Second)}
	if n.Agencies, err = s.agencies(ctx); err != nil {
		return n, err
	}
	snapshot := filepath.Join(temp, store.FileName)
	if err := s.DB.Snapshot(ctx, snapshot); err != nil {
		return n, err
	}
	files, err := s.all(ctx, snapshot)
	if err != nil {
		return n, err
	}
	w := &writer{ctx: ctx, zip: zip.NewWriter(out), at: n.MadeAt, step: step}
	for _, f := range files {
		w.far.Total += f.size
	}
	for _, f := range files {
		if err := w.add(f, &n); err != nil {
			return n, err
		}
	}
	return n, w.close(n)
}

func (s Source) agencies(ctx context.Context) (names []string, err error) {
	err = s.DB.Read(ctx, "", func(tx *store.Tx) error {
		all, err := tx.Agencies()
		for _, a := range all {
			names = append(names, a.Name)
		}
		return err
	})
	return names, err
}

type source struct {
	name   string
	size   int64
	packed bool // of a type that grows no smaller
	open   func(ctx context.Context) (io.ReadCloser, error)
	kept   Trouble // what is said of a kept file that is not as it was put
}

func onDisk(name, path string, size int64) source {
	return source{name: name, size: size, open: func(context.Context) (io.ReadCloser, error) { return os.Open(path) }}
}

// folder lists what the data folder holds: the snapshot in the place of the database, then everything but the database itself, its lock, what is being
// uploaded and what others have.
func (s Source) folder(snapshot string, others map[string]bool) (out []source, err error) {
	info, err := os.Stat(snapshot)
	if err != nil {
		return nil, err
	}
	out = []source{onDisk(store.FileName, snapshot, info.Size())}
	err = filepath.WalkDir(s.Dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return ignoreMissing(err)
		}
		name := strings.TrimPrefix(strings.TrimPrefix(filepath.ToSlash(path), filepath.ToSlash(s.Dir)), "/")
		if d.IsDir() && name == "files/tmp" {
			return fs.SkipDir
		}
		if !d.Type().IsRegular() || others[name] || file.IsPlace(name) || !strings.Contains(name, "/") && (strings.HasPrefix(name, "thidua.") || name == AddressFile) {
			return nil
		}
		info, err := d.Info()
		if err == nil {
			one := onDisk(name, path, info.Size())
			one.packed = strings.HasPrefix(name, "files/")
			out = append(out, one)
		}
		return ignoreMissing(err)
	})
	return out, err
}
