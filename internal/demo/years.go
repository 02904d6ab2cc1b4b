package demo

import (
	"thidua"
)

// days are when a year took its steps of registration: opening, units, people, review by Văn phòng, to the leader, up, confirmed, closed, and
// the day on which the scale was agreed to.
var days = map[int][9]thidua.Date{
	2021: {"2021-08-10", "2021-08-17", "2021-08-18", "2021-08-24", "2021-08-26", "2021-08-26", "2021-08-27", "2021-08-30", "2021-09-15"},
	2022: {"2022-01-04", "2022-01-10", "2022-01-11", "2022-01-19", "2022-01-27", "2022-01-27", "2022-02-10", "2022-02-11", "2022-03-14"},
	2023: {"2023-01-03", "2023-01-09", "2023-01-10", "2023-01-19", "2023-01-30", "2023-01-30", "2023-02-02", "2023-02-06", "2023-03-13"},
	2024: {"2024-01-02", "2024-01-09", "2024-01-10", "2024-01-19", "2024-01-29", "2024-01-29", "2024-02-02", "2024-02-06", "2024-03-13"},
}

// year plays a whole year: registration, work, scores, council, dossier. That of 2021 began with the plan in August.
func (p *player) year(year int) {
	on := days[year]
	p.plan(moment(on[0], 8, 0), p.settle(year))
	p.plan(moment(on[0], 8, 5), p.move(year, thidua.OpenRegistration))
	for i, u := range rows("units.txt") {
		p.plan(minutesAfter(moment(on[1], 8, 0), 20*i), func() error { return p.registerUnit(year, u[0]) })
		for j, m := range p.of(u[0]) {
			if p.joined(year, m) {
				p.plan(minutesAfter(moment(on[2], 8, 0), 60*i+5*j), func() error { return p.registerPerson(year, m) })
			}
		}
	}
	p.plan(moment(on[3], 15, 0), func() error { return p.review(year) })
	p.plan(moment(on[4], 8, 0), func() error { return p.submitList(year) })
	p.plan(moment(on[5], 9, 0), func() error { return p.sendList(year) })
	p.plan(moment(on[6], 10, 0), func() error { return p.confirmList(year) })
	p.plan(moment(on[7], 8, 0), p.move(year, thidua.CloseRegister))
	p.plan(moment(on[8], 9, 0), func() error { return p.agreeScale(year, on[8].AddDays(-1)) })
	p.work(year)
	p.score(year)
	p.judge(year)
}

// joined tells who takes part in a year: the first years all but five and four, in 2023 all but three, in 2024 all but two.
func (p *player) joined(year int, m member) bool {
	out := map[int][]string{2021: {"NV1", "NV2", "NV3", "NV4", "NV5"}, 2022: {"NV2", "NV3", "NV4", "NV5"}, 2023: {"NV3", "NV4", "NV5"}, 2024: {"NV3", "NV5"}}[year]
	for _, unit := range out {
		if all := p.of(unit); all[len(all)-1].ID == m.ID {
			return false
		}
	}
	return true
}

func (p *player) award() string { return p.def.Awards[0].ID }
