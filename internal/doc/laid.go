package doc

import "io"

// Laid is a paper that was laid out, so that its files need not do it again each.
type Laid struct {
	Document
	c     composed
	drawn bool
}

// Lay lays the paper out for its files.
func (d Document) Lay() *Laid { return &Laid{Document: d, c: d.compose()} }

// DOCX writes what Document.DOCX writes.
func (l *Laid) DOCX(out io.Writer) error { return l.docx(out, l.c.set) }

// PDF writes what Document.PDF writes.
func (l *Laid) PDF(out io.Writer) error {
	if l.drawn {
		return l.Document.PDF(out)
	}
	l.drawn = true
	l.draw(l.c)
	_, err := l.c.w.WriteTo(out)
	return err
}

// Pages counts the pages.
func (l *Laid) Pages() int { return max(l.c.total(), 1) }
