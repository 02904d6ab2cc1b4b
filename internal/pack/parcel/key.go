package parcel

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"thidua"
)

// KeyFile is the name of the sealing key in the data folder; whoever may read it can seal in the name of every agency of the installation.
const KeyFile = "seal.key"

// PublicFile is the name of the public key beside it.
const PublicFile = "seal.pub"

// Key seals packages (Ed25519); an installation has one.
type Key struct{ private ed25519.PrivateKey }

// Format writes a mask for every verb: a sealing key is never printed.
func (Key) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(thidua.SecretMask)) }

// Public is the key by which a seal is checked.
type Public ed25519.PublicKey

// LoadKey reads the sealing key of a data folder and makes one where there is none.
func LoadKey(dir string) (*Key, error) {
	text, err := os.ReadFile(filepath.Join(dir, KeyFile))
	if errors.Is(err, fs.ErrNotExist) {
		return makeKey(dir)
	}
	if err != nil {
		return nil, fmt.Errorf("sealing key: %w", err)
	}
	seed, err := base64.StdEncoding.Strict().DecodeString(strings.TrimSpace(string(text)))
	if err != nil || len(seed) != ed25519.SeedSize {
		return nil, fmt.Errorf("sealing key: %s holds no key", KeyFile)
	}
	return &Key{ed25519.NewKeyFromSeed(seed)}, nil
}

// NewKey makes a key that is kept nowhere.
func NewKey() *Key {
	seed := make([]byte, ed25519.SeedSize)
	rand.Read(seed)
	return &Key{ed25519.NewKeyFromSeed(seed)}
}

func makeKey(dir string) (*Key, error) {
	k := NewKey()
	// The public key first: a key that stops between the two is made anew, not half.
	for _, f := range []struct {
		name, text string
		mode       fs.FileMode
	}{{PublicFile, k.Public().String(), 0o644}, {KeyFile, base64.StdEncoding.EncodeToString(k.private.Seed()), 0o600}} {
		if err := os.WriteFile(filepath.Join(dir, f.name), []byte(f.text+"\n"), f.mode); err != nil {
			return nil, fmt.Errorf("sealing key: %w", err)
		}
	}
	return k, nil
}

// LoadPublic reads the public key of a data folder.
func LoadPublic(dir string) (Public, error) {
	text, err := os.ReadFile(filepath.Join(dir, PublicFile))
	if err != nil {
		return nil, fmt.Errorf("public sealing key: %w", err)
	}
	return ParsePublic(string(text))
}

// Public gives the public half of the key.
func (k *Key) Public() Public { return Public(k.private.Public().(ed25519.PublicKey)) }

// ParsePublic reads a public key from its text, whose lines may have been broken on the way.
func ParsePublic(text string) (Public, error) {
	raw, err := base64.StdEncoding.Strict().DecodeString(strings.Join(strings.Fields(text), ""))
	if err != nil || len(raw) != ed25519.PublicKeySize {
		return nil, errors.New("public sealing key: the text is none")
	}
	return Public(raw), nil
}

// String gives the text of the key, as it is copied to a partner.
func (p Public) String() string { return base64.StdEncoding.EncodeToString(p) }

// Fingerprint gives what two officials compare by telephone: eight groups of four signs.
func (p Public) Fingerprint() string {
	sum := sha256.Sum256(p)
	text := hex.EncodeToString(sum[:16])
	var groups []string
	for i := 0; i < len(text); i += 4 {
		groups = append(groups, text[i:i+4])
	}
	return strings.Join(groups, " ")
}

// domain tells a seal from every other signature of the same kind.
const domain = "thidua sealed package 1\n"

func (k *Key) sign(manifest []byte) []byte {
	return ed25519.Sign(k.private, append([]byte(domain), manifest...))
}

func (p Public) signed(manifest, signature []byte) bool {
	return len(p) == ed25519.PublicKeySize && ed25519.Verify(ed25519.PublicKey(p), append([]byte(domain), manifest...), signature)
}
