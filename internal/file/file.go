// Package file keeps evidence and signed copies on disk: content that was looked at before it is kept, under an address that tells
// nothing about it, and compared with that address whenever it is read.
package file

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path"
	"regexp"

	"thidua"
)

// MaxSize is the greatest file that is kept, in bytes (25 MB).
const MaxSize = 25 << 20

// Refusals of a file.
const (
	// CodeTooLarge has the limit in megabytes as its argument.
	CodeTooLarge thidua.Code = "file.too-large"
	// CodeEmpty is a file without content.
	CodeEmpty thidua.Code = "file.empty"
	// CodeType is content of a kind that is not kept, whatever its name says.
	CodeType thidua.Code = "file.type"
	// CodeExtension is a name that does not fit the content (the argument is the right extension).
	CodeExtension thidua.Code = "file.extension"
	// CodeDamaged is a file that cannot be read as what it is.
	CodeDamaged thidua.Code = "file.damaged"
	// CodeBomb is a file that unpacks to far more than it is, or a picture of too many points.
	CodeBomb thidua.Code = "file.bomb"
	// CodeMacro is an office file with a program inside.
	CodeMacro thidua.Code = "file.macro"
	// CodeSecret is a file marked as a state secret (the argument is the mark).
	CodeSecret thidua.Code = "file.secret"
	// CodeChanged is a kept file whose bytes are no longer those that were put.
	CodeChanged thidua.Code = "file.changed"
)

// Stored is a file that is kept. Name is safe to show and to offer for download; Type is its MIME type by content.
type Stored struct {
	Hash string
	Name string
	Type string
	Size int64
}

// Store is the folder of files of one installation.
type Store struct {
	root   *os.Root
	secret []byte
}

const tempDir = "tmp"

// Open opens the folder "files" of a data folder and makes it where there is none.
func Open(dir string) (*Store, error) {
	at := dir + "/files"
	if err := os.MkdirAll(at+"/"+tempDir, 0o700); err != nil {
		return nil, fmt.Errorf("files: %w", err)
	}
	root, err := os.OpenRoot(at)
	if err != nil {
		return nil, fmt.Errorf("files: %w", err)
	}
	secret, err := salt(root)
	if err != nil {
		return nil, fmt.Errorf("files: %w", errors.Join(err, root.Close()))
	}
	return &Store{root: root, secret: secret}, nil
}

// Close gives the folder free.
func (s *Store) Close() error { return s.root.Close() }

// salt reads the secret that keeps an address from telling whether a known document is among the files.
func salt(root *os.Root) ([]byte, error) {
	known, err := root.ReadFile("salt")
	if err == nil || !errors.Is(err, fs.ErrNotExist) {
		return known, err
	}
	fresh := make([]byte, 32)
	rand.Read(fresh)
	return fresh, root.WriteFile("salt", fresh, 0o600)
}

// Put looks at a file and keeps it for the agency. It refuses what is too large (TooLarge), and what is empty, of a kind that is not
// kept, damaged, or marked as a state secret (Invalid); nothing is left behind then.
func (s *Store) Put(ctx context.Context, tenant, name string, r io.Reader) (Stored, error) {
	name = CleanName(name)
	temp := path.Join(tempDir, rand.Text())
	f, err := s.root.OpenFile(temp, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return Stored{}, fmt.Errorf("keep a file: %w", err)
	}
	stored, err := s.receive(ctx, f, tenant, name, r)
	if closed := f.Close(); err == nil && closed != nil {
		err = fmt.Errorf("keep a file: %w", closed)
	}
	if err == nil {
		err = s.place(temp, stored.Hash)
	}
	if err != nil {
		return Stored{}, errors.Join(err, ignoreMissing(s.root.Remove(temp)))
	}
	return stored, nil
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
	kind, err := Inspect(name, f, n)
	if err != nil {
		return Stored{}, err
	}
	if err := f.Sync(); err != nil {
		return Stored{}, fmt.Errorf("keep a file: %w", err)
	}
	return Stored{Hash: hex.EncodeToString(sum.Sum(nil)), Name: name, Type: kind, Size: n}, nil
}

// place gives the file its address: renamed, and both folders on disk, before anybody writes the address down.
func (s *Store) place(temp, hash string) error {
	if err := s.root.MkdirAll(hash[:2], 0o700); err != nil {
		return fmt.Errorf("keep a file: %w", err)
	}
	if err := s.root.Rename(temp, address(hash)); err != nil {
		return fmt.Errorf("keep a file: %w", err)
	}
	for _, dir := range []string{hash[:2], "."} {
		if err := syncDir(s.root, dir); err != nil {
			return fmt.Errorf("keep a file: %w", err)
		}
	}
	return nil
}

func address(hash string) string { return path.Join(hash[:2], hash) }

// sum is the address of content: HMAC-SHA256 under the installation's secret and the agency, so that no agency can read by the
// address of another.
func (s *Store) sum(tenant string) hash.Hash {
	m := hmac.New(sha256.New, s.secret)
	m.Write([]byte(tenant))
	m.Write([]byte{0})
	return m
}

var isHash = regexp.MustCompile(`^[0-9a-f]{64}$`)

// Open gives a kept file of the agency, compared with its address first; the caller closes it. NotFound for another agency's file,
// Internal "file.changed" when the bytes on disk are not those that were put.
func (s *Store) Open(tenant, hash string) (*os.File, error) {
	missing := thidua.Refuse(thidua.NotFound, "not-found")
	if !isHash.MatchString(hash) {
		return nil, missing
	}
	f, err := s.root.Open(address(hash))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, missing
	}
	if err != nil {
		return nil, fmt.Errorf("read a file: %w", err)
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

// Remove takes a file away that should not be there; the row that names it goes first. A missing file is no error.
func (s *Store) Remove(hash string) error {
	if !isHash.MatchString(hash) {
		return thidua.Refuse(thidua.NotFound, "not-found")
	}
	if err := ignoreMissing(s.root.Remove(address(hash))); err != nil {
		return fmt.Errorf("remove a file: %w", err)
	}
	return syncDir(s.root, ".")
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
