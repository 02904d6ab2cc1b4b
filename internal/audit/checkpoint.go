package audit

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// KeyFile is the name of the signing key in the data folder; whoever may read it can sign false checkpoints.
const KeyFile = "audit.key"

// PublicFile is the name of the public key beside it: give it to those who check.
const PublicFile = "audit.pub"

const origin = "thidua audit log"

// Key signs checkpoints (Ed25519) and checks them.
type Key struct {
	signer   note.Signer
	verifier note.Verifier
	public   string
}

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

// Checkpoint says how the log of an agency stood: Size events with this root, covering everything up to Moment.
type Checkpoint struct {
	Tenant string
	Size   int64
	Root   tlog.Hash
	Moment time.Time
}

// Sign gives the signed note (C2SP): origin, size, root and moment in one line each.
func (k *Key) Sign(c Checkpoint) (string, error) {
	if k.signer == nil {
		return "", errors.New("audit key: only the public half is known")
	}
	text := fmt.Sprintf("%s %s\n%d\n%s\nmoment %s\n", origin, c.Tenant, c.Size, Text(c.Root), c.Moment.UTC().Format(time.RFC3339Nano))
	signed, err := note.Sign(&note.Note{Text: text}, k.signer)
	if err != nil {
		return "", fmt.Errorf("sign the checkpoint: %w", err)
	}
	return string(signed), nil
}

// Open checks the signature of a note and reads it.
func (k *Key) Open(signed string) (Checkpoint, error) {
	n, err := note.Open([]byte(signed), note.VerifierList(k.verifier))
	if err != nil {
		return Checkpoint{}, fmt.Errorf("checkpoint: %w", err)
	}
	lines := strings.Split(strings.TrimSuffix(n.Text, "\n"), "\n")
	if len(lines) != 4 {
		return Checkpoint{}, fmt.Errorf("checkpoint of %d lines", len(lines))
	}
	tenant, named := strings.CutPrefix(lines[0], origin+" ")
	size, sizeErr := strconv.ParseInt(lines[1], 10, 64)
	root, rootErr := ParseText(lines[2])
	moment, momentErr := time.Parse("moment "+time.RFC3339Nano, lines[3])
	if err := errors.Join(sizeErr, rootErr, momentErr); err != nil || !named || size <= 0 {
		return Checkpoint{}, fmt.Errorf("checkpoint is malformed: %w", err)
	}
	return Checkpoint{Tenant: tenant, Size: size, Root: root, Moment: moment}, nil
}
