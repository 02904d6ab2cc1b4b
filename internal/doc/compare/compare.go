package compare

import (
	"slices"
	"strings"
)

// Change is a paragraph that differs. Old or New is empty where there is none on that side.
type Change struct {
	Before, After []Piece
	Cell          bool   // it stands in a table
	Part          string // part of the words to which it belongs; empty where the form or the data write
}

// Figure is something of the data that the file says otherwise.
type Figure struct {
	Kind   FigureKind
	Data   string // as the paper says it; empty: the data say nothing of the kind there
	File   string // as the file says it; empty: it is gone
	Change int    // the change in which it stands
}

// Result is everything that differs between a paper and a file.
type Result struct {
	Changes []Change
	Figures []Figure
	Words   map[string]string // parts with the words of the file, where they differ and stand alone
}

// Same tells whether nothing differs.
func (r Result) Same() bool { return len(r.Changes) == 0 }

// Compare sets a file beside the paper. names are what the data name: people, units, posts, agencies. Spaces, the shape of quotes and dashes, and
// format are no difference.
func Compare(own []Line, file []Para, names []string) Result {
	c := &comparison{own: own, file: file, names: namesOf(names), rows: map[string][]string{}, touched: map[string]bool{}, broken: map[string]bool{}}
	for _, l := range own {
		c.old = append(c.old, lineOf(l.Text))
	}
	for _, p := range file {
		c.new = append(c.new, lineOf(p.Text))
	}
	next := ""
	for _, p := range align(c.old, c.new) {
		switch {
		case p.old < 0:
			c.added(p.new, next)
			continue
		case p.new < 0:
			c.removed(p.old)
		default:
			c.both(p)
		}
		next = own[p.old].Next
	}
	c.forgiveMoved()
	return c.result()
}

type comparison struct {
	own      []Line
	file     []Para
	old, new []line
	names    []string
	changes  []Change
	lost     []mismatch
	came     []mismatch
	rows     map[string][]string
	touched  map[string]bool
	broken   map[string]bool
}

// mismatch is a figure that one side alone has; a moved paragraph brings it back elsewhere.
type mismatch struct {
	found
	Figure
	alone bool // its paragraph has no counterpart
}

func (c *comparison) both(p pair) {
	l, old, new := c.own[p.old], c.old[p.old], c.new[p.new]
	if old.key == new.key {
		if l.Part != "" {
			text, _ := l.row(l.Text)
			c.rows[l.Part] = append(c.rows[l.Part], text)
		}
		return
	}
	same := meet(old, new)
	before, after := pieces(old, new, same)
	c.changes = append(c.changes, Change{Before: before, After: after, Cell: l.Cell, Part: l.Part})
	c.compareFigures(l, old, new, same)
	if l.Part == "" {
		return
	}
	text, ok := l.row(c.file[p.new].Text)
	c.touched[l.Part], c.broken[l.Part] = true, c.broken[l.Part] || !ok
	if text != "" {
		c.rows[l.Part] = append(c.rows[l.Part], text)
	}
}

func (c *comparison) compareFigures(l Line, old, new line, same []pair) {
	mine, theirs := apart(old, new, same, figures(old.key, c.names), figures(new.key, c.names))
	at := len(c.changes) - 1
	covered := filled(old, new, same)
	for _, f := range without(ofData(l, old, mine), theirs) {
		if strings.Contains(f.value, blank) {
			continue
		}
		first, last := old.span(f.from, f.to)
		from, to := instead(new, same, first, last)
		for i := from; i < to; i++ {
			covered[i] = true
		}
		c.lost = append(c.lost, mismatch{f, Figure{f.kind, bare(old.shown(first, last)), bare(new.shown(from, to)), at}, false})
	}
	if l.Part != "" {
		return // further figures in a person's words are that person's
	}
	for _, f := range without(theirs, mine) {
		first, last := new.span(f.from, f.to)
		if !slices.Contains(covered[first:last], true) {
			c.came = append(c.came, mismatch{f, Figure{f.kind, "", bare(new.shown(first, last)), at}, false})
		}
	}
}

// blank stands where the office writes by hand.
const blank = "…"

// filled tells of every word of the new paragraph whether it stands where the old one left room to be written in: it contradicts nothing.
func filled(old, new line, same []pair) []bool {
	out := make([]bool, len(new.words)+1)
	for i, w := range old.words {
		if strings.Contains(w.key, blank) {
			from, to := instead(new, same, i, i+1)
			for k := from; k < to; k++ {
				out[k] = true
			}
		}
	}
	return out
}

