package sheet

import (
	"encoding/csv"
	"strings"

	"thidua"
	"thidua/internal/vi"
)

// CodePasted is text that is no part of a form: the row of heads has to be among what is copied.
const CodePasted thidua.Code = "sheet.pasted"

// ReadPasted reads rows that somebody has copied in Excel and pasted as text: cells parted by tabs, with the row of heads and the hidden
// column of codes. The sheet is the first form whose columns are all there.
func ReadPasted(text string, forms []Form) (tab int, lines []Line, err error) {
	if len(text) > MaxFile {
		return 0, nil, thidua.Refuse(thidua.TooLarge, CodeTooLarge, MaxFile>>20)
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, -1
	rows, err := r.ReadAll()
	switch {
	case err != nil || len(rows) == 0:
		return 0, nil, thidua.Refuse(thidua.Invalid, CodePasted)
	case len(rows) > MaxRows:
		return 0, nil, thidua.Refuse(thidua.TooLarge, CodeTooMany, MaxRows)
	}
	for i, form := range forms {
		head, places, wrong := findHead(rows, form.asked())
		if wrong != nil {
			continue
		}
		return i, form.pasted(rows[head+1:], places), nil
	}
	return 0, nil, thidua.Refuse(thidua.Invalid, CodePasted)
}

// pasted takes the cells of rows; a line is counted from the row of heads, because the text does not say where it was copied.
func (f Form) pasted(rows [][]string, places map[int]string) (out []Line) {
	for i, cells := range rows {
		l := Line{Number: i + 1, Entries: map[string]Entry{}}
		for at, key := range places {
			if at >= len(cells) || vi.NFC(cells[at]) == "" {
				continue
			}
			c := f.column(key)
			if key == "" {
				l.Code = vi.NFC(cells[at])
			} else if !c.Info {
				shown, _, _ := c.Parse(cells[at])
				l.Entries[key] = Entry{Text: shown}
			}
		}
		if l.Code != "" || len(l.Entries) > 0 {
			out = append(out, l)
		}
	}
	return out
}
