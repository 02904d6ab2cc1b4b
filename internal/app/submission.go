package app

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/vi"
)

func submissionObject(id string) string { return "submission:" + id }

// RecordSentUp records that the registrations went to Sở Nội vụ: s names Round, What, Number, Dated and SentOn. Every approved one moves to
// Đã gửi Sở Nội vụ; without any it is refused, unless the list was returned and goes as it is. A resubmission is a new sending; a dossier has
// RecordSubmission.
func (a *App) RecordSentUp(ctx context.Context, actor thidua.Actor, s thidua.Submission) (kept thidua.Submission, err error) {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return kept, err
	}
	if s.What != thidua.SentRegistrations {
		return kept, thidua.Refuse(thidua.Forbidden, CodeNoRight)
	}
	err = a.write(ctx, actor, deed{Verb: thidua.RecordSentUp}, func(tx *store.Tx, d *deed) error {
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
		d.Object, d.Name, d.After = submissionObject(kept.ID), season.Movement.Name, kept
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
	if err != nil || n > 0 {
		return err
	}
	again, err := sentAgain(tx, s)
	if err == nil && !again {
		err = thidua.Refuse(thidua.Conflict, thidua.CodeNothingApproved)
	}
	return err
}

// sentAgain tells whether a list goes once more as it was approved, because Sở Nội vụ returned it for something beside the registrations.
func sentAgain(tx *store.Tx, s thidua.Submission) (bool, error) {
	before, err := tx.Submissions(s.Round, s.What)
	before = slices.DeleteFunc(before, func(o thidua.Submission) bool { return o.ID == s.ID })
	if err != nil || len(before) == 0 || before[len(before)-1].State != thidua.SubmissionReturned {
		return false, err
	}
	sent, err := tx.Registrations(store.RegistrationFilter{Round: s.Round, States: []thidua.State{thidua.RegistrationSentUp}}, today(tx), store.Page{})
	return len(sent) > 0, err
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
	if err := a.unbroken(actor, "scan", r.Scan); err != nil {
		return s, err
	}
	err = a.write(ctx, actor, deed{Verb: r.Kind, Object: submissionObject(submission), Reason: strings.TrimSpace(r.Text)}, func(tx *store.Tx, d *deed) error {
		if s, err = tx.Submission(submission); err != nil {
			return err
		}
		s, err = ReplyIn(tx, d, actor, s, version, r)
		return err
	})
	return s, err
}

// ReplyIn records an answer to a sending within the transaction of a use case, and what it sets going; RecordReply says what r names.
func ReplyIn(tx *store.Tx, d *act.Deed, actor thidua.Actor, s thidua.Submission, version int64, r thidua.Reply) (thidua.Submission, error) {
	answer, err := answerTo(tx, actor, s, r)
	if err != nil {
		return s, err
	}
	if version != s.Version {
		return s, thidua.Refuse(thidua.Conflict, store.CodeStale)
	}
	d.Name, d.Before, d.After = s.Number, s.State, answer.Reply
	if err := tx.SetSubmissionState(s, answer.to); err != nil {
		return s, err
	}
	s.State, s.Version, s.Answers = answer.to, s.Version+1, append(s.Answers, answer.Reply)
	if err := tx.InsertReply(answer.Reply); err != nil {
		return s, err
	}
	if s.What == thidua.SentDossier {
		return s, followDossier(tx, actor, s, answer.Reply)
	}
	return s, followReply(tx, s, r.Kind)
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

// RecordSubmission records that the dossier went to Sở Nội vụ: s names Number, Dated and SentOn. A resubmission is a new sending.
func (a *App) RecordSubmission(ctx context.Context, actor thidua.Actor, dossier string, version int64, s thidua.Submission) (kept thidua.Submission, err error) {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return kept, err
	}
	err = a.write(ctx, actor, deed{Verb: thidua.SendDossier}, func(tx *store.Tx, d *deed) error {
		kept = s
		kept.Number = strings.TrimSpace(s.Number)
		if err := kept.Check(today(tx)); err != nil {
			return err
		}
		g, err := moveDossier(tx, actor, dossier, thidua.SendDossier, version, "", d)
		if err != nil {
			return err
		}
		kept.ID, kept.Round, kept.What, kept.Dossier = store.NewID(), g.Round.ID, thidua.SentDossier, dossier
		kept.State, kept.By, kept.ByName, kept.Version = thidua.SubmissionSent, actor.Person, actor.Name, 1
		d.After = kept
		return tx.InsertSubmission(kept)
	})
	return kept, err
}

// followDossier is what an answer about the dossier sets going: returned, or no award for anybody. A decision comes with its list.
func followDossier(tx *store.Tx, actor thidua.Actor, s thidua.Submission, r thidua.Reply) error {
	switch r.Kind {
	case thidua.AnswerReturned:
		return answerDossier(tx, s.Dossier, thidua.RecordReturn, r.Text)
	case thidua.AnswerRefused:
		if err := answerDossier(tx, s.Dossier, thidua.RecordRefusal, r.Text); err != nil {
			return err
		}
		return everyListed(tx, s.Round, func(n thidua.Nominee) error { return decideNominee(tx, actor, n, thidua.RecordNot, r.Text) })
	case thidua.AnswerDecided:
		return thidua.Refuse(thidua.Invalid, thidua.CodeAskDecision)
	case thidua.AnswerConfirmed:
		return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, r.Kind, s.State)
	}
	return nil
}

