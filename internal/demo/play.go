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
	First   thidua.Date = "2021-08-10"
	Default thidua.Date = "2025-01-14"
)

// opening is the time of day at which the sample is opened: on the day of a session in the middle of the vote, on the day after when the
// papers are on their way.
func opening(d thidua.Date) time.Time {
	_, month, day := d.Time().Date()
	switch {
	case month == time.January && day == 16:
		return moment(d, 15, 0)
	case month == time.January && day == 17:
		return moment(d, 10, 30)
	}
	return moment(d, 10, 10)
}

// Account is a person of the sample with the name to sign in with.
type Account struct {
	UserName string
	Person   thidua.Person
	Post     string
	Roles    []thidua.Role
}

// act is one thing that somebody did at a moment.
type act struct {
	at time.Time
	do func() error
}

// Play plays the season into an empty installation up to the opening of a day; every account gets the password. The clock is that of the
// installation, and stands at the end where the season stands.
func Play(ctx context.Context, a *app.App, clock *Clock, today thidua.Date, password string) error {
	s, err := Begin(ctx, a, clock, password)
	if err != nil {
		return err
	}
	return s.Until(today)
}

// Season is a sample whose acts are played from day to day.
type Season struct{ p *player }

// Begin founds the agency in an empty installation and plans all that happens there.
func Begin(ctx context.Context, a *app.App, clock *Clock, password string) (*Season, error) {
	p := &player{App: a, ctx: ctx, clock: clock, password: password, units: map[string]thidua.Unit{},
		people: map[string]member{}, rounds: map[int]string{}, docs: map[string]string{}}
	clock.Set(moment("2021-08-02", 8, 0))
	for _, found := range []func() error{p.found, p.organise, p.begin} {
		if err := found(); err != nil {
			return nil, err
		}
	}
	for year := 2021; year < 2025; year++ {
		p.year(year)
	}
	p.newYear()
	p.closing()
	p.reorganise()
	p.launching()
	p.praise()
	p.inspected()
	p.standsIn()
	p.asksAboutHerData()
	p.provesMinutes()
	slices.SortStableFunc(p.acts, func(a, b act) int { return a.at.Compare(b.at) })
	return &Season{p}, nil
}

// Until plays on, strictly by time, up to the opening of a day, and leaves the clock there.
func (s *Season) Until(today thidua.Date) error {
	until := opening(today)
	for len(s.p.acts) > 0 && !s.p.acts[0].at.After(until) {
		next := s.p.acts[0]
		s.p.clock.Set(next.at)
		if err := next.do(); err != nil {
			return fmt.Errorf("sample season, %s: %w", next.at.Format(time.DateTime), err)
		}
		s.p.acts = s.p.acts[1:]
	}
	s.p.clock.Set(until)
	return nil
}

// plan notes what happens at a moment.
func (p *player) plan(at time.Time, do func() error) { p.acts = append(p.acts, act{at, do}) }
