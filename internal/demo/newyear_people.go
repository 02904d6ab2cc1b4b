package demo

import (
	"thidua"
	"thidua/internal/app"
)

// newPeople registers people for 2025: all of three divisions, three of Phòng Nghiệp vụ 4, and of Văn phòng all but the one who has a draft.
func (p *player) newPeople() {
	for i, unit := range []string{"NV1", "NV2", "NV3", focal, "NV4"} {
		for j, m := range p.of(unit) {
			at := minutesAfter(moment("2025-01-13", 7, 30), 60*i+6*j)
			if unit == "NV3" {
				at = minutesAfter(moment("2025-01-10", 8, 0), 6*j)
			}
			switch {
			case unit == "NV4" && m.rank == thidua.RankHead:
				p.plan(moment("2025-01-14", 10, 5), func() error { return p.followUnit(m) })
			case m.Name == office:
				p.plan(moment("2025-01-13", 16, 42), func() error {
					_, err := p.SaveRegistration(p.ctx, m.actor, p.own(2025, m))
					return err
				})
			case m.actor.Account != "":
				p.plan(at, func() error { return p.registerPerson(2025, m) })
			}
		}
	}
	p.plan(moment("2025-01-13", 16, 45), p.askMai)
	p.plan(moment("2025-01-13", 17, 0), func() error { return p.reviewPeople() })
}

// askMai returns the registration of the civil servant of the screens, who has to add a number.
func (p *player) askMai() error {
	b, err := p.RegistrationBook(p.ctx, p.as(office), p.rounds[2025])
	if err != nil {
		return err
	}
	for _, r := range b.People {
		if r.Subject.Person == p.people[mai].ID {
			_, err = p.MoveRegistration(p.ctx, p.as(office), r.ID, thidua.AskMore, app.Move{Version: r.Version, Reason: word("ask-mai")})
		}
	}
	return err
}

// followUnit keeps the draft of somebody whose lines follow the targets of the unit, each the next one of its criterion.
func (p *player) followUnit(m member) error {
	v, err := p.PersonRegistration(p.ctx, m.actor, p.rounds[2025], m.ID)
	if err != nil {
		return err
	}
	r := p.own(2025, m)
	r.Award, r.Annual, r.FollowUnit = "", thidua.AdvancedWorker, true
	taken := map[string]bool{}
	for i := range r.Targets {
		for _, t := range v.Above {
			if line := &r.Targets[i]; line.From == "" && t.Criterion == line.Criterion && !taken[t.ID] {
				line.From, taken[t.ID] = t.ID, true
			}
		}
	}
	_, err = p.SaveRegistration(p.ctx, m.actor, r)
	return err
}

// reviewPeople reviews the people whose head has approved.
func (p *player) reviewPeople() error {
	b, err := p.RegistrationBook(p.ctx, p.as(office), p.rounds[2025])
	if err != nil {
		return err
	}
	for _, r := range b.People {
		if r.State != thidua.RegistrationHeadOK {
			continue
		}
		if _, err := p.MoveRegistration(p.ctx, p.as(office), r.ID, thidua.Review, app.Move{Version: r.Version}); err != nil {
			return err
		}
	}
	return nil
}

// lastPeople sends for everybody who has not sent by the internal day.
func (p *player) lastPeople() error {
	b, err := p.RegistrationBook(p.ctx, p.as(office), p.rounds[2025])
	if err != nil {
		return err
	}
	for _, r := range b.People {
		m := p.people[r.Subject.Name]
		switch r.State {
		case thidua.RegistrationNone:
			err = p.registerPerson(2025, m)
		case thidua.RegistrationDraft, thidua.RegistrationReturned:
			var sent thidua.Registration
			if sent, err = p.MoveRegistration(p.ctx, m.actor, r.ID, thidua.Send, app.Move{Version: r.Version}); err == nil {
				_, err = p.MoveRegistration(p.ctx, p.approver(m), r.ID, thidua.HeadApprove, app.Move{Version: sent.Version})
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}
