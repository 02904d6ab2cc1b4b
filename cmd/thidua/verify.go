package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"thidua"
	"thidua/internal/audit/proof"
	sealed "thidua/internal/pack/parcel"
	"thidua/internal/vi"
)

// What verify says.
const (
	// CodeHelpVerify is the help of verify.
	CodeHelpVerify thidua.Code = "help.verify"
	// CodeParcelValid has what the package carries, its sender, its receiver, the time of its seal and the fingerprint of the key as its arguments.
	CodeParcelValid thidua.Code = "cli.parcel-valid"
	// CodeParcelValidKnown is the same where the key is known as that of the sender.
	CodeParcelValidKnown thidua.Code = "cli.parcel-valid-known"
	// CodeParcelIsSample is an unchanged package of sample data, which has no value.
	CodeParcelIsSample thidua.Code = "cli.parcel-sample"
	// CodeNothingToProve is a file that carries nothing by which it could be proved (the argument is its name).
	CodeNothingToProve thidua.Code = "cli.nothing-to-prove"
	// CodeKeyWrong is a file that holds no public key (the argument is its name).
	CodeKeyWrong thidua.Code = "cli.key-wrong"
)

// What verify says of proofs, logs and letters.
const (
	// CodeProofValid has what the sheet is of, the agency, when it was issued and the place of that event, and the fingerprint of the key as its arguments.
	CodeProofValid thidua.Code = "cli.proof-valid"
	// CodeProofKnown is the same where the key is one of those given.
	CodeProofKnown thidua.Code = "cli.proof-known"
	// CodePaperProved is a paper that a proof covers (the argument is its file).
	CodePaperProved thidua.Code = "cli.paper-proved"
	// CodePaperAlone is a paper without a proof beside it (the argument is its file).
	CodePaperAlone thidua.Code = "cli.paper-alone"
	// CodeLogValid has the agency, the events, those that are signed, the moment of the last checkpoint and the fingerprint of the key as its arguments.
	CodeLogValid thidua.Code = "cli.log-valid"
	// CodeLogKnown is the same where the key is one of those given.
	CodeLogKnown thidua.Code = "cli.log-known"
	// CodeLogUnsigned is a log without a signed checkpoint, which proves nothing yet (the arguments are the agency and the events).
	CodeLogUnsigned thidua.Code = "cli.log-unsigned"
	// CodeLogGrown is a log that has grown out of the earlier file (the argument is how many events that has).
	CodeLogGrown thidua.Code = "cli.log-grown"
	// CodeLetterKnown has the events of a checkpoint, its moment and the fingerprint of the key as its arguments.
	CodeLetterKnown thidua.Code = "cli.letter-known"
	// CodeLetterNoKey is a letter without a key to check it by.
	CodeLetterNoKey thidua.Code = "cli.letter-no-key"
	// CodeLetterNoProof is two letters that do not follow upon each other.
	CodeLetterNoProof thidua.Code = "cli.letter-no-proof"
	// CodeAgainstNone is an earlier file that shows no state of a log (the argument is its name).
	CodeAgainstNone thidua.Code = "cli.against-none"
	// CodeLogKeyNone is a data folder that has no key of the log yet, since no server ran on it (the argument is the folder).
	CodeLogKeyNone thidua.Code = "cli.log-key-none"
	// CodeAuditKeyWrong is a file that holds no public key of a log (the argument is its name).
	CodeAuditKeyWrong thidua.Code = "cli.audit-key-wrong"
)

// proving is a call of verify.
type proving struct {
	*call
	place               *place
	key, paper, against string
}

