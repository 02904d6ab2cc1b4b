package doc

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// clean brings a text to what the files may hold: NFC, one line, no control or format characters that XML or a font would refuse.
func clean(s string) string {
	if plain(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "")
	return norm.NFC.String(strings.Map(allowed, s))
}

// allowed turns line ends and tabs into spaces and takes out what is no letter.
func allowed(r rune) rune {
	switch r {
	case '\n', '\t', '\r', '\u2028', '\u2029':
		return ' '
	case '\ufffe', '\uffff':
		return -1
	}
	if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co) {
		return -1
	}
	return r
}

// plain recognises the usual case: NFC already and nothing to take out.
func plain(s string) bool {
	for _, r := range s {
		if r < ' ' || r == 0x7f || r == 0xad || r == unicode.ReplacementChar || (r >= 0x200b && r <= 0x2064) || r > 0xd000 || (r >= 0x80 && r < 0xa0) {
			return false
		}
	}
	return norm.NFC.IsNormalString(s)
}

// paragraphs splits the text of a cell at its line breaks.
func paragraphs(s string) []string {
	if !strings.ContainsAny(s, "\n\r") {
		return []string{clean(s)}
	}
	var parts []string
	for _, p := range strings.FieldsFunc(s, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if p = strings.TrimSpace(clean(p)); p != "" {
			parts = append(parts, p)
		}
	}
	if parts == nil {
		return []string{""}
	}
	return parts
}
