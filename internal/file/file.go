// Package file keeps evidence and signed copies on disk: content that was looked at before it is kept, under an address that tells
// nothing about it, and compared with that address whenever it is read.
package file

import (
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
	"sync"

	"thidua"
)

// MaxSize is the greatest file that is kept, in bytes (25 MB).
const MaxSize = 25 << 20

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
	mu     sync.Mutex
	held   map[string]held // by address
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
	return &Store{root: root, secret: secret, held: map[string]held{}}, nil
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
