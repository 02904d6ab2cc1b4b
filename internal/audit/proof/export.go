package proof

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"thidua"
	"thidua/internal/audit"
)

// LogFormat opens every export of a log; the number is its version.
const LogFormat = "thidua log 1"

// LogHead is the first line of an export: whose log it is and how many leaves follow the checkpoints.
type LogHead struct {
	Format string    `json:"format"`
	Help   string    `json:"help"`
	Agency string    `json:"agency"`
	Tenant string    `json:"tenant"`
	Sample bool      `json:"sample"`
	Key    string    `json:"key"`
	Size   int64     `json:"size"`
	Made   time.Time `json:"made"`
}

// logLine is any further line: a signed note or the hash of a leaf, in the order of the log.
type logLine struct {
	Checkpoint string `json:"checkpoint,omitempty"`
	Leaf       string `json:"leaf,omitempty"`
}

// LogWriter writes an export line by line; checkpoints come before leaves.
type LogWriter struct{ out *json.Encoder }

// NewLog begins an export with its head.
func NewLog(out io.Writer, head LogHead) (LogWriter, error) {
	w := LogWriter{json.NewEncoder(out)}
	head.Format = LogFormat
	return w, w.out.Encode(head)
}

// Checkpoint writes a signed note.
func (w LogWriter) Checkpoint(note string) error { return w.out.Encode(logLine{Checkpoint: note}) }

// Leaf writes the hash of the next leaf, as the store keeps it.
func (w LogWriter) Leaf(hash string) error { return w.out.Encode(logLine{Leaf: hash}) }

// Mark is a state of a log that is known: so many leaves had this root.
type Mark struct {
	Tenant string
	Size   int64
	Root   tlog.Hash
}

// LogResult is what an export shows once it was found good.
type LogResult struct {
	LogHead
	Anchored int64     // leaves that a signed checkpoint covers
	Moment   time.Time // of the last checkpoint; zero without one
	Signed   int       // checkpoints that agree
	Root     tlog.Hash // of all leaves
	Known    bool      // signed by one of the keys given by whoever checks
	Grown    bool      // grown out of an earlier state that was asked for
}

// Mark is the state that the export shows.
func (r LogResult) Mark() Mark { return Mark{Tenant: r.Tenant, Size: r.Size, Root: r.Root} }

// logReading is an export under way.
type logReading struct {
	LogResult
	tree   audit.Growing
	asked  map[int64][]asked
	keys   []*audit.Key
	leaves bool // the first leaf was read
}

// asked is a root that the tree must have at a size, and the refusal when it has not.
type asked struct {
	root   tlog.Hash
	signed bool
}

// CheckLog proves an export: every checkpoint is signed and agrees with the leaves. before are earlier states that this log must have grown out
// of. It reads line by line; what it keeps grows with the number of checkpoints alone.
func CheckLog(in io.Reader, before []Mark, keys ...*audit.Key) (LogResult, error) {
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 0, 4096), 64<<10)
	if !lines.Scan() {
		return LogResult{}, thidua.Refuse(thidua.Invalid, CodeUnreadable)
	}
	r := logReading{tree: audit.NewGrowing(), asked: map[int64][]asked{}, keys: keys}
	if err := r.begin(lines.Bytes(), before); err != nil {
		return r.LogResult, err
	}
	for lines.Scan() {
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		if err := r.line(lines.Bytes()); err != nil {
			return r.LogResult, err
		}
	}
	if lines.Err() != nil {
		return r.LogResult, thidua.Refuse(thidua.Invalid, CodeUnreadable)
	}
	return r.end()
}

func (r *logReading) begin(line []byte, before []Mark) error {
	var head struct{ Format string }
	if json.Unmarshal(trimmed(line), &head) == nil && head.Format != LogFormat && strings.HasPrefix(head.Format, "thidua log ") {
		return refuse(CodeNewer, head.Format)
	}
	if err := strict(line, &r.LogHead); err != nil || r.Format != LogFormat || r.Size < 0 {
		return thidua.Refuse(thidua.Invalid, CodeUnreadable)
	}
	for _, m := range before {
		switch {
		case m.Tenant != r.Tenant:
			return refuse(CodeOtherLog)
		case m.Size > r.Size:
			return refuse(CodeShorter, r.Size, m.Size)
		}
		r.asked[m.Size] = append(r.asked[m.Size], asked{root: m.Root})
	}
	return nil
}

func (r *logReading) line(text []byte) error {
	var l logLine
	if err := strict(text, &l); err != nil || (l.Leaf == "") == (l.Checkpoint == "") || l.Checkpoint != "" && r.leaves {
		return thidua.Refuse(thidua.Invalid, CodeUnreadable)
	}
	if l.Checkpoint != "" {
		return r.note(l.Checkpoint)
	}
	r.leaves = true
	hash, err := audit.ParseText(l.Leaf)
	if err != nil {
		return thidua.Refuse(thidua.Invalid, CodeUnreadable)
	}
	if r.tree.Size() == r.Size {
		return refuse(CodeCut, r.Size+1, r.Size)
	}
	if err := r.tree.Add(hash); err != nil {
		return err
	}
	return r.compare()
}

func (r *logReading) note(signed string) error {
	c, _, known, err := opened(signed, r.Key, r.keys)
	if err != nil {
		return err
	}
	if c.Tenant != r.Tenant || c.Size > r.Size {
		return refuse(CodeShorter, r.Size, c.Size)
	}
	r.Known = known
	r.asked[c.Size] = append(r.asked[c.Size], asked{root: c.Root, signed: true})
	if c.Moment.After(r.Moment) {
		r.Moment = c.Moment
	}
	return nil
}

// compare asks the tree at every size that is known.
func (r *logReading) compare() error {
	size := r.tree.Size()
	for _, a := range r.asked[size] {
		root, err := r.tree.Root()
		if err != nil {
			return err
		}
		switch {
		case root != a.root && a.signed:
			return refuse(CodeRoot, size)
		case root != a.root:
			return refuse(CodeRewritten, size)
		case a.signed:
			r.Anchored, r.Signed = size, r.Signed+1
		default:
			r.Grown = true
		}
	}
	return nil
}

func (r *logReading) end() (LogResult, error) {
	if r.tree.Size() != r.Size {
		return r.LogResult, refuse(CodeCut, r.tree.Size(), r.Size)
	}
	root, err := r.tree.Root()
	r.Root = root
	return r.LogResult, err
}
