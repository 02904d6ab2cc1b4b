package compare

// pair names a paragraph or word of the old text beside one of the new; -1 stands for none.
type pair struct{ old, new int }

// maxCells bounds the table in which common parts are looked for; beyond it a text counts as written anew.
const maxCells = 8 << 20

// common gives the longest common subsequence of two lists, as pairs in order.
func common(a, b []string) []pair {
	var out []pair
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		out = append(out, pair{head, head})
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	for _, p := range longest(a[head:len(a)-tail], b[head:len(b)-tail]) {
		out = append(out, pair{p.old + head, p.new + head})
	}
	for i := tail; i > 0; i-- {
		out = append(out, pair{len(a) - i, len(b) - i})
	}
	return out
}

func longest(a, b []string) []pair {
	if len(a) == 0 || len(b) == 0 || len(a)*len(b) > maxCells {
		return nil
	}
	width := len(b) + 1
	best := make([]int32, (len(a)+1)*width)
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				best[i*width+j] = best[(i+1)*width+j+1] + 1
			} else {
				best[i*width+j] = max(best[(i+1)*width+j], best[i*width+j+1])
			}
		}
	}
	var out []pair
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			out = append(out, pair{i, j})
			i, j = i+1, j+1
		case best[(i+1)*width+j] >= best[i*width+j+1]:
			i++
		default:
			j++
		}
	}
	return out
}

// align sets every paragraph of the old text beside that of the new one which it became: the same first, then between them the most alike.
func align(old, new []line) []pair {
	keys := func(list []line) []string {
		out := make([]string, len(list))
		for i, l := range list {
			out[i] = l.key
		}
		return out
	}
	var out []pair
	at := pair{0, 0}
	for _, p := range append(common(keys(old), keys(new)), pair{len(old), len(new)}) {
		for _, q := range likely(old[at.old:p.old], new[at.new:p.new]) {
			out = append(out, q.moved(at))
		}
		if p.old < len(old) {
			out = append(out, p)
		}
		at = pair{p.old + 1, p.new + 1}
	}
	return out
}

func (p pair) moved(by pair) pair {
	if p.old >= 0 {
		p.old += by.old
	}
	if p.new >= 0 {
		p.new += by.new
	}
	return p
}

// maxLikely bounds the words that are looked at to find the most alike of a stretch; beyond it the order decides.
const maxLikely = 4 << 20

// likely pairs the paragraphs of a stretch without a common one, in order, so that the sum of likeness is greatest.
func likely(old, new []line) []pair {
	if len(old) == 0 || len(new) == 0 || work(old, new) > maxLikely {
		return inOrder(len(old), len(new))
	}
	best, score := likenesses(old, new)
	width := len(new) + 1
	var out []pair
	i, j := 0, 0
	for i < len(old) && j < len(new) {
		s := score[i*len(new)+j]
		switch {
		case s > 0 && best[i*width+j] == best[(i+1)*width+j+1]+s:
			out = append(out, pair{i, j})
			i, j = i+1, j+1
		case best[(i+1)*width+j] >= best[i*width+j+1]:
			out = append(out, pair{i, -1})
			i++
		default:
			out = append(out, pair{-1, j})
			j++
		}
	}
	for ; i < len(old); i++ {
		out = append(out, pair{i, -1})
	}
	for ; j < len(new); j++ {
		out = append(out, pair{-1, j})
	}
	return out
}

// likenesses gives the likeness of every two paragraphs, and the best sum from each place on.
func likenesses(old, new []line) (best, score []float64) {
	width := len(new) + 1
	best, score = make([]float64, (len(old)+1)*width), make([]float64, len(old)*len(new))
	for i := len(old) - 1; i >= 0; i-- {
		bag := bagOf(old[i])
		for j := len(new) - 1; j >= 0; j-- {
			s := likeness(bag, old[i], new[j])
			score[i*len(new)+j] = s
			best[i*width+j] = max(best[(i+1)*width+j], best[i*width+j+1])
			if s > 0 {
				best[i*width+j] = max(best[i*width+j], best[(i+1)*width+j+1]+s)
			}
		}
	}
	return best, score
}

func work(old, new []line) int {
	words := 0
	for _, l := range new {
		words += len(l.words) + 1
	}
	for _, l := range old {
		words += (len(l.words) + 1) / max(len(new), 1)
	}
	return words * len(old)
}

// inOrder pairs as many as there are on both sides; what is over stands alone.
func inOrder(old, new int) []pair {
	var out []pair
	for i := range max(old, new) {
		p := pair{i, i}
		if i >= old {
			p.old = -1
		}
		if i >= new {
			p.new = -1
		}
		out = append(out, p)
	}
	return out
}

func bagOf(l line) map[string]int {
	bag := make(map[string]int, len(l.words))
	for _, w := range l.words {
		bag[w.key]++
	}
	return bag
}

// shortCell is the number of words up to which a paragraph, such as a figure in a cell, may have become another without a common word.
const shortCell = 4

// likeness is positive where one paragraph may have become the other: they share a quarter of their words, or both are short.
func likeness(bag map[string]int, old, new line) float64 {
	shared, seen := 0, map[string]int{}
	for _, w := range new.words {
		if seen[w.key] < bag[w.key] {
			seen[w.key]++
			shared++
		}
	}
	share := 2 * float64(shared) / float64(len(old.words)+len(new.words))
	switch {
	case share >= 0.25:
		return 1 + share
	case len(old.words) <= shortCell && len(new.words) <= shortCell:
		return 0.5 + share
	}
	return 0
}
