package record

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"thidua/internal/doc"
)

// Printed gives every part as the paper says it, figures without brackets.
func (m Manuscript) Printed() map[string]string {
	out := map[string]string{}
	for _, part := range Free {
		out[part] = m.Words[part]
	}
	_, of := m.passages()
	for part, p := range of {
		out[part] = p.Printed(m.kept(part, p))
	}
	return out
}

// Lift reads a part that came back without brackets, as from a file edited on Word, and gives it as its author edits it: the figures that stood
// there are in brackets again. It is not ok where a number came in: figures are those of the data.
func (m Manuscript) Lift(part, text string) (shown string, ok bool) {
	_, of := m.passages()
	p, composed := of[part]
	if !composed {
		return text, true
	}
	kept := m.kept(part, p)
	shown = p.bracketed(text, kept)
	locked, wrong := m.Lock(part, shown)
	before := Loose(kept, m.known()...)
	came := slices.ContainsFunc(Loose(doc.Or(locked, p.draft()), m.known()...), func(number string) bool { return !slices.Contains(before, number) })
	return shown, wrong == nil && !came
}

// bracketed puts the figures of the earlier text into brackets where a text states them, in their order.
func (p Passage) bracketed(text, before string) string {
	var out strings.Builder
	p.each(before, func(value, _ string, _ bool) string {
		if at := word(text, value); at >= 0 {
			out.WriteString(text[:at] + "[" + value + "]")
			text = text[at+len(value):]
		}
		return ""
	})
	return out.String() + text
}

// word finds a value that stands by itself: no letter or digit goes on before or behind it.
func word(text, value string) int {
	for from := 0; value != ""; {
		at := strings.Index(text[from:], value)
		if at < 0 {
			break
		}
		at += from
		left, _ := utf8.DecodeLastRuneInString(text[:at])
		right, _ := utf8.DecodeRuneInString(text[at+len(value):])
		if !unicode.IsLetter(left) && !unicode.IsDigit(left) && !unicode.IsLetter(right) && !unicode.IsDigit(right) {
			return at
		}
		from = at + len(value)
	}
	return -1
}
