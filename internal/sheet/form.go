package sheet

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"thidua"
	"thidua/internal/vi"
)

// Kind is what stands in the cells of a column of a form.
type Kind int

// The kinds of cells.
const (
	Text   Kind = iota
	Number      // hundredths, shown with a decimal comma
	Whole       // a whole number without dots, such as a year
	Day
	Choice // one of the words of a list
)

// FormColumn is a column of a form. An Info column is shown and never read back.
type FormColumn struct {
	Key     string
	Title   string
	Kind    Kind
	Width   float64 // in characters
	Choices []string
	Info    bool
}

// FormRow is a row that goes out. Code says which object it is, Cells are the values by column as a page shows them, Open the columns that
// may be changed in it; Faults name by column what is wrong with what was typed.
type FormRow struct {
	Code   string
	Cells  map[string]string
	Open   []string
	Faults map[string]string
}

// Form is one sheet that goes out to be filled in and comes back. New are the columns to fill in on a row that is added at the foot; a form
// without any takes none.
type Form struct {
	Tab     string // at most 31 characters
	Title   string
	Notes   []string
	Columns []FormColumn
	Rows    []FormRow
	New     []string
	Marked  bool // a column at the end says what is wrong with each row
}

// Mark says what a workbook is of, so that it comes back to the list that it was made of.
type Mark struct {
	List    string
	Agency  string
	Round   string
	Edition string
	Made    time.Time
}

// Workbook is the forms of one list with the page that says how to fill them in (hướng dẫn).
type Workbook struct {
	Mark  Mark
	Forms []Form
	Guide []string
}

// What is wrong with single cells.
const (
	CodeCellNumber  thidua.Code = "sheet.cell-number"
	CodeCellWhole   thidua.Code = "sheet.cell-whole"
	CodeCellChoice  thidua.Code = "sheet.cell-choice"  // what was typed
	CodeCellFormula thidua.Code = "sheet.cell-formula" // a formula is not worked out here, and what it showed last may be old
	CodeCellError   thidua.Code = "sheet.cell-error"   // #REF! and its like
)

// maxWhole keeps a whole number from overflowing.
const maxWhole = 9

// Parse reads what was typed into a cell and gives it as a page shows it; the code is empty when it can be read.
func (c FormColumn) Parse(typed string) (shown string, code thidua.Code, args []any) {
	text := strings.TrimSpace(vi.NFC(strings.ReplaceAll(typed, "\r\n", "\n")))
	if text == "" {
		return "", "", nil
	}
	switch c.Kind {
	case Number:
		if n, ok := vi.ParseNumber(strings.TrimSpace(strings.TrimSuffix(text, "%"))); ok {
			return vi.Number(n), "", nil
		}
		return text, CodeCellNumber, nil
	case Whole:
		if n, err := strconv.Atoi(text); err == nil && len(text) <= maxWhole && n >= 0 {
			return strconv.Itoa(n), "", nil
		}
		return text, CodeCellWhole, nil
	case Day:
		if d, ok := vi.ParseDate(text); ok {
			return vi.Date(d), "", nil
		}
		return text, thidua.CodeDateWrong, nil
	case Choice:
		if at := c.choice(text); at >= 0 {
			return c.Choices[at], "", nil
		}
		return text, CodeCellChoice, []any{text}
	}
	return text, "", nil
}

// choice finds the word of the list that was meant: itself, without diacritics too, or its beginning before the point, as in "TC2 · Kết quả".
func (c FormColumn) choice(text string) int {
	if at := slices.Index(c.Choices, text); at >= 0 {
		return at
	}
	folded := vi.Fold(text)
	return slices.IndexFunc(c.Choices, func(word string) bool {
		head, _, _ := strings.Cut(word, " · ")
		return vi.Fold(word) == folded || vi.Fold(head) == folded
	})
}

// asked are the columns by which a form is known when it comes back: that of the codes and those that are read.
func (f Form) asked() []Column {
	out := []Column{{Key: "", Title: vi.CodeHead, Needed: true}}
	for _, c := range f.Columns {
		out = append(out, Column{Key: c.Key, Title: c.Title, Needed: !c.Info})
	}
	return out
}

// column gives the column of a key; the zero value when there is none.
func (f Form) column(key string) FormColumn {
	for _, c := range f.Columns {
		if c.Key == key {
			return c
		}
	}
	return FormColumn{}
}
