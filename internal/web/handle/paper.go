package handle

import (
	"io"
	"path"

	"thidua"
	"thidua/internal/doc"
)

// CodeFormat is a file asked for in a format that is not made.
const CodeFormat thidua.Code = "format-unknown"

// The types of the files that the program makes.
const (
	TypeDOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	TypeXLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	TypePDF  = "application/pdf"
)

// Paper answers with a paper in the format that the ending of the name asks for: .docx or .pdf.
func (c *Ctx) Paper(name string, d doc.Document) error {
	switch path.Ext(name) {
	case ".docx":
		return c.Download(name, TypeDOCX, false, func(w io.Writer) error { return d.DOCX(w) })
	case ".pdf":
		return c.Download(name, TypePDF, true, func(w io.Writer) error { return d.PDF(w) })
	}
	return thidua.Refuse(thidua.NotFound, CodeFormat)
}
