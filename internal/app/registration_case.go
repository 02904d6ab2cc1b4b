package app

import (
	"errors"

	"thidua"
	"thidua/internal/store"
)

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
	c.facts[thidua.ReviewerOwn], err = tx.PersonHolds(s.Person, thidua.RoleOffice, today(tx))
	return err
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

// IsStale tells whether a refusal means that somebody else saved first: the page then shows both versions instead of an error.
func IsStale(err error) bool {
	var e *thidua.Error
	return errors.As(err, &e) && e.Kind == thidua.Conflict && (e.Code == store.CodeStale || e.Code == store.CodeTaken)
}
