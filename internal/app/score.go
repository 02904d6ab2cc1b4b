package app

import (
	"context"
	"slices"
	"strings"
	"time"

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
	return a.write(ctx, actor, deed{Verb: thidua.OpenSheets, Object: "round:" + round}, func(tx *store.Tx, d *deed) error {
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
	return a.review(ctx, actor, typed, false)
}

// DraftReview saves the same while reasons may still be missing; the sheet cannot be closed like this.
func (a *App) DraftReview(ctx context.Context, actor thidua.Actor, typed thidua.ScoreSheet) (thidua.ScoreSheet, error) {
	return a.review(ctx, actor, typed, true)
}

func (a *App) review(ctx context.Context, actor thidua.Actor, typed thidua.ScoreSheet, draft bool) (thidua.ScoreSheet, error) {
	return a.changeSheet(ctx, actor, SheetMove{Sheet: typed.ID, Do: thidua.ReviewScore, Version: typed.Version}, func(s *thidua.ScoreSheet) error {
		merge(s, typed, func(line *thidua.ScoreLine, t thidua.ScoreLine) {
			line.Review, line.Reviewed, line.Reason = t.Review, t.Reviewed, strings.TrimSpace(t.Reason)
		})
		return s.CheckReview(draft)
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
	asked := deed{Verb: m.Do, Object: "score-sheet:" + m.Sheet, Reason: m.Reason}
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
		d.Name, d.Before = s.UnitName, s
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
		out, d.After = s, s
		return c.noteScored(tx)
	})
	return out, err
}

// sheetCase is a sheet with what the actor may do to it.
type sheetCase struct {
	actor thidua.Actor
	round thidua.Round
	roles []thidua.Role
	facts thidua.Facts
}

// caseOf finds what the actor may do to a sheet; NotFound for who may not even see it.
func caseOf(tx *store.Tx, actor thidua.Actor, s thidua.ScoreSheet) (c sheetCase, err error) {
	c.actor = actor
	if c.round, err = tx.Round(s.Round); err != nil {
		return c, err
	}
	c.roles = s.RolesOn(actor, c.round)
	if !actor.Has(readers...) && !actor.Leads(s.Unit) && !slices.Contains(c.roles, thidua.RoleReviewer) {
		return c, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	scale, err := tx.Scale(s.Round)
	c.facts = thidua.Facts{
		thidua.SelfWhole: s.SelfWhole(), thidua.ReviewWhole: s.ReviewWhole(), thidua.MayReview: s.Reviewable(actor, c.round),
		thidua.ScaleAgreed: !s.ByPoints || scale.Agreed(), thidua.RoundUnended: c.round.State != thidua.RoundEnded,
	}
	return c, err
}

// move sets what a step leaves on the sheet; a request for an explanation and the answer are kept in the exchange beside it.
func (c sheetCase) move(tx *store.Tx, s *thidua.ScoreSheet, rule thidua.Rule, m SheetMove) error {
	s.State = rule.To
	switch rule.Do {
	case thidua.Send:
		s.SentAt = tx.Now
	case thidua.TakeUp:
		s.Reviewer, s.ReviewName = c.actor.Person, c.actor.Name
	case thidua.CloseSheet:
		s.ClosedAt = tx.Now
	case thidua.ReopenSheet:
		s.ClosedAt = time.Time{}
	}
	if rule.Do == thidua.AskExplain || rule.Do == thidua.Explain || rule.Do == thidua.ReopenSheet {
		return c.say(tx, s.ID, m.Criterion, m.Reason)
	}
	return nil
}

// say keeps words in the exchange beside a sheet; a criterion that is none of the plan's is left out.
func (c sheetCase) say(tx *store.Tx, sheet, criterion, text string) error {
	d, err := tx.Definition(c.round.Edition)
	if err != nil {
		return err
	}
	return tx.InsertNote(thidua.Note{ID: store.NewID(), Object: "score-sheet:" + sheet, Criterion: d.Criterion(criterion).ID, Text: text,
		By: c.actor.Person, ByName: c.actor.Name, FromOffice: c.actor.Has(thidua.RoleOffice), At: tx.Now})
}

// noteScored keeps in the round the day on which the last sheet was closed, and takes it away when one is reopened.
func (c sheetCase) noteScored(tx *store.Tx) error {
	sheets, err := tx.ScoreSheets(c.round.ID)
	if err != nil {
		return err
	}
	var day thidua.Date
	if !slices.ContainsFunc(sheets, func(s thidua.ScoreSheet) bool { return !closed(s) }) {
		day = today(tx)
	}
	if (day == "") == (c.round.ScoredOn == "") {
		return nil
	}
	c.round.ScoredOn = day
	return tx.UpdateRound(c.round)
}

// CommentSheet adds a remark to the exchange beside a sheet; who sees the sheet and has a part in it may.
func (a *App) CommentSheet(ctx context.Context, actor thidua.Actor, sheet, criterion, text string) error {
	text = strings.TrimSpace(text)
	return a.write(ctx, actor, deed{Verb: thidua.CommentSheet, Object: "score-sheet:" + sheet}, func(tx *store.Tx, d *deed) error {
		s, err := tx.ScoreSheet(sheet)
		if err != nil {
			return err
		}
		c, err := caseOf(tx, actor, s)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(c.roles, func(r thidua.Role) bool {
			return r == thidua.RoleHead || r == thidua.RoleOffice || r == thidua.RoleReviewer
		}) {
			return thidua.Refuse(thidua.Forbidden, CodeNoRight)
		}
		if text == "" {
			return thidua.Faults{{Field: "text", Code: thidua.CodeReasonMissing}}.Err()
		}
		d.Name, d.Reason = s.UnitName, text
		return c.say(tx, s.ID, criterion, text)
	})
}
