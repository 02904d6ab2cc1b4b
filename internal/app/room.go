package app

import (
	"context"

	"thidua"
	"thidua/internal/app/agency"
	"thidua/internal/store"
)

// Room is a council session with everything that is on the table, as the person who asks may see it.
type Room struct {
	Season
	Council  thidua.Council
	Session  thidua.Session
	Roll     []thidua.Attendance
	Nominees []thidua.Nominee // those put before this session, in order
	Aside    int              // cases of the round that stand before no session: members see their number alone
	Counts   []thidua.Count   // a single count on paper shows its figures to its counter alone
	Opinions []thidua.Opinion
	Minutes  thidua.Paper      // the zero value before they are made
	Units    map[string]string // short names of units by id
	Overlaps []thidua.Overlap
}

// preparers see every nominee; the other readers of the council see those put before it.
var preparers = thidua.RolesFor(thidua.MayReadSlate)

// CouncilReaders are who may read the sessions of the council, as well as how it is composed.
var CouncilReaders = agency.CouncilReaders

// Room reads a session; its members see it, and those who prepare or supervise.
func (a *App) Room(ctx context.Context, actor thidua.Actor, session string) (r Room, err error) {
	if err := may(actor, CouncilReaders...); err != nil {
		return r, err
	}
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		r, err = shownRoom(tx, actor, session)
		return err
	})
	return r, err
}

// shownRoom reads a session as the person who asks may see it.
func shownRoom(tx *store.Tx, actor thidua.Actor, session string) (Room, error) {
	r, err := roomOf(tx, session)
	if err != nil {
		return r, err
	}
	err = r.readNames(tx)
	r.Counts = r.shownTo(actor.Person)
	return r, err
}

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
	for _, read := range []func(*store.Tx) error{r.readVotes, r.readNominees, r.readMinutes} {
		if err := read(tx); err != nil {
			return r, err
		}
	}
	return r, nil
}

func (r *Room) readVotes(tx *store.Tx) (err error) {
	if r.Roll, err = tx.Attendance(r.Session.ID); err != nil {
		return err
	}
	if r.Counts, err = tx.Counts(r.Session.ID); err != nil {
		return err
	}
	r.Opinions, err = tx.Opinions(r.Session.ID)
	return err
}

func (r *Room) readNominees(tx *store.Tx) error {
	all, err := tx.Nominees(r.Session.Round)
	for _, n := range all {
		switch {
		case n.Session == r.Session.ID && r.considers(n):
			r.Nominees = append(r.Nominees, n)
		case n.State == thidua.NomineeProposed || n.State == thidua.NomineeHeld:
			r.Aside++
		}
	}
	return err
}

// considers tells whether a case of the session is on its table: held and withdrawn ones leave it, unless the council has voted on them.
func (r *Room) considers(n thidua.Nominee) bool {
	if !r.Session.Over() {
		return n.State == thidua.NomineeBefore
	}
	return len(r.counts(n)) > 0 || len(r.Written(n)) > 0
}

func (r *Room) readMinutes(tx *store.Tx) error {
	papers, err := tx.PapersOfSession(r.Session.ID)
	for _, p := range papers {
		if p.Kind == thidua.PaperMinutes && p.State != thidua.PaperRecalled {
			r.Minutes = p
		}
	}
	return err
}

// readNames reads the short names of units, and who of the council works where.
func (r *Room) readNames(tx *store.Tx) error {
	day := thidua.DateOf(r.Session.At)
	units, err := tx.UnitsNamed(day)
	if err != nil {
		return err
	}
	r.Units = map[string]string{}
	for _, u := range units {
		r.Units[u.ID] = u.Short
	}
	staff, err := tx.Staff(store.StaffFilter{On: day}, store.Page{})
	works := map[string]string{}
	for _, s := range staff {
		works[s.Person.ID] = s.Unit
	}
	r.Overlaps = r.Council.Overlaps(r.Nominees, works)
	return err
}

func (r *Room) shownTo(person string) []thidua.Count {
	var out []thidua.Count
	for _, n := range r.Nominees {
		out = append(out, thidua.Shown(r.Session.VoteKind, r.counts(n), person)...)
	}
	return out
}

