package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"thidua"
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
	// CodeKeyWrong is a file that holds no public key (the argument is its name).
	CodeKeyWrong thidua.Code = "cli.key-wrong"
)

// verify proves a sealed package by itself, and by a key or by the data of an agency whose it is.
func verify(ctx context.Context, c *call) error {
	key, p := c.String("key", "", ""), &place{}
	c.StringVar(&p.dir, "data", "", "")
	c.StringVar(&p.url, "database-url", "", "")
	if err := c.parse(1); err != nil {
		return err
	}
	whole, err := wholeFile(c.positions[0])
	if err != nil {
		return err
	}
	opened, err := sealed.Open(whole)
	if err != nil {
		return err
	}
	if opened.Sample {
		return thidua.Refuse(thidua.Conflict, CodeParcelIsSample)
	}
	said := CodeParcelValid
	if *key != "" || p.dir != "" || p.url != "" {
		said = CodeParcelValidKnown
		if err := c.known(ctx, *key, p, opened); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintln(c.out, c.say(said, c.what(opened), opened.From.Name, opened.To.Name, vi.DateTime(opened.SealedAt), opened.Key.Fingerprint))
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
