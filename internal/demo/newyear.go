package demo

import (
	"thidua"
	"thidua/internal/app"
)

// newYear is the registration of 2025 as it stands on the screens: four of six units and thirty of thirty-eight people have sent.
func (p *player) newYear() {
	p.plan(moment("2025-01-06", 8, 0), p.settle(2025))
	p.plan(moment("2025-01-06", 8, 5), p.move(2025, thidua.OpenRegistration))
	p.plan(moment("2025-01-06", 9, 0), func() error {
		return p.SaveIndexResult(p.ctx, p.as(office), thidua.IndexResult{Year: 2023, Rank: 7, Of: 20, PublishedOn: "2024-04-25", Document: word("index-document")})
	})
	p.plan(moment("2024-04-26", 9, 0), func() error {
		return p.SaveIndexResult(p.ctx, p.as(office), thidua.IndexResult{Year: 2022, Rank: 9, Of: 20, PublishedOn: "2023-04-25", Document: word("index-document")})
	})
	p.plan(moment("2025-01-10", 9, 0), func() error { return p.sendUnit("NV3") })
	p.plan(moment("2025-01-10", 15, 0), func() error { return p.reviewUnit("NV3") })
	p.plan(moment("2025-01-13", 9, 20), func() error { return p.sendUnit("NV1") })
	p.plan(moment("2025-01-13", 10, 12), func() error { return p.draftUnit("NV2") })
	p.plan(moment("2025-01-13", 15, 20), func() error { return p.sendUnit("NV2") })
	p.plan(moment("2025-01-13", 16, 5), func() error { return p.sendUnit("NV4") })
	p.plan(moment("2025-01-13", 16, 30), func() error { return p.draftUnit(focal) })
	p.newPeople()
	p.plan(moment("2025-01-14", 9, 5), p.askMore)
	p.plan(moment("2025-01-14", 9, 38), func() error { return p.remark(p.head("NV2"), "TC3", "note-2") })
	p.plan(moment("2025-01-14", 9, 40), func() error { return p.remark(p.as(office), "", "note-3") })
	p.plan(moment("2025-01-14", 9, 41), func() error { return p.draftUnit("NV2") })
	p.rest()
}

// rest is what comes after the day of the screens: the others send, the list goes to the leader and up.
func (p *player) rest() {
	p.plan(moment("2025-01-15", 9, 0), func() error { return p.stepUnit("NV2", p.head("NV2"), thidua.Send, app.Move{}) })
	p.plan(moment("2025-01-16", 8, 30), func() error { return p.stepUnit(focal, p.head(focal), thidua.Send, app.Move{}) })
	p.plan(moment("2025-01-16", 9, 0), func() error { return p.sendUnit("NV5") })
	p.plan(moment("2025-01-17", 9, 0), p.lastPeople)
	p.plan(moment("2025-01-20", 14, 0), func() error { return p.review(2025) })
	p.plan(moment("2025-01-21", 9, 0), func() error { return p.submitList(2025) })
	p.plan(moment("2025-01-22", 14, 0), func() error { return p.sendList(2025) })
	p.plan(moment("2025-02-05", 10, 0), func() error { return p.confirmList(2025) })
	p.plan(moment("2025-02-06", 8, 0), p.move(2025, thidua.CloseRegister))
}
