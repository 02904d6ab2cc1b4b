package app

import (
	"context"
	"errors"

	"thidua"
	"thidua/internal/store"
)

// RegistrationView is what the page of one registration shows.
type RegistrationView struct {
	Season
	Registration thidua.Registration // without ID and in state RegistrationNone while there is none
	Unit         thidua.Unit
	Head         thidua.Staff          // trưởng phòng, who answers for the unit's registration
	Staff        []thidua.Staff        // people of the unit today, by given name
	People       []thidua.Registration // what they have registered
	Above        []thidua.Target       // for a person: the targets of the unit
	Notes        []thidua.Note
	History      []thidua.Event // the way so far, oldest first
	Offers       []thidua.Offer
	Facts        thidua.Facts
	MayDraft     bool
	MaySpeak     bool            // takes part in the exchange
	Earlier      bool            // the subject registered in the year before
	Before       []thidua.Target // what, as lines of this year
	Sent         thidua.Submission
	Today        thidua.Date
	Calendar     thidua.Calendar
}

// UnitRegistration reads the registration of a unit in a round, kept or not yet.
func (a *App) UnitRegistration(ctx context.Context, actor thidua.Actor, round, unit string) (RegistrationView, error) {
	return a.registrationView(ctx, actor, thidua.Registration{Round: round, Subject: thidua.Subject{Kind: thidua.Collective, Unit: unit}})
}

// PersonRegistration reads the registration of a person in a round, kept or not yet.
func (a *App) PersonRegistration(ctx context.Context, actor thidua.Actor, round, person string) (RegistrationView, error) {
	return a.registrationView(ctx, actor, thidua.Registration{Round: round, Subject: thidua.Subject{Kind: thidua.Individual, Person: person}})
}

// Registration reads a registration by its id, whoever's it is.
func (a *App) Registration(ctx context.Context, actor thidua.Actor, id string) (RegistrationView, error) {
	return a.registrationView(ctx, actor, thidua.Registration{ID: id})
}

func (a *App) registrationView(ctx context.Context, actor thidua.Actor, asked thidua.Registration) (v RegistrationView, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		c, err := openCase(tx, actor, asked)
		if err != nil {
			return err
		}
		if err := c.sees(); err != nil {
			return err
		}
		_, refused := thidua.RegistrationFlow.Next(c.r.State, thidua.Draft, c.roles, c.facts, "")
		v = RegistrationView{Season: c.season, Registration: c.r, Facts: c.facts, MayDraft: refused == nil, MaySpeak: c.speaks() == nil, Today: today(tx),
			Offers: thidua.RegistrationFlow.Offers(c.r.State, c.roles, c.facts)}
		for _, fill := range []func(*store.Tx, *registrationCase) error{v.readUnit, v.readExchange, v.readEarlier, v.readSent} {
			if err := fill(tx, c); err != nil {
				return err
			}
		}
		v.Calendar, err = tx.Calendar(v.Today)
		return err
	})
	return v, err
}

func (v *RegistrationView) readUnit(tx *store.Tx, c *registrationCase) (err error) {
	if v.Unit, err = tx.Unit(c.r.Subject.Unit); err != nil {
		return err
	}
	if v.Staff, err = tx.Staff(store.StaffFilter{On: v.Today, Unit: v.Unit.ID}, store.Page{}); err != nil {
		return err
	}
	v.Head = headOf(v.Staff)
	v.People, err = tx.Registrations(store.RegistrationFilter{Round: c.r.Round, Unit: v.Unit.ID, Kind: thidua.Individual}, v.Today, store.Page{})
	if err != nil {
		return err
	}
	v.Above, err = c.unitTargets(tx)
	return err
}

// headOf gives the head among the people of a unit; the zero value while the post is vacant.
func headOf(staff []thidua.Staff) thidua.Staff {
	for _, s := range staff {
		if s.Rank == thidua.RankHead {
			return s
		}
	}
	return thidua.Staff{}
}

func (v *RegistrationView) readExchange(tx *store.Tx, c *registrationCase) (err error) {
	if c.r.ID == "" {
		return nil
	}
	if v.Notes, err = tx.Notes(registrationObject(c.r.ID)); err != nil {
		return err
	}
	v.History, err = tx.RegistrationSteps(c.r.ID)
	return err
}

func (v *RegistrationView) readEarlier(tx *store.Tx, c *registrationCase) error {
	old, err := earlierTargets(tx, c)
	v.Earlier, v.Before = len(old) > 0, old
	return err
}

