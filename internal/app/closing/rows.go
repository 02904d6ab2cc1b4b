package closing

import (
	"thidua/internal/sheet"
	"thidua/internal/vi"
)

func (v View) byPerson() sheet.Table {
	t := table("people", 28, 24)
	for _, l := range v.People {
		t.Rows = append(t.Rows, []any{l.Name, l.Home, l.Registered(), l.Tally.All, l.Tally.Reached, v.awards(l), l.Models})
	}
	return t
}

func (v View) byCriterion() sheet.Table {
	t := table("criteria", 10, 60)
	for _, c := range v.Criteria {
		t.Rows = append(t.Rows, []any{c.Code, c.Name, c.Tally.All, c.Tally.Reached})
	}
	return t
}

func (v View) ofInitiatives() sheet.Table {
	t := table("initiatives", 10, 60, 24, 24)
	for _, i := range v.Initiatives {
		t.Rows = append(t.Rows, []any{i.Year, i.Name, i.Author, i.Unit, i.Decision, i.On})
	}
	return t
}

func (v View) ofExemplars() sheet.Table {
	t := table("exemplars", 10, 28, 28, 24, 60)
	for _, e := range v.Exemplars {
		t.Rows = append(t.Rows, []any{e.Year, e.Subject.Name, e.Subject.Home, vi.ExemplarKind(e.Kind), e.Title, e.PublishedOn})
	}
	return t
}

func (v View) ofAwards() sheet.Table {
	t := table("awards", 22, 28, 40)
	for _, w := range v.Awards {
		t.Rows = append(t.Rows, []any{v.when(w), w.Subject.Name, w.Form, w.Decision.Number, w.Decision.Dated})
	}
	return t
}
