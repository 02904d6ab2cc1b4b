package pdf

import (
	"crypto/sha256"
	"fmt"

	"thidua/internal/doc/font"
)

// faceUse is what one file uses of a face: the runes in order of first use, rune i being glyph i+1.
type faceUse struct {
	font  *font.Font
	runes []rune
	index map[rune]uint16
}

func (w *Writer) face(f font.Face) *faceUse {
	if w.faces[f] == nil {
		w.faces[f] = &faceUse{font: font.Serif(f), index: make(map[rune]uint16, 128)}
	}
	return w.faces[f]
}

func (u *faceUse) glyph(r rune) uint16 {
	g, ok := u.index[r]
	if !ok {
		drawn := r
		if !u.font.Has(r) {
			drawn = font.Substitute
		}
		u.runes = append(u.runes, drawn)
		g = uint16(len(u.runes))
		u.index[r] = g
	}
	return g
}

const hexDigits = "0123456789ABCDEF"

// show writes the glyphs of a text; behind each space glyph stands the adjustment that justifies the line.
func (u *faceUse) show(b []byte, s string, adjust float64) []byte {
	b = append(b, '<')
	for _, r := range s {
		g := u.glyph(r)
		b = append(b, hexDigits[g>>12], hexDigits[g>>8&15], hexDigits[g>>4&15], hexDigits[g&15])
		if r == ' ' && adjust != 0 {
			b = append(number(append(b, '>'), adjust), '<')
		}
	}
	return append(b, '>')
}

// embed writes the font objects and gives the number of the font dictionary.
func (w *Writer) embed(face font.Face, u *faceUse) int {
	data, glyphs := u.font.Subset(u.runes)
	hash := sha256.Sum256(data)
	name := make([]byte, 6, 40)
	for i := range name {
		name[i] = 'A' + hash[i]%26
	}
	name = append(append(name, '+'), u.font.Name...)
	dict, cid, descriptor, file, unicode, set := w.reserve(), w.reserve(), w.reserve(), w.reserve(), w.reserve(), w.reserve()
	w.stream(file, fmt.Sprintf("/Length1 %d", len(data)), data, true)
	flags, stem := 6, 80
	if face&font.Italic != 0 {
		flags |= 1 << 6
	}
	if face&font.Bold != 0 {
		stem = 130
	}
	w.object(descriptor, "<</Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%.0f %.0f %.0f %.0f]/ItalicAngle %.1f/Ascent %.0f/Descent %.0f/CapHeight %.0f/StemV %d/FontFile2 %d 0 R/CIDSet %d 0 R>>",
		name, flags, u.font.Box[0], u.font.Box[1], u.font.Box[2], u.font.Box[3], u.font.Angle, u.font.Ascent, u.font.Descent, u.font.CapHeight, stem, file, set)
	w.stream(set, "", present(glyphs), true)
	widths := []byte("0")
	for _, r := range u.runes {
		widths = number(append(widths, ' '), u.font.Advance(r))
	}
	w.object(cid, "<</Type/Font/Subtype/CIDFontType2/BaseFont/%s/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/CIDToGIDMap/Identity/DW 500/W[0[%s]]>>", name, descriptor, widths)
	w.stream(unicode, "", u.characters(), true)
	w.object(dict, "<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>", name, cid, unicode)
	return dict
}

// present is the CIDSet of a subset: a bit for every glyph, the first at the top of the first byte. PDF/A-1 asks for it; in PDF/A-2 it must be
// complete where it stands.
func present(glyphs int) []byte {
	b := make([]byte, (glyphs+7)/8)
	for g := range glyphs {
		b[g/8] |= 0x80 >> (g % 8)
	}
	return b
}

// characters is the ToUnicode map, in blocks of a hundred as the format asks.
func (u *faceUse) characters() []byte {
	b := []byte("/CIDInit/ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def" +
		" /CMapName/Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000><FFFF> endcodespacerange\n")
	for from := 0; from < len(u.runes); from += 100 {
		to := min(from+100, len(u.runes))
		b = fmt.Appendf(b, "%d beginbfchar\n", to-from)
		for i := from; i < to; i++ {
			b = fmt.Appendf(b, "<%04X><%04X>\n", i+1, u.runes[i])
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, "endcmap CMapName currentdict/CMap defineresource pop end end"...)
}
