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

	part      *Element // of the paper being written, in a file of several
	bookmarks []bookmark
}

type page struct {
	width, height float64
	content       bytes.Buffer
	open          *Element   // of the marked content being written
	artifact      bool       // the marked content being written is no part of the text
	parents       []*Element // by MCID
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
