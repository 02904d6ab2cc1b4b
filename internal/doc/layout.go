package doc

import (
	"thidua/internal/doc/font"
	"thidua/internal/doc/pdf"
)

// Metrics of Times New Roman and Liberation Serif, in em: a single line and the part of it above the baseline.
const (
	linePitch = 1.149
	ascent    = 0.891
)

func pitch(size float64) float64 { return float64(int(size*20*linePitch + 0.5)) }

// layout turns the blocks of a section into items.
type layout struct {
	w      *pdf.Writer
	width  int // of the text
	height int
	items  []item
	sticky bool // the next item goes with the last one
	whole  bool // the paragraph being laid out is not divided
}

// arrange lays out all blocks of a section.
func (l *layout) arrange(blocks []Block) {
	for i, b := range blocks {
		if i > 0 && tabular(b) && tabular(blocks[i-1]) {
			l.space(endHeight)
		}
		l.whole = keeps(b) || next(blocks, i, isSignatures)
		l.block(b)
		l.sticky = l.whole
		if next(blocks, i, ruled) && !tabular(b) {
			l.space(tableGap)
		}
	}
	l.space(endHeight)
}

func (l *layout) block(b Block) {
	switch v := b.(type) {
	case Letterhead:
		l.letterhead(v)
	case Title:
		l.title(v)
	case Heading:
		l.flow("H1", []Run{{Text: v.Text, Bold: true}}, bodySize, Justify, firstIndent, bodyBefore)
	case Para:
		l.flow("P", v.Runs, bodySize, v.Align, v.indent(), bodyBefore)
	case Table:
		if len(v.Columns) > 0 {
			l.table(v)
		}
	case Signatures:
		l.signatures(v)
	case PageBreak:
		l.append(item{height: endHeight, newPage: true, draw: func(*pen, float64) {}})
	}
}

// tableGap is the space between a paragraph and the ruled table that follows it.
const tableGap = 80

// tabular tells which blocks are tables in a word processor: two of them need a paragraph in between.
func tabular(b Block) bool {
	switch b.(type) {
	case Letterhead, Table, Signatures:
		return true
	}
	return false
}

// ruled tells which blocks have a rule at their upper edge.
func ruled(b Block) bool {
	s, ok := b.(Signatures)
	if _, table := b.(Table); table {
		return true
	}
	return ok && s.Framed
}

func isSignatures(b Block) bool {
	_, ok := b.(Signatures)
	return ok
}

// next asks about the block after the i-th.
func next(blocks []Block, i int, is func(Block) bool) bool {
	return i+1 < len(blocks) && is(blocks[i+1])
}

// keeps tells which blocks stay on the page of what follows them.
func keeps(b Block) bool {
	switch v := b.(type) {
	case Letterhead, Title, Heading:
		return true
	case Para:
		return v.KeepNext
	}
	return false
}

func (p Para) indent() int {
	if p.NoIndent || p.Align == Center || p.Align == Right {
		return 0
	}
	return firstIndent
}

// space widens the last item downwards; it goes with it to the next page.
func (l *layout) space(h float64) {
	if n := len(l.items); n > 0 {
		l.items[n-1].height += h
	}
}

// flow appends a paragraph line by line. Two lines at least stay together at both ends; a kept paragraph is not divided.
func (l *layout) flow(tag string, runs []Run, size float64, align Align, indent int, before float64) {
	lines := wrap(prepare(runs), size, l.width, indent)
	e := l.w.Element(l.w.Root(), tag)
	for i, ln := range lines {
		x, room := float64(marginLeft), float64(l.width)
		if i == 0 {
			x, room = x+float64(indent), room-float64(indent)
		}
		it := item{height: pitch(size), draw: func(p *pen, y float64) { p.set(e, ln, align, size, x, y, room) }}
		it.glued = i > 0 && (l.whole || i == 1 || i == len(lines)-1)
		if i == 0 {
			it.before = before
		}
		l.append(it)
	}
}

// append adds an item, glued to the item before when that asked for company.
func (l *layout) append(it item) {
	it.glued = it.glued || l.sticky
	l.sticky = false
	l.items = append(l.items, it)
}

// set draws one line within its room.
func (p *pen) set(e *pdf.Element, ln line, align Align, size, x, y, room float64) {
	extra := 0.0
	switch align {
	case Center:
		x += (room - ln.width) / 2
	case Right:
		x += room - ln.width
	case Justify:
		if !ln.last && ln.spaces > 0 {
			extra = (room - ln.width) / float64(ln.spaces)
		}
	}
	p.text(e, ln, x, y+size*20*ascent, extra)
}

// centered draws lines that are broken already, one below the other, and gives the y below them.
func (p *pen) centered(e *pdf.Element, lines []string, f font.Face, size, x, y, room float64) float64 {
	for _, s := range lines {
		ln := line{spans: []pdf.Span{{Face: f, Size: size, Text: s}}, width: twips(f, size, s)}
		p.set(e, ln, Center, size, x, y, room)
		y += pitch(size)
	}
	return y
}
