package sheet

import (
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"thidua"
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

// WriteTables writes tables as the sheets of one workbook: title, notes, a head that stays in view and has filters, ruled cells, A4 landscape.
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
	f.SetActiveSheet(0)
	if err := f.Write(out); err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	return nil
}

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

// page keeps the head in view, gives it filters, and sets the paper.
func (w *writer) page(head int) {
	below := w.name(1, head+1)
	w.do(w.f.SetPanes(w.sheet.Name, &excelize.Panes{Freeze: true, YSplit: head, TopLeftCell: below, ActivePane: "bottomLeft"}))
	end := w.name(len(w.sheet.Columns), head+max(len(w.sheet.Rows), 1))
	w.do(w.f.AutoFilter(w.sheet.Name, w.name(1, head)+":"+end, nil))
	a4, landscape, wide := 9, "landscape", 1
	tall := 0
	w.do(w.f.SetPageLayout(w.sheet.Name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &tall}))
	fit := true
	w.do(w.f.SetSheetProps(w.sheet.Name, &excelize.SheetPropsOptions{FitToPage: &fit}))
}

// styles are the looks of cells.
type styles struct{ title, note, head, text, number, date int }

func newStyles(f *excelize.File) (s styles, err error) {
	line := []excelize.Border{}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		line = append(line, excelize.Border{Type: side, Color: "808080", Style: 1})
	}
	font := func(size float64, bold bool) *excelize.Font {
		return &excelize.Font{Family: "Times New Roman", Size: size, Bold: bold}
	}
	top := func(horizontal string) *excelize.Alignment {
		return &excelize.Alignment{Horizontal: horizontal, Vertical: "top", WrapText: true}
	}
	day, plain := "dd/mm/yyyy", "#,##0.##"
	for _, want := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.title, excelize.Style{Font: font(14, true), Alignment: &excelize.Alignment{Horizontal: "center"}}},
		{&s.note, excelize.Style{Font: &excelize.Font{Family: "Times New Roman", Size: 12, Italic: true}}},
		{&s.head, excelize.Style{Font: font(12, true), Border: line, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true},
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F2E9E0"}}}},
		{&s.text, excelize.Style{Font: font(12, false), Border: line, Alignment: top("left")}},
		{&s.number, excelize.Style{Font: font(12, false), Border: line, Alignment: top("right"), CustomNumFmt: &plain}},
		{&s.date, excelize.Style{Font: font(12, false), Border: line, Alignment: top("center"), CustomNumFmt: &day}},
	} {
		if *want.id, err = f.NewStyle(&want.style); err != nil {
			return s, err
		}
	}
	return s, nil
}
