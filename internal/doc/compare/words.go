package compare

// Piece is a stretch of a paragraph: the same on both sides, or only on its own.
type Piece struct {
	Text    string
	Changed bool
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
		before, after = add(before, old.shown(at.old, p.old), true), add(after, new.shown(at.new, p.new), true)
		if p.old < len(old.words) {
			before, after = add(before, old.words[p.old].shown, false), add(after, new.words[p.new].shown, false)
		}
		at = pair{p.old + 1, p.new + 1}
	}
	return before, after
}

func add(list []Piece, text string, changed bool) []Piece {
	n := len(list) - 1
	switch {
	case text == "":
	case n >= 0 && list[n].Changed == changed:
		list[n].Text += " " + text
	default:
		list = append(list, Piece{text, changed})
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
