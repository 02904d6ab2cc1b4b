package exchange

import (
	"context"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/sheet"
	"thidua/internal/vi"
)

// following is the targets of units in a round with what was reported of them; what is typed in a row is a further entry, and one object is
// one target.
type following struct {
	x     *Exchange
	actor thidua.Actor
	today thidua.Date
}

func (x *Exchange) progress(ctx context.Context, l *List) error {
	all, err := x.app.Reportables(ctx, l.actor, l.Season.Round.ID)
	if err != nil {
		return err
	}
	l.source = &following{x: x, actor: l.actor, today: x.app.Today()}
	var rows []*row
	for _, t := range all {
		rows = append(rows, followedRow(l, t))
	}
	l.add(sheet.Form{Tab: vi.ProgressTab, Columns: columns(sheet.FormColumn{Key: "unit", Width: 26, Info: true}, sheet.FormColumn{Key: "criterion", Width: 30, Info: true},
		sheet.FormColumn{Key: "content", Width: 46, Info: true}, sheet.FormColumn{Key: "goal", Width: 18, Info: true}, sheet.FormColumn{Key: "due", Kind: sheet.Day, Width: 12, Info: true},
		sheet.FormColumn{Key: "latest", Kind: sheet.Number, Width: 12, Info: true}, sheet.FormColumn{Key: "day", Kind: sheet.Day, Width: 12, Info: true},
		sheet.FormColumn{Key: "result", Kind: sheet.Number, Width: 12}, sheet.FormColumn{Key: "on", Kind: sheet.Day, Width: 13}, sheet.FormColumn{Key: "text", Width: 46})}, rows)
	return nil
}

func followedRow(l *List, t app.Reportable) *row {
	c := l.Season.Criterion(t.Criterion)
	r := &row{unit: t.Unit.Name, name: c.Code + " · " + t.Content, group: t.ID, shut: t.Shut, FormRow: sheet.FormRow{Code: t.ID, Cells: map[string]string{
		"unit": t.Unit.Name, "criterion": vi.CriterionWords(c), "content": t.Content, "goal": vi.Target(t.Target), "due": vi.Date(t.Due)}}}
	if t.Measured {
		r.Cells["latest"], r.Cells["day"] = vi.Number(t.Latest.Value), vi.Date(t.Latest.On)
	}
	if t.Shut == nil {
		r.Open = []string{"result", "on", "text"}
	}
	return r
}

// group is never asked: targets are registered, not added here.
func (s *following) group(int, *Change) string { return "" }

func (s *following) object(group string) string { return objectOf("target", group) }

// entry is what was typed of a target; without a day it is of today.
func (s *following) entry(c *Change) thidua.Progress {
	p := thidua.Progress{Target: c.Code, On: s.today, Text: c.New("text"), Value: -1}
	if n, ok := vi.ParseNumber(c.New("result")); ok {
		p.Value = thidua.Quantity(n)
	}
	if d, ok := vi.ParseDate(c.New("on")); ok {
		p.On = d
	}
	return p
}

func (s *following) check(_ string, changes []*Change) {
	for _, c := range changes {
		for _, f := range faultsOf(s.entry(c).Check(s.today)) {
			c.fault(columnOfEntry(f.Field), f.Code, f.Args...)
		}
	}
}

func columnOfEntry(field string) string {
	if field == "value" {
		return "result"
	}
	return field
}

func (s *following) save(ctx context.Context, _ string, changes []*Change) error {
	for _, c := range changes {
		if _, err := s.x.app.AddProgress(ctx, s.actor, s.entry(c)); err != nil {
			for i, f := range faultsOf(err) {
				faultsOf(err)[i].Field = columnOfEntry(f.Field)
			}
			return err
		}
	}
	return nil
}
