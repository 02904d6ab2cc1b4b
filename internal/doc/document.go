// Package doc makes the official papers of a movement: one neutral tree of blocks per paper, written as DOCX, PDF (PDF/A-2b, tagged) and
// as an HTML preview, laid out after Annex I of NĐ 30/2020/NĐ-CP. The same tree gives the same bytes.
package doc

import "thidua"

// SampleMark is printed on every page of a paper made from sample data.
const SampleMark = "DỮ LIỆU MẪU – KHÔNG CÓ GIÁ TRỊ"

// Document is one paper (văn bản) before it is written to a file.
type Document struct {
	Title    string      // name of the paper, for the properties of the file
	Date     thidua.Date // day of the paper, for the properties of the file; may be empty
	Sample   bool        // prints SampleMark on every page
	Sections []Section
}

// Section is a run of pages of one orientation. A further section begins on a new page.
type Section struct {
	Landscape bool
	Restart   bool // page numbers begin again at 1, as appendices ask
	Blocks    []Block
}

// Block is one part of a paper, from top to bottom: Letterhead, Title, Heading, Para, Table, Chart, Code, Signatures or PageBreak.
type Block interface{ block() }

// New makes a portrait document of one section.
func New(title string, date thidua.Date, sample bool, blocks ...Block) Document {
	return Document{Title: title, Date: date, Sample: sample, Sections: []Section{{Blocks: Unbroken(blocks)}}}
}

// DraftMark stands in the name of the file of a draft beside its signed copy.
const DraftMark = " (dự thảo, không phải bản đã ký)"

// SignedMark stands in the name of the file of a signed copy.
const SignedMark = " (bản đã ký)"

// Ending gives the end of a paper: its closing sentence and the signatures.
func (d Document) Ending() Document {
	if n := len(d.Sections); n > 0 {
		blocks := d.Sections[n-1].Blocks
		d.Sections = []Section{{Blocks: blocks[max(len(blocks)-2, 0):]}}
	}
	return d
}
