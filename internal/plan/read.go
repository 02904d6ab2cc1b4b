package plan

import (
	"bytes"
	"context"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

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

// The refusals of the reader; the arguments are named in the sentences of package vi.
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
	CodeSecret      thidua.Code = "plan-secret"     // the mark found
	CodeOtherKind   thidua.Code = "plan-other-kind" // the kind found
	CodeNoKind      thidua.Code = "plan-no-kind"
)

var secretMark = regexp.MustCompile(`^(TUYỆT MẬT|TỐI MẬT|MẬT)$|(?:^|[^\p{L}])(TUYỆT MẬT|TỐI MẬT)(?:$|[^\p{L}])`)

// Read reads a plan from the bytes of a .txt or .docx file, recognised by content. The name serves only to find a mark of secrecy. Every
// refusal is a *thidua.Error of kind Invalid, or TooLarge for size; the error of an ended ctx comes back as it is.
func Read(ctx context.Context, name string, data []byte) (Draft, error) {
	if len(data) > MaxFile {
		return Draft{}, thidua.Refuse(thidua.TooLarge, CodeTooLarge, MaxFile>>20)
	}
	if m := secretMark.FindString(norm.NFC.String(name)); m != "" {
		return Draft{}, thidua.Refuse(thidua.Invalid, CodeSecret, strings.TrimSpace(m))
	}
	text, wrapped, err := extract(ctx, data)
	if err != nil {
		return Draft{}, err
	}
	source := normalise(text)
	if source == "" {
		return Draft{}, refuse(CodeEmpty)
	}
	if len([]rune(source)) > MaxCharacters {
		return Draft{}, thidua.Refuse(thidua.TooLarge, CodeTooLong, MaxCharacters)
	}
	for line := range strings.SplitSeq(source, "\n") {
		if utf8.RuneCountInString(line) > MaxParagraph {
			return Draft{}, refuse(CodeParagraph, MaxParagraph)
		}
	}
	if err := ctx.Err(); err != nil {
		return Draft{}, err
	}
	return parse(source, wrapped)
}

// extract gives the text of the file; wrapped says that its lines may be pieces of paragraphs.
func extract(ctx context.Context, data []byte) (text string, wrapped bool, err error) {
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
