package doc

import (
	"thidua/internal/doc/font"
	"thidua/internal/doc/pdf"
)

// beside is the longest list of recipients that stands in the block itself; a longer one follows it as paragraphs.
const beside = 25

// signPart is one paragraph of a signature block: lines that are broken already when centred, a text to wrap otherwise.
type signPart struct {
	lines  []string
	face   font.Face
	size   float64
	align  Align
	before int
	name   bool // of the signer, below the room for the signature
}

// signCell is one cell of the block.
type signCell struct {
	width int
	pad   int // at both sides, in ruled boxes
	parts []signPart
}

// cells lays out the block for a text width; both writers draw exactly these. A single signature stands at the right, beside an empty cell.
func (s Signatures) cells(total int, set setting) []signCell {
	empty := 0
	if len(s.Columns) == 1 && !s.Framed {
		empty = 1
	}
	cells := make([]signCell, empty+len(s.Columns))
	for i, w := range s.split(len(cells), total) {
		cells[i].width = w
		if s.Framed {
			cells[i].pad = cellPad
		}
	}
	s.fill(cells[empty:], set)
	if n := len(s.Recipients); n > 0 && n <= beside && len(cells) > 0 {
		cells[0].parts = append(cells[0].parts, recipientParts(s.Recipients, set.signBefore)...)
	}
	return cells
}

// split divides the width evenly; three signers get what keeps their positions, and the words above them if possible, on a line each.
func (s Signatures) split(n, total int) []int {
	shares := make([]float64, n)
	for i := range shares {
		shares[i] = float64(total / n)
	}
	if n != len(s.Columns) || s.Framed {
		return rounded(shares, total)
	}
	for _, size := range []float64{bodySize, tableSize} {
		for _, heads := range []bool{true, false} {
			floor, sum := make([]float64, n), 0.0
			for i, c := range s.Columns {
				floor[i] = c.longest(size, heads) + signAside
				sum += floor[i]
			}
			if sum <= float64(total) {
				lift(shares, floor)
				return rounded(shares, total)
			}
		}
	}
	return rounded(shares, total)
}

// signAside is the least distance between the lines of two signers.
const signAside = 300

// longest is the longest line of a column, in twips.
func (s Signature) longest(size float64, heads bool) float64 {
	longest := twips(font.Bold, bodySize, clean(s.Name))
	if heads {
		longest = max(longest, twips(font.Bold, bodySize, clean(s.Heading)))
	}
	for _, t := range s.Titles {
		longest = max(longest, twips(font.Bold, size, clean(t)))
	}
	return longest
}

// fill writes the signatures into their cells, with all names at one height.
func (s Signatures) fill(cells []signCell, set setting) {
	heights, top, before := make([]float64, len(cells)), 0.0, set.signBefore
	if s.Framed {
		before = bodyBefore
	}
	size := s.titleSize(cells)
	for i, c := range s.Columns {
		cells[i].parts = c.upperParts(cells[i].room(), before, size)
		heights[i] = cells[i].height()
		top = max(top, heights[i])
	}
	for i, c := range s.Columns {
		cells[i].parts = append(cells[i].parts, c.namePart(cells[i].room(), set.signGap+int(top-heights[i])))
	}
}

// upperParts is what stands above the room for the signature.
func (s Signature) upperParts(width, before int, size float64) []signPart {
	var parts []signPart
	add := func(text string, f font.Face, size float64, before int) {
		if text = clean(text); text != "" {
			parts = append(parts, signPart{lines: balance(text, f, size, width), face: f, size: size, align: Center, before: before})
		}
	}
	add(s.Heading, font.Bold, bodySize, 0)
	if s.Heading != "" {
		add(s.Note, font.Italic, tableSize, 0)
	}
	for _, t := range s.Text {
		parts = append(parts, signPart{lines: []string{clean(t)}, size: tableSize, align: Left, before: 60})
	}
	add(s.PlaceDate, font.Italic, tableSize, 60)
	for _, t := range s.Titles {
		add(t, font.Bold, size, 0)
	}
	if s.Heading == "" {
		add(s.Note, font.Italic, tableSize, 0)
	}
	if len(parts) > 0 {
		parts[0].before = before
	}
	return parts
}

