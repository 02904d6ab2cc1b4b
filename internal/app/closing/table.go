package closing

import (
	"context"
	"strings"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/sheet"
	"thidua/internal/vi"
)

// Tables gives the figures of the period (biểu số liệu) as the sheets of a workbook: by year, by unit, by person, by criterion, initiatives, exemplars
// and awards, as far as the actor may see them.
func (c *Closing) Tables(ctx context.Context, actor thidua.Actor, movement string) ([]sheet.Table, error) {
	v, err := c.View(ctx, actor, movement)
	if err != nil {
		return nil, err
	}
	agency, err := c.app.Agency(ctx, actor)
	if err != nil {
		return nil, err
	}
	out := []sheet.Table{v.byYear(), v.byUnit(), v.byPerson(), v.byCriterion(), v.ofInitiatives(), v.ofExemplars(), v.ofAwards()}
	for i := range out {
		out[i].Title = vi.ClosingTitle(out[i].Name, v.Movement)
		if agency.Sample {
			out[i].Notes = append(out[i].Notes, doc.SampleMark)
		}
	}
	return out, nil
}

func table(name string, widths ...float64) sheet.Table {
	t := sheet.Table{Name: vi.ClosingTab(name)}
	for i, head := range vi.ClosingHeads(name) {
		width := 14.0
		if i < len(widths) {
			width = widths[i]
		}
		t.Columns = append(t.Columns, sheet.TableColumn{Head: head, Width: width})
	}
	return t
}

func (v View) byYear() sheet.Table {
	t := table("years", 10)
	for _, y := range v.Years {
		units, people := 0, 0
		for _, w := range v.Awards {
			if w.Round != y.ID {
				continue
			}
			if w.Subject.Kind == thidua.Collective {
				units++
			} else {
				people++
			}
		}
		t.Rows = append(t.Rows, []any{y.Year, y.Units, y.People, y.Tally.All, y.Tally.Reached, y.Initiatives, v.modelsIn(y.Year), units, people})
	}
	return t
}

// byUnit has four columns for each year: registered, reached, their share, rank.
func (v View) byUnit() sheet.Table {
	t := table("units", 28)
	for _, y := range v.Years {
		for _, head := range vi.ClosingYearHeads(y.Year) {
			t.Columns = append(t.Columns, sheet.TableColumn{Head: head, Width: 12})
		}
	}
	for _, l := range v.Units {
		row := []any{l.Name, l.Tally.All, l.Tally.Reached, v.awards(l), l.Models}
		for _, y := range l.Years {
			row = append(row, y.Tally.All, y.Tally.Reached, known(y.Rank))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// modelsIn counts who was held up as an example in a year.
func (v View) modelsIn(year int) (n int) {
	for _, e := range v.Exemplars {
		if e.Year == year {
			n++
		}
	}
	return n
}

func known(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

func (v View) awards(l Line) string {
	var out []string
	for _, w := range l.Awards {
		out = append(out, v.when(w))
	}
	return strings.Join(out, ", ")
}

// when is the year of an award, or the period.
func (v View) when(w thidua.Award) string {
	return vi.Term(v.Movement, thidua.Round{Year: w.Year, Closing: w.Round == v.Closing.ID})
}
