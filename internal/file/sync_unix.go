//go:build unix

package file

import (
	"errors"
	"os"
)

// syncDir puts the names of a folder on disk: without it a power cut can lose a file whose row is kept.
func syncDir(root *os.Root, dir string) error {
	d, err := root.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