// verify proves what left the program, by itself, and by a key or the data of an agency: a sealed package, a proof sheet by its file of proof, the
// paper that such a sheet is of, the hashes of a log, a letter with a checkpoint.
func verify(ctx context.Context, c *call) error {
	v := proving{call: c, place: &place{}}
	c.StringVar(&v.key, "key", "", "")
	c.StringVar(&v.paper, "paper", "", "")
	c.StringVar(&v.against, "against", "", "")
	c.StringVar(&v.place.dir, "data", "", "")
	c.StringVar(&v.place.url, "database-url", "", "")
	if err := c.parse(1); err != nil {
		return err
	}
	file := c.positions[0]
	format, err := formatOf(file)
	switch {
	case err != nil:
		return err
	case strings.HasPrefix(format, "thidua log "):
		return v.log(file)
	case strings.HasPrefix(format, "thidua proof "):
		return v.proof(file)
	}
	whole, err := wholeFile(file)
	if err != nil {
		return err
	}
	if notes := proof.Notes(whole); len(notes) > 0 {
		return v.letter(whole, notes)
	}
	if isPaper(whole) {
		return v.alone(file, whole)
	}
	opened, err := sealed.Open(whole)
	if refusal := new(thidua.Error); errors.As(err, &refusal) && refusal.Code == thidua.CodeParcelNone {
		return thidua.Refuse(thidua.Invalid, CodeNothingToProve, filepath.Base(file))
	}
	if err != nil {
		return err
	}
	return v.parcel(ctx, opened)
}

// formatOf reads what a file of ours calls itself in its first line; empty for any other file.
func formatOf(name string) (string, error) {
	f, err := os.Open(name)
	if err != nil {
		return "", thidua.Refuse(thidua.NotFound, CodeFileMissing, name)
	}
	head := make([]byte, 200)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return "", errors.Join(err, f.Close())
	}
	_, after, _ := bytes.Cut(head[:n], []byte(`"format"`))
	parts := strings.SplitN(string(after), `"`, 3)
	if !bytes.HasPrefix(bytes.TrimPrefix(head[:n], []byte("\ufeff")), []byte("{")) || len(parts) < 3 {
		return "", f.Close()
	}
	return parts[1], f.Close()
}

// isPaper tells whether a file is what a signed copy may be: a PDF, a scan, a Word file. A package, which begins with its manifest, may hold Word files.
func isPaper(data []byte) bool {
	for _, head := range []string{"%PDF-", "\xff\xd8\xff", "\x89PNG"} {
		if bytes.HasPrefix(data, []byte(head)) {
			return true
		}
	}
	return bytes.HasPrefix(data, []byte("PK")) && bytes.Contains(data, []byte("word/document.xml")) && !bytes.HasPrefix(data[min(30, len(data)):], []byte("manifest"))
}

func (v proving) parcel(ctx context.Context, opened *sealed.Package) error {
	if opened.Sample {
		return thidua.Refuse(thidua.Conflict, CodeParcelIsSample)
	}
	said := CodeParcelValid
	if v.key != "" || v.place.dir != "" || v.place.url != "" {
		said = CodeParcelValidKnown
		if err := v.known(ctx, v.key, v.place, opened); err != nil {
			return err
		}
	}
	return v.tell(v.say(said, v.what(opened), opened.From.Name, opened.To.Name, vi.DateTime(opened.SealedAt), opened.Key.Fingerprint))
}

// proof proves a sheet by its file, and the paper that was named with it.
func (v proving) proof(file string) error {
	r, err := v.proved(file)
	if err != nil {
		return err
	}
	if v.paper == "" {
		return v.tell(v.sheet(r))
	}
	whole, err := wholeFile(v.paper)
	if err != nil {
		return err
	}
	if _, covered := r.Statement.Covers(proof.Sum(whole)); !covered {
		return thidua.Refuse(thidua.Conflict, proof.CodeOtherPaper, filepath.Base(v.paper))
	}
	return v.tell(v.say(CodePaperProved, filepath.Base(v.paper)), v.sheet(r))
}

// proved checks a file of proof; a sample proves nothing.
func (v proving) proved(file string) (r proof.Result, err error) {
	data, err := wholeFile(file)
	if err != nil {
		return r, err
	}
	p, err := proof.Decode(data)
	if err != nil {
		return r, err
	}
	keys, err := v.keys()
	if err != nil {
		return r, err
	}
	if r, err = p.Check(keys...); err == nil && r.Statement.Sample {
		err = thidua.Refuse(thidua.Conflict, proof.CodeSample)
	}
	return r, err
}

