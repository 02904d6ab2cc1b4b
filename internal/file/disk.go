package file

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
)

// disk is the shelf beside the database: one file for each address, in folders of its first two signs.
type disk struct {
	root  *os.Root
	flush func(*os.File) error // puts a file or the names of a folder on disk
}

func pathOf(address string) string { return path.Join(address[:2], address) }

// Put gives the file its address: renamed, and both folders on disk, before anybody writes the address down.
func (d *disk) Put(_ context.Context, address string, staged Staged) error {
	if err := d.root.MkdirAll(address[:2], 0o700); err != nil {
		return fmt.Errorf("keep a file: %w", err)
	}
	if err := d.root.Rename(staged.Name, pathOf(address)); err != nil {
		return fmt.Errorf("keep a file: %w", err)
	}
	for _, dir := range []string{address[:2], "."} {
		if err := d.syncDir(dir); err != nil {
			return fmt.Errorf("keep a file: %w", err)
		}
	}
	return nil
}

// syncDir puts the names of a folder on disk: without it a power cut can lose a file whose row is kept.
func (d *disk) syncDir(dir string) error {
	if !foldersSync {
		return nil
	}
	f, err := d.root.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.flush(f), f.Close())
}

// Open gives the file itself.
func (d *disk) Open(_ context.Context, address string) (io.ReadCloser, error) {
	f, err := d.root.Open(pathOf(address))
	if err != nil {
		return nil, err
	}
	return f, nil
}

// Stat asks the folder.
func (d *disk) Stat(_ context.Context, address string) (About, error) {
	about, err := d.root.Stat(pathOf(address))
	if err != nil {
		return About{}, err
	}
	return About{Address: address, Size: about.Size(), At: about.ModTime()}, nil
}

// Delete removes the file, and its name from the disk.
func (d *disk) Delete(_ context.Context, address string) error {
	if err := ignoreMissing(d.root.Remove(pathOf(address))); err != nil {
		return fmt.Errorf("remove a file: %w", err)
	}
	return ignoreMissing(d.syncDir(address[:2]))
}

// List walks the folders; what bears no address is passed over.
func (d *disk) List(context.Context) iter.Seq2[About, error] {
	return func(yield func(About, error) bool) {
		err := fs.WalkDir(d.root.FS(), ".", func(_ string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || !isHash.MatchString(e.Name()) {
				return ignoreMissing(err)
			}
			info, err := e.Info()
			if err != nil { // taken away meanwhile
				return ignoreMissing(err)
			}
			if !yield(About{Address: e.Name(), Size: info.Size(), At: info.ModTime()}, nil) {
				return fs.SkipAll
			}
			return nil
		})
		if err != nil {
			yield(About{}, fmt.Errorf("list the files: %w", err))
		}
	}
}
