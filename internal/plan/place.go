package plan

import "slices"

// Placer gives where a passage stands in the original: its first and its last page, paragraph or line; zeros where that is not known.
func (d Draft) Placer() func(Span) (from, to int) {
	if d.Layout == nil || len(d.Layout.Places) == 0 {
		return func(Span) (int, int) { return 0, 0 }
	}
	places, starts := d.Layout.Places, lineStarts(d.Source)
	at := func(char int) int {
		line, exact := slices.BinarySearch(starts, char)
		if !exact {
			line--
		}
		return places[min(max(line, 0), len(places)-1)]
	}
	return func(s Span) (int, int) {
		if s.Empty() {
			return 0, 0
		}
		return at(s[0]), at(s[1] - 1)
	}
}

// lineStarts gives the character at which each line that is not blank begins.
func lineStarts(source string) (out []int) {
	at, fresh := 0, true
	for _, r := range source {
		if fresh && r != '\n' {
			out = append(out, at)
		}
		fresh = r == '\n'
		at++
	}
	return out
}

// LooseWarnings are the warnings that belong to no element in doubt: neither its reason nor about its passage.
func (d Draft) LooseWarnings() []Warning {
	var doubtful []Element
	for _, e := range d.Elements() {
		if e.Confidence == Check {
			doubtful = append(doubtful, e)
		}
	}
	var out []Warning
	for _, w := range d.Warnings {
		if !slices.ContainsFunc(doubtful, func(e Element) bool { return e.Reason == w.Text || e.Span.meets(w.Span) }) {
			out = append(out, w)
		}
	}
	return out
}

// meets tells whether two passages share a character.
func (s Span) meets(t Span) bool { return max(s[0], t[0]) < min(s[1], t[1]) }
