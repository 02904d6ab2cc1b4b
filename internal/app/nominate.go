package app

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/store"
)

// The faults of a proposal and of what is written about it.
const (
	CodeAwardUnknown   thidua.Code = "nominee.award-unknown"
	CodeSubjectUnknown thidua.Code = "nominee.subject-unknown"
	CodeSummaryMissing thidua.Code = "nominee.summary-missing"
	CodeSummaryLong    thidua.Code = "nominee.summary-long"
	CodeWordsMissing   thidua.Code = "nominee.words-missing"
	CodeVerdictWrong   thidua.Code = "nominee.verdict-wrong"
	CodeSessionWrong   thidua.Code = "nominee.session-wrong"
)

// Propose adds a nominee; a unit proposes itself and its people, Văn phòng and the secretary anybody. Without an award it is the one aimed at
// in the registration. The standards are judged at once from what is known. Faults stand at "subject" and "award".
func (a *App) Propose(ctx context.Context, actor thidua.Actor, n thidua.Nominee) (thidua.Nominee, error) {
	err := a.write(ctx, actor, deed{Verb: thidua.Propose}, func(tx *store.Tx, d *deed) error {
		season, err := seasonOf(tx, n.Round)
		if err != nil {
			return err
		}
		if _, err := openRound(tx, n.Round); err != nil {
			return err
		}
		m, err := materialOf(tx, season)
		if err != nil {
			return err
		}
		if err := m.complete(tx, &n); err != nil {
			return err
		}
		if !(Nomination{Nominee: n}).writes(actor) {
			return thidua.Refuse(thidua.Forbidden, CodeNoRight)
		}
		all, err := tx.Nominees(n.Round)
		if err != nil {
			return err
		}
		n.ID, n.State, n.Session, n.Order = store.NewID(), thidua.NomineeProposed, "", len(all)+1
		d.Object, d.Name, d.After = nomineeObject(n.ID), n.Subject.Name, n
		if err := tx.InsertNominee(n); err != nil {
			return err
		}
		return judge(tx, season, m.result(n.Subject).Record, &n)
	})
	if err != nil {
		return n, err
	}
	return n, a.read(ctx, actor, func(tx *store.Tx) (err error) { n, err = tx.Nominee(n.ID); return err })
}

// complete fills in the subject as it stands in the round, and the award aimed at.
func (m *material) complete(tx *store.Tx, n *thidua.Nominee) error {
	known, err := m.subject(tx, &n.Subject)
	if err != nil {
		return err
	}
	if !known {
		return thidua.Faults{{Field: "subject", Code: CodeSubjectUnknown}}.Err()
	}
	if n.Award == "" {
		n.Award = m.result(n.Subject).Award
	}
	if n.Award == "" && len(m.Awards) > 0 {
		n.Award = m.Awards[0].ID
	}
	if m.award(n.Award).ID == "" || n.Award == "" {
		return thidua.Faults{{Field: "award", Code: CodeAwardUnknown}}.Err()
	}
	return nil
}

// subject finds a unit or a person of the round; who has not registered is found too, because that only asks to consider (R10).
func (m *material) subject(tx *store.Tx, s *thidua.Subject) (bool, error) {
	for _, one := range m.subjects() {
		if one.Key() == s.Key() {
			*s = one
			return true, nil
		}
	}
	if s.Kind != thidua.Individual || s.Person == "" {
		return false, nil
	}
	staff, err := tx.Staff(store.StaffFilter{On: m.unitsOn(today(tx)), Person: s.Person}, store.Page{})
	if err != nil || len(staff) == 0 {
		return false, err
	}
	s.Unit, s.Name = staff[0].Unit, staff[0].Person.Name
	return s.Unit != "", nil
}

// judge answers every standard of the nominee from the record; what a person found by hand stays.
func judge(tx *store.Tx, s Season, record thidua.Record, n *thidua.Nominee) error {
	var kept []thidua.Finding
	for _, std := range s.StandardsFor(n.Subject.Kind) {
		f, ok := n.Finding(std.ID)
		if !ok || f.By == "" {
			f = std.Judge(record)
			if err := tx.SaveFinding(n.ID, f); err != nil {
				return err
			}
		}
		kept = append(kept, f)
	}
	n.Findings = kept
	return useInitiative(tx, s, record, n)
}

// useInitiative notes the initiative by which a standard of the nominee is met: it serves one proposal (R8).
func useInitiative(tx *store.Tx, s Season, record thidua.Record, n *thidua.Nominee) error {
	asked := slices.ContainsFunc(s.StandardsFor(n.Subject.Kind), func(std thidua.Standard) bool { return std.Test.Asks(thidua.WhenInitiative) })
	if !asked {
		return nil
	}
	for _, i := range record.Initiatives {
		if i.Recognised && i.Decision != "" && len(i.UsedBy) == 0 {
			return tx.UseInitiative(i.ID, n.ID)
		}
	}
	return nil
}

// writing opens a nominee for what is written about it, and refuses who may not: nobody writes in the own case.
func writing(tx *store.Tx, actor thidua.Actor, nominee string, do thidua.Action) (Nomination, error) {
	n, err := nominationOf(tx, actor, nominee)
	switch {
	case err != nil:
		return n, err
	case !n.writes(actor):
		return n, thidua.Refuse(thidua.Forbidden, CodeNoRight)
	case actor.Own(n.Subject.Person):
		return n, thidua.Refuse(thidua.Invalid, thidua.CodeMissing, []thidua.Fact{thidua.NotOwnCase})
	case !n.writable():
		return n, thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, do, n.State)
	}
	return n, nil
}