// answerDossier moves the dossier as an answer of Sở Nội vụ says.
func answerDossier(tx *store.Tx, id string, do thidua.Action, reason string) error {
	d, err := tx.Dossier(id)
	if err != nil {
		return err
	}
	facts := thidua.Facts{thidua.DecisionNamed: true, thidua.ListRecorded: true}
	rule, err := thidua.DossierFlow.Next(d.State, do, []thidua.Role{thidua.RoleOffice}, facts, reason)
	if err != nil {
		return err
	}
	d.State = rule.To
	return tx.UpdateDossier(d)
}

func everyListed(tx *store.Tx, round string, do func(thidua.Nominee) error) error {
	all, err := tx.Nominees(round)
	for _, n := range all {
		if err == nil && n.State == thidua.NomineeInDossier {
			err = do(n)
		}
	}
	return err
}

func decideNominee(tx *store.Tx, actor thidua.Actor, n thidua.Nominee, do thidua.Action, reason string) error {
	rule, err := thidua.NomineeFlow.Next(n.State, do, onlyRole(actor, thidua.RoleOffice), nil, reason)
	if err != nil {
		return err
	}
	n.State, n.Reason = rule.To, reason
	return tx.UpdateNominee(n)
}

// RecordDecision records the decision on awards as it was received for a sending: number, dates, issuer, scan, and for every nominee of the
// dossier the result with its number in the golden book. Awards enter the history of unit and person at once.
func (a *App) RecordDecision(ctx context.Context, actor thidua.Actor, submission string, version int64, in thidua.Decision) (kept thidua.AwardDecision, err error) {
	if err := may(actor, thidua.RoleOffice); err != nil {
		return kept, err
	}
	in.Number, in.Issuer = strings.TrimSpace(in.Number), strings.TrimSpace(in.Issuer)
	if err := a.unbroken(actor, "scan", in.Scan); err != nil {
		return kept, err
	}
	err = a.write(ctx, actor, deed{Verb: thidua.RecordDecision, Object: submissionObject(submission)}, func(tx *store.Tx, d *deed) error {
		s, err := tx.Submission(submission)
		if err == nil {
			kept, err = DecideIn(tx, d, actor, s, version, in)
		}
		return err
	})
	return kept, err
}

// DecideIn records a decision within the transaction of a use case, as RecordDecision does.
func DecideIn(tx *store.Tx, d *act.Deed, actor thidua.Actor, s thidua.Submission, version int64, in thidua.Decision) (kept thidua.AwardDecision, err error) {
	g, err := draftingOf(tx, s.Round)
	if err != nil {
		return kept, err
	}
	if err := checkDecision(tx, actor, s, version, in, g); err != nil {
		return kept, err
	}
	in.ID, in.Round = store.NewID(), s.Round
	d.Name, d.After = in.Number, in
	if err := tx.InsertDecision(in.AwardDecision); err != nil {
		return kept, err
	}
	if err := closeSending(tx, actor, s, in); err != nil {
		return kept, err
	}
	return in.AwardDecision, g.award(tx, actor, in)
}

