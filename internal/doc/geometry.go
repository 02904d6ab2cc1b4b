package doc

import (
	"thidua/internal/doc/font"
)

// Measures in twips (1/20 point), the unit of DOCX, so that both writers agree to the last one. NĐ 30/2020/NĐ-CP, Phụ lục I, mục I: A4,
// top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm.
const (
	paperShort   = 11906 // 210 mm
	paperLong    = 16838 // 297 mm
	marginTop    = 1134  // 20 mm
	marginBottom = 1134  // 20 mm
	marginLeft   = 1701  // 30 mm
	marginRight  = 851   // 15 mm
	headerAt     = 567   // 10 mm from the edge to the page number
	footerAt     = 454   // 8 mm
	firstIndent  = 720   // 1.27 cm
	bodyBefore   = 120   // 6 pt between paragraphs
	cellPad      = 80    // at the left and right of a cell
	cellAir      = 20    // above and below the text of a cell
	ruleHeight   = 120   // of the paragraph that carries a short rule
	endHeight    = 20    // of the paragraph that ends a section
)

// Sizes in points within the ranges of the annex.
const (
	bodySize      = 14
	tableSize     = 13
	recipientHead = 12
	recipientSize = 11
	sampleSize    = 10
	numberSize    = 13 // of the number and of the place and date
)

const (
	nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
	motto  = "Độc lập - Tự do - Hạnh phúc"
)

// setting is how closely a paper is set. Every one keeps to the ranges of the annex.
type setting struct {
	body        float64 // size of the text in points, 13 or 14
	table       float64 // largest size in tables
	plot        float64 // height of the values of a chart in points
	signGap     int     // between the position and the name, for signature and seal
	signBefore  int     // above a signature block
	titleBefore int     // above the name of the paper
}

// settings are tried from the widest to the closest; see compose.
var settings = [...]setting{
	{body: bodySize, table: tableSize, plot: 150, signGap: 1300, signBefore: 240, titleBefore: 240},
	{body: bodySize, table: tableSize, plot: 120, signGap: 1000, signBefore: 160, titleBefore: 160},
	{body: 13, table: tableSize, plot: 120, signGap: 1000, signBefore: 160, titleBefore: 160},
	{body: 13, table: 12, plot: 110, signGap: 1000, signBefore: 120, titleBefore: 120},
}

// closer gives a table in the size of the setting.
func (s setting) closer(t Table) Table {
	t.Size = min(t.size(), s.table)
	return t
}

func (s Section) paper() (width, height int) {
	if s.Landscape {
		return paperLong, paperShort
	}
	return paperShort, paperLong
}

// textWidth is the width between the margins.
func (s Section) textWidth() int {
	w, _ := s.paper()
	return w - marginLeft - marginRight
}

// textHeight is the height between the margins.
func (s Section) textHeight() int {
	_, h := s.paper()
	return h - marginTop - marginBottom
}

// twips measures a text.
func twips(f font.Face, size float64, s string) float64 { return font.Serif(f).Width(s, size*20) }

func (r Run) face() font.Face {
	f := font.Regular
	if r.Bold {
		f |= font.Bold
	}
	if r.Italic {
		f |= font.Italic
	}
	return f
}
