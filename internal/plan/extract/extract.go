// Package extract gives the text of an official document from the bytes of its file, recognised by content, within limits that a hostile
// file cannot exceed. What the text says is package plan's.
package extract

import (
	"bytes"
	"context"
	"strings"
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
)

// The refusals of a file; the arguments are named in the sentences of package vi.
const (
	CodeTooLarge    thidua.Code = "plan-too-large"          // megabytes allowed
	CodeTooLong     thidua.Code = "plan-too-long"           // characters allowed
	CodeParagraph   thidua.Code = "plan-paragraph-too-long" // characters allowed
	CodeEmpty       thidua.Code = "plan-empty"
	CodeDamaged     thidua.Code = "plan-damaged"
	CodeBomb        thidua.Code = "plan-bomb"
	CodeNotDocument thidua.Code = "plan-not-document"
	CodeNotReadYet  thidua.Code = "plan-not-read-yet" // name of the format
	CodeLocked      thidua.Code = "plan-locked"
	CodeScanned     thidua.Code = "plan-scanned"
	CodeEncoding    thidua.Code = "plan-encoding"
)

// Text gives the text of a .txt, .docx or .doc file: NFC, single spaces, at most one blank line in a row. Wrapped says that its lines may be pieces
// of paragraphs. Every refusal is a *thidua.Error of kind Invalid, or TooLarge for size; the error of an ended ctx comes back as it is.
func Text(ctx context.Context, data []byte) (text string, wrapped bool, err error) {
	if len(data) > MaxFile {
		return "", false, thidua.Refuse(thidua.TooLarge, CodeTooLarge, MaxFile>>20)
	}
	if text, wrapped, err = contents(ctx, data); err != nil {
		return "", false, err
	}
	text = normalise(recode(text))
	if text == "" {
		return "", false, refuse(CodeEmpty)
	}
	if utf8.RuneCountInString(text) > MaxCharacters {
		return "", false, thidua.Refuse(thidua.TooLarge, CodeTooLong, MaxCharacters)
	}
	for line := range strings.SplitSeq(text, "\n") {
		if utf8.RuneCountInString(line) > MaxParagraph {
			return "", false, refuse(CodeParagraph, MaxParagraph)
		}
	}
	return text, wrapped, ctx.Err()
}

func contents(ctx context.Context, data []byte) (text string, wrapped bool, err error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return "", false, refuse(CodeEmpty)
	}
	switch f := sniff(data); f {
	case formatText:
		text, err = decodeText(data)
		return text, true, err
	case formatZip:
		text, err = readDocx(ctx, data)
		return text, false, err
	case formatDoc:
		text, err = readDoc(ctx, data)
		return text, false, err
	case formatNone:
		return "", false, refuse(CodeNotDocument)
	case formatLocked:
		return "", false, refuse(CodeLocked)
	default:
		return "", false, refuse(CodeNotReadYet, string(f))
	}
}

func refuse(code thidua.Code, args ...any) error {
	return thidua.Refuse(thidua.Invalid, code, args...)
}
