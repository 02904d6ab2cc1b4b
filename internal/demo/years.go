package demo

import (
	"time"

	"thidua"
)

// year plays a whole year: registration, work, scores, council, dossier.
func (p *player) year(year int) {
	at := func(month, d, hour, minute int) time.Time {
		return moment(thidua.NewDate(year, month, d), hour, minute)
	}
	launch, send := 3, 30 // 2023 began after the day off for New Year, and its list went up after Tết
	if year == 2024 {
		launch, send = 2, 29
	}
	p.plan(at(1, launch, 8, 0), p.settle(year))
	p.plan(at(1, launch, 8, 5), p.move(year, thidua.OpenRegistration))
	for i, u := range rows("units.txt") {
		p.plan(minutesAfter(at(1, 9, 8, 0), 20*i), func() error { return p.registerUnit(year, u[0]) })
		for j, m := range p.of(u[0]) {
			if p.joined(year, m) {
				p.plan(minutesAfter(at(1, 10, 8, 0), 60*i+5*j), func() error { return p.registerPerson(year, m) })
			}
		}
	}
	p.plan(at(1, 19, 15, 0), func() error { return p.review(year) })
	p.plan(at(1, send, 8, 0), func() error { return p.submitList(year) })
	p.plan(at(1, send, 9, 0), func() error { return p.sendList(year) })
	p.plan(at(2, 2, 10, 0), func() error { return p.confirmList(year) })
	p.plan(at(2, 6, 8, 0), p.move(year, thidua.CloseRegister))
	p.plan(at(3, 13, 9, 0), func() error { return p.agreeScale(year) })
	p.work(year)
	p.score(year)
	p.judge(year)
}

// joined tells who takes part in a year: in 2023 all but three, in 2024 all but two.
func (p *player) joined(year int, m member) bool {
	out := map[int][]string{2023: {"NV3", "NV4", "NV5"}, 2024: {"NV3", "NV5"}}[year]
	for _, unit := range out {
		if all := p.of(unit); all[len(all)-1].ID == m.ID {
			return false
		}
	}
	return true
}

func (p *player) award() string { return p.def.Awards[0].ID }
