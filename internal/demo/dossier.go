package demo

import (
	"strings"
	"time"

	"thidua"
	"thidua/internal/app"
)

// dossier plays the papers of a year, their sending, what Sở Nội vụ answers, the decision and the roll of honour.
func (p *player) dossier(year int, at func(month, d, hour, minute int) time.Time) {
	p.plan(at(1, 17, 9, 30), func() error {
		d, err := p.MakeDossier(p.ctx, p.as(office), p.rounds[year])
		p.docs[dossierOf(year)] = d.ID
		return err
	})
	p.plan(at(1, 17, 10, 12), func() error { return p.submit(year) })
	p.plan(at(1, 20, 9, 0), func() error { return p.issueReports(year) })
	p.plan(at(1, 22, 10, 0), func() error { return p.issueLetter(year) })
	p.plan(at(1, 22, 15, 0), p.whole(year))
	p.plan(at(1, 24, 9, 0), func() error { return p.sendUp(year) })
	p.plan(at(2, 3, 9, 0), p.reply(year, thidua.AnswerReceived, ""))
	if year == 2024 {
		p.plan(at(2, 7, 9, 0), p.reply(year, thidua.AnswerReturned, "returned"))
		p.plan(at(2, 11, 9, 0), func() error { return p.sendUp(year) })
		p.plan(at(2, 12, 9, 0), p.reply(year, thidua.AnswerReceived, ""))
	}
	p.plan(at(2, 24, 9, 0), p.reply(year, thidua.AnswerConsult, "consulted"))
	p.plan(at(3, 10, 9, 0), func() error { return p.decide(year) })
	p.plan(at(3, 20, 9, 0), func() error {
		v, err := p.view(year)
		if err != nil {
			return err
		}
		return p.RecordCeremony(p.ctx, p.as(office), v.Dossier.ID, v.Dossier.Version, thidua.DateOf(p.clock.Now()))
	})
	p.plan(at(3, 21, 9, 0), func() error { return p.honour(year) })
	p.plan(at(3, 28, 9, 0), func() error { return p.stepDossier(year, thidua.Archive) })
	p.plan(at(3, 31, 9, 0), p.move(year, thidua.EndRound))
}

func (p *player) view(year int) (app.DossierView, error) {
	return p.DossierOf(p.ctx, p.as(office), p.rounds[year])
}

// papers gives the papers of a dossier of one kind.
func (p *player) papers(year int, kind thidua.PaperKind) ([]thidua.Paper, error) {
	v, err := p.view(year)
	var out []thidua.Paper
	for _, c := range v.Components {
		if c.Paper != nil && c.Paper.Kind == kind {
			out = append(out, *c.Paper)
		}
	}
	return out, err
}

// submit sends reports and letter to be signed; what a report says of nothing yet is written first.
func (p *player) submit(year int) error {
	for _, kind := range []thidua.PaperKind{thidua.PaperReport, thidua.PaperProposal} {
		all, err := p.papers(year, kind)
		if err != nil {
			return err
		}
		for _, paper := range all {
			if err := p.toSign(paper); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *player) toSign(paper thidua.Paper) error {
	who := p.as(office)
	v, err := p.Paper(p.ctx, who, paper.ID)
	if err != nil {
		return err
	}
	words := map[string]string{}
	for part, text := range v.Parts {
		if text == "" && paper.Kind == thidua.PaperReport {
			words[part] = word("report-words")
		}
	}
	if len(words) > 0 {
		if paper, err = p.WritePaper(p.ctx, who, paper.ID, paper.Version, words); err != nil {
			return err
		}
	}
	_, err = p.MovePaper(p.ctx, who, paper.ID, thidua.SubmitForSign, app.PaperMove{Version: paper.Version})
	return err
}

// issueReports records the confirmation of the head on every report, and their signed copies.
func (p *player) issueReports(year int) error {
	all, err := p.papers(year, thidua.PaperReport)
	if err != nil {
		return err
	}
	for _, paper := range all {
		on := thidua.DateOf(p.clock.Now())
		if err := p.RecordConfirmation(p.ctx, p.as(office), paper.ID, paper.Version, on); err != nil {
			return err
		}
		paper.Version++
		if err := p.issue(paper, "", on); err != nil {
			return err
		}
	}
	return nil
}

func (p *player) issueLetter(year int) error {
	all, err := p.papers(year, thidua.PaperProposal)
	if err != nil {
		return err
	}
	return p.issue(all[0], word("letter-number"), thidua.DateOf(p.clock.Now()))
}

func (p *player) whole(year int) func() error {
	return func() error { return p.stepDossier(year, thidua.MarkWhole) }
}

func (p *player) stepDossier(year int, do thidua.Action) error {
	v, err := p.view(year)
	if err != nil {
		return err
	}
	return p.MoveDossier(p.ctx, p.as(office), v.Dossier.ID, do, v.Dossier.Version, "")
}

func (p *player) sendUp(year int) error {
	v, err := p.view(year)
	if err != nil {
		return err
	}
	on := thidua.DateOf(p.clock.Now())
	s := thidua.Submission{Number: word("letter-number"), Dated: thidua.NewDate(year+1, 1, 22), SentOn: on}
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
		r := thidua.Reply{Kind: kind, ReceivedOn: thidua.DateOf(p.clock.Now())}
		if key != "" {
			r.Text = word(key)
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
