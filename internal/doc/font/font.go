// Package font reads the four faces of Liberation Serif, whose letters are as wide as those of Times New Roman, measures text and cuts the
// subset that a paper embeds.
package font

import (
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
	advances   [limit]uint16 // of the rune or what stands for it, in font units
}

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

func (f *Font) advance(g uint16) uint16 {
	i := min(int(g), f.metrics-1)
	return be.Uint16(f.tables["hmtx"][4*i:])
}

// Has tells whether the font draws the rune.
func (f *Font) Has(r rune) bool { return r >= 0 && r < limit && f.glyphs[r] != 0 }

// Advance gives the width of a rune in 1/1000 em, that of Substitute when the font lacks it.
func (f *Font) Advance(r rune) float64 {
	if uint32(r) >= limit {
		r = Substitute
	}
	return float64(f.advances[r]) * 1000 / float64(f.perEm)
}

// Width measures a text at a size, in the unit of the size.
func (f *Font) Width(s string, size float64) float64 {
	units := 0
	for _, r := range s {
		if uint32(r) >= limit {
			r = Substitute
		}
		units += int(f.advances[r])
	}
	return float64(units) * size / float64(f.perEm)
}
