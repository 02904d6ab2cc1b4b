package demo

import (
	"strconv"
	"strings"
	"time"

	"thidua"
	"thidua/internal/app"
)

// work enters, for the targets of every unit, what was reached month by month, with the evidence.
func (p *player) work(year int) {
	at := func(month, d int) time.Time { return moment(thidua.NewDate(year, month, d), 9, 0) }
	n := 0
	for _, u := range rows("units.txt") {
		for i, g := range goalsOf(strconv.Itoa(year), u[0]) {
			n++
			end := at(12, 20)
			if year == 2024 && n <= fresh {
				end = moment("2025-01-08", 9, 0)
			}
			p.course(year, u[0], i, g, minutesAfter(end, n))
			p.evidence(year, u[0], i, g, minutesAfter(at(12, 22), n))
		}
	}
	p.plan(at(12, 27), func() error { return p.checkEvidence(year) })
	for _, r := range rows("initiatives.txt") {
		if r[0] == strconv.Itoa(year) {
			p.plan(moment(day(r[4]), 16, 0), func() error { return p.recognise(year, r) })
		}
	}
	p.plan(moment(thidua.NewDate(year, 12, 31), 8, 0), func() error { return p.classify(year) })
	p.ofPeople(year)
	if year == 2024 {
		p.ofMai()
		p.plan(moment("2025-01-14", 15, 0), p.checkRest)
	}
}

// fresh is how many targets of 2024 were reported on in the week before the screens.
const fresh = 38

// targetID remembers the ids of the targets of a unit, so that they are looked up once a year.
func (p *player) targetID(year int, unit string, n int) (string, error) {
	key := func(n int) string {
		return strings.Join([]string{"target", strconv.Itoa(year), unit, strconv.Itoa(n)}, " ")
	}
	if p.docs[key(n)] == "" {
		b, err := p.Board(p.ctx, p.as(office), p.rounds[year], app.BoardFilter{Unit: p.units[unit].ID})
		if err != nil {
			return "", err
		}
		for i, t := range b.Detail.Targets {
			p.docs[key(i)] = t.ID
		}
	}
	return p.docs[key(n)], nil
}

func (p *player) report(year int, unit string, n int, value thidua.Quantity, text string) func() error {
	return func() error {
		id, err := p.targetID(year, unit, n)
		if err != nil {
			return err
		}
		_, err = p.AddProgress(p.ctx, p.head(unit), thidua.Progress{Target: id, On: thidua.DateOf(p.clock.Now()), Value: value, Text: text})
		return err
	}
}

func (p *player) recognise(year int, r []string) error {
	_, err := p.SaveInitiative(p.ctx, p.as(office), thidua.Initiative{Round: p.rounds[year], Unit: p.units[r[1]].ID, Person: p.people[r[2]].ID, Name: r[3],
		Recognised: true, Decision: word("class-decision"), On: day(r[4])})
	return err
}

// classify records the yearly evaluation of everybody; nobody records his own.
func (p *player) classify(year int) error {
	for _, r := range rows("people.txt") {
		m, who := p.people[r[0]], p.as(office)
		if who.Own(m.ID) {
			continue
		}
		e := thidua.EvaluationResult{Person: m.ID, Year: year, Class: thidua.ClassGood, Decision: word("class-decision"), On: thidua.NewDate(year, 12, 31)}
		if err := p.SaveEvaluation(p.ctx, who, e); err != nil {
			return err
		}
	}
	return nil
}
