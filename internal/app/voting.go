package app

import (
	"context"

	"thidua"
	"thidua/internal/store"
)

// SaveCount enters the counts for a nominee: by hand the one count, on paper the first or the second of two independent ones. A person who
// entered the one cannot enter the other, and a difference blocks the conclusion, not the entering.
func (a *App) SaveCount(ctx context.Context, actor thidua.Actor, c thidua.Count) error {
	if err := may(actor, thidua.RoleSecretary, thidua.RoleChair, thidua.RoleCouncil); err != nil {
		return err
	}
	return a.write(ctx, actor, deed{verb: thidua.EnterCount, object: "session:" + c.Session}, func(tx *store.Tx, d *deed) error {
		r, n, err := votingOn(tx, c.Session, c.Nominee)
		if err != nil {
			return err
		}
		c.By, c.ByName = actor.Person, actor.Name
		if c.Round != 2 || r.Session.VoteKind != thidua.PaperBallot {
			c.Round = 1
		}
		if err := c.Check(r.Session.VoteKind, r.Electorate(n)); err != nil {
			return err
		}
		for _, other := range r.Counts {
			if other.Nominee == n.ID && other.Round != c.Round && other.By == c.By {
				return thidua.Refuse(thidua.Invalid, thidua.CodeCountSameHand)
			}
		}
		d.name, d.after = n.Subject.Name, c
		return tx.SaveCount(c)
	})
}

// votingOn reads the room and one nominee of it, and refuses unless the vote is on.
func votingOn(tx *store.Tx, session, nominee string) (Room, thidua.Nominee, error) {
	r, err := roomOf(tx, session)
	if err != nil {
		return r, thidua.Nominee{}, err
	}
	if r.Session.State != thidua.SessionVoting && r.Session.State != thidua.SessionWriting {
		return r, thidua.Nominee{}, thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, thidua.BeginVote, r.Session.State)
	}
	for _, n := range r.Nominees {
		if n.ID == nominee {
			return r, n, nil
		}
	}
	return r, thidua.Nominee{}, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
}

// SaveOpinion records the written opinion of a member who is absent, or of every member when no meeting is held; never on the own case.
func (a *App) SaveOpinion(ctx context.Context, actor thidua.Actor, o thidua.Opinion) error {
	if err := may(actor, thidua.RoleSecretary); err != nil {
		return err
	}
	return a.write(ctx, actor, deed{verb: thidua.EnterOpinion, object: "session:" + o.Session}, func(tx *store.Tx, d *deed) error {
		r, n, err := votingOn(tx, o.Session, o.Nominee)
		if err != nil {
			return err
		}
		if err := r.checkOpinion(o, n); err != nil {
			return err
		}
		d.name, d.after = n.Subject.Name, o
		return tx.SaveOpinion(o)
	})
}

func (r Room) checkOpinion(o thidua.Opinion, n thidua.Nominee) error {
	var f thidua.Faults
	member := false
	for _, m := range r.Council.Members {
		member = member || m.Person == o.Person
	}
	switch {
	case !member:
		return thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	case n.Subject.Person != "" && o.Person == n.Subject.Person:
		f.Add("thanh-vien", thidua.CodeOwnVote)
	case r.Present(o.Person) && r.Session.VoteKind != thidua.WrittenOpinion:
		f.Add("thanh-vien", thidua.CodeOpinionPresent)
	}
	if o.Choice != thidua.ChoiceYes && o.Choice != thidua.ChoiceNo && o.Choice != thidua.ChoiceBlank {
		f.Add("y-kien", CodeChoiceMissing)
	}
	if !o.On.Valid() {
		f.Add("ngay", thidua.CodeDateWrong)
	}
	return f.Err()
}

// CodeChoiceMissing is a written opinion without a choice: none is preselected.
const CodeChoiceMissing thidua.Code = "vote.choice-missing"

// SetVoteKind chooses how the council votes, until a count or an opinion is entered.
func (a *App) SetVoteKind(ctx context.Context, actor thidua.Actor, session string, version int64, kind thidua.VoteKind) error {
	if err := may(actor, thidua.RoleSecretary, thidua.RoleChair); err != nil {
		return err
	}
	return a.write(ctx, actor, deed{verb: thidua.ChooseVote, object: "session:" + session}, func(tx *store.Tx, d *deed) error {
		r, err := roomOf(tx, session)
		if err != nil {
			return err
		}
		if len(r.Counts)+len(r.Opinions) > 0 {
			return thidua.Refuse(thidua.Conflict, CodeVoteStarted)
		}
		d.before, d.after = r.Session.VoteKind, kind
		r.Session.VoteKind, r.Session.Version = kind, version
		return tx.UpdateCouncilSession(r.Session)
	})
}

// Words are what the secretary writes for the minutes.
type Words struct{ Discussion, IndexWords, Conclusion string }

// SaveWords keeps the secretary's words; they may be mended until the minutes are signed.
func (a *App) SaveWords(ctx context.Context, actor thidua.Actor, session string, version int64, w Words) error {
	if err := may(actor, thidua.RoleSecretary); err != nil {
		return err
	}
	return a.write(ctx, actor, deed{verb: thidua.WriteCourse, object: "session:" + session}, func(tx *store.Tx, d *deed) error {
		s, err := tx.CouncilSession(session)
		if err != nil {
			return err
		}
		if s.State == thidua.SessionSigned {
			return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, d.verb, s.State)
		}
		d.before = Words{s.Discussion, s.IndexWords, s.Conclusion}
		s.Discussion, s.IndexWords, s.Conclusion, s.Version = w.Discussion, w.IndexWords, w.Conclusion, version
		d.name, d.after = s.Number, w
		return tx.UpdateCouncilSession(s)
	})
}
