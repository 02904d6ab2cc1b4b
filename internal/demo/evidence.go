package demo

import (
	"strconv"

	"thidua"
	"thidua/internal/app"
)

// planSymbol is the abbreviation of kế hoạch in the number of a document.
const planSymbol = "KH"

// attach adds the evidence behind a target: a reference with number, day and abstract.
func (p *player) attach(year int, unit string, n int, g goal) func() error {
	return func() error {
		id, err := p.targetID(year, unit, n)
		if err != nil {
			return err
		}
		e := thidua.Evidence{Target: id, DocNumber: strconv.Itoa(n+1) + "/" + g.symbol + "-" + unit + word("sample"), IssuedOn: thidua.NewDate(year, 12, 15), Abstract: g.abstract}
		if g.symbol == planSymbol {
			e.IssuedOn = thidua.NewDate(year, 2, 19)
		}
		_, err = p.AddEvidence(p.ctx, p.head(unit), e)
		return err
	}
}

// checkEvidence is that of Văn phòng. Of 2024 two pieces wait for it still, and one was returned to Phòng Nghiệp vụ 3.
func (p *player) checkEvidence(year int) error {
	for _, u := range rows("units.txt") {
		b, err := p.Board(p.ctx, p.as(office), p.rounds[year], app.BoardFilter{Unit: p.units[u[0]].ID})
		if err != nil {
			return err
		}
		for i, e := range b.Detail.Evidence {
			if e.State != thidua.EvidenceNew || e.Person != "" {
				continue
			}
			if err := p.lookAt(e, year, u[0], i == len(b.Detail.Evidence)-1); err != nil {
				return err
			}
		}
	}
	return nil
}

// lookAt checks one piece of evidence; the last ones of 2024 are what the screens show as open.
func (p *player) lookAt(e app.Evidence, year int, unit string, last bool) error {
	do, reason := thidua.CheckEvidence, ""
	if year == 2024 && last {
		switch unit {
		case "NV4", focal:
			return nil
		case "NV3":
			do, reason = thidua.AskMore, word("evidence-lack")
		}
	}
	return p.MoveEvidence(p.ctx, p.as(office), do, e.Evidence, reason)
}
