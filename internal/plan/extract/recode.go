package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// The shares of words that tell: text is Vietnamese from vietnameseShare on; below doubtfulShare another way to read it is tried.
const (
	doubtfulShare   = 0.7
	vietnameseShare = 0.85
)

// recode reads lines that were written in TCVN3 or VNI and came without their font, told by the statistics of their syllables.
func recode(text []string) []string {
	s := strings.Join(text, "\n")
	if share(s) >= doubtfulShare {
		return text
	}
	best, most := s, vietnameseShare
	for _, as := range []legacy{tcvn3, vni} {
		t := as.decode(s)
		if as == tcvn3 {
			t = restoreCapitals(t)
		}
		if n := share(t); n >= most {
			best, most = t, n
		}
	}
	return strings.Split(best, "\n")
}

// decodeBytes reads bytes that are no UTF-8: TCVN3, VNI, or the code page 1258 of Windows.
func decodeBytes(b []byte) (string, error) {
	latin, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil {
		return "", refuse(CodeEncoding)
	}
	lines := strings.Split(string(latin), "\n")
	if s := strings.Join(recode(lines), "\n"); s != string(latin) {
		return s, nil
	}
	viet, err := charmap.Windows1258.NewDecoder().Bytes(b)
	if s := norm.NFC.String(string(viet)); err == nil && share(s) >= vietnameseShare {
		return s, nil
	}
	return "", refuse(CodeEncoding)
}

// share tells which part of the words with letters beyond ASCII are Vietnamese syllables; 1 when there is none.
func share(s string) float64 {
	marked, good := 0, 0
	for word := range strings.FieldsFuncSeq(norm.NFC.String(s), between) {
		if plainASCII(word) {
			continue
		}
		marked++
		if isSyllable(word) {
			good++
		}
		if marked == 600 {
			break
		}
	}
	if marked == 0 {
		return 1
	}
	return float64(good) / float64(marked)
}

// between tells whether a character parts words; signs that legacy letters look like do not.
func between(r rune) bool {
	return r <= ' ' || r < 0x80 && !unicode.IsLetter(r) || strings.ContainsRune("“”‘’–—…•\u00a0", r)
}

func plainASCII(s string) bool {
	for _, r := range s {
		if r >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// restoreCapitals mends lines and words in capitals: TCVN3 has no capital letter with a tone, so they were written with small ones.
func restoreCapitals(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		words, inLine, marked := strings.Split(l, " "), 0, 0
		for _, w := range words {
			if n, small := capitalsIn(w); n >= 0 && small {
				inLine, marked = inLine+n, marked+1
			} else if n < 0 {
				marked = -len(words)
			}
		}
		for k, w := range words {
			if n, _ := capitalsIn(w); n >= 2 || marked >= 2 && inLine >= 3 {
				words[k] = strings.ToUpper(w)
			}
		}
		lines[i] = strings.Join(words, " ")
	}
	return strings.Join(lines, "\n")
}

// capitalsIn counts the capitals among the ASCII letters of a word, -1 when one of them is small, and tells whether it has a small letter
// beyond ASCII.
func capitalsIn(word string) (n int, small bool) {
	for _, r := range word {
		switch {
		case r >= 'a' && r <= 'z':
			return -1, false
		case r >= 'A' && r <= 'Z':
			n++
		case unicode.IsLower(r):
			small = true
		}
	}
	return n, small
}
