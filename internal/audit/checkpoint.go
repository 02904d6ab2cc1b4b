package audit

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const origin = "thidua audit log"

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
