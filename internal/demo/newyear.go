package demo

import (
	"thidua"
	"thidua/internal/app"
)

// newYear is the registration of 2025 as it stands on the screens: four of six units and thirty of thirty-eight people have sent.
func (p *player) newYear() {
	p.plan(moment("2025-01-06", 8, 0), p.settle(2025))
	p.plan(moment("2025-01-06", 8, 5), p.move(2025, thidua.OpenRegistration))
	p.plan(moment("2025-01-06", 9, 0), func() error {
		return p.SaveIndexResult(p.ctx, p.as(office), thidua.IndexResult{Year: 2023, Rank: 7, Of: 20, PublishedOn: "2024-04-25", Document: word("index-document")})
	})
	p.plan(moment("2024-04-26", 9, 0), func() error {
		return p.SaveIndexResult(p.ctx, p.as(office), thidua.IndexResult{Year: 2022, Rank: 9, Of: 20, PublishedOn: "2023-04-25", Document: word("index-document")})
	})
	p.plan(moment("2025-01-10", 9, 0), func() error { return p.sendUnit("NV3") })
	p.plan(moment("2025-01-10", 15, 0), func() error { return p.reviewUnit("NV3") })
	p.plan(moment("2025-01-13", 9, 20), func() error { return p.sendUnit("NV1") })
	p.plan(moment("2025-01-13", 10, 12), func() error { return p.draftUnit("NV2") })
	p.plan(moment("2025-01-13", 15, 20), func() error { return p.sendUnit("NV2") })
	p.plan(moment("2025-01-13", 16, 5), func() error { return p.sendUnit("NV4") })
	p.plan(moment("2025-01-13", 16, 30), func() error { return p.draftUnit(focal) })
	p.newPeople()
	p.plan(moment("2025-01-14", 9, 5), p.askMore)
	p.plan(moment("2025-01-14", 9, 38), func() error { return p.remark(p.head("NV2"), "TC3", "note-2") })
	p.plan(moment("2025-01-14", 9, 40), func() error { return p.remark(p.as(office), "", "note-3") })
	p.plan(moment("2025-01-14", 9, 41), func() error { return p.draftUnit("NV2") })
	p.rest()
}

// rest is what comes after the day of the screens: the others send, the list goes to the leader and up.
func (p *player) rest() {
	p.plan(moment("2025-01-15", 9, 0), func() error { return p.stepUnit("NV2", p.head("NV2"), thidua.Send, app.Move{}) })
	p.plan(moment("2025-01-16", 8, 30), func() error { return p.stepUnit(focal, p.head(focal), thidua.Send, app.Move{}) })
	p.plan(moment("2025-01-16", 9, 0), func() error { return p.sendUnit("NV5") })
	p.plan(moment("2025-01-17", 9, 0), p.lastPeople)
	p.plan(moment("2025-01-20", 14, 0), func() error { return p.review(2025) })
	p.plan(moment("2025-01-21", 9, 0), func() error { return p.submitList(2025) })
	p.plan(moment("2025-01-22", 14, 0), func() error { return p.sendList(2025) })
	p.plan(moment("2025-02-05", 10, 0), func() error { return p.confirmList(2025) })
	p.plan(moment("2025-02-06", 8, 0), p.move(2025, thidua.CloseRegister))
}

// lines2025 reads the targets that a unit registers for 2025.
func (p *player) lines2025(unit string) (out []thidua.Target) {
	for _, r := range rows("registrations-2025.txt") {
		if r[0] == unit {
			out = append(out, thidua.Target{Criterion: p.leaf(r[1]), Content: r[2], Value: thidua.Quantity(number(r[3])), Measure: r[4],
				Direction: thidua.AtLeast, Due: day(r[5])})
		}
	}
	return out
}

// draftUnit keeps the draft of a unit; what was kept before is written over.
func (p *player) draftUnit(unit string) error {
	v, err := p.UnitRegistration(p.ctx, p.head(unit), p.rounds[2025], p.units[unit].ID)
	if err != nil {
		return err
	}
	r := v.Registration
	if r.Targets = p.lines2025(unit); v.Registration.ID != "" {
		for i, t := range v.Registration.Targets {
			r.Targets[i].ID = t.ID
		}
	}
	if r.Award = p.award(); unit == "NV4" || unit == "NV5" {
		r.Award = ""
	}
	_, err = p.SaveRegistration(p.ctx, p.head(unit), r)
	return err
}

// sendUnit sends what a unit registers.
func (p *player) sendUnit(unit string) error {
	if err := p.draftUnit(unit); err != nil {
		return err
	}
	return p.stepUnit(unit, p.head(unit), thidua.Send, app.Move{})
}

func (p *player) reviewUnit(unit string) error {
	return p.stepUnit(unit, p.as(office), thidua.Review, app.Move{})
}

func (p *player) stepUnit(unit string, who thidua.Actor, do thidua.Action, m app.Move) error {
	v, err := p.UnitRegistration(p.ctx, who, p.rounds[2025], p.units[unit].ID)
	if err != nil {
		return err
	}
	m.Version = v.Registration.Version
	_, err = p.MoveRegistration(p.ctx, who, v.Registration.ID, do, m)
	return err
}

func (p *player) askMore() error {
	return p.stepUnit("NV2", p.as(office), thidua.AskMore, app.Move{Reason: word("ask-more"),
		Remarks: map[string]string{p.leaf("TC3"): word("ask-index"), p.leaf("TC5"): word("ask-initiative")}})
}

func (p *player) remark(who thidua.Actor, code, key string) error {
	v, err := p.UnitRegistration(p.ctx, who, p.rounds[2025], p.units["NV2"].ID)
	if err != nil {
		return err
	}
	criterion := ""
	if code != "" {
		criterion = p.leaf(code)
	}
	return p.AddNote(p.ctx, who, v.Registration.ID, criterion, word(key))
}

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
