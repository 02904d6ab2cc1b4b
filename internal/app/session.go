package app

import (
	"context"
	"time"

	"thidua"
	"thidua/internal/store"
)

// Room is a council session with everything that is on the table: members and roll call, nominees with findings, counts and opinions.
type Room struct {
	Season
	Council  thidua.Council
	Session  thidua.Session
	Roll     []thidua.Attendance
	Nominees []thidua.Nominee // those put before this session, in order
	Counts   []thidua.Count
	Opinions []thidua.Opinion
}

// Room reads a session; its members see it, and those who prepare or supervise.
func (a *App) Room(ctx context.Context, actor thidua.Actor, session string) (r Room, err error) {
	if err := may(actor, councilReaders...); err != nil {
		return r, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		r, err = roomOf(tx, session)
		return err
	})
	return r, err
}

var councilReaders = []thidua.Role{thidua.RoleOffice, thidua.RoleSecretary, thidua.RoleChair, thidua.RoleCouncil, thidua.RoleLeader, thidua.RoleInspector}

func roomOf(tx *store.Tx, session string) (r Room, err error) {
	if r.Session, err = tx.CouncilSession(session); err != nil {
		return r, err
	}
	if r.Season, err = seasonOf(tx, r.Session.Round); err != nil {
		return r, err
	}
	if r.Council, err = tx.Council(r.Session.Council); err != nil {
		return r, err
	}
	if r.Roll, err = tx.Attendance(session); err != nil {
		return r, err
	}
	if r.Counts, err = tx.Counts(session); err != nil {
		return r, err
	}
	if r.Opinions, err = tx.Opinions(session); err != nil {
		return r, err
	}
	all, err := tx.Nominees(r.Session.Round)
	for _, n := range all {
		if n.Session == session {
			r.Nominees = append(r.Nominees, n)
		}
	}
	return r, err
}

// Electorate tells who votes on a nominee of the session.
func (r Room) Electorate(n thidua.Nominee) thidua.Electorate {
	e := thidua.Electorate{Members: len(r.Council.Members), Present: thidua.Present(r.Roll), OwnOut: r.Council.OwnOut}
	for _, m := range r.Council.Members {
		if n.Subject.Person == "" || m.Person != n.Subject.Person {
			continue
		}
		e.Own = 1
		if r.Present(m.Person) {
			e.OwnThere = true
			e.Present--
		}
	}
	return e
}

// Present tells whether a member answered the roll call.
func (r Room) Present(person string) bool {
	for _, a := range r.Roll {
		if a.Person == person {
			return a.Present
		}
	}
	return false
}

// Outcome gives the result for a nominee, or why there is none yet: a count missing, two counts that differ.
func (r Room) Outcome(n thidua.Nominee) (thidua.Outcome, error) {
	var counts []thidua.Count
	for _, c := range r.Counts {
		if c.Nominee == n.ID {
			counts = append(counts, c)
		}
	}
	agreed, err := thidua.Agreed(r.Session.VoteKind, counts)
	if err != nil {
		return thidua.Outcome{}, err
	}
	return thidua.Result(agreed, r.Written(n), r.Electorate(n), r.Council.Threshold), nil
}

// Written lists the written opinions on a nominee.
func (r Room) Written(n thidua.Nominee) []thidua.Opinion {
	var out []thidua.Opinion
	for _, o := range r.Opinions {
		if o.Nominee == n.ID {
			out = append(out, o)
		}
	}
	return out
}

// Facts tells what holds of the session, for its workflow.
func (r Room) Facts() thidua.Facts {
	whole := len(r.Nominees) > 0
	for _, n := range r.Nominees {
		if _, err := r.Outcome(n); err != nil {
			whole = false
		}
		if r.Session.VoteKind == thidua.WrittenOpinion && len(r.Written(n)) < len(r.Council.Members)-r.Electorate(n).Own {
			whole = false
		}
	}
	return thidua.Facts{
		thidua.PlaceAndTime: !r.Session.At.IsZero() && r.Session.Place != "",
		thidua.QuorumThere:  r.Council.QuorumMet(thidua.Present(r.Roll)),
		thidua.HasNominees:  len(r.Nominees) > 0,
		thidua.VotesWhole:   whole,
	}
}

// The faults of a session as it was typed.
const (
	CodeSessionNumber thidua.Code = "session.number-missing"
	CodeSessionTime   thidua.Code = "session.time-missing"
	CodeSessionPlace  thidua.Code = "session.place-missing"
	CodeNoCouncil     thidua.Code = "session.no-council"
	CodeVoteStarted   thidua.Code = "session.vote-started"
)

// PlanSession adds a session about a round, or changes one that has not been opened; the chair and the secretary are those of the council.
func (a *App) PlanSession(ctx context.Context, actor thidua.Actor, s thidua.Session) (thidua.Session, error) {
	if err := may(actor, thidua.RoleSecretary, thidua.RoleOffice); err != nil {
		return s, err
	}
	if err := checkSession(s); err != nil {
		return s, err
	}
	err := a.write(ctx, actor, deed{verb: thidua.PlanSession, name: s.Number}, func(tx *store.Tx, d *deed) error {
		if s.ID != "" {
			return a.replanSession(tx, s, d)
		}
		councils, err := tx.Councils()
		if err != nil {
			return err
		}
		if len(councils) == 0 {
			return thidua.Refuse(thidua.Invalid, CodeNoCouncil)
		}
		if _, err := tx.Round(s.Round); err != nil {
			return err
		}
		s.ID, s.Council, s.State = store.NewID(), councils[0].ID, thidua.SessionPlanned
		s.Chair, s.Secretary = seated(councils[0], thidua.SeatChair), seated(councils[0], thidua.SeatSecretary)
		d.object, d.after = "session:"+s.ID, s
		return tx.InsertCouncilSession(s)
	})
	return s, err
}

