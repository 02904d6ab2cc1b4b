package file

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"path"

	"thidua"
)

// Stream is a kept file that is read once, from whatever shelf, without being held; whether it is the one that was put is known at its end.
type Stream struct {
	io.ReadCloser
	sum  hash.Hash
	want string
}

// Read reads on and remembers what went by.
func (s *Stream) Read(p []byte) (int, error) {
	n, err := s.ReadCloser.Read(p)
	s.sum.Write(p[:n])
	return n, err
}

// Whole tells, after all was read, whether the bytes are those that were put.
func (s *Stream) Whole() bool { return hex.EncodeToString(s.sum.Sum(nil)) == s.want }

// Stream opens a kept file of the agency to be copied; NotFound for a missing one, Unavailable when the store that holds it does not answer.
func (s *Store) Stream(ctx context.Context, tenant, address string) (*Stream, error) {
	if !isHash.MatchString(address) {
		return nil, thidua.Refuse(thidua.NotFound, "not-found")
	}
	r, err := s.shelf.Open(ctx, address)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, thidua.Refuse(thidua.NotFound, "not-found")
	}
	if err != nil {
		return nil, s.down(fmt.Errorf("read a file: %w", err))
	}
	return &Stream{r, s.sum(tenant), address}, nil
}

// PathOf is where the folder of files holds the file of an address, and a backup of any shelf names it.
func PathOf(address string) string { return "files/" + pathOf(address) }

// Adopt puts a file that was restored into the folder onto the shelf and takes it out of the folder; same tells whether what stands there under
// its address already is the same. On the disk it stands where it belongs.
func (s *Store) Adopt(ctx context.Context, name string, size int64, same func(io.Reader) (bool, error)) error {
	address := path.Base(name)
	if !s.remote || !isHash.MatchString(address) || PathOf(address) != name {
		return nil
	}
	if err := s.clear(ctx, address, same); err != nil {
		return s.down(fmt.Errorf("adopt a file: %w", err))
	}
	local := pathOf(address)
	if err := s.shelf.Put(ctx, address, Staged{s.root, local, size}); err != nil {
		return s.down(fmt.Errorf("adopt a file: %w", err))
	}
	err := s.root.Remove(local)
	_ = s.root.Remove(address[:2]) // the last file of a folder takes it away
	return err
}

// clear takes away what stands under an address and is not what belongs there.
func (s *Store) clear(ctx context.Context, address string, same func(io.Reader) (bool, error)) error {
	r, err := s.shelf.Open(ctx, address)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	good, err := same(r)
	if err = errors.Join(err, r.Close()); err != nil || good {
		return err
	}
	return s.shelf.Delete(ctx, address)
}

// IsPlace tells whether a name of a data folder is the note of where its files stand; that is no part of a backup.
func IsPlace(name string) bool { return name == "files/"+elsewhere }

// Away tells whether the files stand on another server.
func (s *Store) Away() bool { return s.remote }
