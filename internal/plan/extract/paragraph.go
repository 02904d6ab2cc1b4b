package extract

import (
	"cmp"
	"encoding/xml"
	"strings"
	"unicode"
)

type docxPara struct {
	text    legacyText
	style   string
	font    string // of the run at hand, "" where the style gives it
	weight  weight // of the run at hand
	light   bool   // a letter that is not bold stands in it
	cell    Cell
	num     numRef
	has     bool // a numPr of its own, which hides that of the style
	deleted bool // the paragraph mark is a tracked deletion: the next paragraph continues this one
}

// weight is whether a run or a style says that its letters are bold.
type weight int

const (
	unsaid weight = iota
	light
	bold
)

func weightOf(e xml.StartElement) weight {
	if v := attr(e, "val"); v == "0" || v == "false" || v == "off" {
		return light
	}
	return bold
}

func (p *docxPara) add(as legacy, s string, bold bool) {
	p.text.add(as, s)
	p.light = p.light || !bold && strings.ContainsFunc(s, unicode.IsLetter)
}

// property handles what stands in w:pPr.
func (b *docxBody) property(e xml.StartElement) {
	p := b.top()
	switch e.Name.Local {
	case "rPr":
		b.inMark = true
	case "pStyle":
		p.style = attr(e, "val")
	case "numId":
		p.num.id, p.has = attr(e, "val"), true
	case "ilvl":
		p.num.level = levelOf(attr(e, "val"))
	}
}

// close writes the innermost paragraph as a line, with its automatic number in front. A numbered paragraph without text shows its number in a
// table alone.
func (b *docxBody) close() {
	p := b.top()
	b.open = b.open[:len(b.open)-1]
	text := b.carry + p.text.String()
	b.carry = ""
	if p.deleted {
		b.carry = text
		return
	}
	full := strings.TrimSpace(text) != ""
	if full || p.cell.Table > 0 {
		ref := p.num
		if !p.has {
			ref = b.num.ofStyle(p.style, p.num.level)
		}
		text = b.num.label(ref) + text
	}
	if full {
		b.places++
	}
	b.out.add(Line{Text: text, Place: b.places, Bold: full && !p.light, Cell: p.cell})
}

// inline handles what stands in a run.
func (b *docxBody) inline(e xml.StartElement) {
	switch p := b.top(); e.Name.Local {
	case "t":
		b.inText = true
	case "r":
		p.font, p.weight = "", unsaid
	case "rFonts":
		p.font = cmp.Or(fontName(e), p.font)
	case "b":
		p.weight = weightOf(e)
	case "rStyle":
		p.font, p.weight = b.num.fontOf(attr(e, "val")), b.num.weightOf(attr(e, "val"))
	case "tab", "ptab":
		p.text.add(modern, "\t")
	case "br", "cr":
		p.text.add(modern, "\n")
	case "noBreakHyphen":
		p.text.add(modern, "-")
	case "softHyphen":
		p.text.add(b.coding(), "\u00ad")
	}
}

// styleAtHand is the style of the innermost paragraph.
func (b *docxBody) styleAtHand() string { return cmp.Or(b.top().style, b.num.normal) }

// coding tells from the font of the run, of the style or of the document how the letters are written.
func (b *docxBody) coding() legacy {
	return legacyOf(cmp.Or(b.top().font, b.num.fontOf(b.styleAtHand()), b.num.font))
}

// bold tells whether the letters at hand are bold.
func (b *docxBody) bold() bool {
	return cmp.Or(b.top().weight, b.num.weightOf(b.styleAtHand())) == bold
}