// Rejudge answers the standards anew from the data; findings by hand stay.
func (a *App) Rejudge(ctx context.Context, actor thidua.Actor, nominee string) error {
	return a.write(ctx, actor, deed{Verb: thidua.Refresh, Object: nomineeObject(nominee)}, func(tx *store.Tx, d *deed) error {
		n, err := writing(tx, actor, nominee, thidua.Refresh)
		if err != nil {
			return err
		}
		record, err := recordOf(tx, n.Season, n.Subject)
		if err != nil {
			return err
		}
		d.Name, d.Before = n.Subject.Name, n.Findings
		if err := judge(tx, n.Season, record, &n.Nominee); err != nil {
			return err
		}
		d.After = n.Findings
		return nil
	})
}

// SaveFinding records what a person finds of a standard, in words: character and solidarity, or "thay đổi vượt bậc". Faults stand at
// "verdict" and "words".
func (a *App) SaveFinding(ctx context.Context, actor thidua.Actor, nominee string, f thidua.Finding) error {
	return a.write(ctx, actor, deed{Verb: thidua.FindByHand, Object: nomineeObject(nominee)}, func(tx *store.Tx, d *deed) error {
		n, err := writing(tx, actor, nominee, thidua.FindByHand)
		if err != nil {
			return err
		}
		f.Note = strings.TrimSpace(f.Note)
		if err := checkFinding(n, f); err != nil {
			return err
		}
		was, _ := n.Finding(f.Standard)
		f.Code, f.Args, f.By, f.ByName = thidua.FindManual, nil, actor.Person, actor.Name
		d.Name, d.Before, d.After = n.Subject.Name, was, f
		return tx.SaveFinding(nominee, f)
	})
}

func checkFinding(n Nomination, f thidua.Finding) error {
	known := false
	for _, s := range n.Season.StandardsFor(n.Subject.Kind) {
		known = known || s.ID == f.Standard
	}
	if !known {
		return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	var faults thidua.Faults
	if f.Note == "" {
		faults.Add("words", CodeWordsMissing)
	}
	switch f.Verdict {
	case thidua.VerdictMet, thidua.VerdictNotMet, thidua.VerdictConsider, thidua.VerdictAwaited:
	default:
		faults.Add("verdict", CodeVerdictWrong)
	}
	return faults.Err()
}

// SaveSummary keeps the summary of achievements of a nominee, thidua.MaxSummary lines at most. A fault stands at "summary".
func (a *App) SaveSummary(ctx context.Context, actor thidua.Actor, nominee string, version int64, summary string) error {
	summary = strings.TrimSpace(summary)
	return a.write(ctx, actor, deed{Verb: thidua.Summarise, Object: nomineeObject(nominee)}, func(tx *store.Tx, d *deed) error {
		n, err := writing(tx, actor, nominee, thidua.Summarise)
		switch {
		case err != nil:
			return err
		case summary == "":
			return thidua.Faults{{Field: "summary", Code: CodeSummaryMissing}}.Err()
		case strings.Count(summary, "\n") >= thidua.MaxSummary:
			return thidua.Faults{{Field: "summary", Code: CodeSummaryLong, Args: []any{thidua.MaxSummary}}}.Err()
		}
		d.Name, d.Before, d.After = n.Subject.Name, n.Summary, summary
		n.Summary, n.Version = summary, version
		return tx.UpdateNominee(n.Nominee)
	})
}

// MoveNominee takes a nominee on by hand: PutBefore (the session named), HoldNominee, LiftHold, Withdraw. Results of a vote, of a dossier and
// of a decision come with these. A fault stands at "session".
func (a *App) MoveNominee(ctx context.Context, actor thidua.Actor, nominee string, do thidua.Action, version int64, session, reason string) error {
	if !byHand(do) {
		return thidua.Refuse(thidua.Forbidden, thidua.CodeNotYours, do)
	}
	return a.write(ctx, actor, deed{Verb: do, Object: nomineeObject(nominee), Reason: reason}, func(tx *store.Tx, d *deed) error {
		n, err := nominationOf(tx, actor, nominee)
		if err != nil {
			return err
		}
		rule, err := thidua.NomineeFlow.Next(n.State, do, actor.For(n.Subject.Unit, n.Subject.Person), n.Facts, reason)
		if err != nil {
			return err
		}
		d.Name, d.Before, d.After = n.Subject.Name, n.State, rule.To
		switch do {
		case thidua.PutBefore:
			if n.Nominee.Session, err = takingCases(tx, n.Round, session); err != nil {
				return err
			}
		case thidua.HoldNominee:
			n.HeldFrom = n.State
		case thidua.LiftHold:
			n.HeldFrom = ""
		}
		n.State, n.Reason, n.Version = rule.To, reason, version
		return tx.UpdateNominee(n.Nominee)
	})
}

// takingCases gives a session of the round that has not voted yet; the only one when none is named.
func takingCases(tx *store.Tx, round, id string) (string, error) {
	all, err := tx.CouncilSessions(round)
	if err != nil {
		return "", err
	}
	var open []string
	for _, s := range all {
		if s.Before() && (id == "" || s.ID == id) {
			open = append(open, s.ID)
		}
	}
	if len(open) != 1 {
		return "", thidua.Faults{{Field: "session", Code: CodeSessionWrong}}.Err()
	}
	return open[0], nil
}