// Electorate tells who votes on a nominee of the session.
func (r *Room) Electorate(n thidua.Nominee) thidua.Electorate { return r.Council.Electorate(n, r.Roll) }

// Present tells whether a member answered the roll call.
func (r *Room) Present(person string) bool {
	for _, a := range r.Roll {
		if a.Person == person {
			return a.Present
		}
	}
	return false
}

// CountsOf lists what was counted for a nominee, the first count first.
func (r *Room) CountsOf(n thidua.Nominee) []thidua.Count { return r.counts(n) }

func (r *Room) counts(n thidua.Nominee) []thidua.Count {
	var out []thidua.Count
	for _, c := range r.Counts {
		if c.Nominee == n.ID {
			out = append(out, c)
		}
	}
	return out
}

// Outcome gives the result for a nominee, or why there is none yet: a count missing, two counts that differ, an opinion outstanding.
func (r *Room) Outcome(n thidua.Nominee) (thidua.Outcome, error) {
	agreed, err := thidua.Agreed(r.Session.VoteKind, r.counts(n))
	if err != nil {
		return thidua.Outcome{}, err
	}
	e := r.Electorate(n)
	if r.Session.VoteKind == thidua.WrittenOpinion && len(r.Written(n)) < e.Members-e.Own {
		return thidua.Outcome{}, thidua.Refuse(thidua.Invalid, thidua.CodeMissing, []thidua.Fact{thidua.VotesWhole})
	}
	return thidua.Result(agreed, r.Written(n), e, r.Council.Threshold), nil
}

// Written lists the written opinions on a nominee.
func (r *Room) Written(n thidua.Nominee) []thidua.Opinion {
	var out []thidua.Opinion
	for _, o := range r.Opinions {
		if o.Nominee == n.ID {
			out = append(out, o)
		}
	}
	return out
}

// Passed lists those whom the council proposes (Hội đồng thống nhất đề nghị); none before the session is concluded.
func (r *Room) Passed() []thidua.Nominee {
	var out []thidua.Nominee
	for _, n := range r.Nominees {
		if o, err := r.Outcome(n); err == nil && o.Passed && r.Session.Over() {
			out = append(out, n)
		}
	}
	return out
}

// Voted counts the nominees whose result is known.
func (r *Room) Voted() int {
	n := 0
	for _, c := range r.Nominees {
		if _, err := r.Outcome(c); err == nil {
			n++
		}
	}
	return n
}

// Awaited tells whether a standard of somebody on the table waits for the index that comes late: the council then says its sentence.
func (r *Room) Awaited() bool {
	for _, n := range r.Nominees {
		if n.Judged()[thidua.VerdictAwaited] > 0 {
			return true
		}
	}
	return false
}

// Facts tells what holds of the session, for its workflow.
func (r *Room) Facts() thidua.Facts {
	return thidua.Facts{
		thidua.PlaceAndTime:  !r.Session.At.IsZero() && r.Session.Place != "",
		thidua.QuorumThere:   r.Council.QuorumMet(thidua.Present(r.Roll)),
		thidua.HasNominees:   len(r.Nominees) > 0,
		thidua.VotesWhole:    len(r.Nominees) > 0 && r.Voted() == len(r.Nominees),
		thidua.MinutesSigned: r.Minutes.State == thidua.PaperIssued,
	}
}

// Offers lists what the actor may do with the session now, with what is missing.
func (r *Room) Offers(actor thidua.Actor) []thidua.Offer {
	return thidua.SessionFlow.Offers(r.Session.State, actor.Roles, r.Facts())
}

// MayCount tells whether the actor enters counts: secretary, chair, or a member named to count.
func (r *Room) MayCount(actor thidua.Actor) bool {
	return actor.Has(thidua.RoleSecretary, thidua.RoleChair) || actor.Has(thidua.RoleCouncil) && r.Session.MayCount(actor.Person)
}

// worded tells whether every part that people write stands in the minutes.
func (r *Room) worded() bool {
	return r.Session.Discussion != "" && (r.Session.IndexWords != "" || !r.Awaited())
}
