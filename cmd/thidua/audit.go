package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/audit"
	"thidua/internal/audit/proof"
)

// auditVerify proves the log of every agency, against its own checkpoints and those that were kept elsewhere.
func auditVerify(ctx context.Context, c *call) (err error) {
	p, kept, save, public := c.place(), c.String("checkpoint", "", ""), c.String("save", "", ""), c.String("key", "", "")
	if err := c.parse(0); err != nil {
		return err
	}
	db, err := p.open(ctx, true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	key, err := auditKey(p.dir, *public)
	if err != nil {
		return err
	}
	anchors, err := keptNotes(*kept, key)
	if err != nil {
		return err
	}
	var reports []audit.Report
	err = db.Book(ctx, func(b audit.Book) (err error) {
		reports, err = audit.Verify(b, key, anchors...)
		return err
	})
	if err != nil {
		return err
	}
	agencies, err := app.New(db).Agencies(ctx)
	if err != nil {
		return err
	}
	names := map[string]string{}
	for _, g := range agencies {
		names[g.ID] = g.Name
	}
	if err := c.print(reports, names, *kept != ""); err != nil || *save == "" {
		return err
	}
	return c.writeCheckpoints(*save, reports)
}

// auditKey reads the public key: one that was kept elsewhere, else that of the data folder.
func auditKey(dir, file string) (*audit.Key, error) {
	if file == "" {
		key, err := audit.LoadPublic(dir)
		if errors.Is(err, fs.ErrNotExist) {
			err = thidua.Refuse(thidua.NotFound, CodeLogKeyNone, dir)
		}
		return key, err
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, thidua.Refuse(thidua.NotFound, CodeFileMissing, file)
	}
	key, err := audit.ParsePublic(strings.TrimSpace(string(text)))
	if err != nil {
		return nil, thidua.Refuse(thidua.Invalid, CodeKeyWrong, file)
	}
	return key, nil
}

// keptNotes reads the checkpoints of a file; one that the key did not sign proves nothing about the log and is refused as a file.
func keptNotes(file string, key *audit.Key) ([]string, error) {
	if file == "" {
		return nil, nil
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, thidua.Refuse(thidua.NotFound, CodeFileMissing, file)
	}
	notes := proof.Notes(text)
	for _, n := range notes {
		if _, err := key.Open(n); err != nil {
			return nil, thidua.Refuse(thidua.Invalid, CodeKeptForged, file)
		}
	}
	if len(notes) == 0 {
		return nil, thidua.Refuse(thidua.Invalid, CodeAgainstNone, file)
	}
	return notes, nil
}

// writeCheckpoints writes the last signed notes of logs that were just proved, to be kept where nobody at the server can change them.
func (c *call) writeCheckpoints(name string, reports []audit.Report) error {
	var notes []string
	for _, r := range reports {
		if r.Note != "" {
			notes = append(notes, r.Note)
		}
	}
	if len(notes) == 0 {
		return thidua.Refuse(thidua.Conflict, CodeNothingSigned)
	}
	return c.writeFile(name, []byte(strings.Join(notes, "")), nil)
}

// print says of every agency, stretch by stretch, what is proved; a broken log is the refusal at the end.
func (c *call) print(reports []audit.Report, names map[string]string, kept bool) error {
	var lines, broken []string
	for _, r := range reports {
		name := names[r.Tenant]
		if name == "" {
			name = r.Tenant
		}
		lines = append(lines, c.say(CodeLogOf, name))
		for _, s := range r.Ranges() {
			lines = append(lines, "  "+c.stretch(r, s))
		}
		for _, n := range []struct {
			code  thidua.Code
			count int64
		}{{CodeLogWaiting, r.Waiting}, {CodeLogErased, r.Erased}, {CodeLogLate, r.Late}} {
			if n.count > 0 {
				lines = append(lines, "  "+c.say(n.code, n.count))
			}
		}
		if r.Flaw != audit.FlawNone {
			broken = append(broken, name)
		}
	}
	if !kept {
		lines = append(lines, c.say(CodeLogUnkept))
	}
	if _, err := fmt.Fprintln(c.out, strings.Join(lines, "\n")); err != nil {
		return err
	}
	if len(broken) > 0 {
		return thidua.Refuse(thidua.Conflict, CodeLogBroken, strings.Join(broken, "; "))
	}
	return nil
}

func (c *call) stretch(r audit.Report, s audit.Range) string {
	switch s.State {
	case audit.RangeAnchored:
		return c.say(CodeRangeAnchored, s.First, s.Last, r.Kept.Size, r.Kept.Moment)
	case audit.RangeSigned:
		return c.say(CodeRangeSigned, s.First, s.Last)
	case audit.RangeOpen:
		return c.say(CodeRangeOpen, s.First, s.Last)
	}
	return c.say(CodeRangeBroken, s.First, c.say(r.Flaw))
}

// What audit verify says of the log of an agency.
const (
	CodeLogOf         thidua.Code = "cli.log-of"         // agency
	CodeRangeAnchored thidua.Code = "cli.range-anchored" // first, last, size and moment of the checkpoint kept outside
	CodeRangeSigned   thidua.Code = "cli.range-signed"   // first, last
	CodeRangeOpen     thidua.Code = "cli.range-open"     // first, last
	CodeRangeBroken   thidua.Code = "cli.range-broken"   // event, what is wrong
	CodeLogWaiting    thidua.Code = "cli.log-waiting"    // number of events
	CodeLogErased     thidua.Code = "cli.log-erased"     // number of events
	CodeLogLate       thidua.Code = "cli.log-late"       // number of events
	CodeLogUnkept     thidua.Code = "cli.log-unkept"
	CodeKeptForged    thidua.Code = "cli.kept-forged" // file
)
