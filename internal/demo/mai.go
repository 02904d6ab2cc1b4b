package demo

import (
	"fmt"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/deputy"
	"thidua/internal/app/privacy"
)

// mai is the civil servant whose first page the screens show.
var mai = rows("nominees.txt")[6][1]

func (p *player) ownLine(code, key, measure string, value thidua.Quantity) thidua.Target {
	return thidua.Target{Criterion: p.leaf(code), Content: word(key), Value: value, Measure: measure, Direction: thidua.AtLeast}
}

func (p *player) maiTargets() []thidua.Target {
	return []thidua.Target{p.ownLine("TC2", "mai-1", word("reports"), 11_00), p.ownLine("TC2", "mai-2", "%", 95_00), p.ownLine("TC5", "mai-3", word("initiatives"), 1_00)}
}

// numbered are the lines of everybody else in a year that is reported on.
func (p *player) numbered() []thidua.Target {
	return []thidua.Target{p.ownLine("TC2", "own-1", "%", 100_00), p.ownLine("TC2", "mai-2", "%", 95_00), p.ownLine("TC4", "own-3", word("articles"), 1_00)}
}

// ofPeople has everybody with an account report on the own lines at the end of the year; who is proposed brings a document for each.
func (p *player) ofPeople(year int) {
	n := 0
	for _, u := range rows("units.txt") {
		for _, m := range p.of(u[0]) {
			if m.actor.Account == "" || !p.joined(year, m) || year == 2024 && m.Name == mai {
				continue
			}
			n++
			last := []thidua.Quantity{100_00, thidua.Quantity(95_00 + n%5*100), thidua.Quantity(1_00 + n%2*100)}
			p.plan(minutesAfter(moment(thidua.NewDate(year, 12, 23), 8, 0), n), func() error { return p.reportOwn(year, m, last) })
		}
	}
}

func (p *player) reportOwn(year int, m member, last []thidua.Quantity) error {
	own, err := p.ownTargets(year, m)
	if err != nil {
		return err
	}
	today := thidua.DateOf(p.clock.Now())
	proposed := slices.ContainsFunc(nomineesOf(year), func(r []string) bool { return r[1] == m.Name })
	for i, t := range own {
		if _, err := p.AddProgress(p.ctx, m.actor, thidua.Progress{Target: t.ID, On: today, Value: last[i], Text: word("progress-end")}); err != nil {
			return err
		}
		if !proposed {
			continue
		}
		e := thidua.Evidence{Target: t.ID, DocNumber: fmt.Sprintf("%02d/BC-%s %s", 20+i, m.unit, word("sample")), IssuedOn: today, Abstract: t.Content}
		if e, err = p.AddEvidence(p.ctx, m.actor, e); err != nil {
			return err
		}
		if err := p.MoveEvidence(p.ctx, p.as(office), thidua.CheckEvidence, e, ""); err != nil {
			return err
		}
	}
	return nil
}

// ownTargets are the lines that a person registered, in their order.
func (p *player) ownTargets(year int, m member) ([]app.TargetResult, error) {
	v, err := p.Mine(p.ctx, m.actor, p.rounds[year])
	return slices.DeleteFunc(v.Targets, func(t app.TargetResult) bool { return t.Subject.Person != m.ID }), err
}

// ofMai reports on the targets of that civil servant; evidence for the initiative was returned with what it lacks.
func (p *player) ofMai() {
	p.plan(moment("2024-12-24", 9, 0), func() error {
		own, err := p.ownTargets(2024, p.people[mai])
		if err != nil {
			return err
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

// standsIn has the head of her unit away on business for three days: she acts in his post with a dated document, and the progress that she enters
// then says for whom.
func (p *player) standsIn() {
	desk := deputy.Over(p.App)
	p.plan(moment("2024-12-13", 16, 30), func() error {
		m, head := p.people[mai], p.head(p.people[mai].unit)
		return desk.Give(p.ctx, head, thidua.Deputy{From: head.Person, To: m.ID, Post: thidua.RoleHead, Unit: p.units[m.unit].ID,
			Begin: "2024-12-16", End: "2024-12-18", Number: word("deputy-number"), Dated: "2024-12-13"})
	})
	p.plan(moment("2024-12-17", 9, 30), func() error {
		m := p.people[mai]
		v, err := desk.List(p.ctx, m.actor)
		if err != nil {
			return err
		}
		if _, err := desk.Begin(p.ctx, m.actor, "", v.Lines[0].ID); err != nil {
			return err
		}
		behind, err := desk.Acting(p.ctx, m.actor, v.Lines[0].ID)
		if err != nil {
			return err
		}
		b, err := p.Board(p.ctx, behind, p.rounds[2024], app.BoardFilter{Unit: p.units[m.unit].ID})
		if err != nil {
			return err
		}
		t := b.Detail.Targets[0]
		entry := thidua.Progress{Target: t.ID, On: "2024-12-17", Value: t.Latest.Value, Text: word("deputy-progress")}
		if _, err := p.AddProgress(p.ctx, behind, entry); err != nil {
			return err
		}
		_, err = desk.Leave(p.ctx, behind, "")
		return err
	})
}

// asksAboutHerData has her ask for a correction of what is held on her; it waits for its answer on the day of the screens.
func (p *player) asksAboutHerData() {
	p.plan(moment("2025-01-13", 15, 20), func() error {
		return privacy.Over(p.App).Ask(p.ctx, p.as(mai), thidua.RequestCorrect, word("mai-data"))
	})
}
