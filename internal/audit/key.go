package audit

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"

	"thidua"
)

// KeyFile is the name of the signing key in the data folder; whoever may read it can sign false checkpoints.
const KeyFile = "audit.key"

// PublicFile is the name of the public key beside it: give it to those who check.
const PublicFile = "audit.pub"

// Key signs checkpoints (Ed25519) and checks them.
type Key struct {
	signer   note.Signer
	verifier note.Verifier
	public   string
}

// Format writes a mask for every verb: a signing key is never printed.
func (Key) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(thidua.SecretMask)) }

// LoadKey reads the signing key of a data folder and makes one where there is none.
func LoadKey(dir string) (*Key, error) {
	secret, err := os.ReadFile(filepath.Join(dir, KeyFile))
	if errors.Is(err, fs.ErrNotExist) {
		return makeKey(dir)
	}
	if err != nil {
		return nil, fmt.Errorf("audit key: %w", err)
	}
	signer, err := note.NewSigner(strings.TrimSpace(string(secret)))
	if err != nil {
		return nil, fmt.Errorf("audit key: %w", err)
	}
	k, err := LoadPublic(dir)
	if err != nil {
		return nil, err
	}
	k.signer = signer
	return k, nil
}

// LoadPublic reads the public key of a data folder: enough to verify.
func LoadPublic(dir string) (*Key, error) {
	public, err := os.ReadFile(filepath.Join(dir, PublicFile))
	if err != nil {
		return nil, fmt.Errorf("audit public key: %w", err)
	}
	return ParsePublic(strings.TrimSpace(string(public)))
}

// ParsePublic takes a public key from its text, such as a checker keeps it.
func ParsePublic(public string) (*Key, error) {
	verifier, err := note.NewVerifier(public)
	if err != nil {
		return nil, fmt.Errorf("audit public key: %w", err)
	}
	return &Key{verifier: verifier, public: public}, nil
}

func makeKey(dir string) (*Key, error) {
	secret, public, err := note.GenerateKey(rand.Reader, "thidua")
	if err != nil {
		return nil, fmt.Errorf("audit key: %w", err)
	}
	// The public key first: a key that stops between the two is made anew, not half.
	for _, f := range []struct {
		name, text string
		mode       fs.FileMode
	}{{PublicFile, public, 0o644}, {KeyFile, secret, 0o600}} {
		if err := os.WriteFile(filepath.Join(dir, f.name), []byte(f.text+"\n"), f.mode); err != nil {
			return nil, fmt.Errorf("audit key: %w", err)
		}
	}
	return LoadKey(dir)
}

// Public gives the text of the public key.
func (k *Key) Public() string { return k.public }
