package parcel

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"

	"thidua"
)

// Package is an opened package whose seal holds; whose key sealed it is for Known to say.
type Package struct {
	Manifest
	Data Data
	Text []byte // the data as they stand in it
	Seal Public
	held []Content
}

// Paper gives a file of the package by the name that its data have for it.
func (p *Package) Paper(name string) ([]byte, bool) {
	for _, c := range p.held {
		if c.Name == name && strings.HasPrefix(name, papersFolder) {
			return c.Data, true
		}
	}
	return nil, false
}

// Known refuses a package whose sender has no such key here; keys gives the texts of the public keys of an agency.
func (p *Package) Known(keys func(agency string) []string) error {
	if !slices.Contains(keys(p.From.ID), p.Seal.String()) {
		return thidua.Refuse(thidua.Invalid, thidua.CodeParcelUnknown)
	}
	return nil
}

// For refuses a package that was sealed for somebody else.
func (p *Package) For(agency string) error {
	if p.To.ID != agency {
		return thidua.Refuse(thidua.Invalid, thidua.CodeParcelNotOurs, p.To.Name)
	}
	return nil
}

var errChanged = thidua.Refuse(thidua.Invalid, thidua.CodeParcelChanged)

// Open reads a package and checks everything in it that can be checked without knowing its sender. The bytes must be those that Seal writes of
// these files and no others: each refusal has one code, of what is no package, of a newer schema, too large, or changed.
func Open(b []byte) (*Package, error) {
	if !looksLikeOne(b) {
		return nil, thidua.Refuse(thidua.Invalid, thidua.CodeParcelNone)
	}
	if len(b) > MaxSize+maxText {
		return nil, tooLarge()
	}
	held, err := files(b)
	if err != nil {
		return nil, err
	}
	p := &Package{held: held}
	if err := p.readManifest(); err != nil {
		return nil, err
	}
	if same := (&comparer{rest: b}); write(same, held) != nil || len(same.rest) > 0 {
		return nil, errChanged
	}
	return p, p.readData()
}

// looksLikeOne tells a package, whole or damaged, from any other file: one of two marks may be broken.
func looksLikeOne(b []byte) bool {
	const name, begins = 30, 30 + len(manifestFile)
	opening := []byte("{\n \"format\": \"" + format)
	at := func(i int, what []byte) bool { return len(b) >= i+len(what) && bytes.Equal(b[i:i+len(what)], what) }
	return at(name, []byte(manifestFile)) || at(begins, opening)
}

// files reads the files in their order, as Seal lays them out; each is a part of b. What it does not look at, the comparison with what
// would be written does.
func files(b []byte) (held []Content, err error) {
	const head = 30
	for bytes.HasPrefix(b, []byte("PK\x03\x04")) {
		if len(b) < head || len(held) > maxFiles+2 {
			return nil, errChanged
		}
		name, size := int(binary.LittleEndian.Uint16(b[26:])), int64(binary.LittleEndian.Uint32(b[22:]))
		if int64(len(b)) < int64(head+name)+size {
			return nil, errChanged
		}
		rest := b[head+name:]
		held, b = append(held, Content{string(b[head : head+name]), rest[:size:size]}), rest[size:]
	}
	if n := len(held); n < 4 || held[0].Name != manifestFile || held[n-1].Name != signFile {
		return nil, errChanged
	}
	return held, nil
}

// comparer takes what is written away from the front of what there is, and fails at the first difference.
type comparer struct{ rest []byte }

// Write fails where the bytes differ.
func (c *comparer) Write(b []byte) (int, error) {
	if !bytes.HasPrefix(c.rest, b) {
		return 0, errChanged
	}
	c.rest = c.rest[len(b):]
	return len(b), nil
}

// ReadData reads the data of a package as they are kept beside it.
func ReadData(text string) (d Data, err error) {
	err = strictly([]byte(text), &d)
	return d, err
}
