package demo

import (
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/app"
)

func sessionOf(year int) string { return "session " + strconv.Itoa(year) }

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

// half is how many cases are counted when the screens look into the session.
const half = 3

// vote enters the counts of the first cases of the list.
func (p *player) vote(year, first int) error {
	r, err := p.room(year)
	if err != nil {
		return err
	}
	var counts []thidua.Count
	for _, row := range nomineesOf(year)[:first] {
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
	p.docs["minutes "+strconv.Itoa(year)] = r.Minutes.ID
	if err := p.issue(r.Minutes, word("minutes-number"), thidua.NewDate(after(year), 1, 16).AddDays(later(year))); err != nil {
		return err
	}
	return p.session(year, thidua.SignMinutes)()
}
