package demo

import (
	"strconv"
	"strings"
	"time"

	"thidua"
)

// judge plays the council's session about a year and the dossier that follows from it.
func (p *player) judge(year int) {
	next := after(year)
	at := func(month, d, hour, minute int) time.Time {
		return moment(thidua.NewDate(next, month, d).AddDays(later(year)), hour, minute)
	}
	number, called := "01/", at(1, 10, 16, 0)
	switch year {
	case 2025:
		called = moment("2026-01-12", 9, 0)
	case period:
		number, called = "02/", moment("2026-01-12", 9, 15)
	}
	p.plan(called, func() error {
		s, err := p.PlanSession(p.ctx, p.as(office), thidua.Session{Round: p.rounds[year], Number: number + strconv.Itoa(next), At: sits(year),
			Place: word("room"), VoteKind: thidua.ShowOfHands})
		p.docs[sessionOf(year)] = s.ID
		return err
	})
	p.plan(at(1, 13, 14, 0), func() error { return p.propose(year) })
	p.plan(at(1, 15, 8, 0), p.session(year, thidua.Summon))
	p.plan(at(1, 16, 13, 55), func() error { return p.callRoll(year) })
	p.plan(at(1, 16, 14, 0), p.session(year, thidua.OpenSession))
	p.plan(at(1, 16, 14, 55), p.session(year, thidua.BeginVote))
	p.plan(at(1, 16, 14, 58), func() error { return p.vote(year, half) })
	p.plan(at(1, 16, 15, 5), func() error { return p.vote(year, len(nomineesOf(year))) })
	p.plan(at(1, 16, 15, 20), p.session(year, thidua.Conclude))
	p.plan(at(1, 16, 16, 0), func() error { return p.minutes(year) })
	p.plan(at(1, 17, 8, 15), func() error { return p.signMinutes(year) })
	p.dossier(year, at)
}

// later is by how many days a year was judged after the day of the others: the 16th of January 2022 was a Sunday, and in 2026 the council met
// about the year and on the day after about the whole period.
func later(year int) int {
	switch year {
	case 2021:
		return 2
	case 2025:
		return 5
	case period:
		return 6
	}
	return 0
}

func nomineesOf(year int) (out [][]string) {
	for _, r := range rows("nominees.txt") {
		if r[0] == strconv.Itoa(year) {
			out = append(out, r)
		}
	}
	return out
}

// propose puts the cases before the council; what the data leave open is found by Văn phòng in words. In 2024 one more case waits to be
// considered.
func (p *player) propose(year int) error {
	who := p.as(office)
	for _, r := range nomineesOf(year) {
		n, err := p.Propose(p.ctx, who, thidua.Nominee{Round: p.rounds[year], Subject: p.subject(r[1]), Award: p.award()})
		if err != nil {
			return err
		}
		for _, f := range n.Findings {
			if f.Verdict == thidua.VerdictMet || f.Verdict == thidua.VerdictAwaited {
				continue
			}
			found := thidua.Finding{Standard: f.Standard, Verdict: thidua.VerdictMet, Note: word("manual")}
			if err := p.SaveFinding(p.ctx, who, n.ID, found); err != nil {
				return err
			}
		}
		if err := p.SaveSummary(p.ctx, who, n.ID, n.Version, r[2]); err != nil {
			return err
		}
		if err := p.MoveNominee(p.ctx, who, n.ID, thidua.PutBefore, n.Version+1, p.docs[sessionOf(year)], ""); err != nil {
			return err
		}
		p.docs[strings.Join(r[:2], " ")] = n.ID
	}
	if year != 2024 {
		return nil
	}
	_, err := p.Propose(p.ctx, who, thidua.Nominee{Round: p.rounds[year], Subject: p.subject(word("considered")), Award: p.award()})
	return err
}
