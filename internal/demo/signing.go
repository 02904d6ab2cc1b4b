package demo

import (
	"bytes"
	"path"
	"strings"
	"thidua"
	"thidua/internal/app"
	"thidua/internal/doc"
)

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

// issue records number, day and signed copy of a paper.
func (p *player) issue(paper thidua.Paper, number string, on thidua.Date) error {
	who := p.as(office)
	signed, err := p.scan(who, paper.Title)
	if err != nil {
		return err
	}
	_, err = p.MovePaper(p.ctx, who, paper.ID, thidua.RecordIssued, app.PaperMove{Version: paper.Version, Number: number, On: on, Signed: signed})
	return err
}

// scan keeps a sheet that stands for a signed or received copy.
func (p *player) scan(actor thidua.Actor, title string) (thidua.FileRef, error) {
	return p.keep(actor, title, word("scan-file"))
}

// sampleFile keeps a file of evidence under its own name.
func (p *player) sampleFile(actor thidua.Actor, name string) (thidua.FileRef, error) {
	return p.keep(actor, strings.TrimSuffix(name, path.Ext(name)), name)
}

// keep makes a page of one sentence and keeps it: a PDF, or a DOCX where the name says so.
func (p *player) keep(actor thidua.Actor, title, name string) (thidua.FileRef, error) {
	var out bytes.Buffer
	d := doc.New(title, thidua.DateOf(p.clock.Now()), true, doc.Title{Kind: title}, doc.Text(word("scan")))
	write := d.PDF
	if path.Ext(name) == ".docx" {
		write = d.DOCX
	}
	if err := write(&out); err != nil {
		return thidua.FileRef{}, err
	}
	return p.KeepFile(p.ctx, actor, "scan", name, &out)
}
