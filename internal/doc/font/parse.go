package font

import (
	"encoding/binary"
	"errors"
)

var be = binary.BigEndian

var errFont = errors.New("font: not a TrueType font")

// Parse reads a TrueType font with a format 4 character map; anything else is an error.
func Parse(name string, data []byte) (f *Font, err error) {
	defer func() {
		if recover() != nil { // an offset beyond the data
			f, err = nil, errFont
		}
	}()
	if len(data) < 12 || be.Uint32(data) != 0x00010000 {
		return nil, errFont
	}
	f = &Font{Name: name, data: data, tables: map[string][]byte{}}
	for i := range int(be.Uint16(data[4:])) {
		entry := data[12+16*i:]
		from := be.Uint32(entry[8:])
		f.tables[string(entry[:4])] = data[from : from+be.Uint32(entry[12:])]
	}
	f.readMeasures()
	if f.perEm == 0 || f.metrics == 0 {
		return nil, errFont
	}
	f.readCharacters()
	return f, nil
}

func (f *Font) readMeasures() {
	head, hhea, os2 := f.tables["head"], f.tables["hhea"], f.tables["OS/2"]
	f.perEm = int(be.Uint16(head[18:]))
	scaled := func(b []byte) float64 { return float64(int16(be.Uint16(b))) * 1000 / float64(f.perEm) }
	for i := range f.Box {
		f.Box[i] = scaled(head[36+2*i:])
	}
	f.longOffset = be.Uint16(head[50:]) == 1
	f.Ascent, f.Descent = scaled(hhea[4:]), scaled(hhea[6:])
	f.metrics = int(be.Uint16(hhea[34:]))
	f.CapHeight = scaled(os2[88:])
	f.Angle = float64(int32(be.Uint32(f.tables["post"][4:]))) / 65536
}

func (f *Font) readCharacters() {
	table := f.tables["cmap"]
	for i := range int(be.Uint16(table[2:])) {
		if sub := table[be.Uint32(table[4+8*i+4:]):]; be.Uint16(sub) == 4 {
			f.readSegments(sub)
		}
	}
	missing := f.advance(f.glyphs[Substitute])
	for r, g := range f.glyphs {
		f.advances[r] = missing
		if g != 0 {
			f.advances[r] = f.advance(g)
		}
	}
}

func (f *Font) readSegments(sub []byte) {
	count, next := int(be.Uint16(sub[6:]))/2, 0 // segments ascend: no character is looked at twice
	for k := range count {
		last, first := int(be.Uint16(sub[14+2*k:])), int(be.Uint16(sub[16+2*count+2*k:]))
		delta, offset := be.Uint16(sub[16+4*count+2*k:]), int(be.Uint16(sub[16+6*count+2*k:]))
		for c := max(first, next); c <= last && c < limit; c++ {
			next = c + 1
			g := uint16(c) + delta
			if offset != 0 {
				if g = be.Uint16(sub[16+6*count+2*k+offset+2*(c-first):]); g != 0 {
					g += delta
				}
			}
			f.glyphs[c] = g
		}
	}
}
