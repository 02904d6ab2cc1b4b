package demo

import (
	"strconv"

	"thidua"
	"thidua/internal/app"
)

// registerUnit registers a unit with the targets of the tables and sends it.
func (p *player) registerUnit(year int, unit string) error {
	var lines []thidua.Target
	for _, g := range goalsOf(strconv.Itoa(year), unit) {
		line := thidua.Target{Criterion: p.leaf(g.leaf), Content: g.content, Value: g.value, Measure: g.measure,
			Direction: thidua.AtLeast, Due: thidua.NewDate(year, 12, 31)}
		if g.leaf == "TC5" {
			line.Due, line.Owner = thidua.NewDate(year, 10, 31), p.head(unit).Person
		}
		lines = append(lines, line)
	}
	r := thidua.Registration{Round: p.rounds[year], Subject: thidua.Subject{Kind: thidua.Collective, Unit: p.units[unit].ID}, Award: p.award(), Targets: lines}
	_, err := p.saveAndSend(p.head(unit), r)
	return err
}

func (p *player) saveAndSend(who thidua.Actor, r thidua.Registration) (thidua.Registration, error) {
	kept, err := p.SaveRegistration(p.ctx, who, r)
	if err != nil {
		return kept, err
	}
	return p.MoveRegistration(p.ctx, who, kept.ID, thidua.Send, app.Move{Version: kept.Version})
}

// own is the registration of a person: three lines, with numbers in the years that are reported on, in words alone in the year that begins.
func (p *player) own(year int, m member) thidua.Registration {
	keys := []string{"line-1", "line-2", "line-3"}
	codes := []string{"TC2", "TC2", "TC4"}
	r := thidua.Registration{Round: p.rounds[year], Subject: thidua.Subject{Kind: thidua.Individual, Unit: m.actor.Unit, Person: m.ID}, Award: p.award()}
	if m.actor.Account == "" {
		keys, codes = []string{"line-goods"}, []string{"TC1"}
	}
	if m.actor.Account != "" && year < 2025 {
		r.Targets = p.numbered()
		keys = nil
	}
	for i, k := range keys {
		r.Targets = append(r.Targets, thidua.Target{Criterion: p.leaf(codes[i]), Content: word(k), Value: thidua.NoValue, Direction: thidua.AtLeast})
	}
	if m.Name == mai && year == 2024 {
		r.Targets = p.maiTargets()
	}
	return r
}

// registerPerson registers a person, the unit for somebody without an account, and has it approved.
func (p *player) registerPerson(year int, m member) error {
	who := m.actor
	if m.actor.Account == "" {
		who = p.head(m.unit)
	}
	kept, err := p.SaveRegistration(p.ctx, who, p.own(year, m))
	if err != nil {
		return err
	}
	if m.actor.Account == "" {
		sheet, err := p.scan(who, m.Name)
		if err != nil {
			return err
		}
		if err := p.KeepSheet(p.ctx, who, kept.ID, kept.Version, sheet); err != nil {
			return err
		}
		kept.Version++
	}
	if kept, err = p.MoveRegistration(p.ctx, who, kept.ID, thidua.Send, app.Move{Version: kept.Version}); err != nil {
		return err
	}
	_, err = p.MoveRegistration(p.ctx, p.approver(m), kept.ID, thidua.HeadApprove, app.Move{Version: kept.Version})
	return err
}

// review is that of Văn phòng, of every registration that waits for it; the reviewer's own is left to the head.
func (p *player) review(year int) error {
	b, err := p.RegistrationBook(p.ctx, p.as(office), p.rounds[year])
	if err != nil {
		return err
	}
	for _, r := range append(b.Units, b.People...) {
		if r.State != thidua.RegistrationSent && r.State != thidua.RegistrationHeadOK {
			continue
		}
		who := p.as(office)
		if who.Own(r.Subject.Person) {
			who = p.head(focal)
		}
		if _, err := p.MoveRegistration(p.ctx, who, r.ID, thidua.Review, app.Move{Version: r.Version}); err != nil {
			return err
		}
	}
	return nil
}

// submitList takes the list to the leader.
func (p *player) submitList(year int) error {
	b, err := p.RegistrationBook(p.ctx, p.as(office), p.rounds[year])
	if err == nil {
		_, err = p.MakeCoverSlip(p.ctx, p.as(office), p.rounds[year], thidua.SlipRegistrations, p.rounds[year], b.Proposal())
	}
	return err
}

// sendList has the leader agree in the program and records that the list went up.
func (p *player) sendList(year int) error {
	who := p.as(office)
	b, err := p.RegistrationBook(p.ctx, who, p.rounds[year])
	if err != nil {
		return err
	}
	slip := b.Slip
	if _, err := p.RecordOpinion(p.ctx, p.as(chief), slip.ID, app.Instruction{Version: slip.Version, Do: thidua.Agree}); err != nil {
		return err
	}
	on := thidua.DateOf(p.clock.Now())
	_, err = p.RecordSentUp(p.ctx, who, thidua.Submission{Round: p.rounds[year], What: thidua.SentRegistrations, Number: word("letter"), Dated: on, SentOn: on})
	return err
}

func (p *player) confirmList(year int) error {
	all, err := p.Submissions(p.ctx, p.as(office), p.rounds[year], thidua.SentRegistrations)
	if err != nil || all[0].State != thidua.SubmissionSent { // the answer came as a package
		return err
	}
	on := thidua.DateOf(p.clock.Now())
	_, err = p.RecordReply(p.ctx, p.as(office), all[0].ID, all[0].Version, thidua.Reply{Kind: thidua.AnswerConfirmed, ReceivedOn: on, Text: word("confirmed")})
	return err
}
