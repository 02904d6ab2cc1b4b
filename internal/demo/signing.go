package demo

import (
	"bytes"
	"path"
	"slices"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/anchor"
	"thidua/internal/doc"
	"thidua/internal/doc/record"
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

// reportWords gives what the author of a report writes of a nominee, a unit by its code, a person by name: own words above the sentences that
// the program has composed.
func (p *player) reportWords(paper thidua.Paper) (map[string]string, error) {
	v, err := p.Paper(p.ctx, p.as(office), paper.ID)
	out := map[string]string{}
	for _, r := range p.authored(paper.Nominee) {
		own := strings.ReplaceAll(r[2], " // ", "\n")
		if own == word("none") && v.Parts[r[1]] != "" { // the data know better
			own = ""
		}
		out[r[1]] = strings.TrimSpace(own + "\n" + v.Parts[r[1]])
	}
	return out, err
}

// authored gives the rows of the tables for a nominee; one without rows of its own has those of any unit or any person.
func (p *player) authored(nominee string) [][]string {
	var own, anyUnit, anyPerson [][]string
	unit := false
	for _, r := range rows("reports.txt") {
		switch {
		case r[0] == "*":
			anyPerson = append(anyPerson, r)
		case r[0] == "**":
			anyUnit = append(anyUnit, r)
		case p.docs["report of "+r[0]] == nominee:
			own = append(own, r)
		}
	}
	for code := range p.units {
		unit = unit || p.docs["report of "+code] == nominee
	}
	switch {
	case len(own) > 0:
		return own
	case unit:
		return anyUnit
	}
	return anyPerson
}

// reports gives the reports of a year: those of units, or those of people, in the order of the list.
func (p *player) reports(year int, kind thidua.SubjectKind) ([]thidua.Paper, error) {
	all, err := p.papers(year, thidua.PaperReport)
	of := map[string]thidua.SubjectKind{}
	for _, r := range nomineesOf(year) {
		id := p.docs[strings.Join(r[:2], " ")]
		of[id], p.docs["report of "+r[1]] = p.subject(r[1]).Kind, id
	}
	return slices.DeleteFunc(all, func(paper thidua.Paper) bool { return of[paper.Nominee] != kind }), err
}

// writeReports has the words of the reports written; of people the first still owes the fourth criterion.
func (p *player) writeReports(year int, kind thidua.SubjectKind) error {
	all, err := p.reports(year, kind)
	if err != nil {
		return err
	}
	for i, paper := range all {
		words, err := p.reportWords(paper)
		if err != nil {
			return err
		}
		if kind == thidua.Individual && i == 0 {
			delete(words, owed)
		}
		if paper, err = p.WritePaper(p.ctx, p.as(office), paper.ID, paper.Version, words); err != nil {
			return err
		}
		if kind == thidua.Individual && i == 0 {
			continue
		}
		if err := p.toSign(paper); err != nil {
			return err
		}
	}
	return nil
}

// owed is the part that a report waits for when the screens show the dossier.
const owed = "tc4"

// finishReports has the missing part written and the report sent to be signed.
func (p *player) finishReports(year int) error {
	all, err := p.reports(year, thidua.Individual)
	if err != nil {
		return err
	}
	words, err := p.reportWords(all[0])
	if err != nil {
		return err
	}
	words = map[string]string{owed: words[owed]}
	paper, err := p.WritePaper(p.ctx, p.as(office), all[0].ID, all[0].Version, words)
	if err != nil {
		return err
	}
	return p.toSign(paper)
}

// issueReports records the confirmation of the head on every report, and their signed copies.
func (p *player) issueReports(year int, kind thidua.SubjectKind) error {
	all, err := p.reports(year, kind)
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

// writeLetter mends one part of the Tờ trình: a new edition.
func (p *player) writeLetter(year int, part, text string) error {
	all, err := p.papers(year, thidua.PaperProposal)
	if err != nil {
		return err
	}
	_, err = p.WritePaper(p.ctx, p.as(office), all[0].ID, all[0].Version, map[string]string{part: text})
	return err
}

// mendLetter says what the award is for as the certificate will.
func (p *player) mendLetter(year int) error {
	merit := word("merit") + " " + strconv.Itoa(year)
	if year == period {
		merit = word("closing-merit")
	}
	return p.writeLetter(year, record.WordsMerit, merit)
}

// submitLetter sends the Tờ trình to be signed, with its Phiếu trình.
func (p *player) submitLetter(year int) error {
	all, err := p.papers(year, thidua.PaperProposal)
	if err != nil {
		return err
	}
	return p.toSign(all[0])
}

func (p *player) toSign(paper thidua.Paper) error {
	_, err := p.MovePaper(p.ctx, p.as(office), paper.ID, thidua.SubmitForSign, app.PaperMove{Version: paper.Version})
	return err
}

// issueLetter has the leader agree on the Phiếu trình and records the signed Tờ trình.
func (p *player) issueLetter(year int) error {
	all, err := p.papers(year, thidua.PaperProposal)
	if err != nil {
		return err
	}
	v, err := p.Paper(p.ctx, p.as(chief), all[0].ID)
	if err != nil {
		return err
	}
	slip := v.Slips[len(v.Slips)-1]
	if _, err := p.RecordOpinion(p.ctx, p.as(chief), slip.ID, app.Instruction{Version: slip.Version, Do: thidua.Agree}); err != nil {
		return err
	}
	return p.issue(all[0], word("letter-number"), thidua.DateOf(p.clock.Now()))
}

// provesMinutes makes a proof sheet of the minutes of the year before last, which are issued with their signed copy.
func (p *player) provesMinutes() {
	p.plan(moment("2025-01-13", 11, 0), func() error {
		for n := 1; n > 0; { // the server gives every event its place beside everybody's work
			var err error
			if n, err = p.Ground().DB.Sequence(p.ctx, 500); err != nil {
				return err
			}
		}
		_, err := anchor.Over(p.App).MakeOfPaper(p.ctx, p.as(office), p.docs["minutes 2023"])
		return err
	})
}
