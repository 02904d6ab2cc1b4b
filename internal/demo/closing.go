package demo

import (
	"strings"
	"time"

	"thidua"
	"thidua/internal/app/closing"
	"thidua/internal/app/writing"
)

// period stands where other acts have a year: the closing round of the whole movement.
const period = 0

// after is the year in which a year is judged; the whole period is judged together with its last year.
func after(year int) int {
	if year == period {
		return 2026
	}
	return year + 1
}

// closing plays 2025 to its end, its judging, and the summing up of the five years.
func (p *player) closing() {
	p.plan(moment("2025-03-13", 9, 0), func() error { return p.agreeScale(2025, "2025-03-12") })
	p.work(2025)
	p.score(2025)
	p.plan(moment("2026-01-05", 9, 0), p.sumUp)
	p.plan(moment("2026-01-08", 14, 0), p.report5)
	p.judge(2025)
	p.plan(moment("2026-01-19", 8, 30), p.closingQuota)
	p.judge(period)
	p.plan(moment("2026-04-20", 9, 0), p.endMovement)
}

// sumUp begins the summing up and notes the closing round.
func (p *player) sumUp() error {
	who := p.as(office)
	s, err := p.Season(p.ctx, who, p.rounds[2025])
	if err != nil {
		return err
	}
	if err := p.MoveMovement(p.ctx, who, s.Movement.ID, thidua.BeginSumming, s.Movement.Version); err != nil {
		return err
	}
	v, err := closing.Over(p.App).View(p.ctx, who, s.Movement.ID)
	p.rounds[period] = v.Closing.ID
	return err
}

// report5 drafts the report of the five years and writes its words.
func (p *player) report5() error {
	who := p.as(office)
	paper, err := writing.Over(p.App).Make(p.ctx, who, thidua.PaperFinalReview, writing.Place{Round: p.rounds[period]})
	if err != nil {
		return err
	}
	words := map[string]string{}
	for part, key := range map[string]string{"lanh-dao": "closing-lead", "khen-thuong": "closing-awards", "han-che": "closing-limits", "bai-hoc": "closing-lessons",
		"nhiem-vu": "closing-next", "kien-nghi": "closing-ask"} {
		words[part] = strings.ReplaceAll(word(key), " // ", "\n")
	}
	_, err = p.WritePaper(p.ctx, who, paper.ID, paper.Version, words)
	return err
}

// closingQuota records how many Sở Nội vụ lets the agency propose for the period.
func (p *player) closingQuota() error {
	r, err := p.round(period)
	if err != nil {
		return err
	}
	return closing.Over(p.App).SaveQuota(p.ctx, p.as(office), closing.Quota{Movement: r.Movement, Units: 1, People: 2, Source: word("closing-quota"), Version: r.Version})
}

// endMovement ends the movement once its closing round has ended.
func (p *player) endMovement() error {
	s, err := p.Season(p.ctx, p.as(office), p.rounds[period])
	if err != nil {
		return err
	}
	return p.MoveMovement(p.ctx, p.as(office), s.Movement.ID, thidua.EndMovement, s.Movement.Version)
}

// sits is the time at which the council sits about a year.
func sits(year int) time.Time {
	return moment(thidua.NewDate(after(year), 1, 16).AddDays(later(year)), 14, 0)
}
