package plan

import "strings"

// Span is a passage [start, end) in Unicode code points of Draft.Source; the zero span is no passage.
type Span [2]int

// Empty tells whether the span holds nothing.
func (s Span) Empty() bool { return s[1] <= s[0] }

// Contains tells whether t lies within s.
func (s Span) Contains(t Span) bool { return s[0] <= t[0] && t[1] <= s[1] }

// Cover gives the smallest span around both.
func (s Span) Cover(t Span) Span {
	switch {
	case s.Empty():
		return t
	case t.Empty():
		return s
	}
	return Span{min(s[0], t[0]), max(s[1], t[1])}
}

// Passage gives the text of a span of the source; what lies outside the source is left out.
func (d Draft) Passage(s Span) string {
	return passage([]rune(d.Source), s)
}

func passage(r []rune, s Span) string {
	from, to := max(0, min(s[0], len(r))), max(0, min(s[1], len(r)))
	if to <= from {
		return ""
	}
	return string(r[from:to])
}

// oneLine joins a passage that runs over several lines.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
