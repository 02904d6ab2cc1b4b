// Package demo plays a sample season through the use cases, as officials would have done it day after day: never by SQL. Everybody in it is
// invented, and every page and paper says so.
package demo

import (
	"context"
	"fmt"
	"slices"
	"time"

	"thidua"
	"thidua/internal/app"
)

// First is the first day up to which the season can be played; Default is the day of the screens.
const (
	First   thidua.Date = "2023-01-03"
	Default thidua.Date = "2025-01-14"
)

// opening is the time of day at which the sample is opened.
func opening(d thidua.Date) time.Time { return moment(d, 10, 10) }

// Account is a person of the sample with the name to sign in with.
type Account struct {
	UserName string
	Person   thidua.Person
	Post     string
	Roles    []thidua.Role
}

// player is the season while it is played.
type player struct {
	*app.App
	ctx      context.Context
	clock    *Clock
	until    time.Time
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

// act is one thing that somebody did at a moment.
type act struct {
	at time.Time
	do func() error
}

// Play plays the season into an empty installation up to the opening of a day; every account gets the password. The clock is that of the
// installation, and stands at the end where the season stands.
func Play(ctx context.Context, a *app.App, clock *Clock, today thidua.Date, password string) error {
	p := &player{App: a, ctx: ctx, clock: clock, until: opening(today), password: password, units: map[string]thidua.Unit{},
		people: map[string]member{}, rounds: map[int]string{}, docs: map[string]string{}}
	clock.Set(moment("2021-08-02", 8, 0))
	for _, found := range []func() error{p.found, p.organise, p.begin} {
		if err := found(); err != nil {
			return err
		}
	}
	p.pastYears()
	for _, year := range []int{2023, 2024} {
		p.year(year)
	}
	p.newYear()
	if err := p.run(); err != nil {
		return err
	}
	clock.Set(p.until)
	return nil
}

// plan notes what happens at a moment.
func (p *player) plan(at time.Time, do func() error) { p.acts = append(p.acts, act{at, do}) }

// run does what was planned, strictly by time, as far as the season is to be played.
func (p *player) run() error {
	slices.SortStableFunc(p.acts, func(a, b act) int { return a.at.Compare(b.at) })
	for _, a := range p.acts {
		if a.at.After(p.until) {
			return nil
		}
		p.clock.Set(a.at)
		if err := a.do(); err != nil {
			return fmt.Errorf("sample season, %s: %w", a.at.Format(time.DateTime), err)
		}
	}
	return nil
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
