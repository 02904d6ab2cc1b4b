package demo

import (
	"strconv"
	"strings"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/doc/record"
)

// dossier plays the papers of a year, their sending, what Sở Nội vụ answers, the decision and the roll of honour.
func (p *player) dossier(year int, at func(month, d, hour, minute int) time.Time) {
	p.drafts(year, at)
	p.plan(at(1, 22, 10, 0), func() error { return p.issueLetter(year) })
	p.plan(at(1, 22, 15, 0), p.whole(year))
	p.plan(at(1, 24, 9, 0), func() error { return p.sendUp(year) })
	p.plan(at(2, 3, 9, 0), p.reply(year, thidua.AnswerReceived, "by-phone"))
	if year == 2024 {
		p.plan(at(2, 7, 9, 0), p.reply(year, thidua.AnswerReturned, "returned"))
		p.plan(at(2, 11, 9, 0), func() error { return p.sendUp(year) })
		p.plan(at(2, 12, 9, 0), p.reply(year, thidua.AnswerReceived, "by-phone"))
	}
	p.plan(at(2, 24, 9, 0), p.reply(year, thidua.AnswerConsult, "consulted"))
	p.plan(at(3, 10, 14, 0), func() error { return p.decide(year) })
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

// drafts plays the papers: on the day after the session two reports are issued, one waits for the confirmation and one for words.
func (p *player) drafts(year int, at func(month, d, hour, minute int) time.Time) {
	p.plan(at(1, 17, 8, 30), func() error {
		d, err := p.MakeDossier(p.ctx, p.as(office), p.rounds[year])
		p.docs[dossierOf(year)] = d.ID
		return err
	})
	p.plan(at(1, 17, 8, 50), func() error { return p.writeReports(year, thidua.Collective) })
	p.plan(at(1, 17, 9, 15), func() error { return p.mendLetter(year) })
	p.plan(at(1, 17, 9, 40), func() error { return p.writeReports(year, thidua.Individual) })
	p.plan(at(1, 17, 10, 0), func() error { return p.issueReports(year, thidua.Collective) })
	p.plan(at(1, 17, 10, 5), func() error {
		return p.writeLetter(year, record.WordsRecipients, strings.ReplaceAll(word("recipients"), " // ", "\n"))
	})
	p.plan(at(1, 17, 10, 12), func() error { return p.submitLetter(year) })
	p.plan(at(1, 20, 8, 30), func() error { return p.finishReports(year) })
	p.plan(at(1, 20, 9, 0), func() error { return p.issueReports(year, thidua.Individual) })
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

func dossierOf(year int) string { return "dossier " + strconv.Itoa(year) }