func (v *RegistrationView) readSent(tx *store.Tx, c *registrationCase) error {
	all, err := tx.Submissions(c.r.Round, thidua.SentRegistrations)
	if len(all) > 0 {
		v.Sent = all[len(all)-1]
	}
	return err
}

// EarlierTargets gives the targets that a subject registered in the year before, as new lines with their days moved to this year.
func (a *App) EarlierTargets(ctx context.Context, actor thidua.Actor, round string, s thidua.Subject) (lines []thidua.Target, err error) {
	err = a.read(ctx, actor, func(tx *store.Tx) error {
		c, err := openCase(tx, actor, thidua.Registration{Round: round, Subject: s})
		if err != nil {
			return err
		}
		if err := c.sees(); err != nil {
			return err
		}
		lines, err = earlierTargets(tx, c)
		return err
	})
	return lines, err
}

func earlierTargets(tx *store.Tx, c *registrationCase) ([]thidua.Target, error) {
	before, err := tx.RoundOfYear(c.season.Movement.ID, c.season.Round.Year-1)
	if err == nil {
		var r thidua.Registration
		r, err = tx.RegistrationOf(before.ID, c.r.Subject, today(tx))
		if err == nil {
			return thidua.Repeated(r.Targets, c.season.Definition, before.Year, c.season.Round.Year), nil
		}
	}
	if thidua.KindOf(err) == thidua.NotFound {
		return nil, nil
	}
	return nil, err
}

// RegistrationRound gives the round that takes registrations now, or else the latest one that took some.
func (a *App) RegistrationRound(ctx context.Context, actor thidua.Actor) (thidua.Round, error) {
	y, err := a.Years(ctx, actor)
	if err != nil {
		return thidua.Round{}, err
	}
	r, ok := y.In(thidua.RoundRegistering)
	if !ok {
		r, ok = y.In(thidua.RoundRunning, thidua.RoundJudging, thidua.RoundEnded)
	}
	if !ok {
		r, ok = y.Current()
	}
	if !ok {
		return r, thidua.Refuse(thidua.NotFound, CodeNoRound)
	}
	return r, nil
}

// CodeNoRound is an agency without any year of a movement.
const CodeNoRound thidua.Code = "round.none"

// registrationCase is one registration in front of one actor: what is kept, what is true of it, and what the actor may do.
type registrationCase struct {
	actor  thidua.Actor
	season Season
	r      thidua.Registration // as kept; State RegistrationNone and no ID while there is none
	facts  thidua.Facts
	roles  []thidua.Role
}

// openCase reads the registration that is named by id, or by round and subject.
func openCase(tx *store.Tx, actor thidua.Actor, asked thidua.Registration) (*registrationCase, error) {
	c := &registrationCase{actor: actor}
	var err error
	if asked.ID != "" {
		c.r, err = tx.Registration(asked.ID, today(tx))
	} else {
		c.r, err = findRegistration(tx, asked.Round, asked.Subject)
	}
	if err != nil {
		return nil, err
	}
	if c.season, err = seasonOf(tx, c.r.Round); err != nil {
		return nil, err
	}
	c.roles = actor.For(c.r.Subject.Unit, c.r.Subject.Person)
	return c, c.gather(tx)
}

// findRegistration gives the registration of a subject, or an empty one with the subject as it is today.
func findRegistration(tx *store.Tx, round string, s thidua.Subject) (thidua.Registration, error) {
	r, err := tx.RegistrationOf(round, s, today(tx))
	if thidua.KindOf(err) != thidua.NotFound {
		return r, err
	}
	s, err = subjectToday(tx, s)
	return thidua.Registration{Round: round, Subject: s, State: thidua.RegistrationNone}, err
}

