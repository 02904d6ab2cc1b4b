package compare

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// tidy brings a text to NFC and its spaces, of whatever kind, to single ones; what is not seen goes.
func tidy(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co):
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return strings.Join(strings.Fields(norm.NFC.String(s)), " ")
}

var typed = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "‟", `"`, "‘", "'", "’", "'", "‚", "'", "–", "-", "—", "-", "‑", "-", "−", "-", "...", "…")

// plain takes away what Word sets by itself while somebody types: the shape of quotes and dashes. It is no change of words.
func plain(s string) string { return typed.Replace(s) }

// word is one word of a paragraph, or the mark behind one: as it is shown, as it is compared, and where it begins in the compared text.
type word struct {
	shown, key string
	at         int
	glued      bool // a mark: no space stands before it
}

// line is a paragraph taken apart.
type line struct {
	words []word
	key   string // the compared text: the words with single spaces
}

func lineOf(text string) line {
	var l line
	var key strings.Builder
	for _, field := range strings.Fields(text) {
		body, mark := field, ""
		if cut := strings.TrimRight(field, ",;:.)"); cut != field && endsWord(cut) {
			body, mark = cut, field[len(cut):]
		}
		if key.Len() > 0 {
			key.WriteByte(' ')
		}
		for i, shown := range []string{body, mark} {
			if shown != "" {
				w := word{shown: shown, key: plain(shown), at: key.Len(), glued: i > 0}
				key.WriteString(w.key)
				l.words = append(l.words, w)
			}
		}
	}
	l.key = key.String()
	return l
}

func endsWord(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '%'
}

// span gives the words that stretch over a part of the compared text.
func (l line) span(from, to int) (first, last int) {
	for i, w := range l.words {
		if w.at <= from {
			first = i
		}
		if w.at < to {
			last = i
		}
	}
	return first, last + 1
}

func (l line) shown(first, last int) string {
	var out strings.Builder
	for i := first; i < last; i++ {
		if i > first && !l.words[i].glued {
			out.WriteByte(' ')
		}
		out.WriteString(l.words[i].shown)
	}
	return out.String()
}

// glued tells whether the word at a place is a mark that belongs to the word before it.
func (l line) glued(at int) bool { return at < len(l.words) && l.words[at].glued }
