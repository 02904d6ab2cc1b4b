package certificate

import (
	"io"
	"time"

	"thidua/internal/doc"
	"thidua/internal/doc/font"
	"thidua/internal/doc/pdf"
)

// set is a text as it stands in its box.
type set struct {
	lines []string
	size  float64
	fits  bool
}

func (b Box) face() font.Face {
	f := font.Regular
	if b.Bold {
		f |= font.Bold
	}
	if b.Italic {
		f |= font.Italic
	}
	return f
}

// fit breaks a text into lines that stand in the box, in the greatest size at which they do.
func (b Box) fit(text string) set {
	var s set
	for size := b.Size; size >= b.Least && size > 0; size-- {
		s = set{size: float64(size), lines: doc.Balanced(text, b.face(), float64(size), b.Width.twips())}
		pitch, _ := doc.LinePitch(s.size)
		s.fits = float64(len(s.lines))*pitch <= b.Height.points()
		for _, line := range s.lines {
			s.fits = s.fits && width(b.face(), s.size, line) <= b.Width.points()
		}
		if s.fits {
			break
		}
	}
	return s
}

// width of a line in points.
func width(f font.Face, size float64, line string) float64 { return font.Serif(f).Width(line, size) }

// Misfits names the parts of a certificate that do not fit into their boxes even in their smallest size.
func (t Template) Misfits(w Words) []Part {
	var out []Part
	for _, p := range Parts {
		if b := t.Boxes[p]; b.On && w[p] != "" && !b.fit(w[p]).fits {
			out = append(out, p)
		}
	}
	return out
}

// Print is a run of certificates on one printer.
type Print struct {
	Template
	Title  string // of the file
	Sample bool   // prints doc.SampleMark at the foot of every sheet
	On     Printer
	All    []Words
}

// PDF writes one sheet for each certificate, in the size of the stock. What does not fit is left out: ask Misfits before. The only error is that
// of the writer.
func (r Print) PDF(out io.Writer) error {
	w := pdf.New(r.Title, time.Time{})
	for _, words := range r.All {
		w.AddPage(r.Width.points(), r.Height.points())
		for _, p := range Parts {
			b := r.Boxes[p]
			if !b.On || words[p] == "" {
				continue
			}
			if s := b.fit(words[p]); s.fits {
				b.draw(w, w.Element(w.Root(), "P"), s, r.On)
			}
		}
		r.mark(w)
	}
	if len(r.All) == 0 {
		w.AddPage(r.Width.points(), r.Height.points())
	}
	_, err := w.WriteTo(out)
	return err
}

// draw sets the lines, the first at the upper edge of the box.
func (b Box) draw(w *pdf.Writer, e *pdf.Element, s set, on Printer) {
	pitch, above := doc.LinePitch(s.size)
	y := (b.Y + on.DY).points() + above
	for _, line := range s.lines {
		x, free := (b.X + on.DX).points(), b.Width.points()-width(b.face(), s.size, line)
		switch b.Side {
		case AtCentre:
			x += free / 2
		case AtRight:
			x += free
		}
		w.Line(e, x, y, 0, []pdf.Span{{Face: b.face(), Size: s.size, Text: line}})
		y += pitch
	}
}

// mark says of a sample that it is one, at the foot of the sheet.
func (r Print) mark(w *pdf.Writer) {
	if r.Sample {
		centred(w, doc.SampleMark, font.Bold, 10, r.Width.points()/2, r.Height.points()-20)
	}
}

// centred writes a line that is no text of the certificate, around x.
func centred(w *pdf.Writer, text string, f font.Face, size, x, y float64) {
	w.Line(nil, x-width(f, size, text)/2, y, 0, []pdf.Span{{Face: f, Size: size, Text: text}})
}
