package demo

import (
	"strconv"
	"strings"

	"thidua"
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
	if year == 2023 {
		p.plan(moment(thidua.NewDate(next, 1, 12), 9, 0), func() error {
			r, err := p.round(year)
			if err != nil {
				return err
			}
			return p.PublishRanks(p.ctx, p.as(chief), r.ID, r.Version)
		})
	}
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
