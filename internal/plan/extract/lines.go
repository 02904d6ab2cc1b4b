package extract

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\v", "\n", "\f", "\n\n")

// normalise makes the lines that all spans count in: in Unicode whatever the file was written in, NFC, single spaces, nothing invisible, none blank.
func normalise(raw []Line) []Line {
	var flat []Line
	var text []string
	for _, l := range raw {
		for part := range strings.SplitSeq(breaks.Replace(l.Text), "\n") {
			flat, text = append(flat, l), append(text, part)
		}
	}
	var out []Line
	blank := false
	for i, part := range recode(text) {
		l := flat[i]
		l.Text = norm.NFC.String(strings.Join(strings.Fields(strings.Map(visible, part)), " "))
		if l.Text == "" {
			blank = blank || len(out) > 0 && l.Cell.Table == 0
			continue
		}
		l.Blank = l.Blank && len(out) > 0 || blank
		out, blank = append(out, l), false
	}
	return out
}

// visible drops soft hyphens, marks of direction and other characters that only confuse counting.
func visible(r rune) rune {
	switch {
	case r == '\t' || unicode.IsSpace(r):
		return ' '
	case unicode.Is(unicode.Cf, r), unicode.IsControl(r):
		return -1
	}
	return r
}
