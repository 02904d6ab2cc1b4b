package extract

import (
	"slices"
	"strings"
)

// rowShape is how a row of a table is cut: the left edges of its cells, and which cells go on from the row above or from the cell before.
type rowShape struct {
	edges []int // in twentieths of a point
	down  []verticalMerge
}

type verticalMerge int

const (
	mergeNone  verticalMerge = 0
	mergeGoes  verticalMerge = 1
	mergeFirst verticalMerge = 3
)

const (
	maxCells  = 64
	cellSize  = 20
	edgeSlack = 60 // edges nearer than this are one
)

// shapeOf reads the definition of a row: the number of cells, their edges, then a description of each.
func shapeOf(b record) (s rowShape) {
	n := min(b.u8(0), maxCells)
	cells := b.part(1+2*(n+1), len(b)-1-2*(n+1))
	for i := range n {
		s.edges = append(s.edges, int(int16(b.u16(1+2*i))))
		s.down = append(s.down, verticalMerge(cells.u16(cellSize*i)>>5&3))
	}
	return s
}

// table97 gathers the rows of one table; their cells get their columns when all rows are known.
type table97 struct {
	rows []row97
	line []Line // of the row at hand, Column counts its cells
	cell int    // that are closed in the row at hand
}

type row97 struct {
	lines []Line
	shape rowShape
}

func (t *table97) empty() bool { return len(t.rows)+len(t.line)+t.cell == 0 }

func (t *table97) add(l Line, cellEnds bool) {
	l.Cell.Column = t.cell
	if strings.TrimSpace(l.Text) != "" {
		t.line = append(t.line, l)
	}
	if cellEnds {
		t.cell++
	}
}

func (t *table97) endRow(s rowShape) {
	t.rows = append(t.rows, row97{t.line, s})
	t.line, t.cell = nil, 0
}

// lines gives the lines of the table of a number.
func (t *table97) lines(number int) []Line {
	if len(t.line) > 0 {
		t.endRow(rowShape{})
	}
	edges := t.edges()
	down := map[int]*Cells{}
	var out []Line
	for i, r := range t.rows {
		here := make([]*Cells, len(r.shape.edges))
		for k, edge := range r.shape.edges {
			here[k] = &Cells{Columns: covered(edges, r.shape, k)}
			switch at := place(edges, edge); {
			case r.shape.down[k] == mergeFirst:
				down[at] = here[k]
			case r.shape.down[k] == mergeGoes && down[at] != nil:
				down[at].Rows++
			}
		}
		for _, l := range r.lines {
			k := l.Cell.Column
			l.Cell = Cell{Table: number, Row: i + 1, Column: k + 1}
			if k < len(here) {
				l.Cell.Column, l.Cell.Cells = place(edges, r.shape.edges[k])+1, here[k]
			}
			out = append(out, l)
		}
	}
	return out
}

// edges gives the left edges of all cells of the table from left to right.
func (t *table97) edges() []int {
	var all []int
	for _, r := range t.rows {
		all = append(all, r.shape.edges...)
	}
	slices.Sort(all)
	var out []int
	for _, e := range all {
		if len(out) == 0 || e-out[len(out)-1] > edgeSlack {
			out = append(out, e)
		}
	}
	return out
}

// place gives which of the edges one is.
func place(edges []int, edge int) int {
	i, found := slices.BinarySearch(edges, edge)
	if !found && i > 0 {
		i--
	}
	return i
}

// covered counts the columns besides its own that a cell reaches over.
func covered(edges []int, s rowShape, k int) int {
	to := len(edges)
	if k+1 < len(s.edges) {
		to = place(edges, s.edges[k+1])
	}
	return max(to-place(edges, s.edges[k])-1, 0)
}