// bare takes off the marks that stand around a figure.
func bare(s string) string { return strings.Trim(s, " .,;:()") }

// apart leaves out the figures that stand in words which both paragraphs share, so that of two equal figures the one that changed is named.
func apart(old, new line, same []pair, mine, theirs []found) (a, b []found) {
	beside := map[int]int{}
	for _, p := range same {
		beside[p.old] = p.new
	}
	done := make([]bool, len(theirs))
	for _, f := range mine {
		first, _ := old.span(f.from, f.to)
		i := slices.IndexFunc(theirs, func(g found) bool {
			at, _ := new.span(g.from, g.to)
			to, shared := beside[first]
			return shared && at == to && g.kind == f.kind && g.value == f.value
		})
		if i < 0 || done[i] {
			a = append(a, f)
			continue
		}
		done[i] = true
	}
	for i, g := range theirs {
		if !done[i] {
			b = append(b, g)
		}
	}
	return a, b
}

// ofData leaves out the figures in what a person wrote.
func ofData(l Line, old line, all []found) []found {
	if !l.Written {
		return all
	}
	from, to := len(plain(tidy(l.Lead))), len(old.key)-len(plain(tidy(l.Tail)))
	var out []found
	for _, f := range all {
		if f.to <= from || f.from >= to {
			out = append(out, f)
		}
	}
	return out
}

func (c *comparison) removed(i int) {
	l, old := c.own[i], c.old[i]
	c.changes = append(c.changes, Change{Before: []Piece{{Text: old.shown(0, len(old.words)), Changed: true}}, Cell: l.Cell, Part: l.Part})
	for _, f := range ofData(l, old, figures(old.key, c.names)) {
		first, last := old.span(f.from, f.to)
		c.lost = append(c.lost, mismatch{f, Figure{f.kind, bare(old.shown(first, last)), "", len(c.changes) - 1}, true})
	}
	if l.Part != "" {
		c.touched[l.Part] = true
	}
}

// added takes a paragraph that the paper does not have. Outside of tables it is somebody's words; in a table it is a row that the data do not have.
func (c *comparison) added(i int, next string) {
	new := c.new[i]
	c.changes = append(c.changes, Change{After: []Piece{{Text: new.shown(0, len(new.words)), Changed: true}}, Cell: c.file[i].Cell, Part: next})
	if next != "" {
		c.touched[next] = true
		c.rows[next] = append(c.rows[next], c.rowAfter(next, c.file[i].Text))
		return
	}
	for _, f := range figures(new.key, c.names) {
		first, last := new.span(f.from, f.to)
		c.came = append(c.came, mismatch{f, Figure{f.kind, "", bare(new.shown(first, last)), len(c.changes) - 1}, true})
	}
}

// rowAfter takes off what the form sets around the other lines of a part.
func (c *comparison) rowAfter(part, text string) string {
	for _, l := range c.own {
		if l.Part == part {
			if row, ok := l.row(text); ok {
				return row
			}
		}
	}
	return text
}

// forgiveMoved takes away what only stands elsewhere, and what came in paragraphs of their own outside of tables.
func (c *comparison) forgiveMoved() {
	back := func(list []mismatch) []found {
		var out []found
		for _, m := range list {
			if m.alone {
				out = append(out, m.found)
			}
		}
		return out
	}
	gone, come := back(c.lost), back(c.came)
	c.lost = missing(c.lost, without(gone, come))
	c.came = missing(c.came, without(come, gone))
	kept := c.came[:0]
	for _, m := range c.came {
		if !m.alone || c.changes[m.Change].Cell {
			kept = append(kept, m)
		}
	}
	c.came = kept
}

// missing keeps of the figures of lone paragraphs those of the list.
func missing(all []mismatch, list []found) []mismatch {
	left := map[found]int{}
	for _, f := range list {
		left[f]++
	}
	var out []mismatch
	for _, m := range all {
		if m.alone {
			if left[m.found] == 0 {
				continue
			}
			left[m.found]--
		}
		out = append(out, m)
	}
	return out
}

func (c *comparison) result() Result {
	r := Result{Changes: c.changes, Words: map[string]string{}}
	at := 0
	for i := range c.changes {
		for ; at < len(c.lost) && c.lost[at].Change <= i; at++ {
			r.Figures = append(r.Figures, c.lost[at].Figure)
		}
		for _, m := range c.came {
			if m.Change == i {
				r.Figures = append(r.Figures, m.Figure)
			}
		}
	}
	for part := range c.touched {
		if !c.broken[part] {
			r.Words[part] = strings.Join(c.rows[part], "\n")
		}
	}
	return r
}
