package app

import (
	"context"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/sheet"
	"thidua/internal/vi"
)

// RegistrationTable makes the table of what units (Collective) or people (Individual) have sent, one row for each line, for a workbook.
func (a *App) RegistrationTable(ctx context.Context, actor thidua.Actor, round string, kind thidua.SubjectKind) (sheet.Table, error) {
	b, err := a.RegistrationBook(ctx, actor, round)
	if err != nil {
		return sheet.Table{}, err
	}
	people := kind == thidua.Individual
	s := sheet.Table{Name: vi.ListTab(people), Title: vi.ListTitle(people, b.Round.Year)}
	if b.Agency.Sample {
		s.Notes = []string{doc.SampleMark}
	}
	widths := []float64{6, 26, 10, 60, 12, 14, 13, 24, 30, 22}
	rows := b.Units
	if people {
		widths, rows = []float64{6, 26, 24, 24, 10, 60, 12, 14, 13, 30, 22}, b.People
	}
	for i, head := range vi.ListHeads(people) {
		s.Columns = append(s.Columns, sheet.TableColumn{Head: head, Width: widths[i]})
	}
	n := 0
	for _, r := range rows {
		if r.Given() {
			n++
			s.Rows = append(s.Rows, b.tableRows(n, r)...)
		}
	}
	return s, nil
}

// tableRows repeats the name on every row, so that the table can be sorted and filtered.
func (b RegistrationBook) tableRows(n int, r RegistrationRow) [][]any {
	var out [][]any
	for _, t := range r.Targets {
		var value any
		if t.Value != thidua.NoValue {
			value = t.Value
		}
		row := []any{n, r.Subject.Name}
		if r.Subject.Kind == thidua.Individual {
			row = append(row, r.Subject.Title, r.Subject.Home)
		}
		row = append(row, b.Top(t.Criterion).Code, t.Content, value, t.Measure, t.Due)
		if r.Subject.Kind == thidua.Collective {
			row = append(row, b.names[t.Owner])
		}
		out = append(out, append(row, awardWords(b.Definition, r.Award), vi.State(r.State)))
	}
	return out
}
