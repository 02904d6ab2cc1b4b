package exchange

import (
	"errors"

	"thidua"
)

// New gives what was typed in a column, empty when nothing was.
func (c *Change) New(key string) string {
	for _, cell := range c.Cells {
		if cell.Key == key {
			return cell.New
		}
	}
	return ""
}

// now gives what stands in a column after the change.
func (c *Change) now(key string) string {
	if typed := c.New(key); typed != "" || c.row == nil {
		return typed
	}
	return c.row.Cells[key]
}

// touches tells whether a column is changed.
func (c *Change) touches(keys ...string) bool {
	for _, cell := range c.Cells {
		if contains(keys, cell.Key) && cell.New != "" && cell.New != cell.Old {
			return true
		}
	}
	return false
}

// At names the cell of a column as Excel does; empty when nothing stood there.
func (c *Change) At(key string) string {
	for _, cell := range c.Cells {
		if cell.Key == key {
			return cell.At
		}
	}
	return ""
}

func (c *Change) fault(key string, code thidua.Code, args ...any) {
	if !c.has(key, code) {
		c.Faults = append(c.Faults, thidua.Fault{Field: key, Code: code, Args: args})
	}
}

// has tells whether a fault stands at a column already; an empty code means any.
func (c *Change) has(key string, code thidua.Code) bool {
	for _, f := range c.Faults {
		if f.Field == key && (code == "" || f.Code == code) {
			return true
		}
	}
	return false
}

// refuse writes a refusal to the row: its faults at their columns, or the refusal itself. It gives false for a failure of ours.
func (c *Change) refuse(err error) bool {
	var e *thidua.Error
	if !errors.As(err, &e) || e.Kind == thidua.Internal {
		return false
	}
	for _, f := range e.Faults {
		c.fault(f.Field, f.Code, f.Args...)
	}
	if len(e.Faults) == 0 {
		c.fault("", e.Code, e.Args...)
	}
	return true
}

// Tally counts the rows of a comparison by their result; Gone are rows of the list that the file does not have, which stay as they are.
type Tally struct {
	Changed, Added, Same, Emptied, Wrong, Gone int
}

// TallyOf counts.
func (l *List) TallyOf(all []*Change) (t Tally) {
	seen := map[*row]bool{}
	for _, c := range all {
		seen[c.row] = true
		switch c.Result {
		case Changed:
			t.Changed++
		case Added:
			t.Added++
		case Emptied:
			t.Emptied++
		case Wrong:
			t.Wrong++
		default:
			t.Same++
		}
	}
	for _, rows := range l.rows {
		for _, r := range rows {
			if !seen[r] {
				t.Gone++
			}
		}
	}
	return t
}
