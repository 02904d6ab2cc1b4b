package thidua

import (
	"slices"
	"time"
)

// Desk is everything that waits in an agency on a day, read once; Tasks sorts it out for one person.
type Desk struct {
	Today         Date
	Calendar      Calendar
	Rounds        []Round // that have not ended
	OpenItems     int     // items of the plan that Văn phòng still has to settle
	Units         []Unit
	Staff         []Staff
	Registrations []Registration // of the rounds that take registrations, without targets
	Evidence      []OpenEvidence // not checked yet, or returned
	Sheets        []ScoreSheet   // without lines
	Sessions      []Session      // of the rounds
	Members       int            // of the council
	Nominees      []Nominee      // without findings
	Dossiers      []Dossier
	Papers        []Paper     // without words
	Slips         []CoverSlip // that wait for the leader
	Sendings      []Submission
}

// OpenEvidence is evidence that somebody has to check or to complete, with the words that name it.
type OpenEvidence struct {
	Evidence
	UnitShort string
	Criterion string // TC5
	Content   string // of the target, or the abstract
}

// Tasks gives what waits for the actor, strictly by date.
func (d Desk) Tasks(a Actor) []Task {
	var out []Task
	for _, r := range d.Rounds {
		for _, of := range []func(Actor, Round) []Task{
			d.staffTasks, d.headTasks, d.officeTasks, d.councilTasks, d.leaderTasks, d.paperTasks,
		} {
			for _, t := range of(a, r) {
				t.Round, t.Year = r.ID, r.Year
				out = append(out, t)
			}
		}
	}
	if a.Has(RoleOffice) && d.OpenItems > 0 {
		out = append(out, Task{Code: TaskOpenItems, Args: []any{d.OpenItems}, Role: RoleOffice})
	}
	SortTasks(out)
	return out
}

// of keeps what belongs to a round.
func of[T any](all []T, round string, key func(T) string) []T {
	var out []T
	for _, v := range all {
		if key(v) == round {
			out = append(out, v)
		}
	}
	return out
}

func (d Desk) registrations(r Round) []Registration {
	return of(d.Registrations, r.ID, func(v Registration) string { return v.Round })
}

func (d Desk) evidence(r Round) []OpenEvidence {
	return of(d.Evidence, r.ID, func(v OpenEvidence) string { return v.Round })
}

func (d Desk) sheets(r Round) []ScoreSheet {
	return of(d.Sheets, r.ID, func(v ScoreSheet) string { return v.Round })
}

// registration finds that of a subject; without ID when there is none.
func (d Desk) registration(r Round, unit, person string) Registration {
	for _, v := range d.registrations(r) {
		s := v.Subject
		if person != "" && s.Person == person || person == "" && s.Kind == Collective && s.Unit == unit {
			return v
		}
	}
	return Registration{State: RegistrationNone}
}

// home is the unit in which somebody competes: lãnh đạo cơ quan registers with Văn phòng.
func (d Desk) home(s Staff) string {
	if s.Unit != "" {
		return s.Unit
	}
	return d.office().ID
}

func (d Desk) office() Unit {
	for _, u := range d.Units {
		if u.Kind == UnitOffice {
			return u
		}
	}
	return Unit{}
}

func (d Desk) unit(id string) Unit {
	for _, u := range d.Units {
		if u.ID == id {
			return u
		}
	}
	return Unit{}
}

// Session gives the session about a round that is still ahead or under way, else the latest; false when none is planned.
func (d Desk) Session(round string) (Session, bool) {
	var found Session
	for _, s := range of(d.Sessions, round, func(v Session) string { return v.Round }) {
		if found.ID == "" || done(found.State) && !done(s.State) || done(found.State) == done(s.State) && s.At.After(found.At) {
			found = s
		}
	}
	return found, found.ID != ""
}

func done(s State) bool { return s == SessionConcluded || s == SessionSigned }

// papersDay is when the members have the papers of a session: the working day before.
func (d Desk) papersDay(at time.Time) Date {
	if at.IsZero() {
		return ""
	}
	return d.Calendar.LastWorking(DateOf(at).AddDays(-1))
}

// Turnout is how many of all take part (tham gia), and who does not yet.
type Turnout struct {
	Done, All int
	Missing   []string // short names of those who have not
}

// Given counts the units and the people of the agency whose registration of a round was sent.
func (d Desk) Given(r Round) (units, people Turnout) {
	for _, u := range d.Units {
		units.add(d.registration(r, u.ID, "").Given(), u.Short)
	}
	for _, s := range d.Staff {
		people.add(d.registration(r, "", s.ID).Given(), s.Name)
	}
	return units, people
}

func (c *Turnout) add(given bool, name string) {
	c.All++
	if given {
		c.Done++
		return
	}
	c.Missing = append(c.Missing, name)
}

func shorts(units []Unit) []string {
	var out []string
	for _, u := range units {
		out = append(out, u.Name)
	}
	return slices.Compact(out)
}
