package extract

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"

	"github.com/richardlehane/mscfb"
)

type format string

const (
	formatNone   format = ""
	formatText   format = "txt"
	formatZip    format = "zip"
	formatLocked format = "locked"
	formatPDF    format = "PDF"
	formatDoc    format = "DOC"
	formatRTF    format = "RTF"
	formatHTML   format = "HTML"
	formatODT    format = "ODT"
)

var oleHead = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")

// sniff recognises the format by content: names lie.
func sniff(b []byte) format {
	head := b[:min(len(b), 1024)]
	low := bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n"))
	switch {
	case bytes.HasPrefix(b, []byte("PK\x03\x04")):
		if bytes.Contains(head, []byte("application/vnd.oasis.opendocument.text")) {
			return formatODT
		}
		return formatZip
	case bytes.Contains(head, []byte("%PDF-")):
		return formatPDF
	case bytes.HasPrefix(b, oleHead):
		return sniffOLE(b)
	case bytes.HasPrefix(low, []byte(`{\rtf`)):
		return formatRTF
	case bytes.HasPrefix(low, []byte("<!doctype html")), bytes.HasPrefix(low, []byte("<html")):
		return formatHTML
	case utf16Order(b) != nil, !binaryText(b):
		return formatText
	}
	return formatNone
}

// sniffOLE tells an old Word file from an encrypted .docx and from anything else in the same container, by the names of its streams. A
// container that does not open is left to the reader, which says that it is damaged.
func sniffOLE(b []byte) format {
	switch {
	case bytes.Contains(b, wide("EncryptedPackage")):
		return formatLocked
	case bytes.Contains(b, wide("WordDocument")):
		return formatDoc
	}
	if _, err := mscfb.New(bytes.NewReader(b)); err != nil {
		return formatDoc
	}
	return formatNone
}

func wide(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

// binaryText tells whether the bytes hold control characters that no text has.
func binaryText(b []byte) bool {
	for _, c := range b {
		if c < 0x20 && !strings.ContainsRune("\t\n\v\f\r\x1a\x1b", rune(c)) {
			return true
		}
	}
	return false
}
