package pdf

// Columns stand side by side where a strip of the page stays empty over several lines that have text on both sides of it: the heading and the
// signature of an official paper. Numbers measure in sizes of the letters.
const (
	wideGap     = 1.2  // between two words of a line, to be looked at as a strip
	outstanding = 2.2  // times as wide as the usual gap of the line, which is wide where a line is justified
	narrowest   = 0.5  // what may be left of the strip
	beside      = 0.95 // from line to line; in running text it is more
	loneGap     = 3.0  // of a strip that only one line shows
	apart       = 2.6  // from line to line; what is farther away is something else
	signed      = 9.0  // from the office of who signs to the name below
	near        = 1.9  // from line to line of one list
	edge        = 0.2  // of the width of the text: a strip nearer to the side is the hanging indent of a list
	maxStrips   = 2    // three columns; more are a table without rules, which is read line by line
	maxPairs    = 9    // lines beside each other in a heading or a signature; more are a table too, or columns of running text
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
