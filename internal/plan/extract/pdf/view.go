package pdf

import (
	"slices"
	"strings"
)

// view is rows from…to with what is empty in all of them.
type view struct {
	all      []row
	page     strip
	gap      strip
	from, to int
}

func (v *view) down() {
	for v.to < len(v.all) {
		r := v.all[v.to]
		far := (r.y - v.all[v.to-1].y) / r.size
		if far > apart && (far > signed || !v.signs(r)) || !v.take(r) {
			return
		}
		v.to++
	}
}

// signs tells whether what r has on either side stands in the middle below the column there: the names below a place for signatures.
func (v *view) signs(r row) bool {
	n, middle := 0, (v.gap.x0+v.gap.x1)/2
	for n < len(r.words) && r.words[n].middle() < middle {
		n++
	}
	for side, words := range [][]word{r.words[:n], r.words[n:]} {
		if len(words) == 0 {
			continue
		}
		column := v.column(v.to, side == 0)
		if abs(words[0].x0+words[len(words)-1].x1-column.x0-column.x1) > 4*r.size {
			return false
		}
	}
	return true
}

// column is how far the words on one side reach in the rows before row to; nothing when there are none.
func (v *view) column(to int, left bool) strip {
	out := strip{v.page.x1, v.page.x0}
	for _, r := range v.all[v.from:to] {
		words := r.words
		if n, _ := sides(r, v.gap); left {
			words = words[:n]
		} else {
			words = words[n:]
		}
		if len(words) > 0 {
			out = strip{min(out.x0, words[0].x0), max(out.x1, words[len(words)-1].x1)}
		}
	}
	return out
}

func (v *view) up() {
	for v.from > 0 && v.all[v.from].y-v.all[v.from-1].y <= apart*v.all[v.from].size && v.take(v.all[v.from-1]) {
		v.from--
	}
}

// take narrows the strip to what r leaves of it, if r leaves enough and is not running text with a gap there by chance.
func (v *view) take(r row) bool {
	rest := strip{}
	edge := v.gap.x0
	for _, w := range r.words {
		if w.x1 <= v.gap.x0 || w.x0 >= v.gap.x1 {
			continue
		}
		if s := (strip{edge, w.x0}); s.width() > rest.width() {
			rest = s
		}
		edge = max(edge, w.x1)
	}
	if s := (strip{edge, v.gap.x1}); s.width() > rest.width() {
		rest = s
	}
	if rest.width() < narrowest*r.size || v.chance(r, rest) {
		return false
	}
	v.gap = rest
	return true
}

// chance tells whether a row has words on both sides of the strip and no more room there than anywhere else.
func (v *view) chance(r row, s strip) bool {
	left, right := sides(r, s)
	if left == 0 || right == 0 {
		return false
	}
	gap := r.words[left].x0 - r.words[left-1].x1
	return gap < 1.5*usualGap(r) && len(r.words) > 3
}

// sides counts the words on the left and on the right.
func sides(r row, s strip) (left, right int) {
	for _, w := range r.words {
		if w.x1 <= s.x0+0.01 {
			left++
		}
	}
	return left, len(r.words) - left
}

// trim leaves out rows at the ends that have text on one side only and do not go on what stands there.
func (v *view) trim() {
	first, last := v.to, v.from
	for i := v.from; i < v.to; i++ {
		if v.pair(i) {
			first, last = min(first, i), max(last, i)
		}
	}
	for v.from < first {
		if left, _ := sides(v.all[v.from], v.gap); left == 0 {
			break // the right column may begin higher
		}
		v.from++
	}
	end := last + 1
	for end < v.to && v.goesOn(end) {
		end++
	}
	v.to = max(end, v.from)
}

// pair tells whether row i has words on both sides, or stands beside the row after it.
func (v *view) pair(i int) bool {
	left, right := sides(v.all[i], v.gap)
	if left > 0 && right > 0 {
		return true
	}
	if i+1 == v.to || !overlap(v.all[i], v.all[i+1]) {
		return false
	}
	other, _ := sides(v.all[i+1], v.gap)
	return (left > 0) != (other > 0)
}

// goesOn tells whether row i, with words on one side, goes on the column there.
func (v *view) goesOn(i int) bool {
	r := v.all[i]
	if left, _ := sides(r, v.gap); left > 0 {
		return v.lists(i)
	}
	column, page := v.column(i, false), v.page
	across := abs(r.x0+r.x1-page.x0-page.x1) < r.size && abs(column.x0+column.x1-page.x0-page.x1) > 3*r.size
	return !across && r.x0 > column.x0-r.size && r.x1 < column.x1+r.size // a title in the middle of the page is below, not beside
}

// lists tells whether row i follows closely on what stands on the left before it, in letters of the same size.
func (v *view) lists(i int) bool {
	r := v.all[i]
	for k := i - 1; k >= v.from; k-- {
		if left, _ := sides(v.all[k], v.gap); left > 0 {
			return r.y-v.all[k].y <= near*r.size && abs(r.size-v.all[k].words[0].size) < 0.1*r.size
		}
	}
	return false
}

// good tells whether the strip is between columns: seen on two lines, or on one where it is wide and either side has several lines.
func (v *view) good() bool {
	middle := (v.gap.x0 + v.gap.x1) / 2
	if at := (middle - v.page.x0) / v.page.width(); at < edge || at > 1-edge {
		return false
	}
	left, right, pairs := v.count()
	switch {
	case left == 0 || right == 0 || v.tabular() || v.enumerates():
		return false
	case pairs > maxPairs:
		return v.prose()
	case pairs == 1:
		return left >= 2 && right >= 2 && v.gap.width() >= loneGap*v.all[v.from].size
	}
	return pairs >= 2
}

// count gives the lines on either side and how often two stand beside each other.
func (v *view) count() (left, right, pairs int) {
	for i := v.from; i < v.to; i++ {
		l, r := sides(v.all[i], v.gap)
		left, right = left+min(l, 1), right+min(r, 1)
		if v.pair(i) {
			pairs++
		}
	}
	return left, right, pairs
}

// enumerates tells a list of pairs, such as names and their offices: numbered on the left, and each line on the right begins below the other.
func (v *view) enumerates() bool {
	pairs, numbered, begin := 0, 0, 0.0
	for _, r := range v.all[v.from:v.to] {
		left, right := sides(r, v.gap)
		if left == 0 || right == 0 {
			continue
		}
		if x := r.words[left].x0; pairs == 0 {
			begin = x
		} else if abs(x-begin) > touch {
			return false
		}
		pairs++
		if strings.ContainsAny(r.words[0].text[:1], "0123456789-+") {
			numbered++
		}
	}
	return pairs >= 2 && 3*numbered >= 2*pairs
}

// prose tells whether most rows are running text on both sides.
func (v *view) prose() bool {
	n := 0
	for _, r := range v.all[v.from:v.to] {
		if left, right := sides(r, v.gap); left >= proseWords && right >= proseWords {
			n++
		}
	}
	return 2*n > v.to-v.from
}

// tabular tells whether more strips stay empty than between columns of text.
func (v *view) tabular() bool {
	var all []word
	for _, r := range v.all[v.from:v.to] {
		all = append(all, r.words...)
	}
	slices.SortFunc(all, func(a, b word) int { return order(a.x0, b.x0) })
	strips, end := 0, all[0].x1
	for _, w := range all {
		if w.x0-end >= wideGap*w.size {
			strips++
		}
		end = max(end, w.x1)
	}
	return strips > maxStrips
}
