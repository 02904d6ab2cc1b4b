package file

import "os"

// Flushed lets a test see each time something is put on disk.
func (s *Store) Flushed(see func(*os.File)) {
	s.flush = func(f *os.File) error { see(f); return f.Sync() }
}
