package file

import (
	"context"
	"fmt"
)

// Usage is how much room the kept files take.
type Usage struct {
	Files int
	Bytes int64
	Free  int64 // what the disk still takes, in bytes
	Known bool  // Free is known
	Away  bool  // the files stand on another server
	Down  bool  // which did not answer
}

// Usage counts the kept files of all agencies and what is left of their disk.
func (s *Store) Usage() (u Usage, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), askFor)
	defer cancel()
	u.Away = s.remote
	for about, err := range s.shelf.List(ctx) {
		if err != nil && s.remote {
			return Usage{Away: true, Down: true}, nil
		}
		if err != nil {
			return u, fmt.Errorf("count the files: %w", err)
		}
		u.Files, u.Bytes = u.Files+1, u.Bytes+about.Size
	}
	if s.remote {
		return u, nil
	}
	dir, err := s.root.Open(".")
	if err != nil {
		return u, fmt.Errorf("count the files: %w", err)
	}
	defer func() { _ = dir.Close() }()
	u.Free, u.Known = free(dir)
	return u, nil
}
