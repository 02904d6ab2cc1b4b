package doc

import (
	"archive/zip"
	"io"
	"time"

	"thidua/internal/doc/chart"
)

// DOCX writes the paper as an editable Word file. The only error is that of the writer.
func (d Document) DOCX(out io.Writer) error { return d.docx(out, d.compose().set) }

func (d Document) docx(out io.Writer, set setting) error {
	z := zip.NewWriter(out)
	for _, part := range d.parts(set) {
		// a fixed time: the bytes of a paper depend on the paper alone
		f, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return err
		}
		if _, err := f.Write(part.data); err != nil {
			return err
		}
	}
	return z.Close()
}

// body writes word/document.xml and gives the charts that it refers to.
func (d Document) body(set setting) ([]byte, []chart.Chart) {
	x := &wordXML{set: set}
	x.b.Grow(64 << 10)
	x.put(xmlHead, `<w:document `, wordSpaces, `><w:body>`)
	for i, s := range d.Sections {
		x.section(s, i == len(d.Sections)-1, i == 0 || s.Restart)
	}
	if len(d.Sections) == 0 {
		x.section(Section{}, true, true)
	}
	x.put(`</w:body></w:document>`)
	return x.b.Bytes(), x.charts
}

func (x *wordXML) section(s Section, last, quiet bool) {
	width := s.textWidth()
	x.height = s.textHeight()
	for i, b := range s.Blocks {
		if i > 0 && tabular(b) && tabular(s.Blocks[i-1]) {
			x.thin("")
		}
		keep := x.set.along(s.Blocks, i, width)
		after := 0
		if next(s.Blocks, i, ruled) {
			after = tableGap
		}
		x.block(b, width, keep, after)
	}
	setup := s.setup(quiet)
	if last {
		x.thin("")
		x.put(setup)
		return
	}
	x.thin(setup)
}

func (x *wordXML) block(b Block, width int, keep bool, after int) {
	switch v := b.(type) {
	case Letterhead:
		x.letterhead(v, width)
	case Title:
		x.title(v, width, after)
	case Heading:
		x.para(paraStyle{style: headingStyles[v.rank()], before: bodyBefore, after: after, keepNext: true, whole: true}, 0, v.settled(x.set.body, width))
	case Para:
		x.para(v.style(keep, after), 0, v.settled(x.set.body, width))
	case Table:
		if len(v.Columns) > 0 {
			x.table(x.set.closer(v), width, keep)
		}
	case Chart:
		x.chart(v, width, keep, after)
	case Code:
		x.code(v, keep, after)
	case Signatures:
		x.signatures(v, width)
	case PageBreak:
		x.thin(`<page/>`)
	}
}

var headingStyles = [2]string{"Heading1", "Heading2"}

func (p Para) style(keep bool, after int) paraStyle {
	st := paraStyle{style: "Body", before: bodyBefore, after: after, keepNext: keep, whole: keep}
	switch {
	case p.Align == Center || p.Align == Right:
		st.style, st.align = "", p.Align
	case p.NoIndent || p.Align == Left:
		st.align, st.first = p.Align, p.indent()
		st.style = ""
	}
	return st
}

// title writes the name of the paper, its subject and the short rule.
func (x *wordXML) title(v Title, width, after int) {
	lines := v.lines(width)
	x.lines(paraStyle{align: Center, before: x.set.titleBefore, keepNext: true, style: "Title"}, bodySize, Run{Bold: true}, []string{clean(v.Kind)})
	if len(lines) == 0 {
		return
	}
	x.lines(paraStyle{align: Center, keepNext: true, whole: true}, bodySize, Run{Bold: true}, lines)
	x.shortRule(width, v.ruleLength(lines), true)
}

func (x *wordXML) letterhead(v Letterhead, width int) {
	h := v.fit(width)
	center := paraStyle{align: Center}
	x.openTable(width, []int{h.left, h.right}, false)
	x.put(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
	x.openCell(h.left, 1, "")
	for _, s := range h.superior {
		x.lines(center, h.size, Run{}, []string{s})
	}
	x.lines(center, h.size, Run{Bold: true}, h.agency)
	x.shortRule(h.left, h.agencyRule, false)
	x.put(`</w:tc>`)
	x.openCell(h.right, 1, "")
	x.lines(center, h.size, Run{Bold: true}, []string{nation})
	x.lines(center, h.size+1, Run{Bold: true}, []string{motto})
	x.shortRule(h.right, h.mottoRule, false)
	x.put(`</w:tc></w:tr>`)
	if len(h.number)+len(h.about)+len(h.place) > 0 {
		x.put(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		x.openCell(h.left, 1, "")
		x.lines(center, numberSize, Run{}, h.number)
		if len(h.about) > 0 {
			x.lines(center, numberSize, Run{}, h.about)
		}
		x.put(`</w:tc>`)
		x.openCell(h.right, 1, "")
		x.lines(center, numberSize, Run{Italic: true}, h.place)
		x.put(`</w:tc></w:tr>`)
	}
	x.put(`</w:tbl>`)
}