func checkDecision(tx *store.Tx, actor thidua.Actor, s thidua.Submission, version int64, in thidua.Decision, g *drafting) error {
	_, err := thidua.SubmissionFlow.Next(s.State, thidua.AnswerDecided, onlyRole(actor, thidua.RoleOffice), nil, "")
	switch {
	case err != nil:
		return err
	case s.What != thidua.SentDossier:
		return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	case version != s.Version:
		return thidua.Refuse(thidua.Conflict, store.CodeStale)
	}
	return in.Check(g.proposed(), g.met, today(tx))
}

// proposed lists those who wait for the decision.
func (g *drafting) proposed() []thidua.Nominee {
	var out []thidua.Nominee
	for _, n := range g.nominees {
		if n.State == thidua.NomineeInDossier {
			out = append(out, n)
		}
	}
	return out
}

func closeSending(tx *store.Tx, actor thidua.Actor, s thidua.Submission, in thidua.Decision) error {
	if err := tx.SetSubmissionState(s, thidua.SubmissionResult); err != nil {
		return err
	}
	r := thidua.Reply{ID: store.NewID(), Submission: s.ID, Kind: thidua.AnswerDecided, Number: in.Number, Dated: in.Dated, ReceivedOn: in.ReceivedOn,
		Scan: in.Scan, By: actor.Person, ByName: actor.Name, At: tx.Now}
	if err := tx.InsertReply(r); err != nil {
		return err
	}
	return answerDossier(tx, s.Dossier, thidua.RecordDecision, "")
}

// award writes the result of every nominee: an award with the names of today, or why there is none.
func (g *drafting) award(tx *store.Tx, actor thidua.Actor, in thidua.Decision) error {
	for _, n := range g.proposed() {
		line, _ := in.Line(n.ID)
		if line.Answer != thidua.AnswerYes {
			if err := decideNominee(tx, actor, n, thidua.RecordNot, strings.TrimSpace(line.Note)); err != nil {
				return err
			}
			continue
		}
		if err := decideNominee(tx, actor, n, thidua.RecordAwarded, strings.TrimSpace(line.Note)); err != nil {
			return err
		}
		w := thidua.Award{ID: store.NewID(), Decision: in.AwardDecision, Round: in.Round, Year: g.Round.Year, Nominee: n.ID, Subject: n.Subject,
			Form: g.formOf(n), Citation: n.Summary, GoldNumber: strings.TrimSpace(line.GoldNumber)}
		if w.Subject.Home == "" {
			w.Subject.Home = g.Agency.Name
		}
		if w.Citation == "" {
			w.Citation = g.Citation()
		}
		if err := tx.InsertAward(w, vi.Fold(w.Subject.Name+" "+w.Subject.Home)); err != nil {
			return err
		}
	}
	return nil
}

func (g *drafting) formOf(n thidua.Nominee) string {
	for _, w := range g.Awards {
		if w.ID == n.Award {
			return vi.AwardName(w)
		}
	}
	return vi.AwardName(g.Award)
}

// RecordCeremony records the day on which the awards of the dossier were presented (trao tặng).
func (a *App) RecordCeremony(ctx context.Context, actor thidua.Actor, dossier string, version int64, on thidua.Date) error {
	return a.write(ctx, actor, deed{Verb: thidua.RecordCeremony}, func(tx *store.Tx, d *deed) error {
		g, err := moveDossier(tx, actor, dossier, thidua.RecordCeremony, version, "", d)
		if err != nil {
			return err
		}
		if err := ceremonyDay(tx, g.Round.ID, on); err != nil {
			return err
		}
		d.After = on
		for _, n := range g.nominees {
			if n.State != thidua.NomineeAwarded {
				continue
			}
			if err := decideNominee(tx, actor, n, thidua.RecordPresent, ""); err != nil {
				return err
			}
		}
		return tx.PresentAwards(g.Round.ID, on)
	})
}

func ceremonyDay(tx *store.Tx, round string, on thidua.Date) error {
	if err := thidua.CheckDay("presented", on, today(tx)); err != nil {
		return err
	}
	decisions, err := tx.Decisions(round)
	if err != nil {
		return err
	}
	var f thidua.Faults
	for _, d := range decisions {
		if on < d.Dated {
			f.Add("presented", thidua.CodeCeremonySooner, d.Dated)
		}
	}
	return f.Err()
}

// RoundOfSubmission gives the round of a sending, for the address of its page; NotFound for another agency's.
func (a *App) RoundOfSubmission(ctx context.Context, actor thidua.Actor, submission string) (round string, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		s, err := tx.Submission(submission)
		round = s.Round
		return err
	})
	return round, err
}
