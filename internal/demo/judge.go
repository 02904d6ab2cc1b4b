package demo

import (
	"strconv"
	"strings"
	"time"

	"thidua"
	"thidua/internal/app"
)

// judge plays the council's session about a year and the dossier that follows from it.
func (p *player) judge(year int) {
	next := year + 1
	at := func(month, d, hour, minute int) time.Time {
		return moment(thidua.NewDate(next, month, d), hour, minute)
	}
	p.plan(at(1, 10, 16, 0), func() error {
		s, err := p.PlanSession(p.ctx, p.as(office), thidua.Session{Round: p.rounds[year], Number: "01/" + strconv.Itoa(next), At: at(1, 16, 14, 0),
			Place: word("room"), VoteKind: thidua.ShowOfHands})
		p.docs[sessionOf(year)] = s.ID
		return err
	})
	p.plan(at(1, 13, 14, 0), func() error { return p.propose(year) })
	p.plan(at(1, 15, 8, 0), p.session(year, thidua.Summon))
	p.plan(at(1, 16, 13, 55), func() error { return p.callRoll(year) })
	p.plan(at(1, 16, 14, 0), p.session(year, thidua.OpenSession))
	p.plan(at(1, 16, 14, 55), p.session(year, thidua.BeginVote))
	p.plan(at(1, 16, 15, 5), func() error { return p.vote(year) })
	p.plan(at(1, 16, 15, 20), p.session(year, thidua.Conclude))
	p.plan(at(1, 16, 16, 0), func() error { return p.minutes(year) })
	p.plan(at(1, 17, 9, 0), func() error { return p.signMinutes(year) })
	p.dossier(year, at)
}

func sessionOf(year int) string { return "session " + strconv.Itoa(year) }
func dossierOf(year int) string { return "dossier " + strconv.Itoa(year) }

// subject finds who is meant by the code of a unit or the name of a person.
func (p *player) subject(name string) thidua.Subject {
	if u, ok := p.units[name]; ok {
		return thidua.Subject{Kind: thidua.Collective, Unit: u.ID, Name: u.Name}
	}
	m := p.people[name]
	return thidua.Subject{Kind: thidua.Individual, Unit: m.actor.Unit, Person: m.ID, Name: m.Name}
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
	if year == 2023 {
		return nil
	}
	_, err := p.Propose(p.ctx, who, thidua.Nominee{Round: p.rounds[year], Subject: p.subject(word("considered")), Award: p.award()})
	return err
}

func (p *player) room(year int) (app.Room, error) {
	return p.Room(p.ctx, p.as(office), p.docs[sessionOf(year)])
}

func (p *player) session(year int, do thidua.Action) func() error {
	return func() error {
		r, err := p.room(year)
		if err != nil {
			return err
		}
		return p.MoveSession(p.ctx, p.as(office), r.Session.ID, do, r.Session.Version, "")
	}
}

// callRoll has everybody present in 2024; in 2025 two members are away.
func (p *player) callRoll(year int) error {
	r, err := p.room(year)
	if err != nil {
		return err
	}
	reasons := map[string]string{}
	if year == 2024 {
		reasons[p.head("NV4").Person], reasons[p.head("NV5").Person] = word("away"), word("leave")
	}
	var roll []thidua.Attendance
	for _, m := range r.Council.Members {
		roll = append(roll, thidua.Attendance{Person: m.Person, Present: reasons[m.Person] == "", Reason: reasons[m.Person]})
	}
	return p.CallRoll(p.ctx, p.as(office), r.Session.ID, r.Session.Version, roll)
}

func (p *player) vote(year int) error {
	r, err := p.room(year)
	if err != nil {
		return err
	}
	var counts []thidua.Count
	for _, row := range nomineesOf(year) {
		yes, _ := strconv.Atoi(row[3])
		no, _ := strconv.Atoi(row[4])
		counts = append(counts, thidua.Count{Nominee: p.docs[strings.Join(row[:2], " ")], Yes: yes, No: no})
	}
	return p.SaveCounts(p.ctx, p.as(office), r.Session.ID, r.Session.Version, counts)
}

// minutes writes the course of the session down and sends the minutes to be signed.
func (p *player) minutes(year int) error {
	r, err := p.room(year)
	if err != nil {
		return err
	}
	words := app.Words{Discussion: word("discussion"), IndexWords: word("index-words")}
	if err := p.SaveWords(p.ctx, p.as(office), r.Session.ID, r.Session.Version, words); err != nil {
		return err
	}
	paper, err := p.MakeMinutes(p.ctx, p.as(office), r.Session.ID)
	if err != nil {
		return err
	}
	_, err = p.MovePaper(p.ctx, p.as(office), paper.ID, thidua.SubmitForSign, app.PaperMove{Version: paper.Version})
	return err
}

func (p *player) signMinutes(year int) error {
	r, err := p.room(year)
	if err != nil {
		return err
	}
	if err := p.issue(r.Minutes, word("minutes-number"), thidua.NewDate(year+1, 1, 16)); err != nil {
		return err
	}
	return p.session(year, thidua.SignMinutes)()
}

// issue records number, day and signed copy of a paper.
func (p *player) issue(paper thidua.Paper, number string, on thidua.Date) error {
	who := p.as(office)
	signed, err := p.scan(who, paper.Title)
	if err != nil {
		return err
	}
	_, err = p.MovePaper(p.ctx, who, paper.ID, thidua.RecordIssued, app.PaperMove{Version: paper.Version, Number: number, On: on, Signed: signed})
	return err
}
