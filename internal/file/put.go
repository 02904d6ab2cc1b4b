package file

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"

	"thidua"
)

// Put looks at a file and keeps it for the agency. It refuses what is too large (TooLarge), and what is empty, of a kind that is not
// kept, damaged, or marked as a state secret (Invalid); nothing is left behind then.
func (s *Store) Put(ctx context.Context, tenant, name string, r io.Reader) (Stored, error) {
	stored, end, err := s.Hold(ctx, tenant, name, r)
	if err != nil {
		return Stored{}, err
	}
	return stored, end(nil)
}

// Hold is Put for a file that somebody will write down or not. The function that it gives ends that: a file that came new and that, after
// everybody who held it, nobody has written down is taken away again; used tells whether somebody has, nil that somebody has.
func (s *Store) Hold(ctx context.Context, tenant, name string, r io.Reader) (Stored, func(used func() (bool, error)) error, error) {
	return s.hold(ctx, CleanName(name), func(f *os.File, name string) (Stored, error) { return s.receive(ctx, f, tenant, name, r) })
}

// HoldParcel is Hold for a sealed package that the program itself has opened: it is kept whatever is in it, above MaxSize too.
func (s *Store) HoldParcel(ctx context.Context, tenant, name string, whole []byte) (Stored, func(used func() (bool, error)) error, error) {
	return s.hold(ctx, CleanName(name), func(f *os.File, name string) (Stored, error) {
		sum := s.sum(tenant)
		if _, err := io.Copy(io.MultiWriter(f, sum), withContext{ctx, bytes.NewReader(whole)}); err != nil {
			return Stored{}, fmt.Errorf("keep a package: %w", err)
		}
		if err := s.flush(f); err != nil {
			return Stored{}, fmt.Errorf("keep a package: %w", err)
		}
		scan, err := s.scan(ctx, f)
		return Stored{Hash: hex.EncodeToString(sum.Sum(nil)), Name: name, Type: "application/zip", Size: int64(len(whole)), Scan: scan}, err
	})
}

func (s *Store) hold(ctx context.Context, name string, fill func(*os.File, string) (Stored, error)) (Stored, func(used func() (bool, error)) error, error) {
	temp := path.Join(tempDir, rand.Text())
	f, err := s.root.OpenFile(temp, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return Stored{}, nil, fmt.Errorf("keep a file: %w", err)
	}
	stored, err := fill(f, name)
	if closed := f.Close(); err == nil && closed != nil {
		err = fmt.Errorf("keep a file: %w", closed)
	}
	if err == nil {
		err = s.take(ctx, Staged{s.root, temp, stored.Size}, stored.Hash)
	}
	err = errors.Join(err, ignoreMissing(s.root.Remove(temp)))
	if err != nil {
		return Stored{}, nil, err
	}
	return stored, func(used func() (bool, error)) error { return s.letGo(stored.Hash, used) }, nil
}

// held is a file that requests under way may write down.
type held struct {
	by    int
	fresh bool // it was not there before
}

func (s *Store) take(ctx context.Context, staged Staged, hash string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	h := s.held[hash]
	if h.by == 0 {
		_, err := s.shelf.Stat(ctx, hash)
		if h.fresh = errors.Is(err, fs.ErrNotExist); err != nil && !h.fresh {
			return s.down(err)
		}
	}
	if err := s.shelf.Put(ctx, hash, staged); err != nil {
		return s.down(err)
	}
	h.by++
	s.held[hash] = h
	return nil
}

func (s *Store) letGo(hash string, used func() (bool, error)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	h := s.held[hash]
	h.by--
	h.fresh = h.fresh && used != nil
	if h.by > 0 {
		s.held[hash] = h
		return nil
	}
	delete(s.held, hash)
	if !h.fresh {
		return nil
	}
	written, err := used()
	if err != nil || written {
		return err
	}
	return s.Remove(hash)
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func (s *Store) receive(ctx context.Context, f *os.File, tenant, name string, r io.Reader) (Stored, error) {
	sum := s.sum(tenant)
	n, err := io.Copy(io.MultiWriter(f, sum), io.LimitReader(withContext{ctx, r}, MaxSize+1))
	switch {
	case err != nil:
		return Stored{}, fmt.Errorf("receive a file: %w", err)
	case n > MaxSize:
		return Stored{}, thidua.Refuse(thidua.TooLarge, CodeTooLarge, MaxSize>>20)
	case n == 0:
		return Stored{}, thidua.Refuse(thidua.Invalid, CodeEmpty)
	}
	scan, err := s.scan(ctx, f) // before anything of ours takes it apart
	if err != nil {
		return Stored{}, err
	}
	kind, err := Inspect(name, f, n)
	if err != nil {
		return Stored{}, err
	}
	if err := s.flush(f); err != nil {
		return Stored{}, fmt.Errorf("keep a file: %w", err)
	}
	return Stored{Hash: hex.EncodeToString(sum.Sum(nil)), Name: name, Type: kind, Size: n, Scan: scan}, nil
}

// withContext ends a slow upload with its request.
type withContext struct {
	ctx context.Context
	r   io.Reader
}

// Read reads on until the context ends.
func (c withContext) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}