// subjectToday completes a subject from the organisation; somebody without a unit (lãnh đạo cơ quan) registers with Văn phòng.
func subjectToday(tx *store.Tx, s thidua.Subject) (thidua.Subject, error) {
	if s.Kind == thidua.Collective {
		u, err := tx.Unit(s.Unit)
		return thidua.Subject{Kind: thidua.Collective, Unit: u.ID, Name: u.Name, Home: u.Name}, err
	}
	staff, err := tx.Staff(store.StaffFilter{On: today(tx), Person: s.Person}, store.Page{Size: 1})
	if err != nil {
		return s, err
	}
	if len(staff) == 0 || s.Person == "" {
		return s, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	p := staff[0]
	s = thidua.Subject{Kind: thidua.Individual, Unit: p.Unit, Person: p.ID, Name: p.Name, Title: p.Post, Sex: p.Sex, Home: p.UnitName}
	if s.Unit == "" {
		var office thidua.Unit
		office, err = focalOffice(tx)
		s.Unit, s.Home = office.ID, office.Name
	}
	return s, err
}

// focalOffice is Văn phòng as it stands today.
func focalOffice(tx *store.Tx) (thidua.Unit, error) {
	units, err := tx.Units(today(tx))
	for _, u := range units {
		if u.Kind == thidua.UnitOffice {
			return u, nil
		}
	}
	return thidua.Unit{}, errors.Join(err, thidua.Refuse(thidua.NotFound, store.CodeNotFound))
}

// gather finds out what is true of the registration.
func (c *registrationCase) gather(tx *store.Tx) error {
	s := c.r.Subject
	c.facts = thidua.Facts{
		thidua.OfUnit:      s.Kind == thidua.Collective,
		thidua.OfPerson:    s.Kind == thidua.Individual,
		thidua.NotOwnCase:  !c.actor.Own(s.Person),
		thidua.WindowOpen:  c.season.Round.State == thidua.RoundRegistering,
		thidua.Complete:    c.r.Check(c.season.Definition, c.season.Round.Year) == nil,
		thidua.SignedSheet: !c.r.EnteredFor || !c.r.Sheet.Missing(),
	}
	if s.Kind != thidua.Individual {
		return nil
	}
	staff, err := tx.Staff(store.StaffFilter{On: today(tx), Person: s.Person}, store.Page{Size: 1})
	if err != nil {
		return err
	}
	c.facts[thidua.NoAccount] = len(staff) > 0 && staff[0].Account == ""
	if c.facts[thidua.ReviewerOwn], err = tx.PersonHolds(s.Person, thidua.RoleOffice, today(tx)); err != nil {
		return err
	}
	if c.r.State == thidua.RegistrationSent && c.actor.Has(thidua.RoleOffice) {
		c.facts[thidua.NobodyAbove], err = nobodyAbove(tx, s)
	}
	return err
}

// nobodyAbove tells whether neither another head of the unit nor a leader could approve a person's registration in the program.
func nobodyAbove(tx *store.Tx, s thidua.Subject) (bool, error) {
	staff, err := tx.Staff(store.StaffFilter{On: today(tx), Unit: s.Unit}, store.Page{})
	for _, h := range staff {
		if (h.Rank == thidua.RankHead || h.Rank == thidua.RankDeputy) && h.Account != "" && h.ID != s.Person {
			return false, err
		}
	}
	if err != nil {
		return false, err
	}
	leaders, err := leadersOf(tx)
	for _, l := range leaders {
		if err != nil || l.ID == s.Person {
			continue
		}
		holds := false
		if holds, err = tx.PersonHolds(l.ID, thidua.RoleLeader, today(tx)); holds {
			return false, err
		}
	}
	return true, err
}

// speaks tells whether the actor takes part in the exchange: inspection and the secretary only read it.
func (c *registrationCase) speaks() error {
	s := c.r.Subject
	if c.actor.Has(thidua.RoleOffice, thidua.RoleLeader) || c.actor.Leads(s.Unit) || c.actor.Own(s.Person) ||
		s.Kind == thidua.Collective && s.Unit == c.actor.Unit {
		return nil
	}
	return thidua.Refuse(thidua.Forbidden, CodeNoRight)
}

// sees tells whether the actor may look at the registration: its own people, those who review, approve or inspect.
func (c *registrationCase) sees() error {
	s := c.r.Subject
	if c.actor.Has(thidua.RoleOffice, thidua.RoleLeader, thidua.RoleInspector, thidua.RoleSecretary) || c.actor.Leads(s.Unit) || c.actor.Own(s.Person) {
		return nil
	}
	if s.Kind == thidua.Collective && s.Unit == c.actor.Unit {
		return nil
	}
	return thidua.Refuse(thidua.Forbidden, CodeNoRight)
}

// IsTaken tells whether somebody else made at the same time what may be there only once.
func IsTaken(err error) bool {
	var e *thidua.Error
	return errors.As(err, &e) && e.Kind == thidua.Conflict && e.Code == store.CodeTaken
}

// IsStale tells whether a refusal means that somebody else saved first: the page then shows both versions instead of an error.
func IsStale(err error) bool {
	var e *thidua.Error
	return errors.As(err, &e) && e.Kind == thidua.Conflict && (e.Code == store.CodeStale || e.Code == store.CodeOtherBody)
}
