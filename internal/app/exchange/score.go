package exchange

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/sheet"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// scoring is the score sheets of a round; one object is one sheet.
type scoring struct {
	x     *Exchange
	actor thidua.Actor
	of    map[string]app.SheetView
}

func (x *Exchange) scores(ctx context.Context, l *List) error {
	all, err := x.app.Sheets(ctx, l.actor, l.Season.Round.ID)
	if err != nil {
		return err
	}
	if len(all.Sheets) == 0 && !l.actor.Has(thidua.RoleHead) && !l.actor.Has(bookReaders...) {
		return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	s := &scoring{x: x, actor: l.actor, of: map[string]app.SheetView{}}
	l.source = s
	var rows []*row
	for _, one := range all.Sheets {
		v, err := x.app.Sheet(ctx, l.actor, one.ID)
		if err != nil {
			return err
		}
		s.of[one.ID] = v
		rows = append(rows, s.rows(v)...)
	}
	value := sheet.FormColumn{Kind: sheet.Number, Width: 12}
	if !l.Season.Round.ByPoints {
		value = sheet.FormColumn{Kind: sheet.Choice, Width: 14, Choices: []string{vi.Answer(thidua.AnswerYes), vi.Answer(thidua.AnswerNo)}}
	}
	self, review := value, value
	self.Key, review.Key = "self", "review"
	l.add(sheet.Form{Tab: vi.ScoresTab, Columns: columns(sheet.FormColumn{Key: "unit", Width: 28, Info: true}, sheet.FormColumn{Key: "criterion", Width: 50, Info: true},
		sheet.FormColumn{Key: "max", Kind: sheet.Number, Width: 10, Info: true}, self, sheet.FormColumn{Key: "note", Width: 36}, review,
		sheet.FormColumn{Key: "reason", Width: 36})}, rows)
	return nil
}

func (s *scoring) rows(v app.SheetView) (out []*row) {
	do, columns := s.step(v)
	shut := whyNot(v, do, v.Sheet.RolesOn(s.actor, v.Round))
	for _, r := range v.Rows {
		if r.Index < 0 {
			continue
		}
		name := strings.TrimPrefix(r.Code+" · "+r.Name, " · ")
		one := &row{unit: v.Sheet.UnitName, name: name, group: v.Sheet.ID, shut: shut, FormRow: sheet.FormRow{Code: v.Sheet.ID + ":" + r.Criterion,
			Cells: map[string]string{"unit": v.Sheet.UnitName, "criterion": name, "max": pointsShown(&r.Line.Max), "self": scoreShown(v, r.Line.Self, r.Line.SelfAnswer),
				"note": r.Line.SelfNote, "review": scoreShown(v, r.Line.Review, r.Line.Reviewed), "reason": r.Line.Reason}}}
		if shut == nil {
			one.Open = columns
		}
		out = append(out, one)
	}
	return out
}

// step is what this actor does on a sheet, with the columns that it fills in.
func (s *scoring) step(v app.SheetView) (thidua.Action, []string) {
	if s.actor.Leads(v.Sheet.Unit) {
		return thidua.SelfScore, []string{"self", "note"}
	}
	return thidua.ReviewScore, []string{"review", "reason"}
}

// whyNot says what keeps a step from being done on a sheet; nil when nothing does.
func whyNot(v app.SheetView, do thidua.Action, roles []thidua.Role) error {
	facts := thidua.Facts{}
	for _, r := range thidua.ScoreSheetFlow.Rules {
		for _, f := range r.Needs {
			facts[f] = true
		}
	}
	for _, o := range v.Offers {
		for _, missing := range o.Missing {
			if o.Do == do {
				facts[missing] = false
			}
		}
	}
	_, err := thidua.ScoreSheetFlow.Next(v.Sheet.State, do, roles, facts, "")
	return err
}

func scoreShown(v app.SheetView, p *thidua.Points, a thidua.Answer) string {
	if !v.Sheet.ByPoints {
		return vi.Answer(a)
	}
	return pointsShown(p)
}

func pointsShown(p *thidua.Points) string {
	if p == nil {
		return ""
	}
	return vi.Number(*p)
}

// group is never asked: a sheet takes no new rows.
func (s *scoring) group(int, *Change) string { return "" }

// after gives the lines of a sheet that the changes touch, as they would be, with the place of each in the sheet.
func (s *scoring) after(v app.SheetView, changes []*Change) (typed thidua.ScoreSheet, places []int) {
	typed = thidua.ScoreSheet{ID: v.Sheet.ID, Version: v.Sheet.Version, ByPoints: v.Sheet.ByPoints}
	for _, c := range changes {
		_, criterion, _ := strings.Cut(c.Code, ":")
		at := slices.IndexFunc(v.Sheet.Lines, func(l thidua.ScoreLine) bool { return l.Criterion == criterion })
		l := v.Sheet.Lines[at]
		l.Self, l.SelfAnswer = scored(c.now("self"), v.Sheet.ByPoints)
		l.Review, l.Reviewed = scored(c.now("review"), v.Sheet.ByPoints)
		l.SelfNote, l.Reason = c.now("note"), c.now("reason")
		typed.Lines, places = append(typed.Lines, l), append(places, at)
	}
	return typed, places
}

func scored(shown string, byPoints bool) (*thidua.Points, thidua.Answer) {
	if !byPoints {
		for _, a := range []thidua.Answer{thidua.AnswerYes, thidua.AnswerNo} {
			if vi.Answer(a) == shown {
				return nil, a
			}
		}
		return nil, ""
	}
	n, ok := vi.ParseNumber(shown)
	if !ok {
		return nil, ""
	}
	p := thidua.Points(n)
	return &p, ""
}

func (s *scoring) check(name string, changes []*Change) {
	typed, _ := s.after(s.of[name], changes)
	for _, check := range []error{typed.CheckSelf(), typed.CheckReview(true)} {
		for _, f := range faultsOf(check) {
			for i, c := range changes {
				for _, key := range []string{"self", "review", "reason"} {
					if f.Field == thidua.LineField(i, key) {
						c.fault(key, f.Code, f.Args...)
					}
				}
			}
		}
	}
}

// save keeps the lines as the page of the sheet does: the unit's own scores, or a review that may still lack its reasons.
func (s *scoring) save(ctx context.Context, name string, changes []*Change) error {
	v := s.of[name]
	typed, _ := s.after(v, changes)
	keep := s.x.app.DraftReview
	if do, _ := s.step(v); do == thidua.SelfScore {
		keep = s.x.app.SaveSelfScores
	}
	_, err := keep(ctx, s.actor, typed)
	return err
}
