package file

import (
	"fmt"
	"io/fs"
)

// Usage is how much room the kept files take.
type Usage struct {
	Files int
	Bytes int64
	Free  int64 // what the disk still takes, in bytes
	Known bool  // Free is known
}

// Usage counts the kept files of all agencies and what is left of their disk.
func (s *Store) Usage() (u Usage, err error) {
	err = fs.WalkDir(s.root.FS(), ".", func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if about, err := d.Info(); err == nil { // else it was taken away meanwhile
			u.Files, u.Bytes = u.Files+1, u.Bytes+about.Size()
		}
		return nil
	})
	if err != nil {
		return u, fmt.Errorf("count the files: %w", err)
	}
	dir, err := s.root.Open(".")
	if err != nil {
		return u, fmt.Errorf("count the files: %w", err)
	}
	defer func() { _ = dir.Close() }()
	u.Free, u.Known = free(dir)
	return u, nil
}
