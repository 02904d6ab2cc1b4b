package doc

import (
	"strconv"

	"thidua/internal/doc/font"
)

// openTable writes the head of a table of fixed columns, ruled or for layout only.
func (x *wordXML) openTable(width int, columns []int, ruled bool) {
	pad, air := "0", "0"
	x.put(`<w:tbl><w:tblPr><w:tblW w:w="`, strconv.Itoa(width), `" w:type="dxa"/>`)
	if ruled {
		pad, air = strconv.Itoa(cellPad), strconv.Itoa(cellAir)
		x.put(`<w:tblBorders>`)
		for _, edge := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
			x.put(`<w:`, edge, ` w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
		}
		x.put(`</w:tblBorders>`)
	}
	x.put(`<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="`, air, `" w:type="dxa"/><w:left w:w="`, pad, `" w:type="dxa"/><w:bottom w:w="`, air, `" w:type="dxa"/><w:right w:w="`, pad,
		`" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`)
	for _, c := range columns {
		x.put(`<w:gridCol w:w="`, strconv.Itoa(c), `"/>`)
	}
	x.put(`</w:tblGrid>`)
}

func (x *wordXML) openCell(width, span int, borders string) {
	x.put(`<w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(width), `" w:type="dxa"/>`)
	if span > 1 {
		x.put(`<w:gridSpan w:val="`, strconv.Itoa(span), `"/>`)
	}
	if borders != "" {
		x.put(`<w:tcBorders>`, borders, `</w:tcBorders>`)
	}
	x.put(`</w:tcPr>`)
}

func (x *wordXML) table(t Table, width int, keep bool) {
	widths := t.widths(width)
	x.openTable(width, widths, true)
	x.put(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, c := range t.Columns {
		x.openCell(widths[i], 1, "")
		x.para(paraStyle{align: Center, keepNext: true}, t.size(), Row{Bold: true}.runs(clean(c.Head), t.size(), widths[i]))
		x.put(`</w:tc>`)
	}
	x.put(`</w:tr>`)
	for i, r := range t.Rows {
		x.row(t, i, r, widths, width, t.group(i) || (keep && i == len(t.Rows)-1))
	}
	x.put(`</w:tbl>`)
}

func (x *wordXML) row(t Table, i int, r Row, widths []int, width int, keep bool) {
	x.put(`<w:tr><w:trPr>`)
	if !r.exceeds(x.height, widths, t.size()) {
		x.put(`<w:cantSplit/>`)
	}
	x.put(`</w:trPr>`)
	if len(r.Cells) == 1 && len(widths) > 1 {
		x.cell(t, r, r.Cells[0], Left, width, len(widths), "", keep)
		x.put(`</w:tr>`)
		return
	}
	for k, w := range widths {
		borders := ""
		if r.Joined && r.cell(k) == "" {
			borders = `<w:top w:val="nil"/>`
		}
		if i+1 < len(t.Rows) && t.Rows[i+1].Joined && t.Rows[i+1].cell(k) == "" {
			borders += `<w:bottom w:val="nil"/>`
		}
		x.cell(t, r, r.cell(k), t.Columns[k].Align, w, 1, borders, keep)
	}
	x.put(`</w:tr>`)
}

// exceeds tells of a row that is higher than a page, which must be divided. Only a text of some length is measured.
func (r Row) exceeds(height int, widths []int, size float64) bool {
	for i, c := range r.Cells {
		if len(c) < 500 || i >= len(widths) {
			continue
		}
		lines := 0
		for _, p := range paragraphs(c) {
			lines += len(r.lines(p, size, widths[i]))
		}
		if float64(lines+3)*pitch(size) > float64(height) {
			return true
		}
	}
	return false
}

func (x *wordXML) cell(t Table, r Row, text string, align Align, width, span int, borders string, keep bool) {
	x.openCell(width, span, borders)
	for _, s := range paragraphs(text) {
		x.para(paraStyle{align: align, keepNext: keep}, t.size(), r.runs(s, t.size(), width))
	}
	x.put(`</w:tc>`)
}

func (x *wordXML) signatures(s Signatures, width int) {
	cells := s.cells(width, x.set)
	widths := make([]int, len(cells))
	for i, c := range cells {
		widths[i] = c.width
	}
	if len(cells) > 0 {
		x.openTable(width, widths, s.Framed)
		x.put(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for _, c := range cells {
			x.signCell(c)
		}
		x.put(`</w:tr></w:tbl>`)
	}
	for i, p := range s.after() {
		before := 0
		if i == 0 {
			before = bodyBefore
		}
		x.signPart(p, before)
	}
}

func (x *wordXML) signCell(c signCell) {
	x.openCell(c.width, 1, "")
	for _, p := range c.parts {
		x.signPart(p, p.before)
	}
	if len(c.parts) == 0 {
		x.para(paraStyle{align: Left}, bodySize, nil)
	}
	x.put(`</w:tc>`)
}

func (x *wordXML) signPart(p signPart, before int) {
	style := Run{Bold: p.face&font.Bold != 0, Italic: p.face&font.Italic != 0}
	x.lines(paraStyle{align: p.align, before: before}, p.size, style, p.lines)
}
