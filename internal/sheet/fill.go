package sheet

import (
	"fmt"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"thidua"
)

// writer fills one sheet; after the first failure nothing more is written.
type writer struct {
	f      *excelize.File
	sheet  Table
	styles styles
	err    error
}

func (w *writer) do(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *writer) write() error {
	last := w.name(len(w.sheet.Columns), 1)
	w.text("A1", w.sheet.Title, w.styles.title)
	w.do(w.f.MergeCell(w.sheet.Name, "A1", last))
	for i, n := range w.sheet.Notes {
		w.text(w.name(1, i+2), n, w.styles.note)
	}
	head := len(w.sheet.Notes) + 3
	for i, c := range w.sheet.Columns {
		w.text(w.name(i+1, head), c.Head, w.styles.head)
		letter, err := excelize.ColumnNumberToName(i + 1)
		w.do(err)
		w.do(w.f.SetColWidth(w.sheet.Name, letter, letter, c.Width))
	}
	for y, row := range w.sheet.Rows {
		for x, v := range row {
			w.cell(w.name(x+1, head+1+y), v)
		}
	}
	w.page(head)
	return w.err
}

func (w *writer) name(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	w.do(err)
	return name
}

func (w *writer) text(cell, text string, style int) {
	w.do(w.f.SetCellStr(w.sheet.Name, cell, text))
	w.do(w.f.SetCellStyle(w.sheet.Name, cell, cell, style))
}

func (w *writer) cell(cell string, v any) {
	style := w.styles.number
	switch v := v.(type) {
	case nil:
	case int:
		w.do(w.f.SetCellInt(w.sheet.Name, cell, int64(v)))
	case thidua.Quantity:
		w.do(w.f.SetCellFloat(w.sheet.Name, cell, float64(v)/100, -1, 64))
	case thidua.Date:
		style = w.styles.date
		if v.Valid() {
			w.do(w.f.SetCellValue(w.sheet.Name, cell, v.Time().UTC().Add(7*time.Hour)))
		}
	case string:
		w.text(cell, v, w.styles.text)
		return
	default:
		w.do(fmt.Errorf("cell of %T", v))
	}
	w.do(w.f.SetCellStyle(w.sheet.Name, cell, cell, style))
}

// page keeps the head in view and on every printed page, gives it filters, and sets the paper.
func (w *writer) page(head int) {
	below := w.name(1, head+1)
	w.do(w.f.SetPanes(w.sheet.Name, &excelize.Panes{Freeze: true, YSplit: head, TopLeftCell: below, ActivePane: "bottomLeft"}))
	end := w.name(len(w.sheet.Columns), head+max(len(w.sheet.Rows), 1))
	w.do(w.f.AutoFilter(w.sheet.Name, w.name(1, head)+":"+end, nil))
	w.do(w.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: w.sheet.Name,
		RefersTo: fmt.Sprintf("'%s'!$%d:$%d", strings.ReplaceAll(w.sheet.Name, "'", "''"), head, head)}))
	a4, landscape, wide := 9, "landscape", 1
	tall := 0
	w.do(w.f.SetPageLayout(w.sheet.Name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &tall}))
	fit := true
	w.do(w.f.SetSheetProps(w.sheet.Name, &excelize.SheetPropsOptions{FitToPage: &fit}))
}
