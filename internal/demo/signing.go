package demo

import (
	"bytes"
	"path"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/doc"
)

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
