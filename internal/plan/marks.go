package plan

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Line is one line of the source cut into segments that do not overlap, ready to be shown.
type Line struct {
	Blank    bool // a blank line stands before
	Place    int  // page, paragraph or line of the original, 0 where it is not known
	Segments []Segment
}

// Segment is a piece of a line; Key is empty where nothing was extracted. First is where the number of the item is shown.
type Segment struct {
	Text   string
	Key    string
	Number int
	First  bool
}

var labelBefore = regexp.MustCompile(`^(?:[-–—•*·▪+]|[\p{L}\d.]{1,8}[.)/])\s*$`)

// Marks gives the passages of all items for the marked source, with their labels and end marks; an outer passage stands before an inner.
func (d Draft) Marks() []Mark {
	var out []Mark
	text := []rune(d.Source)
	for _, it := range d.Items() {
		first := true
		for _, e := range it.Elements {
			if e.Span.Empty() {
				continue
			}
			out = append(out, Mark{e.Key, widen(text, e), it.Number, first})
			first = false
		}
	}
	slices.SortStableFunc(out, func(a, b Mark) int {
		if a.Span[0] != b.Span[0] {
			return a.Span[0] - b.Span[0]
		}
		return b.Span[1] - a.Span[1]
	})
	return nest(out)
}

// widen takes in the label and the end marks of a line, and for a time limit or an award the sentence it stands in.
func widen(text []rune, e Element) Span {
	s, line := e.Span, lineIn(text, e.Span)
	whole := strings.HasPrefix(e.Key, "awards") || e.Key == "date" || strings.HasPrefix(e.Key, "deadlines")
	if whole || labelBefore.MatchString(string(text[line[0]:s[0]])) {
		s[0] = line[0]
	}
	if whole || strings.Trim(string(text[s[1]:line[1]]), " .;:,/") == "" {
		s[1] = line[1]
	}
	return s
}

// nest keeps passages apart or one within the other; of equal ones the first stays, an outer one ends where the next begins.
func nest(ms []Mark) []Mark {
	var out []Mark
	for _, m := range ms {
		for i := range out {
			if o := &out[i]; o.Span[1] > m.Span[0] && o.Span[1] < m.Span[1] {
				m.Span[0] = o.Span[1]
			}
		}
		if same := slices.ContainsFunc(out, func(o Mark) bool { return o.Span == m.Span }); !same && !m.Span.Empty() {
			out = append(out, m)
		}
	}
	return out
}

// lineIn gives the line, or the lines, around a passage.
func lineIn(text []rune, s Span) Span {
	s[0], s[1] = min(max(s[0], 0), len(text)), min(max(s[1], 0), len(text))
	for s[0] > 0 && text[s[0]-1] != '\n' {
		s[0]--
	}
	for s[1] < len(text) && text[s[1]] != '\n' {
		s[1]++
	}
	return s
}

// Lines gives the whole source for showing, each line cut at the marks; within nested passages the inner one shows.
func (d Draft) Lines() []Line {
	text := []rune(d.Source)
	owner := make([]*Mark, len(text))
	marks := d.Marks()
	for i := range marks {
		for c := marks[i].Span[0]; c < marks[i].Span[1]; c++ {
			owner[c] = &marks[i]
		}
	}
	var out []Line
	shown := map[int]bool{}
	from, blank := 0, false
	for l := range strings.SplitSeq(d.Source, "\n") {
		to := from + utf8.RuneCountInString(l)
		if to == from {
			blank = true
		} else {
			line := Line{Blank: blank, Segments: segments(text, owner, from, to, shown)}
			if d.Layout != nil && len(out) < len(d.Layout.Places) {
				line.Place = d.Layout.Places[len(out)]
			}
			out = append(out, line)
			blank = false
		}
		from = to + 1
	}
	return out
}

// segments cuts the characters [from, to) of the source where their owner changes.
func segments(text []rune, owner []*Mark, from, to int, shown map[int]bool) (out []Segment) {
	for at := from; at < to; {
		end := at + 1
		for end < to && owner[end] == owner[at] {
			end++
		}
		seg := Segment{Text: string(text[at:end])}
		if m := owner[at]; m != nil {
			seg.Key, seg.Number, seg.First = m.Key, m.Number, !shown[m.Number]
			shown[m.Number] = true
		}
		out = append(out, seg)
		at = end
	}
	return out
}
