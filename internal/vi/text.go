// Package vi holds every Vietnamese word spoken by Go code: labels, sentences for error codes, dates and numbers in words,
// and the two keys that databases cannot make for Vietnamese: the search key and the sort key.
package vi

import (
	"encoding/hex"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
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

// wordEnd sorts before every weight, so that a shorter text stands before a longer one that begins alike.
const wordEnd = "0000"

// collator carries scratch state of its own, so each goroutine borrows one.
type collator struct {
	*collate.Collator
	buf collate.Buffer
}

var collators = sync.Pool{New: func() any {
	return &collator{Collator: collate.New(language.Vietnamese, collate.Numeric)}
}}

// SortKey gives hex text whose byte order is the Vietnamese dictionary's, word by word, numbers by value ("Phòng 2" before "Phòng 10").
// Capitals make no difference. It sorts alike in every database and locale.
func SortKey(s string) string {
	c := collators.Get().(*collator)
	defer collators.Put(c)
	words := strings.Fields(strings.ToLower(NFC(s)))
	for i, w := range words {
		words[i] = hex.EncodeToString(c.KeyFromString(&c.buf, w))
		c.buf.Reset()
	}
	return strings.Join(words, wordEnd)
}

// NameKey gives the sort key of a person's name (họ và tên): the given name (tên), which is the last word, then family and middle names.
func NameKey(fullName string) string {
	words := strings.Fields(fullName)
	if len(words) == 0 {
		return ""
	}
	last := len(words) - 1
	return SortKey(words[last]) + wordEnd + SortKey(strings.Join(words[:last], " "))
}
