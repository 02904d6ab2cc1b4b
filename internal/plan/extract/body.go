package extract

import (
	"encoding/xml"
)

// docxBody turns a part into lines. A paragraph may stand inside another (a text box), so paragraphs are a stack.
type docxBody struct {
	num      *numbering
	out      gathered
	places   int // paragraphs that hold text
	open     []*docxPara
	tables   docxTables
	heads    docxHeads
	skip     int // depth of the element whose content is left out, 0 for none
	inText   bool
	inProps  bool // inside w:pPr
	inMark   bool // inside w:pPr/w:rPr, the run of the paragraph mark
	carry    string
	pictures bool
}

// skipped holds tracked deletions, the source of moves, what something was before a tracked change, and the double content for old programs.
var skipped = map[string]bool{"del": true, "moveFrom": true, "Fallback": true, "instrText": true, "delText": true, "pPrChange": true,
	"rPrChange": true, "tblPrChange": true, "trPrChange": true, "tcPrChange": true, "sectPrChange": true}

func (b *docxBody) token(t xml.Token, depth int) error {
	switch e := t.(type) {
	case xml.StartElement:
		b.start(e, depth)
	case xml.EndElement:
		b.end(e, depth)
	case xml.CharData:
		if b.inText && b.skip == 0 && len(b.open) > 0 {
			b.top().add(b.coding(), string(e), b.bold())
		}
	}
	if b.out.full() || len(b.open) > 0 && b.top().text.Len() > 4*MaxCharacters {
		return b.out.refusal()
	}
	return nil
}

func (b *docxBody) top() *docxPara { return b.open[len(b.open)-1] }

// Marks of a paragraph that a tracked change takes away, and elements that draw a picture.
var (
	gone  = map[string]bool{"del": true, "moveFrom": true}
	drawn = map[string]bool{"pic": true, "drawing": true, "pict": true}
)

func (b *docxBody) start(e xml.StartElement, depth int) {
	name := e.Name.Local
	switch {
	case b.skip != 0:
	case b.inMark && len(b.open) > 0 && gone[name]:
		b.top().deleted = true
	case b.tables.start(e, depth):
		b.skip = b.tables.gone
	case skipped[name]:
		b.skip = depth
	case b.heads.start(e):
	case name == "p" && e.Name.Space != "a":
		b.open = append(b.open, &docxPara{cell: b.tables.cell()})
	case drawn[name]:
		b.pictures = true
	case len(b.open) > 0:
		b.inPara(e)
	}
}

func (b *docxBody) inPara(e xml.StartElement) {
	switch {
	case e.Name.Local == "pPr":
		b.inProps = true
	case b.inProps:
		b.property(e)
	default:
		b.inline(e)
	}
}

func (b *docxBody) end(e xml.EndElement, depth int) {
	if b.skip != 0 {
		if depth >= b.skip {
			return
		}
		b.skip = 0
	}
	switch e.Name.Local {
	case "t":
		b.inText = false
	case "pPr":
		b.inProps, b.inMark = false, false
	case "rPr":
		b.inMark = false
	case "p":
		if e.Name.Space != "a" && len(b.open) > 0 {
			b.close()
		}
	default:
		b.tables.end(e)
	}
}
