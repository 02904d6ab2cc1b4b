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
	x      *Exchange
	actor  thidua.Actor
	season app.Season
	of     map[string]thidua.ScoreSheet
}

func (x *Exchange) scores(ctx context.Context, l *List) error {
	all, err := x.app.Sheets(ctx, l.actor, l.Season.Round.ID)
	if err != nil {
		return err
	}
	if len(all.Sheets) == 0 && !l.actor.Has(thidua.RoleHead) && !l.actor.Has(bookReaders...) {
		return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	s := &scoring{x: x, actor: l.actor, season: l.Season, of: map[string]thidua.ScoreSheet{}}
	l.source = s
	var rows []*row
	for _, one := range all.Sheets {
		s.of[one.ID] = one
		rows = append(rows, s.rows(one)...)
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

func (s *scoring) rows(of thidua.ScoreSheet) (out []*row) {
	do, columns := s.step(of)
	facts := thidua.Facts{thidua.RoundUnended: s.season.Round.State != thidua.RoundEnded, thidua.MayReview: of.Reviewable(s.actor, s.season.Round)}
	_, shut := thidua.ScoreSheetFlow.Next(of.State, do, of.RolesOn(s.actor, s.season.Round), facts, "")
	for _, line := range of.Lines {
		name := s.words(line.Criterion)
		one := &row{unit: of.UnitName, name: name, group: of.ID, shut: shut, FormRow: sheet.FormRow{Code: of.ID + ":" + line.Criterion,
			Cells: map[string]string{"unit": of.UnitName, "criterion": name, "max": pointsShown(&line.Max), "self": scoreShown(of.ByPoints, line.Self, line.SelfAnswer),
				"note": line.SelfNote, "review": scoreShown(of.ByPoints, line.Review, line.Reviewed), "reason": line.Reason}}}
		if shut == nil {
			one.Open = columns
		}
		out = append(out, one)
	}
	return out
}

// words name a line: a criterion, or a standard on the sheet without points.
func (s *scoring) words(id string) string {
	if c := s.season.Criterion(id); c.ID != "" {
		return vi.CriterionWords(c)
	}
	for _, standard := range s.season.Standards {
		if standard.ID == id {
			return standard.Name
		}
	}
	return id
}

// step is what this actor does on a sheet, with the columns that it fills in.
func (s *scoring) step(of thidua.ScoreSheet) (thidua.Action, []string) {
	if s.actor.Leads(of.Unit) {
		return thidua.SelfScore, []string{"self", "note"}
	}
	return thidua.ReviewScore, []string{"review", "reason"}
}

func scoreShown(byPoints bool, p *thidua.Points, a thidua.Answer) string {
	if !byPoints {
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

func (s *scoring) object(group string) string { return objectOf("score-sheet", group) }

// after gives the lines of a sheet that the changes touch, in the order of the changes, as they would be.
func (s *scoring) after(of thidua.ScoreSheet, changes []*Change) thidua.ScoreSheet {
	typed := thidua.ScoreSheet{ID: of.ID, Version: of.Version, ByPoints: of.ByPoints}
	for _, c := range changes {
		_, criterion, _ := strings.Cut(c.Code, ":")
		l := of.Lines[slices.IndexFunc(of.Lines, func(l thidua.ScoreLine) bool { return l.Criterion == criterion })]
		l.Self, l.SelfAnswer = scored(c.now("self"), of.ByPoints)
		l.Review, l.Reviewed = scored(c.now("review"), of.ByPoints)
		l.SelfNote, l.Reason = c.now("note"), c.now("reason")
		typed.Lines = append(typed.Lines, l)
	}
	return typed
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
	typed := s.after(s.of[name], changes)
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
	of := s.of[name]
	keep := s.x.app.DraftReview
	if do, _ := s.step(of); do == thidua.SelfScore {
		keep = s.x.app.SaveSelfScores
	}
	_, err := keep(ctx, s.actor, s.after(of, changes))
	return err
}
