package compare

import "strings"

// Piece is a stretch of a paragraph: the same on both sides, or only on its own.
type Piece struct {
	Text    string
	Changed bool
	Glued   bool // no space stands before it
}

// Text puts the pieces of a paragraph together again.
func Text(list []Piece) string {
	var out strings.Builder
	for i, p := range list {
		if i > 0 && !p.Glued {
			out.WriteByte(' ')
		}
		out.WriteString(p.Text)
	}
	return out.String()
}

// meet gives the words that two paragraphs have in common, in order.
func meet(old, new line) []pair {
	keys := func(l line) []string {
		out := make([]string, len(l.words))
		for i, w := range l.words {
			out[i] = w.key
		}
		return out
	}
	return common(keys(old), keys(new))
}

// pieces cuts both paragraphs where they begin and cease to be the same.
func pieces(old, new line, same []pair) (before, after []Piece) {
	at := pair{0, 0}
	for _, p := range append(same, pair{len(old.words), len(new.words)}) {
		before, after = old.add(before, at.old, p.old, true), new.add(after, at.new, p.new, true)
		if p.old < len(old.words) {
			before, after = old.add(before, p.old, p.old+1, false), new.add(after, p.new, p.new+1, false)
		}
		at = pair{p.old + 1, p.new + 1}
	}
	return before, after
}

// add puts words to the pieces of their paragraph.
func (l line) add(list []Piece, first, last int, changed bool) []Piece {
	n := len(list) - 1
	switch {
	case first >= last:
	case n >= 0 && list[n].Changed == changed:
		if !l.glued(first) {
			list[n].Text += " "
		}
		list[n].Text += l.shown(first, last)
	default:
		list = append(list, Piece{l.shown(first, last), changed, l.glued(first)})
	}
	return list
}

// instead gives the words of the new paragraph that stand where words first to last of the old one stood.
func instead(new line, same []pair, first, last int) (from, to int) {
	to = len(new.words)
	for _, p := range same {
		switch {
		case p.old < first:
			from = p.new + 1
		case p.old >= last:
			return from, p.new
		}
	}
	return from, to
}
