package demo

import (
	"strings"

	"thidua"
	"thidua/internal/app/handover"
	"thidua/internal/app/launch"
)

// launching is what stands around the season: the plan goes out in 2021, units launch and pledge in 2025, questions are answered, one
// colleague hands work over.
func (p *player) launching() {
	d := launch.Over(p.App)
	p.plan(moment("2021-08-10", 9, 30), func() error { return p.sendPlan(d) })
	p.plan(moment("2021-08-11", 9, 0), func() error { return p.takePlan(d) })
	for _, r := range rows("launch-questions.txt") {
		p.plan(moment(thidua.Date(r[0]), 9, 15), func() error { return p.ask(d, r) })
		if r[3] != "" {
			p.plan(moment(thidua.Date(r[3]), 11, 0), func() error { return p.answer(d, r) })
		}
	}
	for _, r := range rows("launch-plans.txt") {
		p.plan(moment(thidua.Date(r[2]), 16, 0), func() error {
			return d.AddUnitPlan(p.ctx, p.head(r[0]), thidua.UnitPlan{Round: p.rounds[2025], Unit: p.units[r[0]].ID, Number: r[1], Date: thidua.Date(r[2]), Summary: r[3]})
		})
	}
	p.plan(moment("2025-01-13", 14, 0), func() error { return p.pledge(d, "NV3", true) })
	p.plan(moment("2025-01-13", 14, 30), func() error { return p.pledge(d, "NV1", false) })
	for _, unit := range []string{"NV2", "NV4", focal} {
		p.plan(moment("2025-02-10", 10, 0), func() error { return p.pledge(d, unit, true) })
	}
	tick := story("tick")
	p.plan(moment("2025-01-06", 11, 0), func() error {
		return d.Tick(p.ctx, p.as(office), thidua.LaunchTick{Round: p.rounds[2025], Item: tick[0], On: thidua.Date(tick[1]), Note: tick[2]}, true)
	})
	leaves := story("handover")
	p.plan(moment(thidua.Date(leaves[2]), 15, 0), func() error { return p.handOver(handover.Over(p.App), leaves) })
}

// story gives the cells of a row of the story by its key.
func story(key string) []string {
	for _, r := range rows("launch-words.txt") {
		if r[0] == key {
			return r[1:]
		}
	}
	panic("no such row: " + key)
}

// sendPlan sends the plan to everybody of its Nơi nhận and to the units, and names the guidance of which the text is not there.
func (p *player) sendPlan(d *launch.Desk) error {
	y, err := p.Years(p.ctx, p.as(office))
	if err != nil {
		return err
	}
	id, paper := y.Movement.ID, story("guidance")
	if err := p.AddMovementDocument(p.ctx, p.as(office), thidua.MovementDocument{Movement: id, Kind: paper[0], Number: paper[1], Date: thidua.Date(paper[2]),
		Issuer: paper[3]}); err != nil {
		return err
	}
	for _, way := range []thidua.SendWay{thidua.WayAxis, thidua.WayClerk} {
		v, err := d.Distribution(p.ctx, p.as(office), id, "")
		if err != nil {
			return err
		}
		s := launch.Sending{Movement: id, Way: way, On: v.Today}
		for _, r := range v.Offered {
			if (r.Unit == "") == (way == thidua.WayAxis) {
				s.Chosen = append(s.Chosen, r.Name)
			}
		}
		if err := d.SendOut(p.ctx, p.as(called(thidua.RoleClerk)), s); err != nil {
			return err
		}
	}
	return nil
}

// takePlan acknowledges the plan: the units for themselves, all others but the last through văn thư.
func (p *player) takePlan(d *launch.Desk) error {
	y, err := p.Years(p.ctx, p.as(office))
	if err != nil {
		return err
	}
	v, err := d.Distribution(p.ctx, p.as(office), y.Movement.ID, "")
	if err != nil {
		return err
	}
	outside := 0
	for _, l := range v.Lines {
		who, in := p.as(called(thidua.RoleClerk)), thidua.Delivery{ID: l.ID, AckOn: v.Today, AckBy: story("outside")[0], Version: l.Version}
		for code, u := range p.units {
			if u.ID == l.Unit {
				who = p.head(code)
			}
		}
		if l.Unit == "" {
			if outside++; outside == 4 {
				continue
			}
		}
		if err := d.Acknowledge(p.ctx, who, in); err != nil {
			return err
		}
	}
	return nil
}

func (p *player) ask(d *launch.Desk, r []string) error {
	y, err := p.Years(p.ctx, p.as(office))
	if err != nil {
		return err
	}
	q, err := d.Ask(p.ctx, p.as(r[1]), y.Movement.ID, r[2])
	p.docs[r[2]] = q.ID
	return err
}

// answer answers a question, and who asked reads it.
func (p *player) answer(d *launch.Desk, r []string) error {
	id := p.docs[r[2]]
	if err := d.Answer(p.ctx, p.as(office), thidua.Question{ID: id, Answer: r[4], Basis: r[5], Version: 1}); err != nil {
		return err
	}
	return d.ReadAnswer(p.ctx, p.as(r[1]), thidua.Question{ID: id, Version: 2})
}

// pledge makes the pledge of a unit from its registration, and has it signed.
func (p *player) pledge(d *launch.Desk, unit string, signed bool) error {
	head := p.head(unit)
	made, err := d.DraftPledge(p.ctx, head, thidua.Pledge{Round: p.rounds[2025], Unit: p.units[unit].ID})
	if err != nil || !signed {
		return err
	}
	v, err := d.Pledge(p.ctx, head, made.ID)
	if err != nil {
		return err
	}
	in := thidua.Pledge{ID: made.ID, Text: v.Text, Signers: strings.Join([]string{head.Name, head.Post}, ", "), SignedOn: v.Today, Version: v.Version}
	return d.MovePledge(p.ctx, head, thidua.SignPledge, in, "")
}

// handOver plays a handover from its beginning to the act.
func (p *player) handOver(d *handover.Desk, r []string) error {
	who := p.as(r[0])
	h, err := d.Begin(p.ctx, who, who.Person)
	if err != nil {
		return err
	}
	if err := d.Move(p.ctx, who, h.ID, thidua.SaveHandover, handover.Typed{To: p.people[r[1]].ID, Words: r[3], Contacts: r[4], Version: h.Version}); err != nil {
		return err
	}
	v, err := d.Handover(p.ctx, who, h.ID)
	if err != nil {
		return err
	}
	return d.Move(p.ctx, who, h.ID, thidua.HandOver, handover.Typed{Mark: v.Mark(), Version: v.Version})
}
