// Package font reads the four faces of Liberation Serif, whose letters are as wide as those of Times New Roman, measures text and cuts the
// subset that a paper embeds.
package font

import (
	"encoding/binary"
	"errors"
	"sync"

	"codeberg.org/go-fonts/liberation/liberationserifbold"
	"codeberg.org/go-fonts/liberation/liberationserifbolditalic"
	"codeberg.org/go-fonts/liberation/liberationserifitalic"
	"codeberg.org/go-fonts/liberation/liberationserifregular"
)

// Face is one of the four styles; Bold and Italic combine by bits.
type Face uint8

// The faces.
const (
	Regular    Face = 0
	Bold       Face = 1
	Italic     Face = 2
	BoldItalic Face = 3
)

// Faces counts the faces.
const Faces = 4

// limit is the first rune that is not looked up: everything that Vietnamese papers use lies below.
const limit = 0x2600

// Substitute stands for a letter that the font does not have.
const Substitute = '□'

// Font is one face, ready to measure and to cut.
type Font struct {
	Name       string  // PostScript name
	Ascent     float64 // 1/1000 em, like all measures below
	Descent    float64
	CapHeight  float64
	Angle      float64 // degrees, negative when it leans to the right
	Box        [4]float64
	data       []byte
	tables     map[string][]byte
	perEm      int
	longOffset bool
	metrics    int // number of entries in hmtx
	glyphs     [limit]uint16
	advances   [limit]uint16 // of the rune, in font units
}

var be = binary.BigEndian

var errFont = errors.New("font: not a TrueType font")

var faces = [Faces]func() *Font{
	load("LiberationSerif", liberationserifregular.TTF),
	load("LiberationSerif-Bold", liberationserifbold.TTF),
	load("LiberationSerif-Italic", liberationserifitalic.TTF),
	load("LiberationSerif-BoldItalic", liberationserifbolditalic.TTF),
}

func load(name string, data []byte) func() *Font {
	return sync.OnceValue(func() *Font {
		f, err := Parse(name, data)
		if err != nil {
			panic(err) // the faces are compiled in: only a broken build comes here
		}
		return f
	})
}

// Serif gives a face, parsed once for the life of the program.
func Serif(f Face) *Font { return faces[f&3]() }

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
	for r := range f.glyphs {
		if g := f.glyphs[r]; g != 0 {
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

func (f *Font) advance(g uint16) uint16 {
	i := min(int(g), f.metrics-1)
	return be.Uint16(f.tables["hmtx"][4*i:])
}

// Has tells whether the font draws the rune.
func (f *Font) Has(r rune) bool { return r >= 0 && r < limit && f.glyphs[r] != 0 }

// Advance gives the width of a rune in 1/1000 em, that of Substitute when the font lacks it.
func (f *Font) Advance(r rune) float64 {
	if !f.Has(r) {
		r = Substitute
	}
	return float64(f.advances[r]) * 1000 / float64(f.perEm)
}

// Width measures a text at a size, in the unit of the size.
func (f *Font) Width(s string, size float64) float64 {
	units := 0
	for _, r := range s {
		if !f.Has(r) {
			r = Substitute
		}
		units += int(f.advances[r])
	}
	return float64(units) * size / float64(f.perEm)
}
