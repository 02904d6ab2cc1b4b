package sheet

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"thidua"
	"thidua/internal/vi"
)

// entry reads one cell by its type: a number of Excel is no number that was typed as text, where a dot may stand between thousands.
func (r *formReader) entry(c FormColumn, at, raw string) (Entry, error) {
	e := Entry{At: at, Text: vi.NFC(raw)}
	formula, err := r.book.GetCellFormula(r.tab, at)
	if err != nil {
		return e, thidua.Refuse(thidua.Invalid, CodeDamaged)
	}
	if formula != "" {
		e.Wrong = CodeCellFormula
		return e, nil
	}
	kind, err := r.book.GetCellType(r.tab, at)
	if err != nil {
		return e, thidua.Refuse(thidua.Invalid, CodeDamaged)
	}
	switch kind {
	case excelize.CellTypeError:
		e.Wrong = CodeCellError
	case excelize.CellTypeBool:
		e.Text = vi.YesNo(raw == "1" || strings.EqualFold(raw, "true"))
	case excelize.CellTypeDate:
		if d := thidua.Date(raw[:min(len(raw), len(time.DateOnly))]); d.Valid() {
			e.Text = vi.Date(d)
		}
	case excelize.CellTypeUnset, excelize.CellTypeNumber:
		e.Text = r.number(c, at, raw)
	}
	if shown, code, _ := c.Parse(e.Text); code == "" {
		e.Text = shown
	}
	return e, nil
}

// number shows a number of Excel as a page shows a value of the column. Excel keeps 92,55 as 92.549999999999997, a day as the days since
// 1900 (or 1904), and 95% as 0.95.
func (r *formReader) number(c FormColumn, at, raw string) string {
	v, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsNaN(v) || math.Abs(v) > 1e12 {
		return raw
	}
	switch c.Kind {
	case Day:
		if v >= firstSerial && v < 100_000 {
			if t, err := excelize.ExcelDateToTime(v, r.from1904); err == nil {
				return vi.Date(thidua.Date(t.Format(time.DateOnly)))
			}
		}
	case Number:
		if r.percent(at) {
			v *= 100
		}
		if cents := math.Round(v * 100); math.Abs(v*100-cents) < 1e-6 {
			return vi.Number(int64(cents))
		}
	}
	return strings.Replace(strconv.FormatFloat(v, 'f', -1, 64), ".", ",", 1)
}

// percent tells whether Excel shows a cell in per cent.
func (r *formReader) percent(at string) bool {
	id, err := r.book.GetCellStyle(r.tab, at)
	if err != nil {
		return false
	}
	style, err := r.book.GetStyle(id)
	if err != nil || style == nil {
		return false
	}
	return style.NumFmt == 9 || style.NumFmt == 10 || style.CustomNumFmt != nil && strings.Contains(*style.CustomNumFmt, "%")
}
