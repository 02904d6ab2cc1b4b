package extract

import (
	"cmp"
	"encoding/xml"
	"strings"
)

type docxPara struct {
	text    legacyText
	style   string
	font    string // of the run at hand, "" where the style gives it
	num     numRef
	has     bool // a numPr of its own, which hides that of the style
	deleted bool // the paragraph mark is a tracked deletion: the next paragraph continues this one
}

// property handles what stands in w:pPr.
func (b *docxBody) property(e xml.StartElement) {
	p := b.top()
	switch e.Name.Local {
	case "pPrChange":
		b.changed = true
	case "rPr":
		b.inMark = true
	case "pStyle":
		if !b.changed {
			p.style = attr(e, "val")
		}
	case "numId":
		if !b.changed {
			p.num.id, p.has = attr(e, "val"), true
		}
	case "ilvl":
		if !b.changed {
			p.num.level = levelOf(attr(e, "val"))
		}
	}
}

// close writes the innermost paragraph as a line, with its automatic number in front.
func (b *docxBody) close() {
	p := b.top()
	b.open = b.open[:len(b.open)-1]
	text := b.carry + p.text.String()
	b.carry = ""
	if p.deleted {
		b.carry = text
		return
	}
	if strings.TrimSpace(text) != "" {
		ref := p.num
		if !p.has {
			ref = b.num.ofStyle(p.style, p.num.level)
		}
		b.out.WriteString(b.num.label(ref))
	}
	b.out.WriteString(text)
	b.out.WriteByte('\n')
}

// inline handles what stands in a run.
func (b *docxBody) inline(e xml.StartElement) {
	switch p := b.top(); e.Name.Local {
	case "t":
		b.inText = true
	case "r":
		p.font = ""
	case "rFonts":
		p.font = cmp.Or(fontName(e), p.font)
	case "rStyle":
		p.font = b.num.fontOf(attr(e, "val"))
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

// coding tells from the font of the run, of the style or of the document how the letters are written.
func (b *docxBody) coding() legacy {
	p := b.top()
	style := p.style
	if style == "" {
		style = b.num.normal
	}
	return legacyOf(cmp.Or(p.font, b.num.fontOf(style), b.num.font))
}
