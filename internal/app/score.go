package app

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/store"
)

// Refusals of score sheets.
const (
	// CodeScaleMissing is a round by points whose scale has not been written down yet.
	CodeScaleMissing thidua.Code = "score.scale-missing"
	// CodeSheetsOpen is a scale that sheets already stand on.
	CodeSheetsOpen thidua.Code = "score.sheets-open"
)

// OpenSheets makes the empty sheet of every unit that has none yet: by the leaves of the criteria, or by the standards of collectives when
// the round scores without points. Văn phòng opens them; Conflict while the scale has no points.
func (a *App) OpenSheets(ctx context.Context, actor thidua.Actor, round string) error {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return err
	}
	return a.write(ctx, actor, deed{verb: thidua.OpenSheets, object: "round:" + round}, func(tx *store.Tx, d *deed) error {
		if _, err := openRound(tx, round); err != nil {
			return err
		}
		season, err := seasonOf(tx, round)
		if err != nil {
			return err
		}
		lines, err := season.emptyLines()
		if err != nil {
			return err
		}
		have, err := tx.ScoreSheets(round)
		if err != nil {
			return err
		}
		units, err := tx.Units(season.unitsOn(today(tx)))
		for _, u := range units {
			if err != nil {
				return err
			}
			if !slices.ContainsFunc(have, func(s thidua.ScoreSheet) bool { return s.Unit == u.ID }) {
				err = tx.InsertScoreSheet(thidua.ScoreSheet{ID: store.NewID(), Round: round, Unit: u.ID, ByPoints: season.Round.ByPoints,
					State: thidua.ScoreSheetFlow.Start, Lines: lines})
			}
		}
		return err
	})
}

func (s Season) emptyLines() ([]thidua.ScoreLine, error) {
	var lines []thidua.ScoreLine
	if !s.Round.ByPoints {
		for _, standard := range s.StandardsFor(thidua.Collective) {
			lines = append(lines, thidua.ScoreLine{Criterion: standard.ID})
		}
		return lines, nil
	}
	for _, c := range s.scored() {
		if c.MaxPoints <= 0 {
			return nil, thidua.Refuse(thidua.Conflict, CodeScaleMissing)
		}
		lines = append(lines, thidua.ScoreLine{Criterion: c.ID, Max: c.MaxPoints})
	}
	return lines, nil
}

// scored lists the leaves that units are scored on.
func (s Season) scored() []thidua.Criterion {
	var out []thidua.Criterion
	for _, c := range s.Leaves() {
		if c.ForUnits {
			out = append(out, c)
		}
	}
	return out
}

// SaveSelfScores saves what the unit gives itself, as far as it is typed: typed holds the id, the version that was read and the lines.
// It gives the sheet as it is now; faults stand at "line-N-self".
func (a *App) SaveSelfScores(ctx context.Context, actor thidua.Actor, typed thidua.ScoreSheet) (thidua.ScoreSheet, error) {
	return a.changeSheet(ctx, actor, SheetMove{Sheet: typed.ID, Do: thidua.SelfScore, Version: typed.Version}, func(s *thidua.ScoreSheet) error {
		merge(s, typed, func(line *thidua.ScoreLine, t thidua.ScoreLine) {
			line.Self, line.SelfAnswer, line.SelfNote = t.Self, t.SelfAnswer, strings.TrimSpace(t.SelfNote)
		})
		return s.CheckSelf()
	})
}

// SaveReview saves what the reviewer gives, as far as it is typed; a difference from the self score needs its reason. Faults stand at
// "line-N-review" and "line-N-reason".
func (a *App) SaveReview(ctx context.Context, actor thidua.Actor, typed thidua.ScoreSheet) (thidua.ScoreSheet, error) {
	return a.changeSheet(ctx, actor, SheetMove{Sheet: typed.ID, Do: thidua.ReviewScore, Version: typed.Version}, func(s *thidua.ScoreSheet) error {
		merge(s, typed, func(line *thidua.ScoreLine, t thidua.ScoreLine) {
			line.Review, line.Reviewed, line.Reason = t.Review, t.Reviewed, strings.TrimSpace(t.Reason)
		})
		return s.CheckReview()
	})
}

// merge takes over the typed lines that the sheet has; a line that was not sent stays as it is.
func merge(s *thidua.ScoreSheet, typed thidua.ScoreSheet, take func(*thidua.ScoreLine, thidua.ScoreLine)) {
	for i := range s.Lines {
		for _, t := range typed.Lines {
			if t.Criterion == s.Lines[i].Criterion {
				take(&s.Lines[i], t)
			}
		}
	}
}

// SheetMove is a step of a sheet: the action, the version that was read, the reason (for Explain the explanation itself) and the line that
// it is about, if it is about one.
type SheetMove struct {
	Sheet     string
	Do        thidua.Action
	Version   int64
	Reason    string
	Criterion string
}

// MoveSheet sends a sheet, takes it up, asks for an explanation, explains, closes or reopens it. Publishing is done for all sheets of a
// round at once, by PublishRanks.
func (a *App) MoveSheet(ctx context.Context, actor thidua.Actor, m SheetMove) error {
	if !slices.Contains(sheetMoves, m.Do) {
		return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	m.Reason = strings.TrimSpace(m.Reason)
	_, err := a.changeSheet(ctx, actor, m, func(*thidua.ScoreSheet) error { return nil })
	return err
}

var sheetMoves = []thidua.Action{thidua.Send, thidua.TakeUp, thidua.AskExplain, thidua.Explain, thidua.CloseSheet, thidua.ReopenSheet}

// changeSheet changes a sheet under one of its rules, and moves it where the rule leads.
func (a *App) changeSheet(ctx context.Context, actor thidua.Actor, m SheetMove, change func(*thidua.ScoreSheet) error) (out thidua.ScoreSheet, err error) {
	asked := deed{verb: m.Do, object: "score-sheet:" + m.Sheet, reason: m.Reason}
	err = a.write(ctx, actor, asked, func(tx *store.Tx, d *deed) error {
		s, err := tx.ScoreSheet(m.Sheet)
		if err != nil {
			return err
		}
		c, err := caseOf(tx, actor, s)
		if err != nil {
			return err
		}
		rule, err := thidua.ScoreSheetFlow.Next(s.State, m.Do, c.roles, c.facts, m.Reason)
		if err != nil {
			return err
		}
		d.name, d.before = s.UnitName, s
		s.Lines = slices.Clone(s.Lines)
		if err := change(&s); err != nil {
			return err
		}
		s.Version = m.Version
		if err := c.move(tx, &s, rule, m); err != nil {
			return err
		}
		if err := tx.UpdateScoreSheet(s); err != nil {
			return err
		}
		s.Version++
		out, d.after = s, s
		return c.noteScored(tx)
	})
	return out, err
}
