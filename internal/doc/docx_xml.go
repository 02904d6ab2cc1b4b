package doc

import (
	"bytes"
	"encoding/xml"
	"strconv"

	"thidua/internal/doc/chart"
)

const (
	xmlHead    = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
)

// wordXML builds WordprocessingML; the order of elements within a parent is fixed by the schema.
type wordXML struct {
	b      bytes.Buffer
	height int // of the text on a page of the current section
	set    setting
	charts []chart.Chart // in the order of the paper
}

func (x *wordXML) put(parts ...string) {
	for _, s := range parts {
		x.b.WriteString(s)
	}
}

// escape writes text; a bytes.Buffer does not fail.
func (x *wordXML) escape(s string) { xml.EscapeText(&x.b, []byte(s)) }

// paraStyle is what a paragraph says of itself beyond its named style. Measures are twips.
type paraStyle struct {
	style    string
	align    Align // Justify leaves it to the named style
	before   int
	after    int
	first    int
	keepNext bool
	whole    bool // not divided over pages
}

var alignNames = [...]string{"both", "left", "center", "right"}

func (x *wordXML) openPara(p paraStyle) {
	x.put(`<w:p><w:pPr>`)
	if p.style != "" {
		x.put(`<w:pStyle w:val="`, p.style, `"/>`)
	}
	if p.keepNext {
		x.put(`<w:keepNext/>`)
	}
	if p.whole {
		x.put(`<w:keepLines/>`)
	}
	x.put(`<w:spacing w:before="`, strconv.Itoa(p.before), `" w:after="`, strconv.Itoa(p.after), `"/>`)
	if p.first != 0 {
		x.put(`<w:ind w:firstLine="`, strconv.Itoa(p.first), `"/>`)
	}
	if p.style == "" || p.align != Justify {
		x.put(`<w:jc w:val="`, alignNames[p.align], `"/>`)
	}
}

// para writes a paragraph of runs that are prepared already; size 0 leaves it to the style.
func (x *wordXML) para(p paraStyle, size float64, runs []Run) {
	x.openPara(p)
	x.markSize(size)
	x.put(`</w:pPr>`)
	for _, r := range runs {
		x.run(r, size, []string{r.Text})
	}
	x.put(`</w:p>`)
}

// lines writes a paragraph of one style whose lines are broken already.
func (x *wordXML) lines(p paraStyle, size float64, style Run, lines []string) {
	x.openPara(p)
	x.markSize(size)
	x.put(`</w:pPr>`)
	if len(lines) > 0 && lines[0] != "" {
		x.run(style, size, lines)
	}
	x.put(`</w:p>`)
}

// markSize gives the paragraph mark its size, which is the height of an empty paragraph.
func (x *wordXML) markSize(size float64) {
	if size != 0 {
		x.put(`<w:rPr>`)
		x.size(size)
		x.put(`</w:rPr>`)
	}
}

func (x *wordXML) size(points float64) {
	half := strconv.Itoa(int(points * 2))
	x.put(`<w:sz w:val="`, half, `"/><w:szCs w:val="`, half, `"/>`)
}

func (x *wordXML) run(r Run, size float64, lines []string) {
	x.put(`<w:r><w:rPr>`)
	if r.Bold {
		x.put(`<w:b/><w:bCs/>`)
	}
	if r.Italic {
		x.put(`<w:i/><w:iCs/>`)
	}
	if size != 0 {
		x.size(size)
	}
	x.put(`</w:rPr>`)
	for i, s := range lines {
		if i > 0 {
			x.put(`<w:br/>`)
		}
		x.put(`<w:t xml:space="preserve">`)
		x.escape(s)
		x.put(`</w:t>`)
	}
	x.put(`</w:r>`)
}

// thin writes the paragraph of one point that stands between tables, carries a page break or ends a section with its setup.
func (x *wordXML) thin(setup string) {
	x.put(`<w:p><w:pPr>`)
	if setup == `<page/>` {
		x.put(`<w:pageBreakBefore/>`)
		setup = ""
	}
	x.put(`<w:spacing w:before="0" w:after="0" w:line="`, strconv.Itoa(endHeight), `" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>`, setup, `</w:pPr></w:p>`)
}

// shortRule writes the rule of the given length centred in a column, as the upper border of an empty paragraph.
func (x *wordXML) shortRule(column, length int, keep bool) {
	side := strconv.Itoa(max(0, (column-length)/2))
	x.put(`<w:p><w:pPr>`)
	if keep {
		x.put(`<w:keepNext/>`)
	}
	x.put(`<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="000000"/></w:pBdr><w:spacing w:before="`, strconv.Itoa(ruleDrop), `" w:after="0" w:line="`,
		strconv.Itoa(ruleHeight-ruleDrop-ruleBorder), `" w:lineRule="exact"/><w:ind w:left="`, side, `" w:right="`, side, `"/><w:rPr><w:sz w:val="8"/></w:rPr></w:pPr></w:p>`)
}

func (s Section) setup(quiet bool) string {
	w, h := s.paper()
	orient, title, restart := "", "", ""
	if s.Landscape {
		orient = ` w:orient="landscape"`
	}
	if quiet {
		title = `<w:titlePg/>`
	}
	if s.Restart {
		restart = `<w:pgNumType w:start="1"/>`
	}
	n := strconv.Itoa
	return `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:headerReference w:type="first" r:id="rId3"/>` +
		`<w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="first" r:id="rId5"/><w:type w:val="nextPage"/>` +
		`<w:pgSz w:w="` + n(w) + `" w:h="` + n(h) + `"` + orient + `/><w:pgMar w:top="` + n(marginTop) + `" w:right="` + n(marginRight) + `" w:bottom="` + n(marginBottom) +
		`" w:left="` + n(marginLeft) + `" w:header="` + n(headerAt) + `" w:footer="` + n(footerAt) + `" w:gutter="0"/>` + restart + title + `</w:sectPr>`
}
