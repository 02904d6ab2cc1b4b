package doc

import (
	"io"
	"time"

	"thidua"
	"thidua/internal/doc/pdf"
)

// Part is one paper of a bundle, under the title that its bookmark shows.
type Part struct {
	Title string
	Document
}

// Bundle is several papers in one file, in the order in which they are read (tập trình ký): each on pages of its own, turned as it is turned and
// numbered as it is numbered.
type Bundle struct {
	Title string
	Date  thidua.Date // for the properties of the file; may be empty
	Parts []Part
}

// PDF writes the bundle as one tagged PDF/A-2b with a bookmark for each part. The same parts give the same bytes; the only error is that of
// the writer.
func (b Bundle) PDF(out io.Writer) error {
	var date time.Time
	if b.Date.Valid() {
		date = b.Date.Time()
	}
	w := pdf.New(clean(b.Title), date)
	for _, p := range b.Parts {
		w.BeginPart(clean(p.Title))
		p.draw(p.laid(w, p.compose().set))
	}
	if len(b.Parts) == 0 {
		Document{}.draw(composed{w: w})
	}
	_, err := w.WriteTo(out)
	return err
}

// Pages counts the pages of the paper, as both writers lay it out.
func (d Document) Pages() int { return max(d.compose().total(), 1) }
