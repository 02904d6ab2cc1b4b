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
