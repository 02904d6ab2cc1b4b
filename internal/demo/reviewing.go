package demo

import (
	"strconv"

	"thidua"
)

func (p *player) reviewSheet(year int, r []string) error {
	if err := p.step(year, r[1], p.reviewer(r[1]), thidua.TakeUp); err != nil {
		return err
	}
	lines := len(r) - 2
	if halfway(year, r[1]) {
		lines--
	}
	return p.saveReview(year, r, lines)
}

// halfway is the sheet that the screens show while it is filled in: its last line is judged in the afternoon.
func halfway(year int, unit string) bool { return year == 2024 && unit == "NV2" }

// saveReview fills in the first lines of a sheet; the others stay as they are.
func (p *player) saveReview(year int, r []string, lines int) error {
	s, err := p.sheet(year, r[1])
	if err != nil {
		return err
	}
	for i := range lines {
		reviewed, self := points(r[i+2])
		s.Lines[i].Review = &reviewed
		if reviewed != self {
			s.Lines[i].Reason = p.reasonOf(year, r[1], s.Lines[i].Criterion)
		}
	}
	_, err = p.SaveReview(p.ctx, p.reviewer(r[1]), s)
	return err
}

func (p *player) reasonOf(year int, unit, criterion string) string {
	for _, r := range rows("remarks.txt") {
		if r[0] == strconv.Itoa(year) && r[1] == unit && p.leaf(r[2]) == criterion {
			return r[3]
		}
	}
	return word("score-reason")
}

// finish judges the last line of the sheet that the screens show, after a remark of the unit and one of Văn phòng.
func (p *player) finish(year int, r []string) {
	remark := func(who thidua.Actor, key string) func() error {
		return func() error {
			s, err := p.sheet(year, r[1])
			if err != nil {
				return err
			}
			return p.CommentSheet(p.ctx, who, s.ID, "", word(key))
		}
	}
	p.plan(moment(thidua.NewDate(year+1, 1, 6), 15, 0), remark(p.head(r[1]), "self-remark"))
	p.plan(moment(thidua.NewDate(year+1, 1, 9), 9, 50), remark(p.as(office), "office-remark"))
	p.plan(moment(thidua.NewDate(year+1, 1, 9), 15, 0), func() error { return p.saveReview(year, r, len(r)-2) })
}
