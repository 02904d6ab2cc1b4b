package vi

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// NFC gives text in composed form without space at its ends, as it is kept; the place of the tone (hoà, hòa) stays as typed.
func NFC(s string) string {
	return strings.TrimSpace(norm.NFC.String(s))
}

// Fold gives the search key of a text: no tones, no marks, no capitals, đ as d, one space between words.
func Fold(s string) string {
	bare := strings.Map(foldRune, norm.NFD.String(s))
	return strings.Join(strings.Fields(bare), " ")
}

// foldRune knows đ, which no decomposition turns into d, and the Icelandic ð, which some keyboards type in its place.
func foldRune(r rune) rune {
	switch {
	case r == 'đ' || r == 'Đ' || r == 'ð' || r == 'Ð':
		return 'd'
	case unicode.Is(unicode.Mn, r):
		return -1
	}
	return unicode.ToLower(r)
}
