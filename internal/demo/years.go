package demo

import (
	"bytes"
	"strconv"
	"time"

	"thidua"
	"thidua/internal/app"
)

// begin reads the plan and makes the movement with its years; what the plan leaves open stays open.
func (p *player) begin() error {
	p.clock.Set(moment("2021-08-09", 8, 30))
	who := p.as(office)
	source, err := p.UploadPlan(p.ctx, who, word("plan-file"), bytes.NewReader(table("ke-hoach.txt")))
	if err != nil {
		return err
	}
	m, err := p.ApplyPlan(p.ctx, who, source.ID, source.Version)
	if err != nil {
		return err
	}
	y, err := p.Years(p.ctx, who)
	if err != nil {
		return err
	}
	for _, r := range y.Rounds {
		p.rounds[r.Year] = r.ID
	}
	s, err := p.Season(p.ctx, who, p.rounds[2025])
	if err != nil {
		return err
	}
	p.def = s.Definition
	for _, do := range []thidua.Action{thidua.Launch, thidua.BeginWork} {
		s, err := p.Season(p.ctx, who, p.rounds[2025])
		if err != nil {
			return err
		}
		if err := p.MoveMovement(p.ctx, who, m.ID, do, s.Movement.Version); err != nil {
			return err
		}
	}
	return nil
}

// pastYears closes the years before the first one that is played.
func (p *player) pastYears() {
	for _, year := range []int{2021, 2022} {
		at := moment(thidua.NewDate(year+1, 1, 10), 9, 0)
		for i, do := range []thidua.Action{thidua.OpenRegistration, thidua.CloseRegister, thidua.BeginJudging, thidua.EndRound} {
			p.plan(minutesAfter(at, i), p.move(year, do))
		}
	}
}

// settle enters what the agency sets for a year.
func (p *player) settle(year int) func() error {
	return func() error {
		r, err := p.round(year)
		if err != nil {
			return err
		}
		r.InternalDue, r.ScoringDue = thidua.NewDate(year, 1, 17), thidua.NewDate(year+1, 1, 10)
		r.DossierInternal, r.SendInternal = thidua.NewDate(year+1, 1, 20), thidua.NewDate(year+1, 1, 24)
		r.QuotaUnits, r.QuotaPeople, r.QuotaSource = 2, 2, word("quota")
		r.ReachedFrom, r.ByPoints, r.OfficeReviewer = 70, true, p.units["NV1"].ID
		return p.SaveRound(p.ctx, p.as(office), r)
	}
}

// year plays a whole year: registration, work, scores, council, dossier.
func (p *player) year(year int) {
	at := func(month, d, hour, minute int) time.Time {
		return moment(thidua.NewDate(year, month, d), hour, minute)
	}
	p.plan(at(1, 3, 8, 0), p.settle(year))
	p.plan(at(1, 3, 8, 5), p.move(year, thidua.OpenRegistration))
	for i, u := range rows("units.txt") {
		p.plan(minutesAfter(at(1, 9, 8, 0), 20*i), func() error { return p.registerUnit(year, u[0]) })
		for j, m := range p.of(u[0]) {
			if p.joined(year, m) {
				p.plan(minutesAfter(at(1, 10, 8, 0), 60*i+5*j), func() error { return p.registerPerson(year, m) })
			}
		}
	}
	p.plan(at(1, 19, 15, 0), func() error { return p.review(year) })
	p.plan(at(1, 22, 9, 0), func() error { return p.sendList(year) })
	p.plan(at(2, 5, 10, 0), func() error { return p.confirmList(year) })
	p.plan(at(2, 6, 8, 0), p.move(year, thidua.CloseRegister))
	p.plan(at(3, 13, 9, 0), func() error { return p.agreeScale(year) })
	p.work(year)
	p.score(year)
	p.judge(year)
}

// joined tells who takes part in a year: in 2023 all but three, in 2024 all but two.
func (p *player) joined(year int, m member) bool {
	out := map[int][]string{2023: {"NV3", "NV4", "NV5"}, 2024: {"NV3", "NV5"}}[year]
	for _, unit := range out {
		if all := p.of(unit); all[len(all)-1].ID == m.ID {
			return false
		}
	}
	return true
}

func (p *player) award() string { return p.def.Awards[0].ID }

// registerUnit registers a unit with the targets of the tables and sends it.
func (p *player) registerUnit(year int, unit string) error {
	var lines []thidua.Target
	for _, g := range goalsOf(strconv.Itoa(year), unit) {
		lines = append(lines, thidua.Target{Criterion: p.leaf(g.leaf), Content: g.content, Value: g.value, Measure: g.measure,
			Direction: thidua.AtLeast, Due: thidua.NewDate(year, 12, 31)})
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

// own is the registration of a person: the three lines of the sample.
func (p *player) own(year int, m member) thidua.Registration {
	keys := []string{"line-1", "line-2", "line-3"}
	codes := []string{"TC2", "TC2", "TC4"}
	r := thidua.Registration{Round: p.rounds[year], Subject: thidua.Subject{Kind: thidua.Individual, Unit: m.actor.Unit, Person: m.ID}, Award: p.award()}
	if m.actor.Account == "" {
		keys, codes = []string{"line-goods"}, []string{"TC1"}
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

// sendList takes the list to the leader, who agrees in the program, and records that it went up.
func (p *player) sendList(year int) error {
	who := p.as(office)
	slip, err := p.MakeCoverSlip(p.ctx, who, p.rounds[year], thidua.SlipRegistrations, p.rounds[year], word("proposal"))
	if err != nil {
		return err
	}
	if _, err := p.RecordOpinion(p.ctx, p.as(chief), slip.ID, app.Instruction{Version: slip.Version, Do: thidua.Agree}); err != nil {
		return err
	}
	on := thidua.DateOf(p.clock.Now())
	_, err = p.RecordSentUp(p.ctx, who, thidua.Submission{Round: p.rounds[year], What: thidua.SentRegistrations, Number: word("letter"), Dated: on, SentOn: on})
	return err
}

func (p *player) confirmList(year int) error {
	all, err := p.Submissions(p.ctx, p.as(office), p.rounds[year], thidua.SentRegistrations)
	if err != nil {
		return err
	}
	on := thidua.DateOf(p.clock.Now())
	_, err = p.RecordReply(p.ctx, p.as(office), all[0].ID, all[0].Version, thidua.Reply{Kind: thidua.AnswerConfirmed, ReceivedOn: on, Text: word("confirmed")})
	return err
}
