package auth

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

//go:embed common.gz
var commonList []byte

//go:embed common.txt
var ownWords string

// common is the list of what people choose most, sorted; read when the first new password is checked.
var common = sync.OnceValue(func() []string {
	z, err := gzip.NewReader(bytes.NewReader(commonList))
	if err != nil {
		return nil
	}
	text, err := io.ReadAll(z)
	if err != nil {
		return nil
	}
	return strings.Fields(string(text))
})

// pieces are the words of the trade, of names and places, and walks over the keyboard: a password of nothing else is guessed first.
var pieces = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(ownWords) {
		all[w] = true
	}
	for _, row := range []string{"1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "abcdefghijklmnopqrstuvwxyz"} {
		back := []byte(row)
		slices.Reverse(back)
		for _, walk := range []string{row, string(back)} {
			for from := range walk {
				for to := from + 3; to <= len(walk); to++ {
					all[walk[from:to]] = true
				}
			}
		}
	}
	return all
})

// The longest piece, in bytes, and the most pieces of which a password that is refused is made.
const (
	pieceMost  = 26
	piecesMost = 5
)

// isCommon also knows a listed password followed by digits and signs, without its marks and spaces, or with signs in place of letters.
func isCommon(password string) bool {
	plain := bare(password)
	base := strings.TrimRight(plain, besides)
	if repeats(plain) || base == "" && len(plain) < PasswordAdvised {
		return true
	}
	if base == "" {
		_, listed := slices.BinarySearch(common(), plain)
		return listed
	}
	for _, text := range []string{plain, base, letters.Replace(plain), letters.Replace(base)} {
		if _, listed := slices.BinarySearch(common(), text); listed || made(text) {
			return true
		}
	}
	return false
}

// besides is what people put after a word, and between two.
const besides = "0123456789!@#$%^&*.?-_/+=,;:"

// bare gives the small letters without marks and spaces.
func bare(password string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 'đ' || r == 'Đ':
			return 'd'
		case unicode.Is(unicode.Mn, r) || unicode.IsSpace(r):
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(password))
}

// letters are what signs and digits stand for in the place of letters.
var letters = strings.NewReplacer("@", "a", "4", "a", "0", "o", "1", "i", "!", "i", "3", "e", "$", "s", "5", "s", "7", "t")

// made tells whether a text is a few pieces and nothing else; digits and signs between them do not count.
func made(text string) bool {
	const never = piecesMost + 1
	least := make([]int, len(text)+1) // the fewest pieces that make the text up to here
	for end := 1; end <= len(text); end++ {
		least[end] = never
		if strings.IndexByte(besides, text[end-1]) >= 0 {
			least[end] = least[end-1]
		}
		for from := max(0, end-pieceMost); from < end; from++ {
			if pieces()[text[from:end]] {
				least[end] = min(least[end], least[from]+1)
			}
		}
	}
	return least[len(text)] <= piecesMost
}

// repeats tells whether the text is one short piece of at most four bytes over and over.
func repeats(s string) bool {
	for n := 1; n <= 4 && n*2 <= len(s); n++ {
		if strings.HasPrefix(strings.Repeat(s[:n], len(s)/n+1), s) {
			return true
		}
	}
	return false
}
