// Package sheet reads and writes Excel workbooks (.xlsx): lists with named columns, nothing of a formula or a macro.
package sheet

import (
	"bytes"
	"slices"

	"github.com/xuri/excelize/v2"

	"thidua"
	"thidua/internal/vi"
)

// The limits of a workbook.
const (
	MaxFile    = 20 << 20  // bytes of the file as it comes
	maxUnzip   = 200 << 20 // bytes of what it unpacks to
	maxXML     = 50 << 20  // bytes of one part
	MaxRows    = 10_000
	maxColumns = 200 // further ones are not looked at
	headWithin = 10  // the row of headers stands among the first rows
)

// The refusals of a workbook as a whole.
const (
	CodeTooLarge thidua.Code = "sheet.too-large" // megabytes allowed
	CodeDamaged  thidua.Code = "sheet.damaged"
	CodeEmpty    thidua.Code = "sheet.empty"
	CodeColumn   thidua.Code = "sheet.column" // title of the column that is missing
	CodeTwice    thidua.Code = "sheet.column-twice"
	CodeTooMany  thidua.Code = "sheet.too-many" // rows allowed
	// CodeTooManyCells says that the cells, or the empty ones before a far one, are more than a list has.
	CodeTooManyCells thidua.Code = "sheet.too-many-cells"
)

// Read reads the first visible sheet of a workbook: its columns by their titles, then its rows; empty rows are left out.
func Read(data []byte, columns []Column) ([]Row, error) {
	if len(data) > MaxFile {
		return nil, thidua.Refuse(thidua.TooLarge, CodeTooLarge, MaxFile>>20)
	}
	if err := bounded(data, maxCells); err != nil {
		return nil, err
	}
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnzip, UnzipXMLSizeLimit: maxXML, RawCellValue: true})
	if err != nil {
		return nil, thidua.Refuse(thidua.Invalid, CodeDamaged)
	}
	defer book.Close()
	rows, err := visible(book)
	if err != nil {
		return nil, err
	}
	head, places, err := findHead(rows, columns)
	if err != nil {
		return nil, err
	}
	var out []Row
	for i, cells := range rows[head+1:] {
		r := Row{Line: head + i + 2, cells: map[string]string{}}
		for at, key := range places {
			if at < len(cells) {
				if text := vi.NFC(cells[at]); text != "" {
					r.cells[key] = text
				}
			}
		}
		if len(r.cells) > 0 {
			out = append(out, r)
		}
	}
	if len(out) == 0 {
		return nil, thidua.Refuse(thidua.Invalid, CodeEmpty)
	}
	return out, nil
}

func visible(book *excelize.File) ([][]string, error) {
	names := book.GetSheetList()
	if len(names) > maxParts {
		return nil, thidua.Refuse(thidua.Invalid, CodeDamaged)
	}
	for _, name := range names {
		if shown, err := book.GetSheetVisible(name); err != nil || !shown {
			continue
		}
		return streamed(book, name)
	}
	return nil, thidua.Refuse(thidua.Invalid, CodeEmpty)
}

// streamed reads the cells of a sheet row by row.
func streamed(book *excelize.File, name string) ([][]string, error) {
	stream, err := book.Rows(name)
	if err != nil {
		return nil, thidua.Refuse(thidua.Invalid, CodeDamaged)
	}
	defer stream.Close()
	var rows [][]string
	for stream.Next() {
		cells, err := stream.Columns()
		if err != nil {
			return nil, thidua.Refuse(thidua.Invalid, CodeDamaged)
		}
		if rows = append(rows, slices.Clone(cells[:min(len(cells), maxColumns)])); len(rows) > MaxRows {
			return nil, thidua.Refuse(thidua.TooLarge, CodeTooMany, MaxRows)
		}
	}
	return rows, nil
}
