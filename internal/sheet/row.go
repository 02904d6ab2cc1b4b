package sheet

import (
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"

	"thidua"
	"thidua/internal/vi"
)

// Column is a column that a list may have; it is found by its title, whatever its place, with or without diacritics.
type Column struct {
	Key    string
	Title  string
	Needed bool
}

// Row is one line of a list; Line is its number in the workbook, as Excel shows it.
type Row struct {
	Line  int
	cells map[string]string
}

// Get gives the text of a cell; empty when the cell or its column is.
func (r Row) Get(key string) string { return r.cells[key] }

// firstSerial is the least number taken for a date of Excel (18/05/1927): a year typed alone, such as 2021, is no day of 1905.
const firstSerial = 10_000

// Date gives a day typed as text or as a date of Excel; one that cannot be read comes back as it is, for the rules to refuse.
func (r Row) Date(key string) thidua.Date {
	typed := r.cells[key]
	if d, ok := vi.ParseDate(typed); ok {
		return d
	}
	if serial, err := strconv.ParseFloat(typed, 64); err == nil && serial >= firstSerial && serial < 100_000 {
		if t, err := excelize.ExcelDateToTime(serial, false); err == nil {
			return thidua.Date(t.Format(time.DateOnly))
		}
	}
	return thidua.Date(typed)
}
