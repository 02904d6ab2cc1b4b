package app

import (
	"context"
	"slices"
	"strings"
	"time"

	"thidua"
	"thidua/internal/store"
)

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
		return tx.InsertNote(c.note(tx, s.ID, m.Criterion, m.Reason))
	}
	return nil
}

func (c sheetCase) note(tx *store.Tx, sheet, criterion, text string) thidua.Note {
	return thidua.Note{ID: store.NewID(), Object: "score-sheet:" + sheet, Criterion: criterion, Text: text, By: c.actor.Person, ByName: c.actor.Name,
		FromOffice: c.actor.Has(thidua.RoleOffice), At: tx.Now}
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
	return a.write(ctx, actor, deed{verb: thidua.CommentSheet, object: "score-sheet:" + sheet}, func(tx *store.Tx, d *deed) error {
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
		d.name, d.reason = s.UnitName, text
		return tx.InsertNote(c.note(tx, s.ID, criterion, text))
	})
}
