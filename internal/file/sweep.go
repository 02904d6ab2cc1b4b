package file

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"time"
)

// Sweep takes away files older than a moment that nobody names and no request holds, and what was left half received; it counts the files. The
// file of a request under way is younger.
func (s *Store) Sweep(ctx context.Context, before time.Time, named func(address string) bool) (gone int, err error) {
	var waste []string
	for about, err := range s.shelf.List(ctx) {
		if err != nil {
			return 0, s.down(err)
		}
		if about.At.Before(before) && !named(about.Address) {
			waste = append(waste, about.Address)
		}
	}
	for _, address := range waste {
		taken, err := s.takeAway(ctx, address)
		if err != nil {
			return gone, s.down(err)
		}
		if taken {
			gone++
		}
	}
	return gone, s.sweepTemp(before)
}

func (s *Store) takeAway(ctx context.Context, address string) (bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held[address].by > 0 {
		return false, nil
	}
	return true, s.shelf.Delete(ctx, address)
}

// sweepTemp removes what a program that died was receiving.
func (s *Store) sweepTemp(before time.Time) error {
	left, err := fs.ReadDir(s.root.FS(), tempDir)
	for _, e := range left {
		about, failed := e.Info()
		if failed == nil && about.ModTime().Before(before) {
			failed = s.root.Remove(path.Join(tempDir, e.Name()))
		}
		err = errors.Join(err, ignoreMissing(failed))
	}
	if err != nil {
		return fmt.Errorf("sweep the files: %w", err)
	}
	return nil
}
