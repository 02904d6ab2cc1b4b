package proof

import (
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"thidua"
	"thidua/internal/audit"
)

// Proof is the file beside a proof sheet: whoever has it and the published key proves the sheet, and the files that it names, without the data.
type Proof struct {
	Format     string `json:"format"`
	Help       string `json:"help"` // one sentence for whoever opens the file
	Key        string `json:"key"`  // the public key of the installation, as it says itself
	Statement  string `json:"statement"`
	Sheet      Leaf   `json:"sheet"` // the event by which the sheet was made
	Issue      Leaf   `json:"issue"` // the event by which the paper was issued
	Checkpoint string `json:"checkpoint"`
}

// Leaf is an event with its way up the tree.
type Leaf struct {
	Seq   int64    `json:"seq"`
	Event string   `json:"event"` // the canonical bytes, base64
	Path  []string `json:"path"`  // hashes, base64
}

// Format opens every proof; the number is its version.
const Format = "thidua proof 1"

// MaxSize bounds a proof, in bytes: that of a dossier with all its files is far below.
const MaxSize = 1 << 20

// MakeSheet is the verb of the event by which a proof sheet is made.
const MakeSheet = string(thidua.MakeProofSheet)

// NewLeaf writes an event with its way up the tree.
func NewLeaf(seq int64, e audit.Event, path tlog.RecordProof) Leaf {
	l := Leaf{Seq: seq, Event: base64.StdEncoding.EncodeToString(e.Encode()), Path: []string{}}
	for _, h := range path {
		l.Path = append(l.Path, audit.Text(h))
	}
	return l
}

// Encode writes the file.
func (p Proof) Encode() ([]byte, error) {
	p.Format = Format
	out, err := json.MarshalIndent(p, "", "  ")
	return append(out, '\n'), err
}

// Decode reads the file; it proves nothing yet.
func Decode(data []byte) (p Proof, err error) {
	if len(data) > MaxSize {
		return p, thidua.Refuse(thidua.Invalid, CodeUnreadable)
	}
	var head struct{ Format string }
	if json.Unmarshal(trimmed(data), &head) == nil && head.Format != Format && strings.HasPrefix(head.Format, "thidua proof ") {
		return p, refuse(CodeNewer, head.Format)
	}
	if err := strict(data, &p); err != nil || p.Format != Format {
		return Proof{}, thidua.Refuse(thidua.Invalid, CodeUnreadable)
	}
	return p, nil
}

// Names tells whether the statement of the file speaks of a SHA-256; nothing is proved by it.
func (p Proof) Names(sum string) bool {
	s, err := ParseStatement(p.Statement)
	_, named := s.Covers(sum)
	return err == nil && named
}

// Result is what a proof shows once it was found good.
type Result struct {
	Statement   Statement
	Fingerprint string
	IssuedAt    time.Time // by the clock of the installation
	SheetAt     time.Time
	IssueSeq    int64
	SheetSeq    int64
	Checkpoint  audit.Checkpoint
	Key         string // the public key that signed
	Known       bool   // it is one of those given by whoever checks
}

// Check proves the file by the keys that whoever checks has been given; without any, by the key inside, which proves only that nothing was
// changed since. A refusal says what is wrong; that the data are a sample is for the caller to ask.
func (p Proof) Check(keys ...*audit.Key) (r Result, err error) {
	if r.Statement, err = ParseStatement(p.Statement); err != nil {
		return r, err
	}
	r.Fingerprint, r.SheetSeq, r.IssueSeq = Fingerprint(p.Statement), p.Sheet.Seq, p.Issue.Seq
	if r.Checkpoint, r.Key, r.Known, err = opened(p.Checkpoint, p.Key, keys); err != nil {
		return r, err
	}
	if r.Checkpoint.Tenant != r.Statement.Tenant {
		return r, refuse(CodeChanged)
	}
	sheet, err := p.Sheet.in(r.Checkpoint)
	if err != nil {
		return r, err
	}
	issue, err := p.Issue.in(r.Checkpoint)
	if err != nil {
		return r, err
	}
	if sheet.Verb != MakeSheet || sheet.Object != Object(r.Fingerprint) || issue.ID != r.Statement.Issue || issue.Object != r.Statement.Object ||
		!slices.Contains(issuing, thidua.Action(issue.Verb)) || p.Issue.Seq >= p.Sheet.Seq {
		return r, refuse(CodeChanged)
	}
	r.SheetAt, r.IssuedAt = sheet.At, issue.At
	return r, nil
}

// issuing are the acts by which a paper or dossier is made final.
var issuing = []thidua.Action{thidua.RecordIssued, thidua.MarkWhole}

// Issuing gives the acts by which a paper or dossier is made final.
func Issuing() []thidua.Action { return slices.Clone(issuing) }

// in proves that the event is in the tree of a checkpoint of its agency.
func (l Leaf) in(c audit.Checkpoint) (e audit.Event, err error) {
	raw, err := base64.StdEncoding.Strict().DecodeString(l.Event)
	if err != nil {
		return e, thidua.Refuse(thidua.Invalid, CodeUnreadable)
	}
	if e, err = audit.ParseEvent(raw); err != nil {
		return e, thidua.Refuse(thidua.Invalid, CodeUnreadable)
	}
	path, err := hashes(l.Path)
	if err != nil {
		return e, err
	}
	if l.Seq < 0 || l.Seq >= c.Size || tlog.CheckRecord(path, c.Size, c.Root, l.Seq, tlog.RecordHash(raw)) != nil {
		return e, refuse(CodeNotIncluded)
	}
	if e.Tenant != c.Tenant {
		return e, refuse(CodeChanged)
	}
	return e, nil
}

func hashes(texts []string) (out []tlog.Hash, err error) {
	for _, t := range texts {
		h, err := audit.ParseText(t)
		if err != nil {
			return nil, thidua.Refuse(thidua.Invalid, CodeUnreadable)
		}
		out = append(out, h)
	}
	return out, nil
}

// opened checks a signed note by the keys given, or by the one that the file names.
func opened(note, inside string, keys []*audit.Key) (c audit.Checkpoint, public string, known bool, err error) {
	for _, k := range keys {
		if c, err = k.Open(note); err == nil {
			return c, k.Public(), true, nil
		}
	}
	own, err := audit.ParsePublic(inside)
	if err != nil {
		return c, "", false, refuse(CodeForged)
	}
	if c, err = own.Open(note); err != nil {
		return c, "", false, refuse(CodeForged)
	}
	if len(keys) > 0 {
		return c, inside, false, refuse(CodeKeyUnknown, KeyFingerprint(inside))
	}
	return c, inside, false, nil
}
