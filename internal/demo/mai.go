package demo

import (
	"thidua"
	"thidua/internal/app"
)

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
