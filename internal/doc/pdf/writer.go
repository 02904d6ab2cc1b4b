// Package pdf writes tagged PDF/A-2b: pages of text lines and rules, a structure tree, embedded font subsets. It knows nothing of papers.
package pdf

import (
	"bytes"
	"strconv"
	"time"

	"thidua/internal/doc/font"
)

// Writer gathers the pages of one file. Measures are points from the top left corner of the page.
type Writer struct {
	title  string
	date   time.Time // zero: the file names no date
	pages  []*page
	root   *Element
	faces  [font.Faces]*faceUse
	bodies [][]byte // of the objects, numbered from 1
}

type page struct {
	width, height float64
	content       bytes.Buffer
	open          *Element   // of the marked content being written
	artifact      bool       // the marked content being written is no part of the text
	parents       []*Element // by MCID
}

// Span is a stretch of a line in one face and size.
type Span struct {
	Face font.Face
	Size float64
	Text string
}

// New begins a file. A zero date leaves dates out of the properties.
func New(title string, date time.Time) *Writer {
	return &Writer{title: title, date: date, root: &Element{tag: "Document"}}
}

// AddPage begins a page of the given size.
func (w *Writer) AddPage(width, height float64) {
	w.closePage()
	w.pages = append(w.pages, &page{width: width, height: height})
}

func (w *Writer) current() *page { return w.pages[len(w.pages)-1] }

func (w *Writer) closePage() {
	if len(w.pages) > 0 {
		w.current().closeMark()
	}
}

func (p *page) closeMark() {
	if p.open != nil || p.artifact {
		p.content.WriteString("EMC\n")
	}
	p.open, p.artifact = nil, false
}

// mark opens the marked content of an element, or of an artifact for nil, unless it is open.
func (w *Writer) mark(e *Element) {
	p := w.current()
	if e == nil {
		if !p.artifact {
			p.closeMark()
			p.content.WriteString("/Artifact BMC\n")
			p.artifact = true
		}
		return
	}
	if p.open == e {
		return
	}
	p.closeMark()
	id := len(p.parents)
	p.parents = append(p.parents, e)
	e.kids = append(e.kids, kid{page: len(w.pages) - 1, id: id})
	b := append(p.content.AvailableBuffer(), '/')
	b = append(b, e.tag...)
	b = append(b, " <</MCID "...)
	b = strconv.AppendInt(b, int64(id), 10)
	p.content.Write(append(b, ">> BDC\n"...))
	p.open = e
}

// Line writes one line of text with its baseline at y; every space is widened by extra points. A nil element makes it an artifact.
func (w *Writer) Line(e *Element, x, y, extra float64, spans []Span) {
	w.mark(e)
	p := w.current()
	b := append(p.content.AvailableBuffer(), "BT "...)
	b = number(b, x)
	b = number(append(b, ' '), p.height-y)
	b = append(b, " Td"...)
	for _, s := range spans {
		u := w.face(s.Face)
		b = append(b, " /F"...)
		b = append(b, '0'+byte(s.Face), ' ')
		b = number(b, s.Size)
		b = append(b, " Tf ["...)
		b = u.show(b, s.Text, -extra*1000/s.Size)
		b = append(b, "] TJ"...)
	}
	p.content.Write(append(b, " ET\n"...))
}

// Rule draws a straight line as an artifact.
func (w *Writer) Rule(x1, y1, x2, y2, thickness float64) {
	w.mark(nil)
	p := w.current()
	b := number(p.content.AvailableBuffer(), thickness)
	b = append(b, " w "...)
	b = number(b, x1)
	b = number(append(b, ' '), p.height-y1)
	b = append(b, " m "...)
	b = number(b, x2)
	b = number(append(b, ' '), p.height-y2)
	p.content.Write(append(b, " l S\n"...))
}

// number writes a measure with two decimals at most.
func number(b []byte, v float64) []byte {
	start := len(b)
	b = strconv.AppendFloat(b, v, 'f', 2, 64)
	for b[len(b)-1] == '0' {
		b = b[:len(b)-1]
	}
	if b[len(b)-1] == '.' {
		b = b[:len(b)-1]
	}
	if string(b[start:]) == "-0" {
		b = append(b[:start], '0')
	}
	return b
}
