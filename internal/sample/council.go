package sample

import "thidua"

// seats is how many members a council has at most.
const seats = 9

// seat makes the council: the leaders, the officer of Văn phòng as its secretary, and heads of units.
func (h *house) seat() {
	h.board = thidua.Council{ID: h.id(moment("2021-07-15", 8, 0)), Name: word("hoi-dong", h.bare), Decision: word("qd-hoi-dong", h.row.Symbol), DecidedOn: "2021-07-15",
		From: "2021-07-15", Quorum: thidua.Share{Num: 2, Den: 3}, Threshold: thidua.Share{Num: 2, Den: 3}, RuleSource: word("quy-che"), OwnOut: true, Version: 1}
	for i := range 3 {
		seat := thidua.SeatDeputy
		if i == 0 {
			seat = thidua.SeatChair
		}
		h.sit(&h.people[i], seat)
	}
	h.sit(h.official("chuyen-vien-vp"), thidua.SeatSecretary)
	for _, u := range h.units {
		if head := &h.people[u.head]; len(h.board.Members) < seats && !head.council {
			h.sit(head, thidua.SeatMember)
		}
	}
}

func (h *house) sit(p *person, seat thidua.Seat) {
	p.council = true
	h.board.Members = append(h.board.Members, thidua.CouncilMember{Person: p.ID, Name: p.Name, Sex: p.Sex, Post: p.title, Seat: seat, Order: len(h.board.Members) + 1})
}
