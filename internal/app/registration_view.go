package app

import (
	"context"

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
	MaySpeak     bool // takes part in the exchange
	Earlier      bool // the subject registered in the year before
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
	v.Earlier = len(old) > 0
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

// RegistrationRound gives the round that takes registrations now, or else the latest one.
func (a *App) RegistrationRound(ctx context.Context, actor thidua.Actor) (thidua.Round, error) {
	y, err := a.Years(ctx, actor)
	if err != nil {
		return thidua.Round{}, err
	}
	r, ok := y.In(thidua.RoundRegistering)
	if !ok {
		r, ok = y.In(thidua.RoundRunning, thidua.RoundJudging, thidua.RoundEnded, thidua.RoundWaiting)
	}
	if !ok {
		return r, thidua.Refuse(thidua.NotFound, CodeNoRound)
	}
	return r, nil
}

// CodeNoRound is an agency without any year of a movement.
const CodeNoRound thidua.Code = "round.none"
