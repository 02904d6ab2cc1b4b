package doc

import (
	"time"

	"thidua/internal/doc/pdf"
)

// composed is a paper laid out: the pages of every section, and how closely they are set.
type composed struct {
	w     *pdf.Writer
	rooms *rooms // for signatures, known once the pages are drawn
	set   setting
	pages [][][]item
}

// compose lays the paper out. When a last page would hold little more than the signatures, closer settings are tried until they stand on the page
// before: each stays within the ranges of the annex.
func (d Document) compose() composed {
	widest := d.composed(settings[0])
	if !widest.trails(d) {
		return widest
	}
	pulled := func(c composed) bool { return c.total() < widest.total() && !c.trails(d) }
	closest := d.composed(settings[len(settings)-1])
	if !pulled(closest) {
		return widest
	}
	for _, set := range settings[1 : len(settings)-1] {
		if try := d.composed(set); pulled(try) {
			return try
		}
	}
	return closest
}

func (d Document) composed(set setting) composed {
	var date time.Time
	if d.Date.Valid() {
		date = d.Date.Time()
	}
	return d.laid(pdf.New(clean(d.Title), date), set)
}

// laid lays the paper out in one setting, for a file that may hold other papers too.
func (d Document) laid(w *pdf.Writer, set setting) composed {
	c := composed{w: w, rooms: &rooms{}, set: set, pages: make([][][]item, len(d.Sections))}
	for i, s := range d.Sections {
		l := &layout{w: c.w, width: s.textWidth(), height: s.textHeight(), set: set}
		l.arrange(s.Blocks)
		c.pages[i] = paginate(l.items, float64(l.height))
		if len(c.pages[i]) == 0 {
			c.pages[i] = [][]item{nil}
		}
	}
	return c
}

// trailing is the share of a last page that is little enough to be pulled to the page before.
const trailing = 0.4

// trails tells whether a section ends with signatures on a nearly empty page of their own.
func (c composed) trails(d Document) bool {
	for i, s := range d.Sections {
		n := len(c.pages[i])
		if n < 2 || !signed(s.Blocks) {
			continue
		}
		last, height := c.pages[i][n-1], 0.0
		for _, it := range last {
			height += it.before + it.height
		}
		if !last[0].newPage && height < trailing*float64(s.textHeight()) {
			return true
		}
	}
	return false
}

// total counts the pages.
func (c composed) total() int {
	n := 0
	for _, pages := range c.pages {
		n += len(pages)
	}
	return n
}

func signed(blocks []Block) bool {
	for _, b := range blocks {
		if isSignatures(b) {
			return true
		}
	}
	return false
}
