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
	"thidua/internal/store"
)

// Source is what is backed up: open data, and the folder with files and keys beside them.
type Source struct {
	DB      *store.DB
	Dir     string
	Program string
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
// data can be worked on meanwhile.
func (s Source) Write(ctx context.Context, path string, step func(Progress)) (n Note, err error) {
	if place := s.elsewhere(); place != "" {
		return n, thidua.Refuse(thidua.Conflict, CodeElsewhere, place)
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

// elsewhere names the store in which the kept files stand when that is not the folder: a backup without them would not be one.
func (s Source) elsewhere() string {
	known, err := os.ReadFile(filepath.Join(s.Dir, "files", "noi-luu"))
	if err != nil {
		return ""
	}
	return string(known)
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
	files, err := s.files(snapshot)
	if err != nil {
		return n, err
	}
	w := &writer{ctx: ctx, zip: zip.NewWriter(out), at: n.MadeAt, step: step}
	for _, f := range files {
		w.far.Total += f.size
	}
	for _, f := range files {
		done, err := w.add(f)
		if err != nil {
			return n, err
		}
		n.Files = append(n.Files, done)
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
	name, path string
	size       int64
	packed     bool // of a type that grows no smaller
}

// files lists what belongs to the data: the snapshot in the place of the database, then everything of the folder but the database itself, its
// lock and what is being uploaded.
func (s Source) files(snapshot string) (out []source, err error) {
	info, err := os.Stat(snapshot)
	if err != nil {
		return nil, err
	}
	out = []source{{name: store.FileName, path: snapshot, size: info.Size()}}
	err = filepath.WalkDir(s.Dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return ignoreMissing(err)
		}
		name := strings.TrimPrefix(strings.TrimPrefix(filepath.ToSlash(path), filepath.ToSlash(s.Dir)), "/")
		if d.IsDir() && name == "files/tmp" {
			return fs.SkipDir
		}
		if !d.Type().IsRegular() || !strings.Contains(name, "/") && (strings.HasPrefix(name, "thidua.") || name == AddressFile) {
			return nil
		}
		info, err := d.Info()
		if err == nil {
			out = append(out, source{name: name, path: path, size: info.Size(), packed: strings.HasPrefix(name, "files/")})
		}
		return ignoreMissing(err)
	})
	return out, err
}
