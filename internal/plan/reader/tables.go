package reader

import "slices"

// unfold turns tables into what they are for: a list of tasks or criteria becomes one paragraph with its grid; where a table only lays out head or
// ending side by side, its left column comes before its right.
func unfold(ls []*para) []*para {
	var out []*para
	for i := 0; i < len(ls); {
		to := i + 1
		for to < len(ls) && ls[i].cell.Table > 0 && ls[to].cell.Table == ls[i].cell.Table {
			to++
		}
		out = append(out, unfolded(ls[i:to])...)
		i = to
	}
	return out
}

func unfolded(ls []*para) []*para {
	if ls[0].cell.Table == 0 {
		return ls
	}
	if g := gridOf(ls); g != nil {
		return []*para{{pieces: ls[0].pieces, grid: g}}
	}
	if widest(ls) > sideBySide {
		return ls
	}
	ls = slices.Clone(ls)
	slices.SortStableFunc(ls, func(a, b *para) int { return a.cell.Column - b.cell.Column })
	return ls
}

// sideBySide is how many columns lay out a paper: left, a gap, right.
const sideBySide = 3

func widest(ls []*para) int {
	n := 0
	for _, l := range ls {
		n = max(n, l.cell.Column)
	}
	return n
}
