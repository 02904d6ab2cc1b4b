package demo

import (
	"fmt"
	"slices"
	"time"

	"thidua"
	"thidua/internal/app"
)

// planSymbol is the abbreviation of kế hoạch in the number of a document.
const planSymbol = "KH"

// evidence adds what stands behind a target: the one piece that every target has, and what the table says of it beyond that.
func (p *player) evidence(year int, unit string, i int, g goal, at time.Time) {
	own := tableOf("papers.txt", year, unit, g.leaf)
	if g.leaf != "TC5" || len(own) == 0 {
		p.plan(at, p.attach(year, unit, i, g))
	}
	if g.further {
		return
	}
	for _, r := range own {
		p.plan(moment(day(r[5]), 16, 0), p.attachOwn(year, unit, i, r))
	}
}

// attach adds the evidence behind a target: a reference with number, day and abstract. Two units handed theirs in on paper in 2024.
func (p *player) attach(year int, unit string, n int, g goal) func() error {
	return func() error {
		id, err := p.targetID(year, unit, n)
		if err != nil {
			return err
		}
		e := thidua.Evidence{Target: id, DocNumber: fmt.Sprintf("%02d/%s-%s %s", n+1, g.symbol, unit, word("sample")), IssuedOn: thidua.NewDate(year, 12, 15), Abstract: g.abstract}
		if g.symbol == planSymbol {
			e.IssuedOn = thidua.NewDate(year, 2, 19)
			if year == 2021 { // the movement began in August
				e.IssuedOn = "2021-09-10"
			}
		}
		who := p.head(unit)
		if year == 2024 && g.further && slices.Contains(onPaper, unit) {
			who = p.as(office)
		}
		_, err = p.AddEvidence(p.ctx, who, e)
		return err
	}
}

var onPaper = []string{focal, "NV4"}

// attachOwn adds a piece of evidence of the table: a reference, or a file.
func (p *player) attachOwn(year int, unit string, n int, r []string) func() error {
	return func() error {
		id, err := p.targetID(year, unit, n)
		if err != nil {
			return err
		}
		e := thidua.Evidence{Target: id, DocNumber: r[3], Abstract: r[4], IssuedOn: day(r[5])}
		if len(r) > 6 {
			e.Page = r[6]
		}
		if r[3] == "" {
			e.Abstract = ""
			if e.File, err = p.sampleFile(p.head(unit), r[4]); err != nil {
				return err
			}
		}
		_, err = p.AddEvidence(p.ctx, p.head(unit), e)
		return err
	}
}

// checkEvidence is that of Văn phòng. What its own specialist brought waits for a leader, and one file of 2024 was returned.
func (p *player) checkEvidence(year int) error {
	for _, u := range rows("units.txt") {
		if err := p.look(year, u[0], p.as(office)); err != nil {
			return err
		}
	}
	return nil
}

// checkRest is what a leader of Văn phòng checks.
func (p *player) checkRest() error {
	for _, unit := range onPaper {
		if err := p.look(2024, unit, p.head(focal)); err != nil {
			return err
		}
	}
	return nil
}

// look checks the new evidence of a unit that somebody did not bring himself, and returns the file that lacks a number.
func (p *player) look(year int, unit string, who thidua.Actor) error {
	b, err := p.Board(p.ctx, p.as(office), p.rounds[year], app.BoardFilter{Unit: p.units[unit].ID})
	if err != nil {
		return err
	}
	for _, e := range b.Detail.Evidence {
		if e.State != thidua.EvidenceNew || e.Person != "" || who.Own(e.AddedBy) {
			continue
		}
		do, reason := thidua.CheckEvidence, ""
		if e.File.Name == word("evidence-file") {
			do, reason = thidua.AskMore, word("evidence-lack")
		}
		if err := p.MoveEvidence(p.ctx, who, do, e.Evidence, reason); err != nil {
			return err
		}
	}
	return nil
}
