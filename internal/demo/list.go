package demo

import (
	"thidua"
	"thidua/internal/app"
)

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
	if err != nil {
		return err
	}
	on := thidua.DateOf(p.clock.Now())
	_, err = p.RecordReply(p.ctx, p.as(office), all[0].ID, all[0].Version, thidua.Reply{Kind: thidua.AnswerConfirmed, ReceivedOn: on, Text: word("confirmed")})
	return err
}
