package sheet

import (
	"bytes"
	"slices"
	"time"

	"github.com/xuri/excelize/v2"

	"thidua"
	"thidua/internal/vi"
)

// Entry is one cell as it came back: At names it (C12), Text is what stands there as a page shows it, Wrong is set when it cannot be read
// whatever its column.
type Entry struct {
	At    string
	Text  string
	Wrong thidua.Code
}

// Line is one row that came back, with its number as Excel shows it; without a Code it was added.
type Line struct {
	Number  int
	Code    string
	Entries map[string]Entry
}

// Returned is a workbook that came back: the lines of each form, in the order of the forms.
type Returned struct {
	Mark  Mark
	Lines [][]Line
}

// Workbooks that do not fit their list.
const (
	CodeNotOurs thidua.Code = "sheet.not-ours" // without a mark: made elsewhere, or copied into a new file
	CodeTab     thidua.Code = "sheet.tab"      // name of the sheet that is missing
	CodeTitle   thidua.Code = "sheet.title"    // title of the column that is missing, name of its sheet
)

// maxFormCells is how many cells the rows of a form reach over at most; what is typed by people stays far below.
const maxFormCells = 300_000

// ReadMark reads only what a workbook is of, so that its list can be opened before it is read.
func ReadMark(data []byte) (m Mark, err error) {
	book, err := open(data)
	if err != nil {
		return m, err
	}
	defer book.Close()
	return markOf(book)
}

// ReadWorkbook reads a workbook that WriteWorkbook has written and somebody has filled in; cells are read, formulas never worked out.
func ReadWorkbook(data []byte, forms []Form) (r Returned, err error) {
	book, err := open(data)
	if err != nil {
		return r, err
	}
	defer book.Close()
	if r.Mark, err = markOf(book); err != nil {
		return r, err
	}
	props, err := book.GetWorkbookProps()
	if err != nil {
		return r, thidua.Refuse(thidua.Invalid, CodeDamaged)
	}
	for _, form := range forms {
		reader := &formReader{book: book, form: form, from1904: props.Date1904 != nil && *props.Date1904}
		lines, err := reader.lines()
		if err != nil {
			return r, err
		}
		r.Lines = append(r.Lines, lines)
	}
	return r, nil
}

func open(data []byte) (*excelize.File, error) {
	if len(data) > MaxFile {
		return nil, thidua.Refuse(thidua.TooLarge, CodeTooLarge, MaxFile>>20)
	}
	if err := plainly(data); err != nil {
		return nil, err
	}
	if err := bounded(data, maxFormCells); err != nil {
		return nil, err
	}
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnzip, UnzipXMLSizeLimit: maxXML, RawCellValue: true})
	if err != nil || len(book.GetSheetList()) > maxParts {
		return nil, thidua.Refuse(thidua.Invalid, CodeDamaged)
	}
	return book, nil
}

func markOf(book *excelize.File) (m Mark, err error) {
	if !slices.Contains(book.GetSheetList(), vi.MarkTab) {
		return m, thidua.Refuse(thidua.Invalid, CodeNotOurs)
	}
	rows, err := streamed(book, vi.MarkTab)
	if err != nil {
		return m, err
	}
	var made string
	for i, at := range []*string{&m.List, &m.Agency, &m.Round, &m.Edition, &made} {
		if i < len(rows) && len(rows[i]) > 1 {
			*at = rows[i][1]
		}
	}
	if m.List == "" {
		return m, thidua.Refuse(thidua.Invalid, CodeNotOurs)
	}
	if m.Made, err = time.Parse(time.RFC3339, made); err != nil {
		m.Made = time.Time{}
	}
	return m, nil
}

// formReader reads one sheet.
type formReader struct {
	book     *excelize.File
	form     Form
	tab      string
	from1904 bool
}

func (r *formReader) lines() ([]Line, error) {
	at := slices.IndexFunc(r.book.GetSheetList(), func(name string) bool { return vi.Fold(name) == vi.Fold(r.form.Tab) })
	if at < 0 {
		return nil, thidua.Refuse(thidua.Invalid, CodeTab, r.form.Tab)
	}
	r.tab = r.book.GetSheetList()[at]
	rows, err := streamed(r.book, r.tab)
	if err != nil {
		return nil, err
	}
	head, places, err := findHead(rows, r.form.asked())
	if err != nil {
		return nil, r.named(err)
	}
	var out []Line
	for i, cells := range rows[head+1:] {
		l := Line{Number: head + i + 2, Entries: map[string]Entry{}}
		for x, key := range places {
			if err := r.read(&l, x, key, cells); err != nil {
				return nil, err
			}
		}
		if l.Code != "" || len(l.Entries) > 0 {
			out = append(out, l)
		}
	}
	return out, nil
}

// named says of a column that is missing on which sheet.
func (r *formReader) named(err error) error {
	e, ok := err.(*thidua.Error) //nolint:errorlint // findHead gives it as it is
	switch {
	case ok && e.Code == CodeColumn:
		return thidua.Refuse(thidua.Invalid, CodeTitle, e.Args[0], r.form.Tab)
	case ok && e.Code == CodeEmpty:
		return thidua.Refuse(thidua.Invalid, CodeTitle, vi.CodeHead, r.form.Tab)
	}
	return err
}

func (r *formReader) read(l *Line, x int, key string, cells []string) error {
	if x >= len(cells) || vi.NFC(cells[x]) == "" && r.plain(x, l.Number) {
		return nil
	}
	if key == "" {
		l.Code = vi.NFC(cells[x])
		return nil
	}
	c := r.form.column(key)
	if c.Info {
		return nil
	}
	at, err := excelize.CoordinatesToCellName(x+1, l.Number)
	if err != nil {
		return err
	}
	entry, err := r.entry(c, at, cells[x])
	if err == nil && (entry.Text != "" || entry.Wrong != "") {
		l.Entries[key] = entry
	}
	return err
}

// plain tells whether an empty cell holds no formula either.
func (r *formReader) plain(x, line int) bool {
	at, err := excelize.CoordinatesToCellName(x+1, line)
	if err != nil {
		return true
	}
	formula, err := r.book.GetCellFormula(r.tab, at)
	return err != nil || formula == ""
}
