package sample

import (
	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// period is a round as Sở Nội vụ names it.
func (h *house) period(year int) thidua.Period {
	p := thidua.Period{Movement: h.plan.Name, Year: year}
	if year == closingYear {
		p.Year, p.Closing = lastYear, true
	}
	return p
}

// appraise writes the dossiers of a round with their cases; of the last year those of agencies that are not through are still being looked at.
func (u *upper) appraise(tx *store.Tx, year int, all []*house) error {
	for i, h := range all {
		s := h.sent[year]
		if s == nil {
			continue
		}
		a := thidua.Appraisal{ID: u.id(moment(s.dated, 9, 0)), Parcel: u.id(moment(s.dated, 9, 0)), From: h.row.ID, FromName: h.row.Name, Period: h.period(year),
			State: thidua.AppraisalGranted, Number: word("to-trinh", h.row.Symbol), Dated: s.dated.AddDays(-1), SentOn: s.dated, Parts: u.parts(i)}
		for _, n := range s.nominees {
			if n.Subject.Kind == thidua.Collective {
				a.Units++
			} else {
				a.People++
			}
		}
		if len(s.nominees) == 0 {
			a.State = thidua.AppraisalNot
		}
		if err := u.receive(tx, h, a, s); err != nil {
			return err
		}
		if err := tx.InsertAppraisal(a, vi.Fold(a.FromName), vi.SortKey(a.FromName)); err != nil {
			return err
		}
		for _, n := range s.nominees {
			if err := u.weigh(tx, year, h, a, n); err != nil {
				return err
			}
		}
	}
	return nil
}

func (u *upper) parts(i int) []thidua.PartCheck {
	var out []thidua.PartCheck
	for _, r := range of(rows("plan"), "ho-so") {
		out = append(out, thidua.PartCheck{Kind: thidua.PaperKind(r[0]), Name: r[1], Signed: true, Good: true})
	}
	return out
}

// weigh writes a case as it was chosen, and its line of the list that went up.
func (u *upper) weigh(tx *store.Tx, year int, h *house, a thidua.Appraisal, n nominee) error {
	s := n.Subject
	c := thidua.AppraisalCase{ID: u.id(moment(a.SentOn, 9, 0)), Appraisal: a.ID, Proposal: n.ID, Kind: s.Kind, Name: s.Name, Title: s.Title, Sex: s.Sex, Home: s.Home,
		Award: vi.AwardName(h.def.Awards[0]), Summary: n.Summary, OnTime: n.onTime, Initiatives: u.IntN(3), Earlier: years(h.held[s.Key()], year),
		Note: word("tham-dinh"), Version: 1}
	if err := tx.InsertCase(c, vi.SortKey(c.Name)); err != nil {
		return err
	}
	c.Chosen = true
	u.raised[year] = append(u.raised[year], thidua.RaiseLine{Case: c.ID, Kind: c.Kind, Name: c.Name, Title: c.Title, Sex: c.Sex, Unit: c.Home, Home: h.row.Name, Award: c.Award,
		Summary: c.Summary, Granted: true, Gold: n.gold})
	return tx.UpdateCase(c)
}

// raise writes the list of a round with its numbers, as it went to UBND tỉnh and was decided; the same list stands at both.
func (u *upper) raise(tx *store.Tx, year int, home *upper, p thidua.Period) error {
	lines := home.raised[year]
	if len(lines) == 0 {
		return nil
	}
	if u == home {
		if err := u.number(tx, p, lines); err != nil {
			return err
		}
	}
	next := judged(year)
	l := thidua.RaisedList{ID: u.id(moment(thidua.NewDate(next, 2, 20), 9, 0)), Period: p, State: thidua.ListRaised, Lines: lines, From: home.row.Name, FromID: home.row.ID,
		Number: word("to-trinh", home.row.Symbol), Dated: thidua.NewDate(next, 2, 20), Version: 1}
	if err := tx.InsertRaiseList(l); err != nil {
		return err
	}
	l.State, l.Decision, l.Decided, l.Answered = thidua.ListDecided, word("quyet-dinh"), thidua.NewDate(next, 3, 5), true
	l.Signer = word("chu-tich-tinh")
	return tx.UpdateRaiseList(l)
}

func (u *upper) number(tx *store.Tx, p thidua.Period, lines []thidua.RaiseLine) error {
	count := map[thidua.SubjectKind]int{}
	for _, l := range lines {
		count[l.Kind]++
	}
	for _, kind := range []thidua.SubjectKind{thidua.Collective, thidua.Individual} {
		if err := tx.SaveQuota(p, thidua.Quota{Kind: kind, Number: count[kind] + 10, Document: word("phan-bo")}); err != nil {
			return err
		}
	}
	return nil
}
