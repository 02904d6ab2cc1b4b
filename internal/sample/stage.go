package sample

import (
	"thidua"
)

// The years of the sample.
const (
	firstYear = 2021
	lastYear  = 2025
)

// After is a day after everything that the sample tells of.
var After = moment("2026-05-05", 9, 0)

// closingYear stands for the round that sums all years up.
const closingYear = 0

// How far an agency is with the last year: the first one and every third are judging it, every third has summed the whole movement up.
func (h *house) judging() bool { return h.place%3 == 0 }

func (h *house) closed() bool { return h.place%3 == 1 }

func (h *house) movementState() thidua.State {
	switch {
	case h.judging():
		return thidua.MovementRunning
	case h.closed():
		return thidua.MovementEnded
	}
	return thidua.MovementSumming
}

// over tells whether a year, or the closing round, has its decision.
func (h *house) over(year int) bool { return year != lastYear || !h.judging() }

// judged is the year in which a round is judged.
func judged(year int) int {
	if year == closingYear {
		return lastYear + 1
	}
	return year + 1
}

// plannedRounds makes the rounds of the movement with what the agency sets for each.
func (h *house) plannedRounds() {
	h.rounds = map[int]thidua.Round{}
	for _, r := range h.plan.PlannedRounds(h.def) {
		h.rounds[r.Year] = h.settled(r)
	}
	if h.closed() {
		c := h.plan.ClosingRound(h.rounds[lastYear])
		c.QuotaUnits, c.QuotaPeople, c.QuotaSource = 1, 2, word("phan-bo")
		c.ID, c.State, c.HonourPublished = h.id(moment("2026-01-05", 8, 0)), thidua.RoundEnded, true
		h.rounds[closingYear] = c
	}
}

func (h *house) settled(r thidua.Round) thidua.Round {
	next := r.Year + 1
	r.ID, r.State = h.id(moment(planned, 8, 0)), thidua.RoundEnded
	r.LaunchedOn, r.InternalDue, r.ScoringDue = thidua.NewDate(r.Year, 1, 5), thidua.NewDate(r.Year, 1, 17), thidua.NewDate(next, 1, 10)
	if r.Year == firstYear {
		r.LaunchedOn, r.InternalDue = "2021-08-10", "2021-08-24"
	}
	r.DossierInternal, r.SendInternal = thidua.NewDate(next, 1, 20), thidua.NewDate(next, 1, 24)
	r.QuotaUnits, r.QuotaPeople, r.QuotaSource = 2, 3, word("phan-bo")
	r.ReachedFrom, r.ByPoints, r.OfficeReviewer = 70, true, h.units[1].ID
	r.ScoredOn, r.RanksPublished, r.HonourPublished = thidua.NewDate(next, 1, 10), true, true
	if !h.over(r.Year) {
		r.State, r.ScoredOn, r.RanksPublished, r.HonourPublished = thidua.RoundJudging, "", false, false
	}
	return r
}

// days of registration of a year: sent, reviewed, approved, sent up, confirmed.
func registerDays(year int) [5]thidua.Date {
	if year == firstYear {
		return [5]thidua.Date{"2021-08-18", "2021-08-24", "2021-08-26", "2021-08-27", "2021-09-06"}
	}
	return [5]thidua.Date{thidua.NewDate(year, 1, 10), thidua.NewDate(year, 1, 19), thidua.NewDate(year, 1, 24), thidua.NewDate(year, 1, 27), thidua.NewDate(year, 2, 8)}
}
