package app

import (
	"context"
	"slices"
	"time"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

func sessionObject(id string) string { return "session:" + id }

// Sessions lists the sessions about a round, the latest first, for those who may read them.
func (a *App) Sessions(ctx context.Context, actor thidua.Actor, round string) (all []thidua.Session, err error) {
	if err := may(actor, CouncilReaders...); err != nil {
		return nil, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		if _, err := tx.Round(round); err != nil {
			return err
		}
		all, err = tx.CouncilSessions(round)
		return err
	})
	return all, err
}

// The faults of a session as it was typed.
const (
	CodeSessionNumber thidua.Code = "session.number-missing"
	CodeSessionTime   thidua.Code = "session.time-missing"
	CodeSessionPlace  thidua.Code = "session.place-missing"
	CodeNoCouncil     thidua.Code = "session.no-council" // the day
	CodeSessionEarly  thidua.Code = "session.early"      // the year that it judges
	CodeVoteStarted   thidua.Code = "session.vote-started"
	CodeVoteKind      thidua.Code = "session.vote-kind"
	CodeCounter       thidua.Code = "session.counter"
)

// PlanSession adds a session about a round, or changes one that has not been opened; Number, At, Place and VoteKind are typed, of a new one
// also who counts (Counters); the council is the one in force on that day with its chair and secretary. Faults stand at "number", "day",
// "place" and "counter".
func (a *App) PlanSession(ctx context.Context, actor thidua.Actor, s thidua.Session) (thidua.Session, error) {
	if err := may(actor, thidua.RoleSecretary, thidua.RoleOffice); err != nil {
		return s, err
	}
	if s.VoteKind == "" {
		s.VoteKind = thidua.ShowOfHands
	}
	if err := checkSession(s); err != nil {
		return s, err
	}
	err := a.write(ctx, actor, deed{Verb: thidua.PlanSession, Name: s.Number}, func(tx *store.Tx, d *deed) (err error) {
		if s.ID != "" && s.Version > 0 {
			s, err = replanSession(tx, s, d)
			return err
		}
		if _, err := openRound(tx, s.Round); err != nil {
			return err
		}
		c, err := councilFor(tx, s)
		if err != nil {
			return err
		}
		if err := countersOf(c, s.Counters); err != nil {
			return err
		}
		s.ID, s.Council, s.State = store.NewID(), c.ID, thidua.SessionPlanned
		s.Chair, s.Secretary = c.Seated(thidua.SeatChair).Person, c.Seated(thidua.SeatSecretary).Person
		d.Object, d.After = sessionObject(s.ID), s
		return act.TakenAt("number", tx.InsertCouncilSession(s))
	})
	return s, err
}

// countersOf refuses somebody who is to count and is no member of the council.
func countersOf(c thidua.Council, counters []string) error {
	for _, person := range counters {
		if _, member := c.Member(person); !member {
			return thidua.Faults{{Field: "counter", Code: CodeCounter}}.Err()
		}
	}
	return nil
}

func replanSession(tx *store.Tx, s thidua.Session, d *deed) (thidua.Session, error) {
	old, err := tx.CouncilSession(s.ID)
	if err != nil {
		return s, err
	}
	if !old.Before() || old.State == thidua.SessionOpen {
		return s, thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, d.Verb, old.State)
	}
	s.Round = old.Round
	if _, err := councilFor(tx, s); err != nil {
		return s, err
	}
	was := old
	old.Number, old.At, old.Place, old.VoteKind, old.Version = s.Number, s.At, s.Place, s.VoteKind, s.Version
	d.Object, d.Before, d.After = sessionObject(s.ID), was, old
	return old, act.TakenAt("number", tx.UpdateCouncilSession(old))
}

func checkSession(s thidua.Session) error {
	var f thidua.Faults
	if s.Number == "" {
		f.Add("number", CodeSessionNumber)
	}
	if s.At.IsZero() {
		f.Add("day", CodeSessionTime)
	}
	if s.Place == "" {
		f.Add("place", CodeSessionPlace)
	}
	if !slices.Contains(thidua.VoteKinds, s.VoteKind) {
		f.Add("kind", CodeVoteKind)
	}
	return f.Err()
}

// councilFor gives the council that sits on the day of a session, which is not before the year that it judges.
func councilFor(tx *store.Tx, s thidua.Session) (thidua.Council, error) {
	day := thidua.DateOf(s.At)
	round, err := tx.Round(s.Round)
	if err != nil {
		return thidua.Council{}, err
	}
	if day.Year() < round.Year {
		return thidua.Council{}, thidua.Faults{{Field: "day", Code: CodeSessionEarly, Args: []any{round.Year}}}.Err()
	}
	all, err := tx.Councils()
	for _, c := range all {
		if c.InForce(day) {
			return c, err
		}
	}
	if err == nil {
		err = thidua.Faults{{Field: "day", Code: CodeNoCouncil, Args: []any{day}}}.Err()
	}
	return thidua.Council{}, err
}

