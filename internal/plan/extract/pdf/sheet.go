package pdf

import (
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// box is a rectangle in points; y grows downwards, from the top of the page.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) width() float64  { return b.x1 - b.x0 }
func (b box) height() float64 { return b.y1 - b.y0 }

// glyph is one printed character. A space has a place too.
type glyph struct {
	r      rune
	x0, x1 float64
	y      float64 // of the line that the letter stands on
	size   float64
	bold   bool
	hidden bool // drawn in no colour, as the text under a picture of it
}

// sheet is one page as it was read, upright.
type sheet struct {
	number        int
	width, height float64
	glyphs        []glyph
	strokes       []box   // thin straight lines
	picture       float64 // the share of the page that pictures cover
}

// sheet reads page i, from 0.
func (r *reader) sheet(i int) (*sheet, error) {
	loaded, err := r.engine.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: r.doc, Index: i})
	if err != nil {
		return nil, err
	}
	page := requests.Page{ByReference: &loaded.Page}
	bounds, err := r.engine.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: page})
	if err != nil {
		return nil, err
	}
	letters, err := r.letters(page)
	if err != nil {
		return nil, err
	}
	shapes, err := r.shapes(page)
	if err != nil {
		return nil, err
	}
	if _, err := r.engine.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page}); err != nil {
		return nil, err
	}
	t := newTurn(bounds.Rect, letters)
	s := &sheet{width: t.width, height: t.height}
	s.glyphs = t.glyphs(letters)
	s.strokes, s.picture = t.strokes(shapes)
	return s, nil
}

// letter is a character as pdfium tells it, in the coordinates of the file.
type letter struct {
	glyph
	rect   structs.FPDF_FS_RECTF
	matrix structs.FPDF_FS_MATRIX
}

// letters reads the characters of a page in the order in which they are drawn.
func (r *reader) letters(page requests.Page) ([]letter, error) {
	loaded, err := r.engine.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: page})
	if err != nil {
		return nil, err
	}
	text := loaded.TextPage
	count, err := r.engine.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text})
	if err != nil {
		return nil, err
	}
	if r.characters -= count.Count; r.characters < 0 {
		return nil, ErrTooLong
	}
	out := make([]letter, 0, max(count.Count, 0))
	look := styles{reader: r, text: text}
	for i := range count.Count {
		if l, ok := r.letter(text, i); ok {
			look.at(i, &l)
			out = append(out, l)
		}
	}
	_, err = r.engine.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text})
	return out, err
}

// letter reads the character with its place; what pdfium adds of its own, such as spaces and line ends, has none.
func (r *reader) letter(text references.FPDF_TEXTPAGE, i int) (letter, bool) {
	char, err := r.engine.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: text, Index: i})
	if err != nil || char.Unicode < ' ' || char.Unicode > 0x10ffff {
		return letter{}, false
	}
	matrix, err := r.engine.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: text, Index: i})
	if err != nil {
		return letter{}, false
	}
	rect, err := r.engine.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: text, Index: i})
	if err != nil || char.Unicode == ' ' && rect.Rect.Left == rect.Rect.Right && rect.Rect.Bottom == rect.Rect.Top {
		return letter{}, false
	}
	return letter{glyph: glyph{r: rune(char.Unicode)}, rect: rect.Rect, matrix: matrix.Matrix}, true
}
