package app

import (
	"context"
	"errors"
	"os"
	"slices"

	"thidua"
	"thidua/internal/store"
)

// SaveCounts enters the counts of nominees of a session: by hand one count of each, on paper the actor's own, the first or the second of two
// independent ones. Secretary, chair and members named to count may, never on their own case. By hand the version of the session tells
// when somebody else saved first; a difference between two paper counts blocks the conclusion, not the entering. Faults stand at the
// name of the figure, "-" and the id of the nominee.
func (a *App) SaveCounts(ctx context.Context, actor thidua.Actor, session string, version int64, counts []thidua.Count) error {
	if err := may(actor, thidua.RoleSecretary, thidua.RoleChair, thidua.RoleCouncil); err != nil {
		return err
	}
	return a.write(ctx, actor, deed{Verb: thidua.EnterCount, Object: sessionObject(session)}, func(tx *store.Tx, d *deed) error {
		r, err := votingRoom(tx, session)
		if err != nil {
			return err
		}
		switch {
		case !r.MayCount(actor):
			return thidua.Refuse(thidua.Forbidden, CodeNoRight)
		case r.Session.VoteKind == thidua.WrittenOpinion:
			return thidua.Refuse(thidua.Conflict, thidua.CodeOnlyWritten)
		}
		kept, err := r.checkCounts(actor, counts)
		if err != nil {
			return err
		}
		d.Name, d.Before, d.After = r.Session.Number, r.Counts, kept
		for _, c := range kept {
			if err := tx.SaveCount(c); err != nil {
				return err
			}
		}
		if r.Session.VoteKind == thidua.PaperBallot {
			return nil
		}
		r.Session.Version = version
		return tx.UpdateCouncilSession(r.Session)
	})
}

// votingRoom reads the room, and refuses unless the vote is on.
func votingRoom(tx *store.Tx, session string) (Room, error) {
	r, err := roomOf(tx, session)
	if err == nil && !r.Session.Voting() {
		err = thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, thidua.EnterCount, r.Session.State)
	}
	return r, err
}

