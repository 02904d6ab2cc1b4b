// Package file keeps evidence and signed copies, on disk or in an S3-compatible store: content that was looked at before it is kept, under an
// address that tells nothing about it, and compared with that address whenever it is read.
package file

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"os"
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
	Scan Scan
}

// Store is the files of one installation: a folder in which they are received and looked at, and the shelf on which they stand.
type Store struct {
	root    *os.Root
	shelf   Shelf
	remote  bool   // the shelf is another server, which may be down
	place   string // of that server
	scanner Scanner
	late    bool
	flush   func(*os.File) error
	secret  thidua.Secret
	mu      sync.Mutex
	held    map[string]held // by address
}

const tempDir = "tmp"

// Part gives the store something beside its folder.
type Part func(*Store)

// On keeps the files on another shelf than the disk; place names it. The folder remembers that, and does not open without it.
func On(shelf Shelf, place string) Part {
	return func(s *Store) { s.shelf, s.remote, s.place = shelf, true, place }
}

// Open opens the folder "files" of a data folder and makes it where there is none. The files stand there too, unless a part says otherwise.
func Open(dir string, parts ...Part) (*Store, error) {
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
	s := &Store{root: root, secret: thidua.Hide(string(secret)), held: map[string]held{}, flush: (*os.File).Sync}
	s.shelf = &disk{root: root, flush: func(f *os.File) error { return s.flush(f) }}
	for _, add := range parts {
		add(s)
	}
	if err := s.remember(); err != nil {
		return nil, errors.Join(err, root.Close())
	}
	return s, nil
}

// elsewhere is the name under which a folder keeps where its files stand, when that is not the folder.
const elsewhere = "noi-luu"

// remember notes where the files stand, and refuses to open a folder as if they stood in it when they do not.
func (s *Store) remember() error {
	known, err := s.root.ReadFile(elsewhere)
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("files: %w", err)
	case len(known) > 0 && string(known) != s.place:
		return thidua.Refuse(thidua.Conflict, CodeElsewhere, string(known))
	case len(known) > 0 || s.place == "":
		return nil
	}
	return s.root.WriteFile(elsewhere, []byte(s.place), 0o600)
}

// Place names where the files of a data folder stand when that is another server; empty when they stand in the folder.
func Place(dir string) string {
	known, err := os.ReadFile(dir + "/files/" + elsewhere)
	if err != nil {
		return ""
	}
	return string(known)
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

// sum is the address of content: HMAC-SHA256 under the installation's secret and the agency, so that no agency can read by the
// address of another.
func (s *Store) sum(tenant string) hash.Hash {
	m := hmac.New(sha256.New, []byte(s.secret.Reveal()))
	m.Write([]byte(tenant))
	m.Write([]byte{0})
	return m
}

var isHash = regexp.MustCompile(`^[0-9a-f]{64}$`)
