package vi

import (
	"encoding/hex"
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

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
