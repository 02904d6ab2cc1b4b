package proof_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"thidua"
	"thidua/internal/audit"
	"thidua/internal/audit/proof"
)

// keeping is a log in memory: its events, the stored hashes of its tree, and the key that signs it.
type keeping struct {
	key    *audit.Key
	events []audit.Event
	nodes  []tlog.Hash
}

func newKeeping(t testing.TB) *keeping {
	t.Helper()
	key, err := audit.LoadKey(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return &keeping{key: key}
}

// ReadHashes gives stored hashes of the tree.
func (k *keeping) ReadHashes(at []int64) (out []tlog.Hash, err error) {
	for _, i := range at {
		out = append(out, k.nodes[i])
	}
	return out, nil
}

// log appends an event and gives its place.
func (k *keeping) log(t testing.TB, verb thidua.Action, object string) int64 {
	t.Helper()
	n := int64(len(k.events))
	e := audit.Event{Tenant: "t1", ID: fmt.Sprint("e", n), At: time.Date(2025, 1, 1, 0, 0, int(n), 0, time.UTC), Actor: "account:1", Verb: string(verb), Object: object}
	_, added, err := audit.Grow(n, []audit.Event{e}, k)
	if err != nil {
		t.Fatal(err)
	}
	k.events, k.nodes = append(k.events, e), append(k.nodes, added...)
	return n
}

func (k *keeping) sign(t testing.TB, size int64) string {
	t.Helper()
	root, err := tlog.TreeHash(size, k)
	if err != nil {
		t.Fatal(err)
	}
	note, err := k.key.Sign(audit.Checkpoint{Tenant: "t1", Size: size, Root: root, Moment: time.Date(2025, 1, 2, 0, 0, int(size), 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return note
}

func (k *keeping) leaf(t testing.TB, size, seq int64) proof.Leaf {
	t.Helper()
	path, err := tlog.ProveRecord(size, seq, k)
	if err != nil {
		t.Fatal(err)
	}
	return proof.NewLeaf(seq, k.events[seq], path)
}

var paper = []byte("%PDF-1.7 biên bản")

// sheet makes a sheet in a log that has grown before and after it, proved against the checkpoint of a size.
func (k *keeping) sheet(t testing.TB, change func(*proof.Statement)) (text string, issue, made int64) {
	t.Helper()
	for range 5 {
		k.log(t, "x", "thing:1")
	}
	issue = k.log(t, thidua.RecordIssued, "paper:1")
	s := proof.Statement{ID: "1", Agency: "Thanh tra tỉnh", Tenant: "t1", Object: "paper:1", Title: "Biên bản", Number: "5/BB", Dated: "2025-01-14",
		Issue: k.events[issue].ID, Files: []proof.File{{Name: "bien-ban.pdf", Size: int64(len(paper)), Sum: proof.Sum(paper)}}}
	if change != nil {
		change(&s)
	}
	text, err := s.Text()
	if err != nil {
		t.Fatal(err)
	}
	k.log(t, "x", "thing:2")
	made = k.log(t, thidua.MakeProofSheet, proof.Object(proof.Fingerprint(text)))
	k.log(t, "x", "thing:3")
	return text, issue, made
}

func (k *keeping) prove(t testing.TB, text string, issue, made, size int64) proof.Proof {
	t.Helper()
	return proof.Proof{Format: proof.Format, Key: k.key.Public(), Statement: text, Sheet: k.leaf(t, size, made), Issue: k.leaf(t, size, issue), Checkpoint: k.sign(t, size)}
}

func wants(t *testing.T, err error, code thidua.Code) {
	t.Helper()
	var e *thidua.Error
	if !errors.As(err, &e) || e.Code != code {
		t.Errorf("got %v, want %s", err, code)
	}
}

// TestCase80AProofOutlivesAYearOfEvents proves a sheet made early by the checkpoint of its day and by that of a year later, and that the one has grown
// into the other.
func TestCase80AProofOutlivesAYearOfEvents(t *testing.T) {
	k := newKeeping(t)
	text, issue, made := k.sheet(t, nil)
	early := k.prove(t, text, issue, made, int64(len(k.events)))
	for day := range 365 {
		k.log(t, "x", fmt.Sprint("thing:", day))
	}
	late := k.prove(t, text, issue, made, int64(len(k.events)))
	var marks []audit.Checkpoint
	for _, p := range []proof.Proof{early, late} {
		file, err := p.Encode()
		if err != nil {
			t.Fatal(err)
		}
		read, err := proof.Decode(append([]byte("\ufeff"), file...))
		if err != nil {
			t.Fatal(err)
		}
		public, err := audit.ParsePublic(k.key.Public())
		if err != nil {
			t.Fatal(err)
		}
		r, err := read.Check(public)
		if err != nil || !r.Known || r.SheetSeq != made || r.IssueSeq != issue || r.Statement.Number != "5/BB" || !r.IssuedAt.Equal(k.events[issue].At) {
			t.Fatalf("%+v, %v", r, err)
		}
		if f, ok := r.Statement.Covers(proof.Sum(paper)); !ok || f.Name != "bien-ban.pdf" {
			t.Errorf("the paper is not covered")
		}
		if _, ok := r.Statement.Covers(proof.Sum(append(bytes.Clone(paper), 'x'))); ok {
			t.Errorf("a changed paper is covered")
		}
		marks = append(marks, r.Checkpoint)
	}
	path, err := tlog.ProveTree(marks[1].Size, marks[0].Size, k)
	if err != nil {
		t.Fatal(err)
	}
	letter := []byte("Kính gửi\r\n\r\n" + strings.ReplaceAll(proof.Growth{Old: marks[0].Size, New: marks[1].Size, Path: path}.String(), "\n", "\r\n") + "\r\nHết")
	g, found := proof.FindGrowth(letter, marks[0].Size, marks[1].Size)
	if !found || len(g.Path) != len(path) {
		t.Fatalf("%v, %+v", found, g)
	}
	if err := g.Check(marks[0], marks[1]); err != nil {
		t.Error(err)
	}
	wants(t, g.Check(marks[1], marks[0]), proof.CodeShorter)
	other := marks[0]
	other.Root[0] ^= 1
	wants(t, g.Check(other, marks[1]), proof.CodeRewritten)
	g.Path[0][0] ^= 1
	wants(t, g.Check(marks[0], marks[1]), proof.CodeRewritten)
	other.Tenant = "t2"
	wants(t, g.Check(other, marks[1]), proof.CodeOtherLog)
}

func TestAForgedProofIsRefused(t *testing.T) {
	k, stranger := newKeeping(t), newKeeping(t)
	text, issue, made := k.sheet(t, nil)
	size := int64(len(k.events))
	good := k.prove(t, text, issue, made, size)
	if r, err := good.Check(); err != nil || r.Known {
		t.Fatalf("without a key: %+v, %v", r, err)
	}
	_, err := good.Check(stranger.key)
	wants(t, err, proof.CodeKeyUnknown)
	forged, err := audit.ParseEvent(k.events[made].Encode())
	if err != nil {
		t.Fatal(err)
	}
	forged.At = forged.At.AddDate(-1, 0, 0)
	for name, c := range map[string]struct {
		change func(*proof.Proof)
		want   thidua.Code
	}{
		"another number":        {func(p *proof.Proof) { p.Statement = strings.Replace(text, "5/BB", "6/BB", 1) }, proof.CodeChanged},
		"another file":          {func(p *proof.Proof) { p.Statement = strings.Replace(text, proof.Sum(paper), proof.Sum(nil), 1) }, proof.CodeChanged},
		"no statement":          {func(p *proof.Proof) { p.Statement = "{}" }, proof.CodeUnreadable},
		"another time":          {func(p *proof.Proof) { p.Sheet.Event = base64.StdEncoding.EncodeToString(forged.Encode()) }, proof.CodeNotIncluded},
		"another event":         {func(p *proof.Proof) { p.Sheet = k.leaf(t, size, 0) }, proof.CodeChanged},
		"another issue":         {func(p *proof.Proof) { p.Issue = k.leaf(t, size, 1) }, proof.CodeChanged},
		"another place":         {func(p *proof.Proof) { p.Sheet.Seq-- }, proof.CodeNotIncluded},
		"a place out of reach":  {func(p *proof.Proof) { p.Sheet.Seq = size }, proof.CodeNotIncluded},
		"no way":                {func(p *proof.Proof) { p.Sheet.Path = nil }, proof.CodeNotIncluded},
		"a way of no hashes":    {func(p *proof.Proof) { p.Sheet.Path = []string{"x"} }, proof.CodeUnreadable},
		"no event":              {func(p *proof.Proof) { p.Sheet.Event = "" }, proof.CodeUnreadable},
		"a checkpoint unsigned": {func(p *proof.Proof) { p.Checkpoint = strings.Replace(p.Checkpoint, "t1", "t2", 1) }, proof.CodeForged},
		"another key inside":    {func(p *proof.Proof) { p.Key = stranger.key.Public() }, proof.CodeForged},
		"no key inside":         {func(p *proof.Proof) { p.Key = "" }, proof.CodeForged},
	} {
		t.Run(name, func(t *testing.T) {
			p := good
			c.change(&p)
			_, err := p.Check()
			wants(t, err, c.want)
		})
	}
	text, issue, made = k.sheet(t, func(s *proof.Statement) { s.Issue = "e0" })
	p := k.prove(t, text, issue, made, int64(len(k.events)))
	_, err = p.Check()
	wants(t, err, proof.CodeChanged)
	text, issue, made = k.sheet(t, func(s *proof.Statement) { s.Tenant = "t2" })
	p = k.prove(t, text, issue, made, int64(len(k.events)))
	_, err = p.Check()
	wants(t, err, proof.CodeChanged)
}

func TestAFileThatIsNoProofIsRefused(t *testing.T) {
	for text, want := range map[string]thidua.Code{"": proof.CodeUnreadable, "{}": proof.CodeUnreadable, `{"format":"thidua proof 1"} x`: proof.CodeUnreadable,
		`{"format":"thidua proof 1","more":1}`: proof.CodeUnreadable, `{"format":"thidua proof 2","more":1}`: proof.CodeNewer, strings.Repeat(" ", proof.MaxSize+1): proof.CodeUnreadable} {
		_, err := proof.Decode([]byte(text))
		wants(t, err, want)
	}
}

func TestACodeIsReadAsPeopleTypeIt(t *testing.T) {
	fingerprint := proof.Fingerprint("x")
	code := proof.Code(fingerprint)
	if len(code) != proof.CodeSize+3 {
		t.Fatalf("code %q", code)
	}
	for _, typed := range []string{code, strings.ToLower(code), strings.ReplaceAll(code, "-", ""), " " + strings.ReplaceAll(code, "-", " ") + " "} {
		if got := proof.ReadCode(typed); got != code {
			t.Errorf("%q reads as %q, want %q", typed, got, code)
		}
	}
	if got := proof.ReadCode("oOlL iI01 2345 6789"); got != "0011-1101-2345-6789" {
		t.Errorf("mistaken letters read as %q", got)
	}
	for _, typed := range []string{"", code[:10], code + "A", "đ" + code[1:], code + "U", strings.Repeat("0", 200)} {
		if got := proof.ReadCode(typed); got != "" {
			t.Errorf("%q reads as %q", typed, got)
		}
	}
	if proof.Code("x") != "" || proof.Code("00") != "" {
		t.Error("what is no fingerprint has a code")
	}
}

func FuzzProof(f *testing.F) {
	k := newKeeping(f)
	text, issue, made := k.sheet(f, nil)
	good, err := k.prove(f, text, issue, made, int64(len(k.events))).Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add([]byte(`{"format":"thidua proof 1"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := proof.Decode(data)
		if err != nil {
			return
		}
		if r, err := p.Check(k.key); err == nil && r.Fingerprint != proof.Fingerprint(text) {
			t.Errorf("another statement was proved: %q", p.Statement)
		}
	})
}
