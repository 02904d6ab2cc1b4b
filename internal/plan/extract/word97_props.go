package extract

import (
	"cmp"
	"slices"
)

// stretch is the properties of the bytes [from, to) of the text stream.
type stretch[T any] struct {
	from, to int
	props    T
}

// runProps is what counts of a run of characters; a font is counted from 1, 0 is none of its own.
type runProps struct {
	deleted bool
	font    int
	bold    weight
}

// contrary is the weight of a run that differs from its style.
const contrary = bold + 1

// weights97 gives the weights by their codes; any other code is that of the style.
var weights97 = map[int]weight{0: light, 1: bold, 0x81: contrary}

// paraProps is what counts of a paragraph.
type paraProps struct {
	style int
	has   bool // a list of its own, which hides that of the style
	list  int
	level int

	inTable bool
	rowEnd  bool
	shape   rowShape // of the row that ends
}

const pageSize = 512

// stretches reads the pages that a table of pages names; each page ends with the number of its stretches.
func stretches[T any](w *word97, table record, size int, parse func(page record, at int) T) ([]stretch[T], error) {
	var out []stretch[T]
	n := (len(table) - 4) / 8
	for i := range max(n, 0) {
		if err := w.ctx.Err(); err != nil {
			return nil, err
		}
		page := w.main.part(table.u32(4*(n+1)+4*i)&0x3fffff*pageSize, pageSize)
		count := min(page.u8(pageSize-1), (pageSize-5)/(4+size))
		if len(out) > MaxCharacters {
			return nil, refuse(CodeBomb)
		}
		for k := range count {
			s := stretch[T]{from: page.u32(4 * k), to: page.u32(4*k + 4)}
			if at := page.u8(4*(count+1)+size*k) * 2; at > 0 {
				s.props = parse(page, at)
			}
			if s.to > s.from {
				out = append(out, s)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b stretch[T]) int { return cmp.Compare(a.from, b.from) })
	return out, nil
}

// find gives the properties of a byte of the text stream.
func find[T any](all []stretch[T], at int) (none T) {
	i, ok := slices.BinarySearchFunc(all, at, func(s stretch[T], at int) int { return cmp.Compare(s.from, at) })
	if !ok {
		i--
	}
	if i < 0 || at >= all[i].to {
		return none
	}
	return all[i].props
}

func runsOf(page record, at int) runProps {
	return runPropsOf(page.part(at+1, page.u8(at)))
}

func parasOf(page record, at int) paraProps {
	size := page.u8(at)*2 - 1
	if size < 0 {
		at++
		size = page.u8(at) * 2
	}
	b := page.part(at+1, size)
	p := paraPropsOf(b.part(2, len(b)-2))
	p.style = b.u16(0)
	return p
}

// Codes of the properties that count.
const (
	propDeleted   = 0x0800
	propBold      = 0x0835
	propFontASCII = 0x4a4f
	propFontOther = 0x4a51
	propList      = 0x460b
	propLevel     = 0x260a
	propInTable   = 0x2416
	propRowEnd    = 0x2417
	propTable     = 0xd608
	propTabs      = 0xc615
)

func runPropsOf(b record) (p runProps) {
	other := 0
	modifiers(b, func(code int, value record) {
		switch code {
		case propDeleted:
			p.deleted = value.u8(0) == 1
		case propBold:
			p.bold = weights97[value.u8(0)]
		case propFontASCII:
			p.font = value.u16(0) + 1
		case propFontOther:
			other = value.u16(0) + 1
		}
	})
	p.font = cmp.Or(other, p.font)
	return p
}

func paraPropsOf(b record) (p paraProps) {
	modifiers(b, func(code int, value record) {
		switch code {
		case propList:
			p.list, p.has = value.u16(0), true
		case propLevel:
			p.level = value.u8(0)
		case propInTable:
			p.inTable = value.u8(0) == 1
		case propRowEnd:
			p.rowEnd = value.u8(0) == 1
		case propTable:
			p.shape = shapeOf(value)
		}
	})
	return p
}

// sizes is the length of a value by the three highest bits of its code; 0 means that it stands in front of the value.
var sizes = [8]int{1, 1, 2, 4, 2, 2, 0, 3}

// modifiers walks a list of properties: a code, then its value.
func modifiers(b record, each func(code int, value record)) {
	for len(b) >= 2 {
		code, at := b.u16(0), 2
		size := sizes[code>>13]
		switch {
		case code == propTable:
			at, size = 4, b.u16(2)-1
		case code == propTabs && b.u8(2) == 255:
			return
		case size == 0:
			at, size = 3, b.u8(2)
		}
		value := b.part(at, size)
		if value == nil {
			return
		}
		each(code, value)
		b = b[at+size:]
	}
}
