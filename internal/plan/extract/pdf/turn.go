package pdf

import (
	"math"

	"github.com/klippa-app/go-pdfium/structs"
)

const (
	minSize = 2   // points; what is smaller is not meant to be read
	maxSize = 500 // points; no page has such letters
)

// quarter is a direction in which text runs, in quarter turns from left to right against the clock.
type quarter int

const slanted quarter = -1

// turn sets a page upright: most of its text runs from left to right then, whatever way the paper lay.
type turn struct {
	by            quarter
	page          structs.FPDF_FS_RECTF
	width, height float64
}

func newTurn(page structs.FPDF_FS_RECTF, letters []letter) turn {
	var count [4]int
	for _, l := range letters {
		if d := direction(l.matrix); d != slanted {
			count[d]++
		}
	}
	t := turn{page: page, width: float64(page.Right - page.Left), height: float64(page.Top - page.Bottom)}
	for d, n := range count {
		if n > count[t.by] {
			t.by = quarter(d)
		}
	}
	if t.by%2 == 1 {
		t.width, t.height = t.height, t.width
	}
	return t
}

func direction(m structs.FPDF_FS_MATRIX) quarter {
	a, b := float64(m.A), float64(m.B)
	switch near := 0.05 * math.Hypot(a, b); {
	case math.Abs(b) <= near && a > 0:
		return 0
	case math.Abs(a) <= near && b > 0:
		return 1
	case math.Abs(b) <= near && a < 0:
		return 2
	case math.Abs(a) <= near && b < 0:
		return 3
	}
	return slanted
}

func (t turn) point(p point) (x, y float64) {
	left, right := p.x-float64(t.page.Left), float64(t.page.Right)-p.x
	below, above := p.y-float64(t.page.Bottom), float64(t.page.Top)-p.y
	switch t.by {
	case 1:
		return below, left
	case 2:
		return right, below
	case 3:
		return above, right
	}
	return left, above
}

func (t turn) box(a, b point) box {
	x0, y0 := t.point(a)
	x1, y1 := t.point(b)
	return box{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
}

// glyphs gives the letters that can be read on the upright page. Hidden ones are read where they are the text of a picture, as the
// recognition of letters adds it to a scan: where they are more than the visible ones.
func (t turn) glyphs(letters []letter) []glyph {
	hidden := 0
	var out []glyph
	for _, l := range letters {
		if g, ok := t.glyph(l); ok {
			out = append(out, g)
			if g.hidden {
				hidden++
			}
		}
	}
	if hidden*2 > len(out) {
		return out
	}
	shown := out[:0]
	for _, g := range out {
		if !g.hidden {
			shown = append(shown, g)
		}
	}
	return shown
}

func (t turn) glyph(l letter) (glyph, bool) {
	if direction(l.matrix) != t.by {
		return glyph{}, false
	}
	g := l.glyph
	b := t.box(point{float64(l.rect.Left), float64(l.rect.Bottom)}, point{float64(l.rect.Right), float64(l.rect.Top)})
	g.x0, g.x1 = b.x0, b.x1
	_, g.y = t.point(point{float64(l.matrix.E), float64(l.matrix.F)})
	g.size = l.size * math.Hypot(float64(l.matrix.C), float64(l.matrix.D))
	middle := (g.x0 + g.x1) / 2
	inside := middle >= 0 && middle <= t.width && g.y >= 0 && g.y-g.size <= t.height
	return g, inside && g.size >= minSize && g.size <= maxSize && g.x1-g.x0 <= 2*maxSize
}

// strokes gives the thin lines of the page and the share of it that pictures cover.
func (t turn) strokes(s *shapes) (lines []box, covered float64) {
	for _, l := range s.lines {
		if b := t.box(l[0], l[1]); !math.IsNaN(b.width() + b.height()) {
			lines = append(lines, b)
		}
	}
	for _, p := range s.pictures {
		b := t.box(p[0], p[1])
		w, h := min(b.x1, t.width)-max(b.x0, 0), min(b.y1, t.height)-max(b.y0, 0)
		if w > 0 && h > 0 && t.width > 0 && t.height > 0 {
			covered += w * h / (t.width * t.height)
		}
	}
	return lines, covered
}
