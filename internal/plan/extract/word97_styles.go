package extract

import (
	"unicode/utf16"
)

// style97 is what counts of a style, with what it takes over from the style it is based on.
type style97 struct {
	base        int
	list, level int
	font        int
	weight
}

const (
	noStyle   = 0xfff
	maxStyles = 4096
	paraStyle = 1
	charStyle = 2
)

// readStyles reads the styles and the font of the document.
func (w *word97) readStyles() {
	sheet := w.at(atStyles)
	head := sheet.part(2, sheet.u16(0))
	w.font = head.u16(16) + 1
	fixed, rest := head.u16(2), sheet.part(2+len(head), len(sheet)-2-len(head))
	for range min(head.u16(0), maxStyles) {
		size := rest.u16(0)
		w.styles = append(w.styles, styleOf(rest.part(2, size), fixed))
		next := 2 + size + size%2
		if rest = rest.part(next, len(rest)-next); rest == nil {
			return
		}
	}
}

// styleOf reads one style: a fixed head, the name, then the properties of paragraphs, or of characters, or both.
func styleOf(b record, fixed int) style97 {
	s := style97{base: b.u16(2) >> 4}
	kind, at := b.u16(2)&0xf, fixed
	at += 2*b.u16(at) + 4
	block := func() record {
		at += at % 2
		out := b.part(at+2, b.u16(at))
		at += 2 + len(out)
		return out
	}
	if kind == paraStyle {
		props := block()
		p := paraPropsOf(props.part(2, len(props)-2))
		s.list, s.level = p.list, p.level
	}
	if kind == paraStyle || kind == charStyle {
		run := runPropsOf(block())
		s.font, s.weight = run.font, run.bold
	}
	return s
}

// styleOf follows the styles that a style is based on; ten steps end any cycle.
func (w *word97) styleOf(i int) style97 {
	var out style97
	for range 10 {
		if i >= len(w.styles) {
			break
		}
		s := w.styles[i]
		if out.font == 0 {
			out.font = s.font
		}
		if out.weight == unsaid {
			out.weight = s.weight
		}
		if out.list == 0 {
			out.list, out.level = s.list, s.level
		}
		if i = s.base; i == noStyle {
			break
		}
	}
	return out
}

// nameInFont is where the name stands in the description of a font.
const nameInFont = 40

func (w *word97) readFonts() {
	table := w.at(atFonts)
	rest := table.part(4, len(table)-4)
	for range min(table.u16(0), maxStyles) {
		size := rest.u8(0) + 1
		w.fonts = append(w.fonts, wideString(rest.part(nameInFont, size-nameInFont)))
		if rest = rest.part(size, len(rest)-size); rest == nil {
			return
		}
	}
}

// wideString reads UTF-16 up to the first zero.
func wideString(b record) string {
	var units []uint16
	for i := 0; i+1 < len(b) && b.u16(i) != 0; i += 2 {
		units = append(units, uint16(b.u16(i)))
	}
	return string(utf16.Decode(units))
}
