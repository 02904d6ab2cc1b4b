package custody

import (
	"context"
	"errors"
	"io"
	"slices"

	"thidua"
	"thidua/internal/plan/extract/pdf"
)

// The refusals of looking at a file; the file itself can still be downloaded.
const (
	CodeNoPreview thidua.Code = "file.no-preview" // of a kind that is not drawn
	CodeUndrawn   thidua.Code = "file.undrawn"    // too large or damaged
)

// keptPictures bounds what is kept of drawn pages: a page is looked at just after it was counted.
const keptPictures = 24

// picture is a page that was drawn lately.
type picture struct {
	address string
	page    int
	pdf.Picture
}

// Looks tells whether the pages of a file can be looked at.
func Looks(ref thidua.FileRef) bool {
	return !ref.Missing() && slices.Contains([]string{"application/pdf", "image/png", "image/jpeg"}, ref.Type)
}

// Look draws a page of an open file, from 1: what the browser gets is a picture made here, and nothing of the file. The right to the file is that
// of who opened it.
func (d *Desk) Look(ctx context.Context, ref thidua.FileRef, whole io.Reader, page int) (pdf.Picture, error) {
	if !Looks(ref) {
		return pdf.Picture{}, thidua.Refuse(thidua.Invalid, CodeNoPreview)
	}
	if p, ok := d.drawnLately(ref.Hash, page); ok {
		return p, nil
	}
	data, err := io.ReadAll(whole)
	if err != nil {
		return pdf.Picture{}, err
	}
	p, err := drawOf(ctx, ref.Type, data, page)
	if err != nil && ctx.Err() == nil {
		err = errors.Join(thidua.Refuse(thidua.Invalid, CodeUndrawn), err)
	}
	if err == nil {
		d.keepDrawn(picture{ref.Hash, page, p})
	}
	return p, err
}

func drawOf(ctx context.Context, kind string, data []byte, page int) (pdf.Picture, error) {
	if kind == "application/pdf" {
		return pdf.Page(ctx, data, page)
	}
	return pdf.Again(ctx, data)
}

func (d *Desk) drawnLately(address string, page int) (pdf.Picture, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, p := range d.shown {
		if p.address == address && p.page == page {
			return p.Picture, true
		}
	}
	return pdf.Picture{}, false
}

func (d *Desk) keepDrawn(p picture) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.shown = append(d.shown, p); len(d.shown) > keptPictures {
		d.shown = slices.Delete(d.shown, 0, 1)
	}
}

// forget drops the drawn pages of a file that is removed.
func (d *Desk) forget(address string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.shown = slices.DeleteFunc(d.shown, func(p picture) bool { return p.address == address })
}
