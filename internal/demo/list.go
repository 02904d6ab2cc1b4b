package demo

import (
	"thidua"
	"thidua/internal/app"
)

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