// titleSize is 14 pt, or 13 for the whole block where authority and position then stay on a line each.
func (s Signatures) titleSize(cells []signCell) float64 {
	wide, narrow := 0, 0
	for i, c := range s.Columns {
		for _, t := range c.Titles {
			wide += len(balance(clean(t), font.Bold, bodySize, cells[i].room()))
			narrow += len(balance(clean(t), font.Bold, tableSize, cells[i].room()))
		}
	}
	if narrow < wide {
		return tableSize
	}
	return bodySize
}

func (s Signature) namePart(width, gap int) signPart {
	name := balance(clean(s.Name), font.Bold, bodySize, width)
	if len(name) == 0 {
		name = []string{""}
	}
	return signPart{lines: name, face: font.Bold, size: bodySize, align: Center, before: gap, name: true}
}

func recipientParts(list []string, before int) []signPart {
	parts := []signPart{{lines: []string{"Nơi nhận:"}, face: font.BoldItalic, size: recipientHead, align: Left, before: before}}
	for _, r := range list {
		parts = append(parts, signPart{lines: []string{"- " + clean(r)}, size: recipientSize, align: Left})
	}
	return parts
}

// wrapped gives the lines of a part within a cell.
func (p signPart) wrapped(width int) []line {
	if p.align != Center {
		return wrap(prepare([]Run{{Text: p.lines[0], Bold: p.face&font.Bold != 0, Italic: p.face&font.Italic != 0}}), p.size, width, 0)
	}
	lines := make([]line, len(p.lines))
	for i, s := range p.lines {
		lines[i] = line{spans: []pdf.Span{{Face: p.face, Size: p.size, Text: s}}, width: twips(p.face, p.size, s)}
	}
	return lines
}

func (c signCell) room() int { return c.width - 2*c.pad }

func (c signCell) height() float64 {
	h := 0.0
	for _, p := range c.parts {
		h += float64(p.before) + float64(len(p.wrapped(c.room())))*pitch(p.size)
	}
	return h
}

func (l *layout) signatures(s Signatures) {
	cells := s.cells(l.width, l.set)
	elements := make([]*pdf.Element, len(cells))
	height := 0.0
	for i, c := range cells {
		elements[i] = l.w.Element(l.w.Root(), "P")
		height = max(height, c.height())
	}
	if s.Framed {
		height += 2*cellAir + border
	}
	l.append(item{height: height, draw: func(p *pen, y float64) { drawSignatures(p, cells, elements, s.Framed, y, height) }})
	for i, part := range s.after() {
		before := 0.0
		if i == 0 {
			before = bodyBefore
		}
		l.flow("P", prepare([]Run{{Text: part.lines[0], Bold: i == 0, Italic: i == 0}}), part.size, Left, 0, before)
	}
}

// after gives the recipients that are too many for the block.
func (s Signatures) after() []signPart {
	if len(s.Recipients) <= beside {
		return nil
	}
	return recipientParts(s.Recipients, bodyBefore)
}

func drawSignatures(p *pen, cells []signCell, elements []*pdf.Element, framed bool, y, height float64) {
	x := float64(marginLeft)
	p.rooms.found = nil
	for i, c := range cells {
		at, width, pad := y, float64(c.width), float64(c.pad)
		if framed {
			at += cellAir + border
			p.rule(x, y, x+width, y)
			p.rule(x, y+height, x+width, y+height)
			p.rule(x, y, x, y+height)
			p.rule(x+width, y, x+width, y+height)
		}
		for _, part := range c.parts {
			if part.name {
				p.rooms.note(x, at, width, float64(part.before))
			}
			at += float64(part.before)
			for _, ln := range part.wrapped(c.room()) {
				p.set(elements[i], ln, part.align, part.size, x+pad, at, width-2*pad)
				at += pitch(part.size)
			}
		}
		x += width
	}
}

// Place is the room that a paper leaves for a signature, in millimetres from the top left corner of a page.
type Place struct {
	Page                int // from 1
	X, Y, Width, Height float64
}

// rooms notes while a paper is drawn where its last signature block leaves room.
type rooms struct {
	page  int
	found []Place
}

func (r *rooms) note(x, y, width, height float64) {
	const mm = 25.4 / 1440
	r.found = append(r.found, Place{Page: r.page, X: x * mm, Y: y * mm, Width: width * mm, Height: height * mm})
}

// SigningPlaces gives the rooms for the signatures of the last signature block of the PDF, from left to right.
func (d Document) SigningPlaces() []Place {
	c := d.compose()
	d.draw(c)
	return c.rooms.found
}
