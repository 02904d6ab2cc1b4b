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
	set    setting
}

// arrange lays out all blocks of a section.
func (l *layout) arrange(blocks []Block) {
	for i, b := range blocks {
		if i > 0 && tabular(b) && tabular(blocks[i-1]) {
			l.space(endHeight)
		}
		l.whole = l.set.along(blocks, i, l.width)
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
		l.flow(v.tag(), v.settled(l.set.body, l.width), l.set.body, Left, firstIndent, bodyBefore)
	case Para:
		l.flow("P", v.settled(l.set.body, l.width), l.set.body, v.Align, v.indent(), bodyBefore)
	case Table:
		if len(v.Columns) > 0 {
			l.table(l.set.closer(v))
		}
	case Chart:
		l.chart(v)
	case Code:
		l.code(v)
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

// along tells whether block i stays on the page of what follows it: what asks for that, the text above a signature block, and the paragraph
// above it when that is a single line. A row is not held by what follows its table: word processors differ there.
func (s setting) along(blocks []Block, i, width int) bool {
	if keeps(blocks[i]) || next(blocks, i, isSignatures) {
		return true
	}
	_, text := blocks[i].(Para)
	if !text || !next(blocks, i+1, isSignatures) {
		return false
	}
	p, ok := blocks[i+1].(Para)
	return ok && len(wrap(p.settled(s.body, width), s.body, width, p.indent())) == 1
}

// headingTags are those below the name of the paper.
var headingTags = [2]string{"H2", "H3"}

// rank is 0 for a part and 1 for a clause.
func (h Heading) rank() int { return min(max(h.Level, 1), 2) - 1 }

// settled gives the text of the heading for a width.
func (h Heading) settled(size float64, width int) []Run {
	return settle(prepare([]Run{{Text: h.Text, Bold: true}}), size, width, firstIndent, false)
}

func (h Heading) tag() string { return headingTags[h.rank()] }

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
	lines := wrap(runs, size, l.width, indent)
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
