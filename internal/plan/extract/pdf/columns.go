package pdf

import "slices"

// Columns stand side by side where a strip of the page stays empty over several lines that have text on both sides of it: the heading and the
// signature of an official paper. Numbers measure in sizes of the letters.
const (
	wideGap     = 1.2  // between two words of a line, to be looked at as a strip
	outstanding = 2.2  // times as wide as the usual gap of the line, which is wide where a line is justified
	narrowest   = 0.5  // what may be left of the strip
	beside      = 0.95 // from line to line; in running text it is more
	loneGap     = 3.0  // of a strip that only one line shows
	apart       = 2.6  // from line to line; what is farther away is something else
	near        = 1.9  // from line to line of one list
	edge        = 0.2  // of the width of the text: a strip nearer to the side is the hanging indent of a list
	maxStrips   = 2    // three columns; more are a table without rules, which is read line by line
)

// strip is an empty upright strip between columns.
type strip struct{ x0, x1 float64 }

func (s strip) width() float64 { return s.x1 - s.x0 }

// block is rows that are read one after the other; column counts where blocks stand side by side, and is 0 elsewhere.
type block struct {
	rows   []row
	column int
}

// blocks orders the rows of a part of a page whose text is as wide as page.
func blocks(all []row, page strip) []block {
	var out []block
	plain := block{}
	for i := 0; i < len(all); {
		from, to, gap, ok := sideBySide(all[i-len(plain.rows):], len(plain.rows), page)
		if !ok {
			plain.rows = append(plain.rows, all[i])
			i++
			continue
		}
		from, to = from+i-len(plain.rows), to+i-len(plain.rows)
		plain.rows = plain.rows[:len(plain.rows)-(i-from)]
		if len(plain.rows) > 0 {
			out = append(out, plain)
		}
		plain = block{}
		for n, part := range columns(all[from:to], gap) {
			out = append(out, block{rows: part, column: n + 1})
		}
		i = to
	}
	if len(plain.rows) > 0 {
		out = append(out, plain)
	}
	return out
}

// columns gives the rows on the left of the gap, and then those on the right, which may fall apart once more.
func columns(all []row, gap strip) [][]row {
	var left, right []word
	for _, r := range all {
		for _, w := range r.words {
			if w.x1 <= gap.x0+0.01 {
				left = append(left, w)
			} else {
				right = append(right, w)
			}
		}
	}
	out := [][]row{rows(left)}
	rest := rows(right)
	if len(rest) == 0 {
		return out
	}
	all = rest
	width := strip{all[0].x0, all[0].x1}
	for _, r := range all {
		width = strip{min(width.x0, r.x0), max(width.x1, r.x1)}
	}
	for i := range all {
		if from, to, inner, ok := sideBySide(all, i, width); ok && from == 0 && to == len(all) {
			return append(out, columns(all, inner)...)
		}
	}
	return append(out, rest)
}

// sideBySide tells whether columns begin to show at row i: the rows from…to that they take in, and the strip between the first two.
func sideBySide(all []row, i int, page strip) (from, to int, gap strip, ok bool) {
	for _, start := range starts(all, i) {
		v := view{all: all, page: page, gap: start, from: i, to: i + 1}
		v.down()
		v.up()
		v.trim()
		if v.good() {
			return v.from, v.to, v.gap, true
		}
	}
	return 0, 0, strip{}, false
}

// starts gives the strips that row i shows, alone or with a row that stands beside it a little lower.
func starts(all []row, i int) []strip {
	var out []strip
	r := all[i]
	usual := usualGap(r)
	for k := 1; k < len(r.words); k++ {
		s := strip{r.words[k-1].x1, r.words[k].x0}
		if s.width() >= wideGap*r.size && (len(r.words) == 2 || s.width() >= outstanding*usual) {
			out = append(out, s)
		}
	}
	if i+1 < len(all) && overlap(r, all[i+1]) {
		a, b := r, all[i+1]
		if a.x0 > b.x0 {
			a, b = b, a
		}
		if s := (strip{a.x1, b.x0}); s.width() >= wideGap*r.size {
			out = append(out, s)
		}
	}
	return out
}

// usualGap is the middle one of the gaps between the words of a row.
func usualGap(r row) float64 {
	var all []float64
	for k := 1; k < len(r.words); k++ {
		all = append(all, r.words[k].x0-r.words[k-1].x1)
	}
	return median(all)
}

// overlap tells whether two rows stand beside each other rather than below.
func overlap(a, b row) bool {
	return b.y-a.y < beside*min(a.size, b.size)
}

// view is rows from…to with what is empty in all of them.
type view struct {
	all      []row
	page     strip
	gap      strip
	from, to int
}

func (v *view) down() {
	for v.to < len(v.all) && v.all[v.to].y-v.all[v.to-1].y <= apart*v.all[v.to].size && v.take(v.all[v.to]) {
		v.to++
	}
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
	left, _ := sides(r, v.gap)
	column := strip{v.page.x1, v.page.x0}
	last := -1
	for k := v.from; k < i; k++ {
		l, n := sides(v.all[k], v.gap)
		words := v.all[k].words[:l]
		if left == 0 {
			words = v.all[k].words[l:][:n]
		}
		if len(words) > 0 {
			column = strip{min(column.x0, words[0].x0), max(column.x1, words[len(words)-1].x1)}
			last = k
		}
	}
	if last < 0 {
		return false
	}
	if left > 0 {
		return r.y-v.all[last].y <= near*r.size && abs(r.size-v.all[last].words[0].size) < 0.1*r.size
	}
	across := abs(r.x0+r.x1-v.page.x0-v.page.x1) < r.size && abs(column.x0+column.x1-v.page.x0-v.page.x1) > 3*r.size
	return !across && r.x0 > column.x0-r.size && r.x1 < column.x1+r.size // a title in the middle of the page is below, not beside
}

// good tells whether the strip is between columns: seen on two lines, or on one where it is wide and either side has several lines.
func (v *view) good() bool {
	middle := (v.gap.x0 + v.gap.x1) / 2
	if at := (middle - v.page.x0) / v.page.width(); at < edge || at > 1-edge {
		return false
	}
	var left, right, pairs int
	for i := v.from; i < v.to; i++ {
		l, r := sides(v.all[i], v.gap)
		left, right = left+min(l, 1), right+min(r, 1)
		if v.pair(i) {
			pairs++
		}
	}
	if left == 0 || right == 0 || v.tabular() {
		return false
	}
	return pairs >= 2 || pairs == 1 && left >= 2 && right >= 2 && v.gap.width() >= loneGap*v.all[v.from].size
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
		if w.x0-end >= narrowest*w.size {
			strips++
		}
		end = max(end, w.x1)
	}
	return strips > maxStrips
}
