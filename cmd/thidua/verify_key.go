package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/parcel"
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
