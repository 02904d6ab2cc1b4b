package pdf

import "slices"

const (
	maxColumns = 60
	maxRows    = 1000
	drawnPart  = 0.5 // of an edge of a cell that must be drawn to divide it from the next
)

// table is a ruled grid on one page; xs and ys are its lines.
type table struct {
	box
	xs, ys []float64
	cells  groups // of each field, the first field of the cell that it belongs to; row by row
	words  map[int][]word
}

// tables finds the ruled tables of a page and takes the words that stand in them out of all.
func tables(strokes []box, all []word) (found []*table, rest []word) {
	for _, n := range nets(ruled(strokes)) {
		if t := newTable(n); t != nil {
			found = append(found, t)
		}
	}
	slices.SortStableFunc(found, func(a, b *table) int { return order(a.width()*a.height(), b.width()*b.height()) })
	for _, w := range all {
		if i := slices.IndexFunc(found, func(t *table) bool { return t.holds(w) }); i >= 0 {
			found[i].put(w)
		} else {
			rest = append(rest, w)
		}
	}
	found = slices.DeleteFunc(found, func(t *table) bool { return len(t.words) == 0 })
	slices.SortStableFunc(found, func(a, b *table) int { return order(a.y0, b.y0) })
	return found, rest
}

// newTable gives nil for rules that are no table: without two fields side by side, as a frame around a text.
func newTable(n net) *table {
	t := &table{words: map[int][]word{}}
	t.xs = lines(n.upright, n.level)
	t.ys = lines(n.level, n.upright)
	if len(t.xs) < 3 || len(t.ys) < 2 || len(t.xs) > maxColumns+1 || len(t.ys) > maxRows+1 {
		return nil
	}
	t.box = box{t.xs[0], t.ys[0], t.xs[len(t.xs)-1], t.ys[len(t.ys)-1]}
	t.cells = newGroups(t.columns() * t.rows())
	beside := false
	for r := range t.rows() {
		for c := range t.columns() {
			if c+1 < t.columns() {
				if drawn(n.upright, t.xs[c+1], t.ys[r], t.ys[r+1]) {
					beside = true
				} else {
					t.cells.join(t.field(r, c), t.field(r, c+1))
				}
			}
			if r+1 < t.rows() && !drawn(n.level, t.ys[r+1], t.xs[c], t.xs[c+1]) {
				t.cells.join(t.field(r, c), t.field(r+1, c))
			}
		}
	}
	if !beside {
		return nil
	}
	return t
}

// lines gives the places of the rules, and the ends of those across them: a table may be open at its sides.
func lines(rules, across []rule) []float64 {
	ends := slices.Clone(rules)
	for _, a := range across {
		ends = append(ends, rule{at: a.from}, rule{at: a.to})
	}
	low := slices.MinFunc(ends, func(a, b rule) int { return order(a.at, b.at) })
	high := slices.MaxFunc(ends, func(a, b rule) int { return order(a.at, b.at) })
	return distinct(append(slices.Clone(rules), low, high), func(r rule) float64 { return r.at })
}

// drawn tells whether rules at the place cover the length from…to.
func drawn(rules []rule, at, from, to float64) bool {
	covered := 0.0
	for _, r := range rules {
		if abs(r.at-at) <= touch {
			covered += max(0, min(r.to, to)-max(r.from, from))
		}
	}
	return covered >= drawnPart*(to-from)
}

func (t *table) columns() int         { return len(t.xs) - 1 }
func (t *table) rows() int            { return len(t.ys) - 1 }
func (t *table) field(row, c int) int { return row*t.columns() + c }

func (t *table) holds(w word) bool {
	y := w.y - 0.3*w.size
	return w.middle() > t.x0 && w.middle() < t.x1 && y > t.y0 && y < t.y1
}

func (t *table) put(w word) {
	r, _ := slices.BinarySearch(t.ys, w.y-0.3*w.size)
	c, _ := slices.BinarySearch(t.xs, w.middle())
	at := t.cells.root(t.field(max(r-1, 0), max(c-1, 0)))
	t.words[at] = append(t.words[at], w)
}

// right is where the cell that begins at a field ends.
func (t *table) right(field int) float64 {
	row, c := field/t.columns(), field%t.columns()
	for c+1 < t.columns() && t.cells.root(t.field(row, c+1)) == field {
		c++
	}
	return t.xs[c+1]
}
