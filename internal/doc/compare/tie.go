package compare

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Line is a paragraph of the paper as the program writes it, tied to the words of a person in it.
type Line struct {
	Para
	Part       string // part of the words that stands here; empty: the form and the data write it
	Lead, Tail string // what the form sets around the words
	Written    bool   // the words are a person's, and not those that the program proposes
	Next       string // part to which a paragraph after this one would belong
}

// Part is a part of a paper that a person may write, line by line; without Rows nothing is written yet.
type Part struct {
	Name    string
	Rows    []string
	Written bool
}

// The marks around the words of a part in a copy of the paper that is made to find them.
const (
	opens = "⟦"
	shuts = "⟧"
)

// Marked gives the words of a part between marks, for a copy of the paper from which Tie learns where they stand. number is its place among the parts.
func (p Part) Marked(number int) string {
	rows := p.Rows
	if len(rows) == 0 {
		rows = []string{""}
	}
	out := make([]string, len(rows))
	for i, row := range rows {
		out[i] = fmt.Sprintf("%s%d%s%s%s", opens, number, opens, row, shuts)
	}
	return strings.Join(out, "\n")
}

var mark = regexp.MustCompile(opens + `(\d+)` + opens + `([^` + opens + shuts + `]*)` + shuts)

// Tie finds in the paper the words of its parts, by the copy in which they stand between marks. Words that the form takes apart are tied to nothing.
func Tie(own, marked []Para, parts []Part) []Line {
	out, old := make([]Line, len(own)), make([]line, len(own))
	for i, p := range own {
		out[i], old[i] = Line{Para: p}, lineOf(p.Text)
	}
	found, bare := make([]*Line, len(marked)), make([]line, len(marked))
	for i, p := range marked {
		found[i], bare[i] = unmarked(p.Text, parts)
	}
	last := -1
	for _, p := range align(bare, old) {
		if p.new >= 0 {
			last = p.new
		}
		if p.old < 0 || found[p.old] == nil {
			continue
		}
		switch f := found[p.old]; {
		case p.new < 0 && len(bare[p.old].words) == 0:
			f.follows(out, last)
		case p.new >= 0 && bare[p.old].key == old[p.new].key:
			f.stands(&out[last])
		}
	}
	return out
}

// follows gives a part without words its place, behind what stands before it.
func (l *Line) follows(all []Line, last int) {
	if last >= 0 && l.Lead == "" {
		all[last].Next = l.Part
	}
}

// stands writes down that the words of a part are in a line.
func (l *Line) stands(in *Line) {
	l.Para = in.Para
	if endMark(l.Tail) {
		l.Next = l.Part
	}
	*in = *l
}

// unmarked gives a paragraph of the marked copy without its marks, and where its words come from; nil where no part stands in it.
func unmarked(text string, parts []Part) (*Line, line) {
	m := mark.FindStringSubmatchIndex(text)
	if m == nil {
		return nil, lineOf(text)
	}
	clean := lineOf(tidy(text[:m[0]] + text[m[4]:m[5]] + text[m[1]:]))
	number, err := strconv.Atoi(text[m[2]:m[3]])
	if err != nil || number >= len(parts) {
		return nil, clean
	}
	return &Line{Part: parts[number].Name, Lead: text[:m[0]], Tail: text[m[1]:], Written: parts[number].Written}, clean
}

// endMark tells whether what follows the words is punctuation alone.
func endMark(tail string) bool { return strings.Trim(tail, " .;,/:") == "" }

// row gives the words between lead and tail of the line in a paragraph that came in its place; not ok where the form's own words changed.
func (l Line) row(text string) (string, bool) {
	lead, tail := plain(tidy(l.Lead)), plain(tidy(l.Tail))
	shown, key := []rune(text), []rune(plain(text))
	if len(shown) != len(key) {
		shown = key // three points became one sign
	}
	if !strings.HasPrefix(string(key), lead) {
		return "", false
	}
	from := len([]rune(lead))
	to := len(key)
	if endMark(tail) {
		for to > from && tail != "" && strings.ContainsRune(" .;,/:", key[to-1]) {
			to--
		}
	} else {
		if !strings.HasSuffix(string(key), tail) || to-len([]rune(tail)) < from {
			return "", false
		}
		to -= len([]rune(tail))
	}
	return strings.TrimSpace(string(shown[from:to])), true
}