func (v proving) sheet(r proof.Result) string {
	said := CodeProofValid
	if r.Known {
		said = CodeProofKnown
	}
	s := r.Statement
	return v.say(said, vi.PaperNamed(s.Title, s.Number, s.Dated), s.Agency, vi.DateTime(r.IssuedAt), r.IssueSeq+1, proof.KeyFingerprint(r.Key))
}

// alone looks for the proof of a paper among the files beside it.
func (v proving) alone(file string, whole []byte) error {
	beside, err := filepath.Glob(filepath.Join(filepath.Dir(file), "*.json"))
	if err != nil {
		return err
	}
	sum := proof.Sum(whole)
	for _, b := range beside {
		data, err := wholeFile(b)
		if err != nil {
			continue
		}
		if p, err := proof.Decode(data); err == nil && p.Names(sum) {
			v.paper = file
			return v.proof(b)
		}
	}
	return thidua.Refuse(thidua.Conflict, CodePaperAlone, filepath.Base(file))
}

// log proves the hashes of a log, and that it has grown out of an earlier file.
func (v proving) log(file string) error {
	keys, err := v.keys()
	if err != nil {
		return err
	}
	var before []proof.Mark
	if v.against != "" {
		if before, err = v.earlier(file, keys); err != nil {
			return err
		}
	}
	f, err := os.Open(file)
	if err != nil {
		return thidua.Refuse(thidua.NotFound, CodeFileMissing, file)
	}
	r, err := proof.CheckLog(f, before, keys...)
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	if r.Sample {
		return thidua.Refuse(thidua.Conflict, proof.CodeSample)
	}
	if r.Anchored == 0 {
		return thidua.Refuse(thidua.Conflict, CodeLogUnsigned, r.Agency, r.Size)
	}
	said := CodeLogValid
	if r.Known {
		said = CodeLogKnown
	}
	lines := []string{v.say(said, r.Agency, r.Size, r.Anchored, vi.DateTime(r.Moment), proof.KeyFingerprint(r.LogHead.Key))}
	if r.Grown {
		lines = append(lines, v.say(CodeLogGrown, before[len(before)-1].Size))
	}
	return v.tell(lines...)
}

// letter proves the checkpoint of a letter, and by the lines below it that it has grown out of that of the letter before.
func (v proving) letter(whole []byte, notes []string) error {
	keys, err := v.keys()
	if err != nil {
		return err
	}
	if len(keys) == 0 {
		return thidua.Refuse(thidua.Conflict, CodeLetterNoKey)
	}
	now, public, err := openedBy(notes[len(notes)-1], keys)
	if err != nil {
		return err
	}
	lines := []string{v.say(CodeLetterKnown, now.Size, vi.DateTime(now.Moment), proof.KeyFingerprint(public))}
	if v.against != "" {
		before, err := v.letterBefore(keys)
		if err != nil {
			return err
		}
		g, found := proof.FindGrowth(whole, before.Size, now.Size)
		if !found {
			return thidua.Refuse(thidua.Conflict, CodeLetterNoProof)
		}
		if err := g.Check(before, now); err != nil {
			return err
		}
		lines = append(lines, v.say(CodeLogGrown, before.Size))
	}
	return v.tell(lines...)
}

func (v proving) tell(lines ...string) error {
	_, err := fmt.Fprintln(v.out, strings.Join(lines, " "))
	return err
}

// what names what a package carries: in English by the kind of its data.
func (c *call) what(p *sealed.Package) string {
	if c.lang == "en" {
		return fmt.Sprintf("%s %d", p.Kind, p.Year)
	}
	return vi.ParcelTitle(p.Kind, p.Year)
}

// wholeFile reads a file, and of one that is too large for a package just enough to say so.
func wholeFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, thidua.Refuse(thidua.NotFound, CodeFileMissing, name)
	}
	whole, err := io.ReadAll(io.LimitReader(f, 2*sealed.MaxSize))
	return whole, errors.Join(err, f.Close())
}
