package demo

import (
	"strings"

	"thidua"
	"thidua/internal/app"
)

// decide records the decision with its list: who is awarded under which number of the golden book.
func (p *player) decide(year int) error {
	s, err := p.sending(year)
	if err != nil {
		return err
	}
	scan, err := p.scan(p.as(office), word("decision"))
	if err != nil {
		return err
	}
	v, err := p.view(year)
	if err != nil {
		return err
	}
	in := thidua.Decision{AwardDecision: thidua.AwardDecision{Number: word("decision"), Dated: thidua.NewDate(year+1, 3, 5),
		ReceivedOn: thidua.DateOf(p.clock.Now()), Issuer: word("issuer"), Scan: scan}}
	for _, n := range v.Nominees {
		in.Lines = append(in.Lines, p.line(year, n.ID))
	}
	_, err = p.RecordDecision(p.ctx, p.as(office), s.ID, s.Version, in)
	return err
}

func (p *player) line(year int, nominee string) thidua.DecisionLine {
	out := thidua.DecisionLine{Nominee: nominee, Answer: thidua.AnswerNo, Note: word("not-awarded")}
	for _, r := range nomineesOf(year) {
		if p.docs[strings.Join(r[:2], " ")] == nominee && r[5] != "" {
			out.Answer, out.GoldNumber, out.Note = thidua.AnswerYes, r[5], ""
		}
	}
	return out
}

// honour publishes the roll of a year: the leader does it in the program.
func (p *player) honour(year int) error {
	r, err := p.round(year)
	if err != nil {
		return err
	}
	return p.PublishHonour(p.ctx, p.as(chief), r.ID, r.Version, app.Instruction{Do: thidua.Agree})
}
