package agency

import (
	"slices"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/sheet"
	"thidua/internal/store"
)

// Import is what a workbook would change, or has changed; with faults nothing is changed at all.
type Import struct {
	Added, Changed, Same int
	Lines                []ImportLine
	Faults               []CellFault
	run                  *act.Import
}

// The lists of the agency itself, by the words by which imports of them are kept.
const (
	UnitsList  = "don-vi"
	PeopleList = "nguoi"
)

// change runs fn, which changes one object or makes one, and notes what it changed; id is empty for a new one, and fn gives its id.
func (i *Import) change(tx *store.Tx, kind, id, name string, fn func() (string, error)) error {
	s := act.Step{Name: name, Lines: 1}
	if id != "" {
		s.Object = kind + ":" + id
	}
	before, err := s.Begin(tx)
	if err == nil {
		id, err = fn()
	}
	if err != nil {
		return err
	}
	s.Object = kind + ":" + id
	return i.run.Keep(tx, s, before)
}

// ImportLine tells of one row that adds or changes somebody.
type ImportLine struct {
	Line  int
	Name  string
	Added bool
}

// CellFault is what is wrong in one cell of a workbook.
type CellFault struct {
	Line   int
	Column string // its title
	Fault  thidua.Fault
}

func (i *Import) fault(row sheet.Row, columns []sheet.Column, err error) bool {
	e, ok := act.Refusal(err)
	if !ok {
		return false
	}
	for _, f := range e.Faults {
		title := f.Field
		if at := slices.IndexFunc(columns, func(c sheet.Column) bool { return c.Key == f.Field }); at >= 0 {
			title = columns[at].Title
		}
		i.Faults = append(i.Faults, CellFault{row.Line, title, f})
	}
	return len(e.Faults) > 0
}

// together gathers what several checks say of one row, the first of each cell, so that all of it is mended at once.
func together(checks ...error) error {
	var all thidua.Faults
	for _, err := range checks {
		if err == nil {
			continue
		}
		e, ok := act.Refusal(err)
		if !ok || len(e.Faults) == 0 {
			return err
		}
		for _, f := range e.Faults {
			if !slices.ContainsFunc(all, func(other thidua.Fault) bool { return other.Field == f.Field }) {
				all = append(all, f)
			}
		}
	}
	return all.Err()
}

func (i *Import) note(row sheet.Row, name string, added, changed bool) {
	switch {
	case added:
		i.Added++
	case changed:
		i.Changed++
	default:
		i.Same++
		return
	}
	i.Lines = append(i.Lines, ImportLine{row.Line, name, added})
}
