package extract

import (
	"strings"

	"thidua/internal/plan"
)

// Document is the text of a file, line by line, with what its form tells beside the letters.
type Document struct {
	Lines   []Line
	Unit    plan.PlaceUnit
	Wrapped bool // lines may be pieces of paragraphs
}

// Line is a line of a document; it is never blank. A paragraph of a Word file is one line.
type Line struct {
	Text  string // NFC, single spaces
	Blank bool   // a blank line stands before
	Place int    // from 1, in the unit of the document
	Bold  bool   // all of it is bold
	Goes  bool   // it may go on the paragraph of the line before, which had no room left for its first word
	Cell  Cell
}

// Cell is the place of a line in a table, each number from 1; the zero value is outside of tables.
type Cell struct {
	Table, Row, Column int
	*Cells             // nil for a cell that covers itself alone
}

// Cells is how many rows and columns besides its own a merged cell covers.
type Cells struct{ Rows, Columns int }

// Text gives all lines, blank ones between them as they were.
func (d Document) Text() string {
	var b strings.Builder
	for i, l := range d.Lines {
		switch {
		case i > 0 && l.Blank:
			b.WriteString("\n\n")
		case i > 0:
			b.WriteByte('\n')
		}
		b.WriteString(l.Text)
	}
	return b.String()
}
