// Package extract gives the text of an official document from the bytes of its file, recognised by content, within limits that a hostile
// file cannot exceed. What the text says is package plan's.
package extract

import (
	"bytes"
	"context"
	"unicode/utf8"

	"thidua"
)

// The limits of a file to read.
const (
	MaxFile       = 20 << 20  // bytes of the file as it comes
	MaxUnpacked   = 200 << 20 // bytes of what it unpacks to
	MaxRatio      = 100       // unpacked bytes for each packed byte
	MaxEntries    = 2000      // files inside a .docx
	MaxDepth      = 256       // nested elements of XML
	MaxCharacters = 400_000   // characters of text; a long plan has a quarter
	MaxParagraph  = 20_000    // characters of one paragraph
	MaxLines      = 50_000    // paragraphs and cells; a long plan has a tenth
)

// The refusals of a file; the arguments are named in the sentences of package vi.
const (
	CodeTooLarge     thidua.Code = "plan-too-large"          // megabytes allowed
	CodeTooLong      thidua.Code = "plan-too-long"           // characters allowed
	CodeParagraph    thidua.Code = "plan-paragraph-too-long" // characters allowed
	CodeEmpty        thidua.Code = "plan-empty"
	CodeDamaged      thidua.Code = "plan-damaged"
	CodeBomb         thidua.Code = "plan-bomb"
	CodeNotDocument  thidua.Code = "plan-not-document"
	CodeNotReadYet   thidua.Code = "plan-not-read-yet" // name of the format
	CodeLocked       thidua.Code = "plan-locked"
	CodeScanned      thidua.Code = "plan-scanned"
	CodeEncoding     thidua.Code = "plan-encoding"
	CodeTooHard      thidua.Code = "plan-too-hard"       // it took more time or memory than any plan
	CodeTooManyLines thidua.Code = "plan-too-many-lines" // lines allowed
	CodePages        thidua.Code = "plan-too-many-pages" // pages allowed
)

// Read gives the text of a .txt, .docx, .doc or .pdf file. Every refusal is a *thidua.Error of kind Invalid, or TooLarge for size; the error of
// an ended ctx comes back as it is.
func Read(ctx context.Context, data []byte) (Document, error) {
	if len(data) > MaxFile {
		return Document{}, thidua.Refuse(thidua.TooLarge, CodeTooLarge, MaxFile>>20)
	}
	d, err := contents(ctx, data)
	if err != nil {
		return Document{}, err
	}
	d.Lines = normalise(d.Lines)
	if len(d.Lines) == 0 {
		return Document{}, refuse(CodeEmpty)
	}
	characters, longest := 0, 0
	for _, l := range d.Lines {
		n := utf8.RuneCountInString(l.Text)
		characters, longest = characters+n+1, max(longest, n)
	}
	switch {
	case len(d.Lines) > MaxLines:
		return Document{}, thidua.Refuse(thidua.TooLarge, CodeTooManyLines, MaxLines)
	case characters > MaxCharacters:
		return Document{}, thidua.Refuse(thidua.TooLarge, CodeTooLong, MaxCharacters)
	case longest > MaxParagraph:
		return Document{}, refuse(CodeParagraph, MaxParagraph)
	}
	return d, ctx.Err()
}

func contents(ctx context.Context, data []byte) (Document, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return Document{}, refuse(CodeEmpty)
	}
	switch f := sniff(data); f {
	case formatText:
		return readText(data)
	case formatZip:
		return readDocx(ctx, data)
	case formatDoc:
		return readDoc(ctx, data)
	case formatPDF:
		return readPDF(ctx, data)
	case formatNone:
		return Document{}, refuse(CodeNotDocument)
	case formatLocked:
		return Document{}, refuse(CodeLocked)
	default:
		return Document{}, refuse(CodeNotReadYet, string(f))
	}
}

func refuse(code thidua.Code, args ...any) error {
	return thidua.Refuse(thidua.Invalid, code, args...)
}
