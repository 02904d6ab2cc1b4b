package sample

import (
	"time"

	"thidua"
	"thidua/internal/store"
)

// score writes the scale of a year and the sheets of its units; the total of a sheet is the sum of its lines.
func (h *house) score(tx *store.Tx, year int) error {
	agreed := thidua.NewDate(year, 3, 12)
	if year == firstYear {
		agreed = "2021-09-15"
	}
	if err := tx.SaveScale(thidua.Scale{Round: h.rounds[year].ID, Decision: word("thang-diem"), AgreedOn: agreed}); err != nil {
		return err
	}
	h.scores[year] = map[string]thidua.Points{}
	for i := range h.units {
		s := h.sheet(year, i)
		if err := tx.InsertScoreSheet(s); err != nil {
			return err
		}
		h.scores[year][s.Unit] = s.Totals().Review
		if err := tx.UpdateScoreSheet(s); err != nil {
			return err
		}
	}
	return nil
}

// sheet fills a sheet in: published once the year is over, else at one of the states before.
func (h *house) sheet(year, at int) thidua.ScoreSheet {
	next := year + 1
	sent := moment(thidua.NewDate(next, 1, 6), 8, 10*at)
	reviewer := h.official("chuyen-vien-vp")
	if at == 0 {
		reviewer = &h.people[h.units[1].head]
	}
	s := thidua.ScoreSheet{ID: h.id(sent), Round: h.rounds[year].ID, Unit: h.units[at].ID, ByPoints: true, State: thidua.SheetPublished, SentAt: sent,
		Reviewer: reviewer.ID, ReviewName: reviewer.Name, ClosedAt: moment(thidua.NewDate(next, 1, 10), 14, 5*at), Version: 1}
	if !h.over(year) {
		if s.State = thidua.SheetClosed; at%3 == 2 {
			s.State, s.ClosedAt = thidua.SheetReviewing, time.Time{}
		}
	}
	for _, c := range h.leaves {
		s.Lines = append(s.Lines, h.line(c))
	}
	return s
}

func (h *house) line(c thidua.Criterion) thidua.ScoreLine {
	self := c.MaxPoints - thidua.Points(h.IntN(int(c.MaxPoints/500)+2))*thidua.Half
	review := self
	l := thidua.ScoreLine{Criterion: c.ID, Max: c.MaxPoints, Self: &self}
	if h.chance(25) {
		review, l.Reason = max(0, self-thidua.Points(h.between(1, 3))*thidua.Half), word("ly-do-cham")
	}
	l.Review = &review
	return l
}
