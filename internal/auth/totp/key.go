package totp

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// KeyFile is the name of the key in the data folder; with it and the database the codes of everybody can be made. Backups hold it, because without
// it nobody's codes are right any more.
const KeyFile = "factor.key"

const keySize = 32

// ErrSealed is a secret that this key did not seal: it belongs to another account, was changed, or the key was lost.
var ErrSealed = errors.New("totp: the secret was sealed with another key")

// Key seals the secrets that stand in the database (AES-256-GCM).
type Key struct{ seal cipher.AEAD }

// LoadKey reads the key of a data folder and makes one where there is none.
func LoadKey(dir string) (*Key, error) {
	path := filepath.Join(dir, KeyFile)
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return makeKey(path)
	}
	if err != nil {
		return nil, fmt.Errorf("key of the second factor: %w", err)
	}
	raw, err := base64.StdEncoding.Strict().DecodeString(strings.TrimSpace(string(text)))
	if err != nil || len(raw) != keySize {
		return nil, fmt.Errorf("key of the second factor: %s holds no key", KeyFile)
	}
	return keyOf(raw)
}

func makeKey(path string) (*Key, error) {
	raw := make([]byte, keySize)
	rand.Read(raw)
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("key of the second factor: %w", err)
	}
	_, err = f.WriteString(base64.StdEncoding.EncodeToString(raw) + "\n")
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return nil, fmt.Errorf("key of the second factor: %w", err)
	}
	return keyOf(raw)
}

// NewKey makes a key that is kept nowhere.
func NewKey() *Key {
	raw := make([]byte, keySize)
	rand.Read(raw)
	k, err := keyOf(raw)
	if err != nil {
		panic(err) // the size is right
	}
	return k
}

func keyOf(raw []byte) (*Key, error) {
	block, err := aes.NewCipher(raw)
	if err != nil {
		return nil, err
	}
	seal, err := cipher.NewGCMWithRandomNonce(block)
	if err != nil {
		return nil, err
	}
	return &Key{seal}, nil
}

// Seal hides a text; owner says whose it is, and only under the same owner it opens again.
func (k *Key) Seal(plain []byte, owner string) string {
	return base64.RawURLEncoding.EncodeToString(k.seal.Seal(nil, nil, plain, []byte(owner)))
}

// Open gives the text that Seal hid; ErrSealed when the key or the owner is another one.
func (k *Key) Open(sealed, owner string) ([]byte, error) {
	raw, err := base64.RawURLEncoding.DecodeString(sealed)
	if err != nil {
		return nil, ErrSealed
	}
	plain, err := k.seal.Open(nil, nil, raw, []byte(owner))
	if err != nil {
		return nil, ErrSealed
	}
	return plain, nil
}
