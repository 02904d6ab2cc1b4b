package pdf

import (
	"slices"
	"strings"
	"unicode"
)

const (
	wordGap  = 0.14 // of the size of the letters; wider is a space, drawn or not
	softGlue = 0.45 // of the size; letters may overlap by this and still follow each other
)

// word is what stands between two spaces.
type word struct {
	box    // from the height of the letters down to their line
	text   string
	y      float64 // of the line
	size   float64
	bold   bool
	before bool // a space is drawn before it
	after  bool
}

func (w word) middle() float64 { return (w.x0 + w.x1) / 2 }

// bodyOf is the room that letters on the line y take for telling lines apart; marks above and tails below may overlap.
func bodyOf(y, size float64) (top, bottom float64) { return y - 0.7*size, y }

// words joins the glyphs of a page in the order in which they are drawn.
func words(glyphs []glyph) []word {
	m := wordMaker{}
	for _, g := range glyphs {
		m.add(g)
	}
	m.end()
	return m.out
}

type wordMaker struct {
	out    []word
	open   word
	text   strings.Builder
	last   glyph
	spaced bool
}

func (m *wordMaker) add(g glyph) {
	switch {
	case unicode.IsSpace(g.r) || g.r == '\u200b':
		m.open.after = true
		m.end()
		m.spaced = true
		return
	case m.text.Len() > 0 && unicode.Is(unicode.Mn, g.r):
		m.text.WriteRune(g.r)
		return
	case m.text.Len() > 0 && !m.follows(g):
		m.end()
	}
	if m.text.Len() == 0 {
		m.open = word{box: box{x0: g.x0, x1: g.x1}, y: g.y, size: g.size, bold: true, before: m.spaced}
		m.spaced = false
	}
	m.text.WriteRune(g.r)
	m.open.bold = m.open.bold && (g.bold || !unicode.IsLetter(g.r) && !unicode.IsDigit(g.r))
	m.open.x0, m.open.x1 = min(m.open.x0, g.x0), max(m.open.x1, g.x1)
	m.last = g
}

// follows tells whether g goes on the open word.
func (m *wordMaker) follows(g glyph) bool {
	gap := g.x0 - m.last.x1
	return abs(g.y-m.last.y) < 0.1*m.last.size && abs(g.size-m.last.size) < 0.1*m.last.size && gap < wordGap*g.size && gap > -softGlue*g.size
}

func (m *wordMaker) end() {
	if m.text.Len() == 0 {
		return
	}
	m.open.text = m.text.String()
	m.open.y0, m.open.y1 = bodyOf(m.open.y, m.open.size)
	m.out = append(m.out, m.open)
	m.text.Reset()
	m.open = word{}
}

// row is the words that stand on one line across the page, from left to right.
type row struct {
	box
	words []word
	y     float64
	size  float64 // of its largest letters
}

const rowsBack = 6 // rows that are looked back to: more can only overlap where text is printed over text

// rows sets words in lines, from top to bottom.
func rows(all []word) []row {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b word) int { return order(a.y, b.y) })
	var out []row
	for _, w := range all {
		best, most := -1, 0.5
		for i := len(out) - 1; i >= max(0, len(out)-rowsBack); i-- {
			shared := min(out[i].y1, w.y1) - max(out[i].y0, w.y0)
			if part := shared / min(out[i].height(), w.height()); part > most {
				best, most = i, part
			}
		}
		if best < 0 {
			out = append(out, row{box: w.box, y: w.y, size: w.size})
			best = len(out) - 1
		}
		out[best].add(w)
	}
	for i := range out {
		out[i].words = glued(out[i].words)
	}
	slices.SortStableFunc(out, func(a, b row) int { return order(a.y, b.y) })
	return out
}

func (r *row) add(w word) {
	r.words = append(r.words, w)
	r.x0, r.x1 = min(r.x0, w.x0), max(r.x1, w.x1)
	if w.size > r.size {
		r.size, r.y, r.y0, r.y1 = w.size, w.y, w.y0, w.y1
	}
}

// glued sorts the words of a row and joins those between which there is no space: parts of a word in different letters, or drawn one by one.
func glued(all []word) []word {
	slices.SortStableFunc(all, func(a, b word) int { return order(a.x0, b.x0) })
	out := all[:0]
	for _, w := range all {
		n := len(out) - 1
		if n < 0 || out[n].after || w.before || w.x0-out[n].x1 >= wordGap*max(out[n].size, w.size) {
			out = append(out, w)
			continue
		}
		p := &out[n]
		p.text += w.text
		p.bold = p.bold && w.bold
		p.x1, p.y0, p.y1 = max(p.x1, w.x1), min(p.y0, w.y0), max(p.y1, w.y1)
		p.size, p.after = max(p.size, w.size), w.after
	}
	return out
}

func order(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
