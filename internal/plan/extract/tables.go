package extract

import (
	"encoding/xml"
	"strconv"
)

// docxTables follows the tables of a Word file: a table may stand inside the cell of another, and a text box inside of any.
type docxTables struct {
	open  []*docxTable // nil for a text box
	count int
	props string // the properties at hand: of a row or of a cell
	row   int    // depth of the row, for one that a tracked change takes away
	gone  int    // depth of the element that such a change takes away
}

type docxTable struct {
	at   Cell
	next int            // the column behind the cell at hand
	down map[int]*Cells // the cell that a column continues from the rows above
	here *Cells
}

const maxColumns = 64

// start notes an element of a table and tells whether it was one.
func (t *docxTables) start(e xml.StartElement, depth int) bool {
	t.gone = 0
	switch name := e.Name.Local; {
	case name == "tbl":
		t.count++
		t.open = append(t.open, &docxTable{at: Cell{Table: t.count}, down: map[int]*Cells{}})
	case name == "txbxContent":
		t.open = append(t.open, nil)
	case t.table() == nil:
		return false
	case name == "tr":
		t.row = depth
		t.table().at.Row++
		t.table().next, t.table().at.Column = 1, 0
	case name == "tc":
		t.table().open()
	case name == "trPr", name == "tcPr":
		t.props = name
	case t.props != "":
		t.property(e, depth)
	default:
		return false
	}
	return true
}

// property reads the width of a cell in columns, whether it continues the one above, and whether a tracked change took row or cell away.
func (t *docxTables) property(e xml.StartElement, depth int) {
	switch val := attr(e, "val"); e.Name.Local {
	case "gridBefore", "gridSpan":
		if n, err := strconv.Atoi(val); err == nil && n > 0 {
			t.table().widen(e.Name.Local == "gridSpan", min(n, maxColumns))
		}
	case "vMerge":
		if val == "restart" {
			t.table().down[t.table().at.Column] = t.table().here
		} else if above := t.table().down[t.table().at.Column]; above != nil {
			above.Rows++
		}
	case "del":
		t.gone = t.row
	case "cellDel":
		t.gone = depth - 1
	}
}

func (t *docxTables) end(e xml.EndElement) {
	switch e.Name.Local {
	case "tbl", "txbxContent":
		if len(t.open) > 0 {
			t.open = t.open[:len(t.open)-1]
		}
	case "trPr", "tcPr":
		t.props = ""
	}
}

func (t *docxTables) table() *docxTable {
	if len(t.open) == 0 {
		return nil
	}
	return t.open[len(t.open)-1]
}

// cell gives the cell at hand, the zero value outside of tables.
func (t *docxTables) cell() Cell {
	w := t.table()
	if w == nil || w.at.Column == 0 {
		return Cell{}
	}
	at := w.at
	at.Cells = w.here
	return at
}

func (w *docxTable) open() {
	w.at.Column = w.next
	w.next++
	w.here = &Cells{}
}

// widen takes in the columns of a wide cell, or those that a row leaves free in front.
func (w *docxTable) widen(cell bool, n int) {
	if cell {
		w.next = w.at.Column + n
		w.here.Columns = n - 1
		return
	}
	w.next = 1 + n
}
