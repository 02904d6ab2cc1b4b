package demo

import (
	"bytes"

	"thidua"
)

// begin reads the plan and makes the movement with its years; what the plan leaves open stays open.
func (p *player) begin() error {
	p.clock.Set(moment("2021-08-09", 8, 30))
	who := p.as(office)
	source, err := p.UploadPlan(p.ctx, who, word("plan-file"), bytes.NewReader(table("ke-hoach.txt")))
	if err != nil {
		return err
	}
	m, err := p.ApplyPlan(p.ctx, who, source.ID, source.Version)
	if err != nil {
		return err
	}
	y, err := p.Years(p.ctx, who)
	if err != nil {
		return err
	}
	for _, r := range y.Rounds {
		p.rounds[r.Year] = r.ID
	}
	s, err := p.Season(p.ctx, who, p.rounds[2025])
	if err != nil {
		return err
	}
	p.def = s.Definition
	for _, do := range []thidua.Action{thidua.Launch, thidua.BeginWork} {
		s, err := p.Season(p.ctx, who, p.rounds[2025])
		if err != nil {
			return err
		}
		if err := p.MoveMovement(p.ctx, who, m.ID, do, s.Movement.Version); err != nil {
			return err
		}
	}
	return nil
}

// settle enters what the agency sets for a year.
func (p *player) settle(year int) func() error {
	return func() error {
		r, err := p.round(year)
		if err != nil {
			return err
		}
		r.InternalDue, r.ScoringDue = thidua.NewDate(year, 1, 17), thidua.NewDate(year+1, 1, 10)
		if year == 2021 { // the plan came in August
			r.InternalDue = "2021-08-24"
		}
		r.DossierInternal, r.SendInternal = thidua.NewDate(year+1, 1, 20), thidua.NewDate(year+1, 1, 24)
		quota := awardsIn[year]
		r.QuotaUnits, r.QuotaPeople, r.QuotaSource = quota[0], quota[1], word("quota")
		r.ReachedFrom, r.ByPoints, r.OfficeReviewer = 70, true, p.units["NV1"].ID
		return p.SaveRound(p.ctx, p.as(office), r)
	}
}

// awardsIn is how many units and people may be proposed in a year.
var awardsIn = map[int][2]int{2021: {1, 2}, 2022: {1, 3}, 2023: {2, 2}, 2024: {2, 2}, 2025: {2, 2}}
