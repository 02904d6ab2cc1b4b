package vi

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// NFC gives text in composed form without space at its ends, as it is kept; the place of the tone (hoà, hòa) stays as typed.
func NFC(s string) string {
	return strings.TrimSpace(norm.NFC.String(s))
}

// Line gives text in composed form on one line, one space between words: a name copied from a cell or a paper may bring more.
func Line(s string) string {
	return strings.Join(strings.Fields(norm.NFC.String(s)), " ")
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

// fillers are the words that all criteria of a plan share; what follows tells them apart.
var fillers = []string{"Cải cách ", "Xây dựng và phát triển ", "Trách nhiệm ", "Thực hiện ", "Bộ ", "Giải pháp, ", "tổ chức ", "chế độ ", "chính quyền "}

// ShortCriterion gives the two words by which a criterion is known at the head of a narrow column: "Cải cách thể chế" is "Thể chế".
func ShortCriterion(name string) string {
	short := name
	for _, f := range fillers {
		short = strings.TrimPrefix(short, f)
	}
	short, _, _ = strings.Cut(short, ",")
	words := strings.Fields(short)
	if len(words) > 2 {
		words = words[:2]
	}
	if len(words) == 0 {
		return name
	}
	short = strings.Join(words, " ")
	return UpperFirst(short)
}

// UpperFirst begins a sentence with a text.
func UpperFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[size:]
}

// LowerFirst goes on with a text that began a sentence; words in capitals, such as UBND, stay.
func LowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	if next, _ := utf8.DecodeRuneInString(s[size:]); size == 0 || unicode.IsUpper(next) {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}
