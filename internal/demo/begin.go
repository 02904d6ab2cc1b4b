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

// pastYears opens and closes the years before the first one that is played, each in its time.
func (p *player) pastYears() {
	for year, days := range map[int][]thidua.Date{2021: {"2021-08-10", "2021-08-30", "2022-01-10", "2022-03-31"}, 2022: {"2022-01-04", "2022-02-07", "2023-01-10", "2023-01-10"}} {
		for i, do := range []thidua.Action{thidua.OpenRegistration, thidua.CloseRegister, thidua.BeginJudging, thidua.EndRound} {
			p.plan(minutesAfter(moment(days[i], 9, 0), i), p.move(year, do))
		}
	}
}

// settle enters what the agency sets for a year.
func (p *player) settle(year int) func() error {
	return func() error {
		r, err := p.round(year)
		if err != nil {
			return err
		}
		r.InternalDue, r.ScoringDue = thidua.NewDate(year, 1, 17), thidua.NewDate(year+1, 1, 10)
		r.DossierInternal, r.SendInternal = thidua.NewDate(year+1, 1, 20), thidua.NewDate(year+1, 1, 24)
		r.QuotaUnits, r.QuotaPeople, r.QuotaSource = 2, 2, word("quota")
		r.ReachedFrom, r.ByPoints, r.OfficeReviewer = 70, true, p.units["NV1"].ID
		return p.SaveRound(p.ctx, p.as(office), r)
	}
}
