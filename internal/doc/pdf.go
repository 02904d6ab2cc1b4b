package doc

import (
	"io"
	"strconv"

	"thidua/internal/doc/font"
)

// PDF writes the paper as tagged PDF/A-2b with its fonts inside. The only error is that of the writer.
func (d Document) PDF(out io.Writer) error {
	c := d.compose()
	d.draw(c)
	_, err := c.w.WriteTo(out)
	return err
}

// draw puts a paper that was laid out on its pages.
func (d Document) draw(c composed) {
	number := 0
	for i, s := range d.Sections {
		if s.Restart {
			number = 0
		}
		number = d.section(c, i, number, i == 0 || s.Restart)
	}
	if len(d.Sections) == 0 {
		c.w.AddPage(paperShort/20.0, paperLong/20.0)
	}
}

// section draws the pages of a section and gives the number of the last; quiet leaves the number off its first page.
func (d Document) section(c composed, of, number int, quiet bool) int {
	s, w := d.Sections[of], c.w
	paperWidth, paperHeight := s.paper()
	p := &pen{w: w, rooms: c.rooms}
	for i, items := range c.pages[of] {
		number++
		c.rooms.page++
		w.AddPage(float64(paperWidth)/20, float64(paperHeight)/20)
		p.page(items, i == 0)
		p.artifact = true
		if i > 0 || !quiet {
			p.centered(nil, []string{strconv.Itoa(number)}, font.Regular, bodySize, marginLeft, headerAt, float64(s.textWidth()))
		}
		if d.Sample {
			p.centered(nil, []string{SampleMark}, font.Bold, sampleSize, marginLeft, float64(paperHeight-footerAt)-pitch(sampleSize), float64(s.textWidth()))
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
