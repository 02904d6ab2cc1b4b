package sheet

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"
)

// TableColumn is a column of a table; Width counts characters.
type TableColumn struct {
	Head  string
	Width float64
}

// Table is one sheet with its title above. A cell is text (never a formula, whatever it begins with), an int, a thidua.Quantity or a
// thidua.Date; nil and an empty date stay empty.
type Table struct {
	Name    string // of the tab, at most 31 characters
	Title   string
	Notes   []string // lines below the title, such as the mark of sample data
	Columns []TableColumn
	Rows    [][]any
}

// WriteTables writes tables as the sheets of one workbook: title, notes, a head that stays in view, has filters and
// stands on every printed page, ruled cells, A4 landscape.
func WriteTables(out io.Writer, sheets ...Table) (err error) {
	f := excelize.NewFile()
	defer func() {
		if shut := f.Close(); err == nil {
			err = shut
		}
	}()
	styles, err := newStyles(f)
	if err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	for i, s := range sheets {
		if i == 0 {
			err = f.SetSheetName("Sheet1", s.Name)
		} else {
			_, err = f.NewSheet(s.Name)
		}
		if err == nil {
			err = (&writer{f: f, sheet: s, styles: styles}).write()
		}
		if err != nil {
			return fmt.Errorf("sheet %s: %w", s.Name, err)
		}
	}
	if err := describe(f, sheets[0].Title); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	f.SetActiveSheet(0)
	if err := f.Write(out); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	return nil
}
