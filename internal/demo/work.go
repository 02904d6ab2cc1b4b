package demo

import (
	"strconv"
	"strings"
	"time"

	"thidua"
	"thidua/internal/app"
)

// work enters, for the targets of every unit, what was reached by the middle of the year, by the autumn and at its end, with the evidence.
func (p *player) work(year int) {
	at := func(month, d int) time.Time { return moment(thidua.NewDate(year, month, d), 9, 0) }
	n := 0
	for _, u := range rows("units.txt") {
		for i, g := range goalsOf(strconv.Itoa(year), u[0]) {
			n++
			p.plan(minutesAfter(at(6, 28), n), p.report(year, u[0], i, g.actual/2, "progress-mid"))
			p.plan(minutesAfter(at(10, 2), n), p.report(year, u[0], i, g.actual*3/4, "progress-autumn"))
			end := at(12, 20)
			if year == 2024 && n <= fresh {
				end = moment("2025-01-08", 9, 0)
			}
			p.plan(minutesAfter(end, n), p.report(year, u[0], i, g.actual, "progress-end"))
			p.plan(minutesAfter(at(12, 22), n), p.attach(year, u[0], i, g))
		}
	}
	p.plan(at(12, 27), func() error { return p.checkEvidence(year) })
	for _, r := range rows("initiatives.txt") {
		if r[0] == strconv.Itoa(year) {
			p.plan(moment(day(r[4]), 16, 0), func() error { return p.recognise(year, r) })
		}
	}
	p.plan(moment(thidua.NewDate(year, 12, 31), 8, 0), func() error { return p.classify(year) })
	if year == 2024 {
		p.ofMai()
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
		_, err = p.AddProgress(p.ctx, p.head(unit), thidua.Progress{Target: id, On: thidua.DateOf(p.clock.Now()), Value: value, Text: word(text)})
		return err
	}
}

// attach adds the evidence behind a target: a reference with number, day and abstract.
func (p *player) attach(year int, unit string, n int, g goal) func() error {
	return func() error {
		id, err := p.targetID(year, unit, n)
		if err != nil {
			return err
		}
		e := thidua.Evidence{Target: id, DocNumber: strconv.Itoa(n+1) + "/" + g.symbol + "-" + unit + word("sample"), IssuedOn: thidua.NewDate(year, 12, 15), Abstract: g.abstract}
		if g.symbol == planSymbol {
			e.IssuedOn = thidua.NewDate(year, 2, 19)
		}
		_, err = p.AddEvidence(p.ctx, p.head(unit), e)
		return err
	}
}

// planSymbol is the abbreviation of kế hoạch in the number of a document.
const planSymbol = "KH"

// checkEvidence is that of Văn phòng. Of 2024 two pieces wait for it still, and one was returned to Phòng Nghiệp vụ 3.
func (p *player) checkEvidence(year int) error {
	for _, u := range rows("units.txt") {
		b, err := p.Board(p.ctx, p.as(office), p.rounds[year], app.BoardFilter{Unit: p.units[u[0]].ID})
		if err != nil {
			return err
		}
		for i, e := range b.Detail.Evidence {
			if e.State != thidua.EvidenceNew || e.Person != "" {
				continue
			}
			if err := p.lookAt(e, year, u[0], i == len(b.Detail.Evidence)-1); err != nil {
				return err
			}
		}
	}
	return nil
}

// lookAt checks one piece of evidence; the last ones of 2024 are what the screens show as open.
func (p *player) lookAt(e app.Evidence, year int, unit string, last bool) error {
	do, reason := thidua.CheckEvidence, ""
	if year == 2024 && last {
		switch unit {
		case "NV4", focal:
			return nil
		case "NV3":
			do, reason = thidua.AskMore, word("evidence-lack")
		}
	}
	return p.MoveEvidence(p.ctx, p.as(office), do, e.Evidence, reason)
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

// mai is the civil servant whose first page the screens show.
var mai = rows("nominees.txt")[6][1]

func (p *player) maiTargets() []thidua.Target {
	line := func(code, key, measure string, value thidua.Quantity) thidua.Target {
		return thidua.Target{Criterion: p.leaf(code), Content: word(key), Value: value, Measure: measure, Direction: thidua.AtLeast}
	}
	return []thidua.Target{line("TC2", "mai-1", word("reports"), 11_00), line("TC2", "mai-2", "%", 95_00), line("TC5", "mai-3", word("initiatives"), 1_00)}
}

// ofMai reports on the targets of that civil servant; evidence for the initiative was returned with what it lacks.
func (p *player) ofMai() {
	p.plan(moment("2024-12-24", 9, 0), func() error {
		v, err := p.Mine(p.ctx, p.as(mai), p.rounds[2024])
		if err != nil {
			return err
		}
		var own []app.TargetResult
		for _, t := range v.Targets {
			if t.Subject.Person == p.people[mai].ID {
				own = append(own, t)
			}
		}
		for i, value := range []thidua.Quantity{11_00, 96_40, 1_00} {
			entry := thidua.Progress{Target: own[i].ID, On: thidua.DateOf(p.clock.Now()), Value: value, Text: word("progress-end")}
			if _, err := p.AddProgress(p.ctx, p.as(mai), entry); err != nil {
				return err
			}
		}
		e, err := p.AddEvidence(p.ctx, p.as(mai), thidua.Evidence{Target: own[2].ID, DocNumber: word("mai-number"), Abstract: word("mai-evidence")})
		p.docs["mai"] = e.ID
		return err
	})
	p.plan(moment("2025-01-13", 16, 0), func() error {
		e, err := p.Evidence(p.ctx, p.as(office), p.docs["mai"])
		if err != nil {
			return err
		}
		return p.MoveEvidence(p.ctx, p.as(office), thidua.AskMore, e.Evidence, word("mai-lack"))
	})
}
