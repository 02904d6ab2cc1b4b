package demo

import (
	"context"

	"thidua"
	"thidua/internal/app"
)

// player is the season while it is played.
type player struct {
	*app.App
	ctx      context.Context
	clock    *Clock
	password string

	maker   thidua.Actor // who stands at the machine
	tenant  string
	units   map[string]thidua.Unit
	people  map[string]member
	council string
	def     thidua.Definition
	rounds  map[int]string
	acts    []act
	docs    map[string]string // what later acts need: ids by a name of our own
}

type member struct {
	thidua.Person
	unit  string // code
	rank  thidua.Rank
	actor thidua.Actor
}

func (p *player) as(name string) thidua.Actor { return p.people[name].actor }

// round reads a round as it stands.
func (p *player) round(year int) (thidua.Round, error) {
	s, err := p.Season(p.ctx, p.as(office), p.rounds[year])
	return s.Round, err
}

// move takes a year one step further.
func (p *player) move(year int, do thidua.Action) func() error {
	return func() error {
		r, err := p.round(year)
		if err != nil {
			return err
		}
		return p.MoveRound(p.ctx, p.as(office), r.ID, do, r.Version, "")
	}
}

// leaf finds a criterion or content by its code.
func (p *player) leaf(code string) string {
	for _, c := range p.def.Criteria {
		if c.Code == code {
			return c.ID
		}
	}
	panic("no criterion " + code)
}

// subject finds who is meant by the code of a unit or the name of a person.
func (p *player) subject(name string) thidua.Subject {
	if u, ok := p.units[name]; ok {
		return thidua.Subject{Kind: thidua.Collective, Unit: u.ID, Name: u.Name}
	}
	m := p.people[name]
	return thidua.Subject{Kind: thidua.Individual, Unit: m.actor.Unit, Person: m.ID, Name: m.Name}
}
