package main

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/parcel"
	"thidua/internal/audit"
	"thidua/internal/audit/proof"
	sealed "thidua/internal/pack/parcel"
)

// known refuses a package whose key is not that of its sender, by a file that holds the key or by the data of an agency.
func (c *call) known(ctx context.Context, file string, p *place, opened *sealed.Package) (err error) {
	if file != "" {
		keys, err := keyOf(file, opened.From.ID)
		if err != nil {
			return err
		}
		return opened.Known(func(string) []string { return keys })
	}
	if p.url == "" {
		if err := p.there(); err != nil {
			return err
		}
	}
	db, err := p.open(ctx, true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	var parts []app.Part
	if _, err := os.Stat(filepath.Join(p.dir, sealed.KeyFile)); err == nil {
		key, err := sealed.LoadKey(p.dir)
		if err != nil {
			return err
		}
		parts = append(parts, app.WithSeal(key))
	}
	known, err := parcel.Over(app.New(db, parts...)).Knows(ctx, opened)
	if err == nil && !known {
		err = thidua.Refuse(thidua.Conflict, thidua.CodeParcelUnknown)
	}
	return err
}

// keyOf reads a public key as an agency gives it: seal.pub, or the line of its page of partners, which counts for that agency alone.
func keyOf(file, sender string) ([]string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, thidua.Refuse(thidua.NotFound, CodeFileMissing, file)
	}
	agency, line, named := strings.Cut(strings.TrimSpace(string(text)), ":")
	if !named {
		agency, line = sender, agency
	}
	key, err := sealed.ParsePublic(line)
	if err != nil {
		return nil, thidua.Refuse(thidua.Invalid, CodeKeyWrong, file)
	}
	if agency != sender {
		return nil, nil
	}
	return []string{key.String()}, nil
}

// keys reads the public keys of a log that whoever checks was given: lines of a file, such as audit.pub of today and of earlier years, or the key in
// the data of the agency. None without either.
func (v proving) keys() (keys []*audit.Key, err error) {
	if v.place.dir != "" {
		own, err := audit.LoadPublic(v.place.dir)
		if err != nil {
			return nil, thidua.Refuse(thidua.NotFound, CodeFileMissing, filepath.Join(v.place.dir, audit.PublicFile))
		}
		keys = append(keys, own)
	}
	if v.key == "" {
		return keys, nil
	}
	text, err := os.ReadFile(v.key)
	if err != nil {
		return nil, thidua.Refuse(thidua.NotFound, CodeFileMissing, v.key)
	}
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		k, err := audit.ParsePublic(line)
		if err != nil {
			return nil, thidua.Refuse(thidua.Invalid, CodeAuditKeyWrong, v.key)
		}
		keys = append(keys, k)
	}
	if len(keys) == 0 {
		return nil, thidua.Refuse(thidua.Invalid, CodeAuditKeyWrong, v.key)
	}
	return keys, nil
}

func openedBy(note string, keys []*audit.Key) (c audit.Checkpoint, public string, err error) {
	for _, k := range keys {
		if c, err := k.Open(note); err == nil {
			return c, k.Public(), nil
		}
	}
	return c, "", thidua.Refuse(thidua.Conflict, proof.CodeForged)
}

// letterBefore reads the checkpoint of the earlier letter.
func (v proving) letterBefore(keys []*audit.Key) (c audit.Checkpoint, err error) {
	whole, err := wholeFile(v.against)
	if err != nil {
		return c, err
	}
	notes := proof.Notes(whole)
	if len(notes) == 0 {
		return c, thidua.Refuse(thidua.Conflict, CodeAgainstNone, v.against)
	}
	c, _, err = openedBy(notes[len(notes)-1], keys)
	return c, err
}

// earlier reads the states of the log that the earlier file shows: another export of it, a letter, a file of proof, a saved checkpoint. Without a key
// that was given it is checked by the one inside the later export.
func (v proving) earlier(later string, keys []*audit.Key) (marks []proof.Mark, err error) {
	format, err := formatOf(v.against)
	if err != nil {
		return nil, err
	}
	if strings.HasPrefix(format, "thidua log ") {
		f, err := os.Open(v.against)
		if err != nil {
			return nil, thidua.Refuse(thidua.NotFound, CodeFileMissing, v.against)
		}
		r, err := proof.CheckLog(f, nil, keys...)
		return []proof.Mark{r.Mark()}, errors.Join(err, f.Close())
	}
	whole, err := wholeFile(v.against)
	if err != nil {
		return nil, err
	}
	notes := proof.Notes(whole)
	if p, err := proof.Decode(whole); err == nil {
		notes = []string{p.Checkpoint}
	}
	if len(keys) == 0 {
		if keys, err = keyInside(later); err != nil {
			return nil, err
		}
	}
	for _, n := range notes {
		c, _, err := openedBy(n, keys)
		if err != nil {
			return nil, err
		}
		marks = append(marks, proof.Mark{Tenant: c.Tenant, Size: c.Size, Root: c.Root})
	}
	if len(marks) == 0 {
		err = thidua.Refuse(thidua.Conflict, CodeAgainstNone, v.against)
	}
	return marks, err
}

func keyInside(log string) ([]*audit.Key, error) {
	f, err := os.Open(log)
	if err != nil {
		return nil, thidua.Refuse(thidua.NotFound, CodeFileMissing, log)
	}
	defer func() { _ = f.Close() }()
	var head proof.LogHead
	if err := json.NewDecoder(f).Decode(&head); err != nil {
		return nil, thidua.Refuse(thidua.Invalid, proof.CodeUnreadable)
	}
	k, err := audit.ParsePublic(head.Key)
	if err != nil {
		return nil, thidua.Refuse(thidua.Invalid, proof.CodeForged)
	}
	return []*audit.Key{k}, nil
}
