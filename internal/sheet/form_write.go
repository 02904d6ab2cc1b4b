package sheet

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"thidua/internal/vi"
)

// guideWidth is how many characters a line of the page of hints holds; a row is as high as its lines, which not every program works out.
const guideWidth = 80

// freshRows is how many empty rows stand ready at the foot of a form that takes new ones.
const freshRows = 30

// WriteWorkbook writes forms to be filled in: what may be changed is unlocked, the rest is protected without a password, the code of each
// row stands in a hidden column. The same workbook gives the same bytes.
func WriteWorkbook(out io.Writer, b Workbook) (err error) {
	f := excelize.NewFile()
	defer func() {
		if shut := f.Close(); err == nil {
			err = shut
		}
	}()
	styles, err := newFormStyles(f)
	if err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	w := &formWriter{f: f, styles: styles}
	for i, form := range b.Forms {
		if i == 0 {
			w.do(f.SetSheetName("Sheet1", form.Tab))
		} else {
			w.sheet(form.Tab)
		}
	}
	w.guide(b.Guide)
	w.sheet(vi.MarkTab)
	w.mark(b.Mark)
	for _, form := range b.Forms {
		w.form(form)
	}
	w.do(f.SetSheetVisible(vi.MarkTab, false))
	w.do(describe(f, b.Forms[0].Title))
	f.SetActiveSheet(0)
	w.do(f.Write(out))
	if w.err != nil {
		return fmt.Errorf("workbook: %w", w.err)
	}
	return nil
}

// formWriter writes the sheets of a workbook; after the first failure nothing more is kept. lists counts the lists of words on the hidden sheet.
type formWriter struct {
	f      *excelize.File
	styles formStyles
	lists  int
	err    error
}

func (w *formWriter) do(err error) {
	if w.err == nil {
		w.err = err
	}
}

func (w *formWriter) sheet(tab string) {
	_, err := w.f.NewSheet(tab)
	w.do(err)
}

func (w *formWriter) name(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	w.do(err)
	return name
}

func (w *formWriter) letter(column int) string {
	letter, err := excelize.ColumnNumberToName(column)
	w.do(err)
	return letter
}

func (w *formWriter) text(tab, cell, text string, style int) {
	w.do(w.f.SetCellStr(tab, cell, text))
	w.do(w.f.SetCellStyle(tab, cell, cell, style))
}

// mark writes what the workbook is of onto the hidden sheet.
func (w *formWriter) mark(m Mark) {
	for i, v := range []string{m.List, m.Agency, m.Round, m.Edition, m.Made.UTC().Format(time.RFC3339)} {
		w.do(w.f.SetCellStr(vi.MarkTab, w.name(1, i+1), vi.MarkHeads[i]))
		w.do(w.f.SetCellStr(vi.MarkTab, w.name(2, i+1), v))
	}
	w.protect(vi.MarkTab)
}

func (w *formWriter) guide(lines []string) {
	w.sheet(vi.GuideTab)
	w.do(w.f.SetColWidth(vi.GuideTab, "A", "A", guideWidth))
	for i, line := range lines {
		style := w.styles.guide
		if i == 0 {
			style = w.styles.title
		}
		w.text(vi.GuideTab, w.name(1, i+1), line, style)
		w.do(w.f.SetRowHeight(vi.GuideTab, i+1, 17*float64(1+utf8.RuneCountInString(line)/guideWidth)))
	}
	w.paper(vi.GuideTab, "portrait")
	w.protect(vi.GuideTab)
}

// form writes one form: the code in column A, which is hidden, then its columns.
func (w *formWriter) form(form Form) {
	head := len(form.Notes) + 3
	w.text(form.Tab, "B1", form.Title, w.styles.title)
	for i, n := range form.Notes {
		w.text(form.Tab, w.name(2, i+2), n, w.styles.note)
	}
	w.head(form, head)
	rows := slices.Clone(form.Rows)
	if len(form.New) > 0 {
		for range freshRows {
			rows = append(rows, FormRow{Open: form.New})
		}
	}
	for y, row := range rows {
		w.row(form, head+1+y, row)
	}
	w.choices(form, head+1, head+max(len(rows), 1))
	w.page(form, head, len(rows))
	w.protect(form.Tab)
}

func (w *formWriter) head(form Form, head int) {
	w.text(form.Tab, w.name(1, head), vi.CodeHead, w.styles.head)
	w.do(w.f.SetColVisible(form.Tab, "A", false))
	for i, c := range form.Columns {
		letter := w.letter(i + 2)
		w.do(w.f.SetColWidth(form.Tab, letter, letter, c.Width))
		w.text(form.Tab, w.name(i+2, head), c.Title, w.styles.head)
	}
	if form.Marked {
		letter := w.letter(len(form.Columns) + 2)
		w.do(w.f.SetColWidth(form.Tab, letter, letter, 60))
		w.text(form.Tab, w.name(len(form.Columns)+2, head), vi.FaultHead, w.styles.head)
	}
}

func (w *formWriter) row(form Form, at int, row FormRow) {
	w.text(form.Tab, w.name(1, at), row.Code, w.styles.cell(Text, false, false))
	var said []string
	for i, c := range form.Columns {
		fault, wrong := row.Faults[c.Key]
		if wrong && fault != "" {
			said = append(said, c.Title+": "+fault)
		}
		w.cell(form.Tab, w.name(i+2, at), c.Kind, row.Cells[c.Key], w.styles.cell(c.Kind, slices.Contains(row.Open, c.Key), wrong))
	}
	if whole := row.Faults[""]; whole != "" {
		said = append([]string{whole}, said...)
	}
	if form.Marked {
		w.text(form.Tab, w.name(len(form.Columns)+2, at), strings.Join(said, "\n"), w.styles.cell(Text, false, len(said) > 0))
	}
}

// cell writes a value as Excel keeps it; what cannot be read as its kind stays the words that were typed.
func (w *formWriter) cell(tab, at string, kind Kind, shown string, style int) {
	w.do(w.f.SetCellStyle(tab, at, at, style))
	if shown == "" {
		return
	}
	switch kind {
	case Number:
		if n, ok := vi.ParseNumber(shown); ok {
			w.do(w.f.SetCellFloat(tab, at, float64(n)/100, -1, 64))
			return
		}
	case Whole:
		if n, err := strconv.Atoi(shown); err == nil && len(shown) <= maxWhole {
			w.do(w.f.SetCellInt(tab, at, int64(n)))
			return
		}
	case Day:
		if d, ok := vi.ParseDate(shown); ok {
			w.do(w.f.SetCellValue(tab, at, d.Time().UTC().Add(7*time.Hour)))
			w.do(w.f.SetCellStyle(tab, at, at, style))
			return
		}
	}
	w.do(w.f.SetCellStr(tab, at, shown))
}
