package app

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"thidua"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Words are what the secretary writes for the minutes: the course of the discussion, the council's sentence on the index that comes late,
// and what the conclusion adds to the list of those proposed. Held is nil while the hours stay as the program noted them.
type Words struct {
	Discussion, IndexWords, Conclusion string
	Held                               *Hours
}

// Hours are when a session began and ended, as its secretary corrects them: whoever enters a session later presses the buttons later.
type Hours struct{ From, To time.Time }

// The faults of the hours of a session, at "start" and "end".
const (
	CodeHoursOrder   thidua.Code = "session.hours-order"
	CodeHoursFuture  thidua.Code = "session.hours-future"
	CodeHoursMissing thidua.Code = "session.hours-missing"
)

// correct sets the hours of a session that is over.
func (h *Hours) correct(s *thidua.Session, now time.Time) error {
	if h == nil || !s.Over() {
		return nil
	}
	var f thidua.Faults
	switch {
	case h.From.IsZero():
		f.Add("start", CodeHoursMissing)
	case h.To.IsZero():
		f.Add("end", CodeHoursMissing)
	case h.To.Before(h.From):
		f.Add("end", CodeHoursOrder)
	case h.To.After(now):
		f.Add("end", CodeHoursFuture)
	}
	s.StartedAt, s.EndedAt = h.From, h.To
	return f.Err()
}

// SaveWords keeps the secretary's words; they may be mended until the minutes go to be signed.
func (a *App) SaveWords(ctx context.Context, actor thidua.Actor, session string, version int64, w Words) error {
	if err := may(actor, thidua.RoleSecretary); err != nil {
		return err
	}
	return a.write(ctx, actor, deed{Verb: thidua.WriteCourse, Object: sessionObject(session)}, func(tx *store.Tx, d *deed) error {
		r, err := roomOf(tx, session)
		if err != nil {
			return err
		}
		if r.Minutes.ID != "" && r.Minutes.State != thidua.PaperDraft {
			return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, d.Verb, r.Minutes.State)
		}
		s := &r.Session
		d.Name, d.Before, d.After = s.Number, Words{s.Discussion, s.IndexWords, s.Conclusion, &Hours{s.StartedAt, s.EndedAt}}, w
		if err := w.Held.correct(s, tx.Now); err != nil {
			return err
		}
		s.Discussion, s.IndexWords, s.Conclusion = strings.TrimSpace(w.Discussion), strings.TrimSpace(w.IndexWords), strings.TrimSpace(w.Conclusion)
		s.Version = version
		if err := tx.UpdateCouncilSession(*s); err != nil || r.Minutes.ID == "" {
			return err
		}
		if err := r.setDown(tx, &r.Minutes); err != nil {
			return err
		}
		r.Minutes.Edition++
		return keepPaper(tx, actor, r.Minutes, d.Verb, "")
	})
}

// setDown writes what the data and the words say into the paper: what is signed is what was read.
func (r *Room) setDown(tx *store.Tx, p *thidua.Paper) error {
	if err := r.readNames(tx); err != nil {
		return err
	}
	agency, err := tx.AgencyOn(thidua.DateOf(r.Session.At))
	if err != nil {
		return err
	}
	p.Words = map[string]string{"discussion": r.Session.Discussion, "index": r.Session.IndexWords, "conclusion": r.Session.Conclusion}
	own, err := tx.OwnWords()
	if err != nil {
		return err
	}
	m := r.minutes(agency)
	m.Wording = thidua.WordsOn(own, today(tx))[record.MinutesName]
	p.Figures, err = json.Marshal(m)
	return err
}

// MakeMinutes makes the paper of the minutes (Biên bản họp xét) of a concluded session, to take the path of papers; a session that has it
// already gives it.
func (a *App) MakeMinutes(ctx context.Context, actor thidua.Actor, session string) (p thidua.Paper, err error) {
	if err := may(actor, thidua.RoleSecretary, thidua.RoleOffice); err != nil {
		return p, err
	}
	err = a.write(ctx, actor, deed{Verb: thidua.MakeMinutes}, func(tx *store.Tx, d *deed) error {
		r, err := roomOf(tx, session)
		if err != nil {
			return err
		}
		d.Object, d.Name = sessionObject(session), r.Session.Number
		switch {
		case r.Minutes.ID != "":
			p = r.Minutes
			return nil
		case !r.Session.Over():
			return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, d.Verb, r.Session.State)
		}
		p = thidua.Paper{ID: store.NewID(), Round: r.Session.Round, Session: session, Kind: thidua.PaperMinutes, State: thidua.PaperDraft,
			Title: vi.MinutesTitle(r.Movement, r.Round), Edition: 1, Author: actor.Person, Version: 1}
		if err := r.setDown(tx, &p); err != nil {
			return err
		}
		d.Object, d.Name, d.After = paperObject(p.ID), p.Title, p.Words
		return tx.InsertPaper(p, vi.Fold(p.Title))
	})
	return p, err
}

// Minutes gives the minutes of a session for who may read it: as they were set down once they went to be signed, from the data before.
func (a *App) Minutes(ctx context.Context, actor thidua.Actor, session string) (d doc.Document, err error) {
	if err := may(actor, CouncilReaders...); err != nil {
		return d, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		r, err := roomOf(tx, session)
		if err != nil {
			return err
		}
		if r.Minutes.State == thidua.PaperInSign || r.Minutes.State == thidua.PaperIssued {
			d, err = DocumentOf(r.Minutes)
			return err
		}
		p := r.Minutes
		p.Kind = thidua.PaperMinutes
		if err := r.setDown(tx, &p); err != nil {
			return err
		}
		d, err = DocumentOf(p)
		return err
	})
	return d, err
}

