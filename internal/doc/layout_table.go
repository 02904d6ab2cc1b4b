package doc

import (
	"thidua/internal/doc/pdf"
)

// border is the thickness of the rules of a table, which every row carries once.
const border = 10

// cell is the text of one cell, broken into lines, with its place.
type cell struct {
	element *pdf.Element
	lines   []line
	align   Align
	x       float64
	width   float64
	open    bool // no rule below: the cell of the next row goes on with it
}

// row is a measured row of a table.
type row struct {
	cells  []cell
	size   float64
	height float64
	top    bool // draws its upper rule: the first row of a table
}

func (l *layout) table(t Table) {
	widths := t.widths(l.width)
	e := l.w.Element(l.w.Root(), "Table")
	heads := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = c.Head
	}
	head := l.row(t, Row{Cells: heads, Bold: true}, widths, e, "TH")
	head.top = true
	headItem := item{height: head.height, draw: head.draw}
	l.append(headItem)
	l.sticky = true
	for i, r := range t.Rows {
		measured := l.row(t, r, widths, e, "TD")
		if i+1 < len(t.Rows) {
			measured.openTo(t.Rows[i+1])
		}
		for _, it := range measured.items(float64(l.height) - head.height) {
			it.head, it.below = &headItem, border
			l.append(it)
		}
		l.sticky = t.group(i)
	}
	l.space(border)
}

// group tells whether row i stays with the row below: the head of a group, or a row that goes on there.
func (t Table) group(i int) bool {
	if i+1 >= len(t.Rows) {
		return false
	}
	return t.Rows[i+1].Joined || (len(t.Rows[i].Cells) == 1 && len(t.Columns) > 1)
}

func (l *layout) row(t Table, r Row, widths []int, table *pdf.Element, tag string) row {
	tr := l.w.Element(table, "TR")
	out := row{size: t.size(), cells: make([]cell, 0, len(widths))}
	count, x := 1, float64(marginLeft)
	add := func(text string, width int, align Align) {
		c := cell{element: l.w.Element(tr, tag), align: align, x: x, width: float64(width)}
		for _, p := range paragraphs(text) {
			c.lines = append(c.lines, r.lines(p, out.size, width)...)
		}
		out.cells = append(out.cells, c)
		count, x = max(count, len(c.lines)), x+float64(width)
	}
	if len(r.Cells) == 1 && len(widths) > 1 {
		add(r.Cells[0], l.width, Left)
	} else {
		for i, w := range widths {
			add(r.cell(i), w, r.align(t.Columns[i], tag))
		}
	}
	out.height = float64(count)*pitch(out.size) + 2*cellAir + border
	return out
}

// lines breaks one paragraph of a cell.
func (r Row) lines(paragraph string, size float64, width int) []line {
	return wrap(r.runs(paragraph, size, width), size, width-2*cellPad, 0)
}

// runs are what a paragraph of a cell consists of in a column of this width, for every writer.
func (r Row) runs(paragraph string, size float64, width int) []Run {
	one := Run{Text: paragraph, Bold: r.Bold}
	one.Text = kept(one.Text, one.face(), size, width-2*cellPad)
	return settle(prepare([]Run{one}), size, width-2*cellPad, 0, false)
}

// cell gives the text of a column, empty where the row is short.
func (r Row) cell(i int) string {
	if i < len(r.Cells) {
		return r.Cells[i]
	}
	return ""
}

func (r Row) align(c Column, tag string) Align {
	if tag == "TH" {
		return Center
	}
	return c.Align
}

// openTo leaves out the rule below the cells that the next row goes on with.
func (r *row) openTo(below Row) {
	if !below.Joined {
		return
	}
	for i := range r.cells {
		r.cells[i].open = len(r.cells) > 1 && below.cell(i) == ""
	}
}

// items gives the row as one item, or cut by lines into several when it is higher than a page.
func (r row) items(room float64) []item {
	if r.height <= room {
		return []item{{height: r.height, draw: r.draw}}
	}
	fit := max(1, int((room-2*cellAir-border)/pitch(r.size)))
	var out []item
	for from := 0; ; from += fit {
		part := row{size: r.size, cells: make([]cell, len(r.cells))}
		count, more := 0, false
		for i, c := range r.cells {
			part.cells[i] = c
			part.cells[i].lines = c.lines[min(from, len(c.lines)):min(from+fit, len(c.lines))]
			count = max(count, len(part.cells[i].lines))
			more = more || len(c.lines) > from+fit
		}
		part.height = float64(count)*pitch(r.size) + 2*cellAir + border
		out = append(out, item{height: part.height, draw: part.draw})
		if !more {
			return out
		}
	}
}

func (r row) draw(p *pen, y float64) {
	for _, c := range r.cells {
		for k, ln := range c.lines {
			p.set(c.element, ln, c.align, r.size, c.x+cellPad, y+cellAir+border+float64(k)*pitch(r.size), c.width-2*cellPad)
		}
	}
	for i, c := range r.cells {
		if r.top {
			p.rule(c.x, y, c.x+c.width, y)
		}
		if !c.open || p.last {
			p.rule(c.x, y+r.height, c.x+c.width, y+r.height)
		}
		if i == 0 {
			p.rule(c.x, y, c.x, y+r.height)
		}
		p.rule(c.x+c.width, y, c.x+c.width, y+r.height)
	}
}
