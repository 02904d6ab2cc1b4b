package file

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"time"

	"thidua"
)

// askFor is what one request to a shelf may take.
const askFor = 2 * time.Minute

// Open gives a kept file of the agency, compared with its address first; the caller closes it. NotFound for another agency's file,
// Internal "file.changed" when the bytes are not those that were put, Unavailable when the store that holds them does not answer.
func (s *Store) Open(tenant, hash string) (*os.File, error) {
	missing := thidua.Refuse(thidua.NotFound, "not-found")
	if !isHash.MatchString(hash) {
		return nil, missing
	}
	ctx, cancel := context.WithTimeout(context.Background(), askFor)
	defer cancel()
	r, err := s.shelf.Open(ctx, hash)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, missing
	}
	if err != nil {
		return nil, s.down(fmt.Errorf("read a file: %w", err))
	}
	f, err := s.here(r)
	if err != nil {
		return nil, s.down(fmt.Errorf("read a file: %w", err))
	}
	sum := s.sum(tenant)
	_, err = io.Copy(sum, f)
	if err == nil {
		_, err = f.Seek(0, io.SeekStart)
	}
	if err == nil && hex.EncodeToString(sum.Sum(nil)) != hash {
		err = thidua.Refuse(thidua.Internal, CodeChanged, hash)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// here gives bytes that come from elsewhere as a file without a name, which goes with its closing. Where a system keeps the name until then, Sweep takes it.
func (s *Store) here(r io.ReadCloser) (*os.File, error) {
	if f, ok := r.(*os.File); ok {
		return f, nil
	}
	temp := path.Join(tempDir, rand.Text())
	f, err := s.root.OpenFile(temp, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, errors.Join(err, r.Close())
	}
	_ = s.root.Remove(temp)
	_, err = io.Copy(f, r)
	if err == nil {
		_, err = f.Seek(0, io.SeekStart)
	}
	if err = errors.Join(err, r.Close()); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

// down tells a fault of another server, which a person may wait for, from one of our own.
func (s *Store) down(err error) error {
	if err == nil || !s.remote || errors.Is(err, context.Canceled) {
		return err
	}
	return errors.Join(thidua.Refuse(thidua.Unavailable, CodeDown), err)
}

// Remove takes a file away that should not be there; the row that names it goes first. A missing file is no error.
func (s *Store) Remove(hash string) error {
	if !isHash.MatchString(hash) {
		return thidua.Refuse(thidua.NotFound, "not-found")
	}
	ctx, cancel := context.WithTimeout(context.Background(), askFor)
	defer cancel()
	return s.down(s.shelf.Delete(ctx, hash))
}
