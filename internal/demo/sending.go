package demo

import (
	"strings"

	"thidua"
	"thidua/internal/app"
)

func (p *player) sendUp(year int) error {
	v, err := p.view(year)
	if err != nil {
		return err
	}
	on := thidua.DateOf(p.clock.Now())
	s := thidua.Submission{Number: word("letter-number"), Dated: thidua.NewDate(after(year), 1, 22).AddDays(later(year)), SentOn: on}
	if len(v.Sendings) > 0 {
		s.Number, s.Dated = word("letter"), on
	}
	if _, err := p.RecordSubmission(p.ctx, p.as(office), v.Dossier.ID, v.Dossier.Version, s); err != nil || len(v.Sendings) > 0 {
		return err
	}
	if v, err = p.view(year); err != nil {
		return err
	}
	return p.RecordHardCopy(p.ctx, p.as(office), v.Dossier.ID, v.Dossier.Version, on)
}

func (p *player) sending(year int) (thidua.Submission, error) {
	all, err := p.Submissions(p.ctx, p.as(office), p.rounds[year], thidua.SentDossier)
	if err != nil {
		return thidua.Submission{}, err
	}
	return all[len(all)-1], nil
}

func (p *player) reply(year int, kind thidua.Action, key string) func() error {
	return func() error {
		s, err := p.sending(year)
		if err != nil {
			return err
		}
		r := thidua.Reply{Kind: kind, ReceivedOn: thidua.DateOf(p.clock.Now()), Text: word(key)}
		if kind == thidua.AnswerReturned {
			r.Number, r.Dated = word("answer-number"), r.ReceivedOn
			if r.Scan, err = p.scan(p.as(office), r.Number); err != nil {
				return err
			}
		}
		_, err = p.RecordReply(p.ctx, p.as(office), s.ID, s.Version, r)
		return err
	}
}

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
	in := thidua.Decision{AwardDecision: thidua.AwardDecision{Number: word("decision"), Dated: thidua.NewDate(after(year), 3, 5),
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
