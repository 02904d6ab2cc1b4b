package sample

import (
	"thidua"
	"thidua/internal/store"
)

// listed writes what became of the list of registrations: the leader agreed, it went to Sở Nội vụ and was confirmed.
func (h *house) listed(tx *store.Tx, year int, days [5]thidua.Date) error {
	round, office, leader := h.rounds[year].ID, h.official("chuyen-vien-vp"), h.people[0]
	at := moment(days[2], 8, 30)
	slip := thidua.CoverSlip{ID: h.id(at), Round: round, About: thidua.SlipRegistrations, Object: round, State: thidua.SlipWaiting,
		Proposal: word("phieu-trinh", year), MadeAt: at, Version: 1}
	if err := tx.InsertCoverSlip(slip); err != nil {
		return err
	}
	slip.State, slip.Leader, slip.LeaderName, slip.LeaderPost = thidua.SlipAgreed, leader.ID, leader.Name, leader.title
	slip.Form, slip.On, slip.Words = thidua.OpinionHere, days[2], word("dong-y")
	if err := tx.UpdateCoverSlip(slip); err != nil {
		return err
	}
	s := thidua.Submission{ID: h.id(moment(days[3], 9, 0)), Round: round, What: thidua.SentRegistrations, State: thidua.SubmissionResult,
		Number: word("cong-van", h.row.Symbol), Dated: days[3], SentOn: days[3], By: office.ID, ByName: office.Name}
	if err := tx.InsertSubmission(s); err != nil {
		return err
	}
	return h.answered(tx, s, thidua.AnswerConfirmed, days[4], "xac-nhan")
}

// answered writes an answer to a sending.
func (h *house) answered(tx *store.Tx, s thidua.Submission, kind thidua.Action, on thidua.Date, key string) error {
	at := moment(on, 10, 0)
	return tx.InsertReply(thidua.Reply{ID: h.id(at), Submission: s.ID, Kind: kind, ReceivedOn: on, Text: word(key), By: s.By, ByName: s.ByName, At: at})
}
