package demo

import (
	"thidua"
)

func (p *player) sendUp(year int) error {
	v, err := p.view(year)
	if err != nil {
		return err
	}
	on := thidua.DateOf(p.clock.Now())
	s := thidua.Submission{Number: word("letter-number"), Dated: thidua.NewDate(year+1, 1, 22), SentOn: on}
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
