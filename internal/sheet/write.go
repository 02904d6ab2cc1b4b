package sheet

import (
	"bytes"

	"github.com/xuri/excelize/v2"
)

// Write makes a workbook with one sheet: the titles of the columns, then the rows. Every cell is text, so that nothing in it is ever
// taken for a formula.
func Write(name string, columns []Column, rows [][]string) ([]byte, error) {
	book := excelize.NewFile()
	defer book.Close()
	if err := book.SetSheetName("Sheet1", name); err != nil {
		return nil, err
	}
	titles := make([]string, len(columns))
	for i, c := range columns {
		titles[i] = c.Title
	}
	for y, cells := range append([][]string{titles}, rows...) {
		for x, text := range cells {
			at, err := excelize.CoordinatesToCellName(x+1, y+1)
			if err != nil {
				return nil, err
			}
			if err := book.SetCellStr(name, at, text); err != nil {
				return nil, err
			}
		}
	}
	if err := dress(book, name, len(columns)); err != nil {
		return nil, err
	}
	if err := describe(book, name); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// dress makes the head bold and keeps it in view.
func dress(book *excelize.File, name string, columns int) error {
	bold, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	last, err := excelize.ColumnNumberToName(columns)
	if err != nil {
		return err
	}
	if err := book.SetRowStyle(name, 1, 1, bold); err != nil {
		return err
	}
	if err := book.SetColWidth(name, "A", last, 22); err != nil {
		return err
	}
	return book.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}