func (a *App) replanSession(tx *store.Tx, s thidua.Session, d *deed) error {
	old, err := tx.CouncilSession(s.ID)
	if err != nil {
		return err
	}
	if old.State != thidua.SessionPlanned && old.State != thidua.SessionCalled && old.State != thidua.SessionPostponed {
		return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, d.verb, old.State)
	}
	was := old
	old.Number, old.At, old.Place, old.VoteKind, old.Version = s.Number, s.At, s.Place, s.VoteKind, s.Version
	d.object, d.before, d.after = "session:"+s.ID, was, old
	return tx.UpdateCouncilSession(old)
}

func checkSession(s thidua.Session) error {
	var f thidua.Faults
	if s.Number == "" {
		f.Add("so", CodeSessionNumber)
	}
	if s.At.IsZero() {
		f.Add("luc", CodeSessionTime)
	}
	if s.Place == "" {
		f.Add("noi", CodeSessionPlace)
	}
	return f.Err()
}

func seated(c thidua.Council, seat thidua.Seat) string {
	for _, m := range c.Members {
		if m.Seat == seat {
			return m.Person
		}
	}
	return ""
}

// CallRoll records who is present and why the others are not; it may be corrected until the vote begins.
func (a *App) CallRoll(ctx context.Context, actor thidua.Actor, session string, version int64, roll []thidua.Attendance) error {
	if err := may(actor, thidua.RoleSecretary); err != nil {
		return err
	}
	return a.write(ctx, actor, deed{verb: thidua.CallRoll, object: "session:" + session}, func(tx *store.Tx, d *deed) error {
		r, err := roomOf(tx, session)
		if err != nil {
			return err
		}
		if r.Session.State != thidua.SessionCalled && r.Session.State != thidua.SessionOpen {
			return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, d.verb, r.Session.State)
		}
		whole, err := r.wholeRoll(roll)
		if err != nil {
			return err
		}
		r.Session.Version = version
		d.name, d.before, d.after = r.Session.Number, r.Roll, whole
		if err := tx.SaveAttendance(session, whole); err != nil {
			return err
		}
		return tx.UpdateCouncilSession(r.Session)
	})
}

// CodeAbsenceReason is an absent member without a reason.
const CodeAbsenceReason thidua.Code = "session.absence-reason"

// wholeRoll gives one line for each member, whatever was sent for others.
func (r Room) wholeRoll(sent []thidua.Attendance) ([]thidua.Attendance, error) {
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
			f.Add("ly-do-"+m.Person, CodeAbsenceReason)
		}
		out = append(out, line)
	}
	return out, f.Err()
}

// MoveSession takes a session on; opening notes the hour, concluding notes the end and applies the results to the nominees.
func (a *App) MoveSession(ctx context.Context, actor thidua.Actor, session string, do thidua.Action, version int64, reason string) error {
	return a.write(ctx, actor, deed{verb: do, object: "session:" + session, reason: reason}, func(tx *store.Tx, d *deed) error {
		r, err := roomOf(tx, session)
		if err != nil {
			return err
		}
		facts := r.Facts()
		if facts[thidua.MinutesSigned], err = minutesSigned(tx, session); err != nil {
			return err
		}
		rule, err := thidua.SessionFlow.Next(r.Session.State, do, actor.Roles, facts, reason)
		if err != nil {
			return err
		}
		d.name, d.before, d.after = r.Session.Number, r.Session.State, rule.To
		r.Session.State, r.Session.Version = rule.To, version
		stamp(&r.Session, do, tx.Now)
		if do == thidua.Conclude {
			if err := conclude(tx, r); err != nil {
				return err
			}
		}
		return tx.UpdateCouncilSession(r.Session)
	})
}

func stamp(s *thidua.Session, do thidua.Action, now time.Time) {
	switch do {
	case thidua.Summon:
		s.SummonedAt = now
	case thidua.OpenSession:
		s.StartedAt = now
	case thidua.Conclude:
		s.EndedAt = now
	}
}

// conclude applies the result of every nominee in the transaction that concludes the session.
func conclude(tx *store.Tx, r Room) error {
	for _, n := range r.Nominees {
		o, err := r.Outcome(n)
		if err != nil {
			return err
		}
		n.State = thidua.NomineeFailed
		if o.Passed {
			n.State = thidua.NomineePassed
		}
		if err := tx.UpdateNominee(n); err != nil {
			return err
		}
	}
	return nil
}

// minutesSigned tells whether the minutes of the session are issued, with the signed copy.
func minutesSigned(tx *store.Tx, session string) (bool, error) {
	papers, err := tx.PapersOfSession(session)
	for _, p := range papers {
		if p.Kind == thidua.PaperMinutes && p.State == thidua.PaperIssued {
			return true, err
		}
	}
	return false, err
}