// CodeAbsenceReason is an absent member without a reason.
const CodeAbsenceReason thidua.Code = "session.absence-reason"

// CallRoll records who is present and why the others are not; it may be corrected until the vote begins. Faults stand at "reason-" and the
// id of the person.
func (a *App) CallRoll(ctx context.Context, actor thidua.Actor, session string, version int64, roll []thidua.Attendance) error {
	if err := may(actor, thidua.RoleSecretary); err != nil {
		return err
	}
	return a.write(ctx, actor, deed{Verb: thidua.CallRoll, Object: sessionObject(session)}, func(tx *store.Tx, d *deed) error {
		r, err := roomOf(tx, session)
		if err != nil {
			return err
		}
		if r.Session.State != thidua.SessionCalled && r.Session.State != thidua.SessionOpen {
			return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, d.Verb, r.Session.State)
		}
		whole, err := r.wholeRoll(roll)
		if err != nil {
			return err
		}
		d.Name, d.Before, d.After = r.Session.Number, r.Roll, whole
		if err := tx.SaveAttendance(session, whole); err != nil {
			return err
		}
		r.Session.Version, r.Session.Chair = version, r.presiding(whole)
		return tx.UpdateCouncilSession(r.Session)
	})
}

// presiding gives who is in the chair: the chair, or in his absence the first deputy present.
func (r *Room) presiding(roll []thidua.Attendance) string {
	r.Roll = roll
	for _, seat := range []thidua.Seat{thidua.SeatChair, thidua.SeatDeputy} {
		for _, m := range r.Council.Members {
			if m.Seat == seat && r.Present(m.Person) {
				return m.Person
			}
		}
	}
	return r.Council.Seated(thidua.SeatChair).Person
}

// wholeRoll gives one line for each member, whatever was sent for others.
func (r *Room) wholeRoll(sent []thidua.Attendance) ([]thidua.Attendance, error) {
	var f thidua.Faults
	var out []thidua.Attendance
	for _, m := range r.Council.Members {
		line := thidua.Attendance{Person: m.Person}
		for _, s := range sent {
			if s.Person == m.Person {
				line = s
			}
		}
		if line.Present {
			line.Reason = ""
		} else if line.Reason == "" {
			f.Add("reason-"+m.Person, CodeAbsenceReason)
		}
		out = append(out, line)
	}
	return out, f.Err()
}

// MoveSession takes a session on: Summon, OpenSession, AskInWriting, BeginVote, Conclude, SignMinutes or Postpone. Opening notes the hour,
// concluding notes the end and applies the results to the nominees.
func (a *App) MoveSession(ctx context.Context, actor thidua.Actor, session string, do thidua.Action, version int64, reason string) error {
	return a.write(ctx, actor, deed{Verb: do, Object: sessionObject(session), Reason: reason}, func(tx *store.Tx, d *deed) error {
		r, err := roomOf(tx, session)
		if err != nil {
			return err
		}
		rule, err := thidua.SessionFlow.Next(r.Session.State, do, actor.Roles, r.Facts(), reason)
		if err != nil {
			return err
		}
		d.Name, d.Before, d.After = r.Session.Number, r.Session.State, rule.To
		if do == thidua.Conclude {
			if err := r.conclude(tx, actor); err != nil {
				return err
			}
		}
		r.Session.State, r.Session.Version = rule.To, version
		stamp(&r.Session, do, tx.Now)
		return tx.UpdateCouncilSession(r.Session)
	})
}

func stamp(s *thidua.Session, do thidua.Action, now time.Time) {
	switch do {
	case thidua.Summon:
		s.SummonedAt = now
	case thidua.OpenSession:
		s.StartedAt = now
	case thidua.AskInWriting:
		s.StartedAt, s.VotingAt, s.VoteKind = now, now, thidua.WrittenOpinion
	case thidua.BeginVote:
		s.VotingAt = now
	case thidua.Conclude:
		s.EndedAt = now
	}
}

// conclude applies the result of every nominee in the transaction that concludes the session.
func (r *Room) conclude(tx *store.Tx, actor thidua.Actor) error {
	for _, n := range r.Nominees {
		o, err := r.Outcome(n)
		if err != nil {
			return err
		}
		do := thidua.RecordFailed
		if o.Passed {
			do = thidua.RecordPassed
		}
		rule, err := thidua.NomineeFlow.Next(n.State, do, actor.Roles, nil, "")
		if err != nil {
			return err
		}
		n.State = rule.To
		if err := tx.UpdateNominee(n); err != nil {
			return err
		}
	}
	return nil
}
