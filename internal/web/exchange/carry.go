package exchange

import (
	"encoding/json"

	"thidua"
	"thidua/internal/app/exchange"
	"thidua/internal/sheet"
	"thidua/internal/web/handle"
)

// maxCarried bounds the rows of a form; maxBody its bytes.
const (
	maxCarried = 2_000
	maxBody    = 16 << 20
)

// carried is a row with its differences as the form holds it between the look and the yes: nothing of it is kept here, and all of it is
// checked again.
type carried struct {
	Tab   int           `json:"b"`
	Line  int           `json:"n"`
	Code  string        `json:"m,omitempty"`
	Cells []carriedCell `json:"o"`
}

// carriedCell is one cell: what stood there and what was typed.
type carriedCell struct {
	Key   string      `json:"k"`
	At    string      `json:"c,omitempty"`
	Old   string      `json:"d,omitempty"`
	New   string      `json:"t,omitempty"`
	Wrong thidua.Code `json:"s,omitempty"`
}

// carry writes a change into a field of the form.
func carry(c *exchange.Change) (string, error) {
	out := carried{Tab: c.Tab, Line: c.Line, Code: c.Code}
	for _, cell := range c.Cells {
		out.Cells = append(out.Cells, carriedCell{cell.Key, cell.At, cell.Old, cell.New, cell.Wrong})
	}
	text, err := json.Marshal(out)
	return string(text), err
}

// carriedRows reads the rows of a form; one that is no row of the list makes the request malformed, because no page writes such a field.
func carriedRows(c *handle.Ctx, l *exchange.List) ([]exchange.Typed, error) {
	fields := c.Form.All("dong")
	if len(fields) > maxCarried {
		return nil, handle.ErrMalformed
	}
	out := make([]exchange.Typed, 0, len(fields))
	for _, text := range fields {
		var row carried
		if err := json.Unmarshal([]byte(text), &row); err != nil || row.Tab < 0 || row.Tab >= len(l.Forms) || row.Line < 0 {
			return nil, handle.ErrMalformed
		}
		out = append(out, row.typed())
	}
	return out, nil
}

func (r carried) typed() exchange.Typed {
	t := exchange.Typed{Tab: r.Tab, Line: sheet.Line{Number: r.Line, Code: r.Code, Entries: map[string]sheet.Entry{}}, Seen: exchange.Seen{}}
	for _, cell := range r.Cells {
		e := sheet.Entry{At: cell.At, Text: cell.New}
		if cell.Wrong == sheet.CodeCellFormula || cell.Wrong == sheet.CodeCellError {
			e.Wrong = cell.Wrong
		}
		t.Entries[cell.Key], t.Seen[cell.Key] = e, cell.Old
	}
	return t
}
