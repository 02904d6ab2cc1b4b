package backup

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// sweep removes a folder with what is in it, one name at a time: the call that removes a tree at once is not on every system that can delete a
// file.
func sweep(dir string) error {
	var names []string
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		names = append(names, path)
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	for _, name := range slices.Backward(names) {
		err = errors.Join(err, ignoreMissing(os.Remove(name)))
	}
	return err
}
