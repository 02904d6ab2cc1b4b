package agency

import (
	"context"
	"strconv"

	"thidua"
	"thidua/internal/sheet"
	"thidua/internal/vi"
)

// ExportUnits makes the workbook that ImportUnits reads, with the units of today.
func (k *Keeper) ExportUnits(ctx context.Context, actor thidua.Actor) ([]byte, error) {
	units, err := k.UnitList(ctx, actor, true)
	if err != nil {
		return nil, err
	}
	rows := make([][]string, len(units))
	for i, u := range units {
		rows[i] = []string{u.Code, u.Name, u.Short, vi.UnitKind(u.Kind), strconv.Itoa(u.Order), vi.Date(u.From), vi.Date(u.To)}
	}
	return sheet.Write(vi.UnitSheet, columnsOf(vi.UnitColumns), rows)
}

// ExportPeople makes the workbook that ImportPeople reads, with the people who hold a post today.
func (k *Keeper) ExportPeople(ctx context.Context, actor thidua.Actor) ([]byte, error) {
	people, err := k.Everybody(ctx, actor)
	if err != nil {
		return nil, err
	}
	units, err := k.UnitList(ctx, actor, true)
	if err != nil {
		return nil, err
	}
	codes := map[string]string{}
	for _, u := range units {
		codes[u.ID] = u.Code
	}
	var rows [][]string
	for i, s := range people {
		if i > 0 && s.ID == people[i-1].ID {
			continue // a second post held beside: the list has one row for each person
		}
		rows = append(rows, []string{s.Code, s.Name, vi.Sex(s.Sex), vi.YesNo(s.Civil), vi.Year(s.BirthYear), codes[s.Unit], s.Post, vi.Rank(s.Rank), ""})
	}
	return sheet.Write(vi.PersonSheet, columnsOf(vi.PersonColumns), rows)
}
