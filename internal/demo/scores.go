package demo

import (
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/app"
)

// score opens the sheets of a year, has them filled, reviewed and closed.
func (p *player) score(year int) {
	next := year + 1
	p.plan(moment(thidua.NewDate(next, 1, 2), 8, 0), p.move(year, thidua.BeginJudging))
	p.plan(moment(thidua.NewDate(next, 1, 2), 8, 10), func() error { return p.OpenSheets(p.ctx, p.as(office), p.rounds[year]) })
	for i, r := range scoresOf(year) {
		p.plan(minutesAfter(moment(thidua.NewDate(next, 1, 6), 8, 0), 15*i), func() error { return p.selfScore(year, r) })
		p.plan(minutesAfter(moment(thidua.NewDate(next, 1, 9), 8, 0), 20*i), func() error { return p.reviewSheet(year, r) })
		p.plan(minutesAfter(moment(thidua.NewDate(next, 1, 10), 14, 0), 5*i), func() error { return p.step(year, r[1], p.reviewer(r[1]), thidua.CloseSheet) })
		if halfway(year, r[1]) {
			p.finish(year, r)
		}
	}
	p.plan(moment(published(year), 9, 0), func() error {
		r, err := p.round(year)
		if err != nil {
			return err
		}
		return p.PublishRanks(p.ctx, p.as(chief), r.ID, r.Version)
	})
}

// published is when the ranks of a year were made known: before the council met, in the last years after it.
func published(year int) thidua.Date {
	switch year {
	case 2024:
		return "2025-03-03"
	case 2025:
		return "2026-01-26"
	}
	return thidua.NewDate(year+1, 1, 12)
}

func scoresOf(year int) (out [][]string) {
	for _, r := range rows("scores.txt") {
		if r[0] == strconv.Itoa(year) {
			out = append(out, r)
		}
	}
	return out
}

// points reads a cell of the scores: reviewed, and what the unit gave itself where that differs.
func points(cell string) (reviewed, self thidua.Points) {
	first, second, differs := strings.Cut(cell, "/")
	reviewed = thidua.Points(number(first))
	if !differs {
		return reviewed, reviewed
	}
	return reviewed, thidua.Points(number(second))
}

func (p *player) selfScore(year int, r []string) error {
	s, err := p.sheet(year, r[1])
	if err != nil {
		return err
	}
	for i := range s.Lines {
		_, self := points(r[i+2])
		s.Lines[i].Self = &self
	}
	if _, err := p.SaveSelfScores(p.ctx, p.head(r[1]), s); err != nil {
		return err
	}
	return p.step(year, r[1], p.head(r[1]), thidua.Send)
}

// agreeScale writes down the points of each leaf, with the council's agreement.
func (p *player) agreeScale(year int, agreed thidua.Date) error {
	f, err := p.ScaleOf(p.ctx, p.as(office), p.rounds[year])
	if err != nil {
		return err
	}
	most := map[string]thidua.Points{"TC1": 20_00, "TC3": 20_00, "TC4": 15_00, "TC5": 15_00}
	for i, c := range f.Leaves {
		f.Leaves[i].MaxPoints = 5_00
		if m, ok := most[c.Code]; ok {
			f.Leaves[i].MaxPoints = m
		}
		if c.Code == "TC5" {
			f.Leaves[i].PointsNote = word("innovation-points")
		}
	}
	f.Round.ByPoints, f.Round.OfficeReviewer = true, p.units["NV1"].ID
	f.Scale.Decision, f.Scale.AgreedOn = word("scale-decision"), agreed
	return p.SaveScale(p.ctx, p.as(office), f)
}

// reviewer is Văn phòng, and for its own sheet the head of the unit that the round names.
func (p *player) reviewer(unit string) thidua.Actor {
	if unit == focal {
		return p.head("NV1")
	}
	return p.as(office)
}

// sheet finds the score sheet of a unit.
func (p *player) sheet(year int, unit string) (thidua.ScoreSheet, error) {
	all, err := p.Sheets(p.ctx, p.as(office), p.rounds[year])
	for _, s := range all.Sheets {
		if s.Unit == p.units[unit].ID {
			return s, err
		}
	}
	return thidua.ScoreSheet{}, err
}

func (p *player) step(year int, unit string, who thidua.Actor, do thidua.Action) error {
	s, err := p.sheet(year, unit)
	if err != nil {
		return err
	}
	return p.MoveSheet(p.ctx, who, app.SheetMove{Sheet: s.ID, Do: do, Version: s.Version})
}
