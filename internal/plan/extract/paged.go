package extract

import (
	"context"
	"errors"

	"thidua"
	"thidua/internal/plan"
	"thidua/internal/plan/extract/pdf"
)

// pdfFaults says by which refusal a fault of the PDF reader is told.
var pdfFaults = []struct {
	fault error
	code  thidua.Code
}{
	{pdf.ErrDamaged, CodeDamaged}, {pdf.ErrLocked, CodeLocked}, {pdf.ErrScanned, CodeScanned}, {pdf.ErrTooHard, CodeTooHard},
}

// readPDF gives the lines of a PDF file as they are printed, cells of ruled tables and columns side by side kept apart.
func readPDF(ctx context.Context, data []byte) (Document, error) {
	read, err := pdf.Lines(ctx, data)
	switch {
	case errors.Is(err, pdf.ErrTooLarge):
		return Document{}, thidua.Refuse(thidua.TooLarge, CodePages, pdf.MaxPages)
	case errors.Is(err, pdf.ErrTooLong):
		return Document{}, thidua.Refuse(thidua.TooLarge, CodeTooLong, MaxCharacters)
	case err != nil:
		for _, f := range pdfFaults {
			if errors.Is(err, f.fault) {
				return Document{}, refuse(f.code)
			}
		}
		return Document{}, err
	}
	d := Document{Unit: plan.InPages}
	for _, l := range read.Lines {
		d.Lines = append(d.Lines, Line{Text: l.Text, Blank: l.Gap, Place: l.Page, Bold: l.Bold, Goes: l.Goes, Cell: Cell{Table: l.Table, Row: l.Row, Column: l.Cell}})
	}
	return d, nil
}