func (r *Room) minutes(agency thidua.Agency) record.Minutes {
	start := r.Session.StartedAt
	if start.IsZero() {
		start = r.Session.At
	}
	m := record.Minutes{
		Sample: agency.Sample, Number: r.Minutes.Number, Subject: vi.MinutesSubject(r.Movement, r.Round), Date: thidua.DateOf(start),
		Issuer: doc.Issuer{Superior: agency.Name, Agency: vi.CouncilHead(r.Council.Name), Place: agency.Place},
		Start:  vi.Time(start), End: vi.Time(r.Session.EndedAt), Place: vi.PlaceOfMeeting(r.Session.Place, agency.Name),
		Members: len(r.Council.Members), Chair: r.attendee(r.Session.Chair), Secretary: r.attendee(r.Session.Secretary),
		Standards: r.standards(), Discussion: doc.Lines(r.Session.Discussion, r.Session.IndexWords), Method: vi.VoteMethod(r.Session.VoteKind),
		Threshold: vi.ThresholdSentence(r.Council), Remarks: vi.Overlaps(r.Overlaps, r.Council.OwnOut), Conclusion: doc.Lines(r.Session.Conclusion),
		Recipients: vi.MinutesRecipients(agency.Name), Undecided: !r.Session.Over(), Ballots: r.ballots(),
	}
	if m.Number == "" {
		m.Number = vi.MinutesNumber
	}
	if r.Session.EndedAt.IsZero() {
		m.End = ""
	}
	r.fillRoll(&m)
	r.fillCases(&m)
	return m
}

func (r *Room) attendee(person string) record.Attendee {
	m, _ := r.Council.Member(person)
	return record.Attendee{Honorific: vi.Honorific(m.Sex), Name: m.Name, Role: vi.SeatInFull(m.Seat)}
}

func (r *Room) fillRoll(m *record.Minutes) {
	for _, a := range r.Roll {
		line := r.attendee(a.Person)
		line.Reason = a.Reason
		if a.Present {
			m.Present = append(m.Present, line)
		} else {
			m.Absent = append(m.Absent, line)
		}
	}
	seats := map[string]int{}
	for i, c := range r.Council.Members {
		seats[c.Name] = i
	}
	bySeat := func(a, b record.Attendee) int { return seats[a.Name] - seats[b.Name] }
	slices.SortStableFunc(m.Present, bySeat)
	slices.SortStableFunc(m.Absent, bySeat)
}

// standards restates those by which the cases on the table were judged.
func (r *Room) standards() []string {
	var out []string
	for _, kind := range []thidua.SubjectKind{thidua.Collective, thidua.Individual} {
		if !slices.ContainsFunc(r.Nominees, func(n thidua.Nominee) bool { return n.Subject.Kind == kind }) {
			continue
		}
		out = append(out, vi.Standards(kind, r.StandardsFor(kind)))
	}
	return out
}

func (r *Room) fillCases(m *record.Minutes) {
	for _, n := range r.Nominees {
		award := vi.Award(r.award(n.Award))
		m.Considered = append(m.Considered, vi.Listed(n.Subject)+", "+award)
		o, err := r.Outcome(n)
		if err != nil {
			continue
		}
		written := 0
		for _, w := range r.Written(n) {
			if w.Choice == thidua.ChoiceYes {
				written++
			}
		}
		passed := o.Passed && r.Session.Over()
		m.Cases = append(m.Cases, record.VoteCase{Name: vi.Listed(n.Subject), Award: award, Agree: o.Yes, Disagree: o.No, Written: written, Total: o.Base, Passed: passed})
		switch {
		case passed && n.Subject.Kind == thidua.Collective:
			m.Collectives++
		case passed:
			m.Individuals++
		}
	}
}

// ballots says how many papers were given out and came back, once where that is the same for every case, and who counted them.
func (r *Room) ballots() []string {
	var papers, counters, out []string
	for _, n := range r.Nominees {
		counts := r.counts(n)
		if _, err := r.Outcome(n); err != nil || r.Session.VoteKind != thidua.PaperBallot || len(counts) == 0 {
			continue
		}
		papers = append(papers, vi.Ballots(counts[0]))
		out = append(out, vi.BallotsOf(n.Subject, counts[0]))
		for _, c := range counts {
			if !slices.Contains(counters, c.ByName) {
				counters = append(counters, c.ByName)
			}
		}
	}
	switch {
	case len(papers) == 0:
		return nil
	case len(slices.Compact(slices.Clone(papers))) == 1:
		out = []string{vi.BallotsOfEach(papers[0])}
	}
	return append(out, vi.BallotCounters(counters))
}

// award finds an award form of the plan.
func (s Season) award(id string) thidua.AwardForm {
	for _, w := range s.Awards {
		if w.ID == id {
			return w
		}
	}
	return thidua.AwardForm{}
}

// AwardOf names the award that a nominee is proposed for.
func (s Season) AwardOf(n thidua.Nominee) string { return vi.Award(s.award(n.Award)) }