// nominee finds a case on the table.
func (r *Room) nominee(id string) (thidua.Nominee, error) {
	at := slices.IndexFunc(r.Nominees, func(n thidua.Nominee) bool { return n.ID == id })
	if at < 0 {
		return thidua.Nominee{}, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	return r.Nominees[at], nil
}

func (r *Room) checkCounts(actor thidua.Actor, counts []thidua.Count) ([]thidua.Count, error) {
	var f thidua.Faults
	var kept []thidua.Count
	for _, c := range counts {
		n, err := r.nominee(c.Nominee)
		if err != nil {
			return nil, err
		}
		c.Session, c.By, c.ByName = r.Session.ID, actor.Person, actor.Name
		c.Round = thidua.Turn(r.Session.VoteKind, r.counts(n), actor.Person)
		switch {
		case actor.Own(n.Subject.Person):
			f.Add("yes-"+n.ID, thidua.CodeOwnVote)
		case c.Round == 0:
			f.Add("yes-"+n.ID, thidua.CodeCountsTaken)
		default:
			f = append(f, faultsAt(c.Check(r.Session.VoteKind, r.Electorate(n)), n.ID)...)
		}
		kept = append(kept, c)
	}
	return kept, f.Err()
}

// faultsAt gives the faults of one row of a table at the fields of that row.
func faultsAt(err error, row string) thidua.Faults {
	var wrong *thidua.Error
	if !errors.As(err, &wrong) {
		return nil
	}
	out := make(thidua.Faults, 0, len(wrong.Faults))
	for _, f := range wrong.Faults {
		f.Field += "-" + row
		out = append(out, f)
	}
	return out
}

// CodeChoiceMissing is a written opinion without a choice: none is preselected.
const CodeChoiceMissing thidua.Code = "vote.choice-missing"

// SaveOpinions records the written opinion of one member who is absent, or of any member when no meeting is held, on nominees of the
// session; never on the own case. Faults stand at "person", "on", and "choice-" with the id of the nominee.
func (a *App) SaveOpinions(ctx context.Context, actor thidua.Actor, session string, version int64, opinions []thidua.Opinion) error {
	if err := may(actor, thidua.RoleSecretary); err != nil {
		return err
	}
	return a.write(ctx, actor, deed{Verb: thidua.EnterOpinion, Object: sessionObject(session)}, func(tx *store.Tx, d *deed) error {
		r, err := votingRoom(tx, session)
		if err != nil {
			return err
		}
		var f thidua.Faults
		for i := range opinions {
			opinions[i].Session = session
			if err := r.checkOpinion(&f, opinions[i], today(tx)); err != nil {
				return err
			}
		}
		if err := f.Err(); err != nil {
			return err
		}
		for _, o := range opinions {
			d.Name = r.memberName(o.Person)
			if err := tx.SaveOpinion(o); err != nil {
				return err
			}
		}
		d.After, r.Session.Version = opinions, version
		return tx.UpdateCouncilSession(r.Session)
	})
}

func (r *Room) memberName(person string) string {
	m, _ := r.Council.Member(person)
	return m.Name
}

func (r *Room) checkOpinion(f *thidua.Faults, o thidua.Opinion, today thidua.Date) error {
	n, err := r.nominee(o.Nominee)
	if err != nil {
		return err
	}
	_, member := r.Council.Member(o.Person)
	switch {
	case o.Person == "":
		f.Add("person", CodeOpinionOf)
	case !member:
		return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	case o.Person == n.Subject.Person:
		f.Add("choice-"+n.ID, thidua.CodeOwnVote)
	case r.Present(o.Person) && r.Session.VoteKind != thidua.WrittenOpinion:
		f.Add("person", thidua.CodeOpinionPresent)
	}
	if o.Choice != thidua.ChoiceYes && o.Choice != thidua.ChoiceNo && o.Choice != thidua.ChoiceBlank {
		f.Add("choice-"+n.ID, CodeChoiceMissing)
	}
	switch {
	case !o.On.Valid():
		f.Add("on", thidua.CodeDateWrong)
	case o.On > today:
		f.Add("on", thidua.CodeFutureDay)
	}
	return nil
}

// CodeOpinionOf is a written opinion of nobody.
const CodeOpinionOf thidua.Code = "vote.opinion-of"

// SetVoteKind chooses how the council votes and who counts beside the secretary and the chair, until a count or an opinion is entered. The
// absent may answer in writing whatever the kind.
func (a *App) SetVoteKind(ctx context.Context, actor thidua.Actor, session string, version int64, kind thidua.VoteKind, counters []string) error {
	if err := may(actor, thidua.RoleSecretary, thidua.RoleChair); err != nil {
		return err
	}
	return a.write(ctx, actor, deed{Verb: thidua.ChooseVote, Object: sessionObject(session)}, func(tx *store.Tx, d *deed) error {
		r, err := roomOf(tx, session)
		if err != nil {
			return err
		}
		switch {
		case len(r.Counts)+len(r.Opinions) > 0 || r.Session.Over():
			return thidua.Refuse(thidua.Conflict, CodeVoteStarted)
		case kind != thidua.ShowOfHands && kind != thidua.PaperBallot || r.Session.State == thidua.SessionWriting:
			return thidua.Faults{{Field: "kind", Code: CodeVoteKind}}.Err()
		}
		if err := countersOf(r.Council, counters); err != nil {
			return err
		}
		d.Name, d.Before, d.After = r.Session.Number, r.Session.VoteKind, kind
		r.Session.VoteKind, r.Session.Counters, r.Session.Version = kind, counters, version
		return tx.UpdateCouncilSession(r.Session)
	})
}

// OpinionScan opens the scan of a member's written opinion, for who may read the session; the caller closes it.
func (a *App) OpinionScan(ctx context.Context, actor thidua.Actor, session, person string) (thidua.FileRef, *os.File, error) {
	r, err := a.Room(ctx, actor, session)
	if err != nil {
		return thidua.FileRef{}, nil, err
	}
	for _, o := range r.Opinions {
		if o.Person == person && !o.File.Missing() {
			f, err := a.openFile(actor, o.File)
			return o.File, f, err
		}
	}
	return thidua.FileRef{}, nil, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
}
