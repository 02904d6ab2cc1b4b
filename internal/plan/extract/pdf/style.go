package pdf

import (
	"strings"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

const (
	forcedBold = 1 << 18 // of the flags of a font, ISO 32000-1, table 123
	maxModes   = 20_000  // pieces of text of a whole file that are asked how they are drawn: each answer keeps memory until the end
)

// styles finds out what the characters drawn together share, asking once for all of them.
type styles struct {
	reader *reader
	text   references.FPDF_TEXTPAGE
	last   letter
	font   string
	known  bool
}

// at fills in the style of l, which is character i. What cannot be found out is plain.
func (s *styles) at(i int, l *letter) {
	if !s.known || s.last.matrix != l.matrix {
		s.look(i, l.matrix)
	}
	l.size, l.bold, l.hidden = s.last.size, s.last.bold, s.last.hidden
	s.known = true
	s.last.matrix, s.last.rect = l.matrix, l.rect
}

func (s *styles) look(i int, m structs.FPDF_FS_MATRIX) {
	r, before := s.reader, s.last
	size, err := r.engine.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: s.text, Index: i})
	if err != nil {
		return
	}
	font, err := r.engine.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: s.text, Index: i})
	if err != nil {
		return
	}
	if s.known && s.font == font.FontName && before.size == size.FontSize && onOneLine(before.matrix, m) {
		return // letter by letter, as browsers write
	}
	s.font = font.FontName
	s.last.size = size.FontSize
	s.last.bold = font.Flags&forcedBold != 0 || boldName(font.FontName)
	s.last.hidden = false
	if r.modes--; r.modes >= 0 {
		s.mode(i)
	}
}

// onOneLine tells whether two pieces of text stand on one line.
func onOneLine(a, b structs.FPDF_FS_MATRIX) bool {
	return a.A == b.A && a.B == b.B && a.C == b.C && a.D == b.D && (a.E == b.E || a.F == b.F)
}

// mode finds out whether the text is drawn at all, or with thickened edges.
func (s *styles) mode(i int) {
	object, err := s.reader.engine.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: s.text, Index: i})
	if err != nil {
		return
	}
	mode, err := s.reader.engine.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: object.TextObject})
	if err != nil {
		return
	}
	switch mode.TextRenderMode {
	case enums.FPDF_TEXTRENDERMODE_INVISIBLE, enums.FPDF_TEXTRENDERMODE_CLIP:
		s.last.hidden = true
	case enums.FPDF_TEXTRENDERMODE_FILL_STROKE, enums.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP:
		s.last.bold = true
	}
}

// boldName tells a bold font by its name, because the weight that pdfium makes out of the width of the stems is wrong for many.
func boldName(font string) bool {
	name := strings.ToLower(font)
	for _, s := range []string{"bold", "black", "heavy", ",b", "-bd"} {
		if strings.Contains(name, s) {
			return true
		}
	}
	return false
}
