package app

import (
	"context"
	"strings"

	"thidua"
	"thidua/internal/store"
)

func submissionObject(id string) string { return "submission:" + id }

// RecordSentUp records that the registrations went to Sở Nội vụ: s names Round, What, Number, Dated and SentOn. Every approved one moves to
// Đã gửi Sở Nội vụ; without any it is refused. A resubmission is a new sending; a dossier has RecordSubmission.
func (a *App) RecordSentUp(ctx context.Context, actor thidua.Actor, s thidua.Submission) (kept thidua.Submission, err error) {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return kept, err
	}
	if s.What != thidua.SentRegistrations {
		return kept, thidua.Refuse(thidua.Forbidden, CodeNoRight)
	}
	err = a.write(ctx, actor, deed{verb: thidua.RecordSentUp}, func(tx *store.Tx, d *deed) error {
		kept = s
		kept.Number = strings.TrimSpace(s.Number)
		if err := kept.Check(today(tx)); err != nil {
			return err
		}
		season, err := seasonOf(tx, s.Round)
		if err != nil {
			return err
		}
		kept.ID, kept.State, kept.By, kept.ByName, kept.Version = store.NewID(), thidua.SubmissionSent, actor.Person, actor.Name, 1
		d.object, d.name, d.after = submissionObject(kept.ID), season.Movement.Name, kept
		if err := tx.InsertSubmission(kept); err != nil {
			return err
		}
		return followSending(tx, kept)
	})
	return kept, err
}

// followSending is what a sending sets going, by what it carries.
func followSending(tx *store.Tx, s thidua.Submission) error {
	if s.What != thidua.SentRegistrations {
		return nil
	}
	n, err := tx.MoveRegistrations(s.Round, thidua.RegistrationApproved, thidua.RegistrationSentUp)
	if err == nil && n == 0 {
		return thidua.Refuse(thidua.Conflict, thidua.CodeNothingApproved)
	}
	return err
}

// RecordReply records what Sở Nội vụ answered to a sending: r names Kind, Number, Dated, ReceivedOn, Text (the reason, where one is needed)
// and Scan. Their confirmation of the registrations confirms every one that was sent.
func (a *App) RecordReply(ctx context.Context, actor thidua.Actor, submission string, version int64, r thidua.Reply) (s thidua.Submission, err error) {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return s, err
	}
	if r.Kind == "" {
		return s, thidua.Faults{{Field: "kind", Code: thidua.CodeAnswerMissing}}.Err()
	}
	err = a.write(ctx, actor, deed{verb: r.Kind, object: submissionObject(submission), reason: strings.TrimSpace(r.Text)}, func(tx *store.Tx, d *deed) error {
		if s, err = tx.Submission(submission); err != nil {
			return err
		}
		answer, err := answerTo(tx, actor, s, r)
		if err != nil {
			return err
		}
		if version != s.Version {
			return thidua.Refuse(thidua.Conflict, store.CodeStale)
		}
		d.name, d.before, d.after = s.Number, s.State, answer.Reply
		if err := tx.SetSubmissionState(s, answer.to); err != nil {
			return err
		}
		s.State, s.Version, s.Answers = answer.to, s.Version+1, append(s.Answers, answer.Reply)
		if err := tx.InsertReply(answer.Reply); err != nil {
			return err
		}
		if s.What == thidua.SentDossier {
			return followDossier(tx, actor, s, answer.Reply)
		}
		return followReply(tx, s, r.Kind)
	})
	return s, err
}

type answer struct {
	thidua.Reply
	to thidua.State
}

func answerTo(tx *store.Tx, actor thidua.Actor, s thidua.Submission, r thidua.Reply) (answer, error) {
	r.Text, r.Number = strings.TrimSpace(r.Text), strings.TrimSpace(r.Number)
	rule, err := thidua.SubmissionFlow.Next(s.State, r.Kind, onlyRole(actor, thidua.RoleOffice), nil, r.Text)
	if thidua.KindOf(err) == thidua.Forbidden || thidua.KindOf(err) == thidua.Conflict {
		return answer{}, err
	}
	if faults := r.Check(today(tx)); faults != nil {
		return answer{}, faults
	}
	r.ID, r.Submission, r.By, r.ByName, r.At = store.NewID(), s.ID, actor.Person, actor.Name, tx.Now
	return answer{r, rule.To}, err
}

// followReply is what an answer sets going, by what was sent.
func followReply(tx *store.Tx, s thidua.Submission, kind thidua.Action) error {
	if s.What != thidua.SentRegistrations || kind != thidua.AnswerConfirmed {
		return nil
	}
	_, err := tx.MoveRegistrations(s.Round, thidua.RegistrationSentUp, thidua.RegistrationConfirmed)
	return err
}

// Submissions lists what was sent up in a round, oldest first, with the answers.
func (a *App) Submissions(ctx context.Context, actor thidua.Actor, round string, what thidua.SentWhat) (all []thidua.Submission, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		all, err = tx.Submissions(round, what)
		return err
	})
	return all, err
}
