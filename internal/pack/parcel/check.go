package parcel

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"

	"thidua"
	"thidua/internal/pack"
)

// readManifest checks schema and seal; a newer schema is told before anything that may have changed with it.
func (p *Package) readManifest() error {
	text := p.held[0].Data
	var version struct{ Schema int }
	if len(text) > maxText || json.Unmarshal(text, &version) != nil {
		return errChanged
	}
	if version.Schema > Schema {
		return thidua.Refuse(thidua.Invalid, thidua.CodeParcelNewer)
	}
	if strictly(text, &p.Manifest) != nil || p.Format != format || p.Schema < 1 || !p.sealed(text) || !p.listed() {
		return errChanged
	}
	return nil
}

func (p *Package) sealed(manifest []byte) bool {
	key, err := ParsePublic(p.Key.Public)
	p.Seal = key
	return err == nil && key.String() == p.Key.Public && key.Fingerprint() == p.Key.Fingerprint &&
		key.signed(manifest, p.held[len(p.held)-1].Data)
}

// listed compares the files with those of the manifest, in their order; none of two names differs in capitals alone.
func (p *Package) listed() bool {
	if len(p.Files) != len(p.held)-2 || p.Files[0].Name != dataFile || p.Files[1].Name != schemaFile {
		return false
	}
	taken := map[string]bool{}
	for i, f := range p.Files {
		name := strings.ToLower(f.Name)
		if taken[name] || listed(p.held[i+1]) != f || i > 1 && !paperName(f.Name) {
			return false
		}
		taken[name] = true
	}
	return true
}

// paperName wants a name that every desk can unpack: in the folder, without another one, and nothing that Windows refuses.
func paperName(name string) bool {
	base, ok := strings.CutPrefix(name, papersFolder)
	return ok && base != "_" && pack.Name(base) == base
}

func (p *Package) readData() error {
	p.Text = p.held[1].Data
	if len(p.Text) > maxText || strictly(p.Text, &p.Data) != nil {
		return errChanged
	}
	if d := p.Data; d.Schema != p.Schema || d.Agency.ID != p.From.ID || (d.Answer != nil) != (p.Kind == thidua.ParcelAnswer) {
		return errChanged
	}
	named := []string{}
	for _, paper := range p.Data.Papers {
		named = append(named, paper.File)
	}
	if a := p.Data.Answer; a != nil && a.File != "" {
		named = append(named, a.File)
	}
	for _, file := range named {
		if _, ok := p.Paper(file); !ok {
			return errChanged
		}
	}
	return nil
}

// strictly reads one JSON value with the known fields and nothing behind it.
func strictly(text []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("more than one value")
	}
	return nil
}
