package doc

import (
	"io"
	"strconv"
	"time"

	"thidua/internal/doc/font"
	"thidua/internal/doc/pdf"
)

// PDF writes the paper as tagged PDF/A-2b with its fonts inside. The only error is that of the writer.
func (d Document) PDF(out io.Writer) error {
	var date time.Time
	if d.Date.Valid() {
		date = d.Date.Time()
	}
	w := pdf.New(clean(d.Title), date)
	d.draw(w, &rooms{})
	_, err := w.WriteTo(out)
	return err
}

func (d Document) draw(w *pdf.Writer, r *rooms) {
	number := 0
	for i, s := range d.Sections {
		if s.Restart {
			number = 0
		}
		number = d.section(w, s, number, i == 0 || s.Restart, r)
	}
	if len(d.Sections) == 0 {
		w.AddPage(paperShort/20.0, paperLong/20.0)
	}
}

// section draws the pages of a section and gives the number of the last; quiet leaves the number off its first page.
func (d Document) section(w *pdf.Writer, s Section, number int, quiet bool, r *rooms) int {
	paperWidth, paperHeight := s.paper()
	l := &layout{w: w, width: s.textWidth(), height: s.textHeight()}
	l.arrange(s.Blocks)
	pages := paginate(l.items, float64(l.height))
	if len(pages) == 0 {
		pages = [][]item{nil}
	}
	p := &pen{w: w, rooms: r}
	for i, items := range pages {
		number++
		r.page++
		w.AddPage(float64(paperWidth)/20, float64(paperHeight)/20)
		p.page(items, i == 0)
		p.artifact = true
		if i > 0 || !quiet {
			p.centered(nil, []string{strconv.Itoa(number)}, font.Regular, bodySize, marginLeft, headerAt, float64(l.width))
		}
		if d.Sample {
			p.centered(nil, []string{SampleMark}, font.Bold, sampleSize, marginLeft, float64(paperHeight-footerAt)-pitch(sampleSize), float64(l.width))
		}
		p.artifact = false
	}
	return number
}

// page draws the items of one page.
func (p *pen) page(items []item, first bool) {
	y := float64(marginTop)
	for i, it := range items {
		if i > 0 || first || it.newPage {
			y += it.before
		}
		if i == 0 && it.head != nil {
			p.artifact = true
			it.head.draw(p, y)
			p.artifact = false
			y += it.head.height
		}
		p.last = i == len(items)-1
		it.draw(p, y)
		y += it.height
	}
}
