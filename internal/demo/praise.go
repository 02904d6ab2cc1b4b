package demo

import (
	"slices"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/app/praise"
)

// praise plays what is praised besides the awards: an initiative on its whole way, exemplars, publicity and
// the remarks of two units.
func (p *player) praise() {
	desk := praise.Over(p.App)
	for n, r := range rows("praise.txt") {
		tell, known := praised[r[0]]
		if !known {
			continue
		}
		year, err := strconv.Atoi(r[1])
		if err != nil {
			panic(err)
		}
		on, do := tell(&row{player: p, desk: desk, year: year, cells: r[2:]})
		p.plan(minutesAfter(moment(on, 10, 0), n%60), do)
	}
}

// row is one row of the story.
type row struct {
	*player
	desk  *praise.Desk
	year  int
	cells []string
}

// praised says when a row happens and what is done, by its first cell.
var praised = map[string]func(*row) (thidua.Date, func() error){
	"viet":     func(t *row) (thidua.Date, func() error) { return day(t.cells[8]), t.written },
	"guong":    func(t *row) (thidua.Date, func() error) { return day(t.cells[6]), t.exemplar },
	"ke-hoach": func(t *row) (thidua.Date, func() error) { return thidua.NewDate(t.year, 3, 12), t.planned },
	"tin":      func(t *row) (thidua.Date, func() error) { return day(t.cells[4]), t.publicity },
	"nhan-xet": func(t *row) (thidua.Date, func() error) { return day(t.cells[1]), t.remarks },
}

// phrase gives a phrase of the story.
func phrase(key string) string {
	for _, r := range rows("praise.txt") {
		if len(r) == 3 && r[1] == key {
			return r[2]
		}
	}
	panic("no such phrase: " + key)
}

func (t *row) round() string { return t.rounds[t.year] }

// written takes an initiative the whole way in one day of the story: written by its author, checked, judged, recognised.
func (t *row) written() error {
	c, on := t.cells, day(t.cells[8])
	i := thidua.Initiative{Round: t.round(), Unit: t.units[c[0]].ID, Name: c[2], Field: c[3], Problem: c[4], Solution: c[5], Effect: c[6], Apply: c[7]}
	for part := range strings.SplitSeq(c[1], ";") {
		name, share, _ := strings.Cut(part, ":")
		i.Authors = append(i.Authors, thidua.Author{Person: t.people[strings.TrimSpace(name)].ID, Share: thidua.Quantity(number(strings.TrimSpace(share)))})
	}
	author := t.actorOf(i.Authors[0].Person)
	i, err := t.desk.WriteInitiative(t.ctx, author, i)
	if err != nil {
		return err
	}
	who := t.as(office)
	for n, s := range []struct {
		who thidua.Actor
		do  thidua.Action
	}{{author, thidua.SubmitInitiative}, {who, thidua.CheckForm}, {who, thidua.BeginAssessment}, {who, thidua.RecordMeeting}, {who, thidua.RecogniseWork}} {
		step := praise.Step{Version: int64(n + 1), Meeting: thidua.InitiativeMeeting{Number: phrase("bien-ban"), On: on, Result: phrase("ket-luan"), Agreed: 5, Members: 5},
			Decision: phrase("quyet-dinh"), On: on, Reach: thidua.ReachAgency, Recogniser: phrase("nguoi-cong-nhan")}
		if err := t.desk.MoveInitiative(t.ctx, s.who, i.ID, s.do, step); err != nil {
			return err
		}
	}
	return nil
}

func (t *row) actorOf(person string) thidua.Actor {
	for _, m := range t.people {
		if m.ID == person {
			return m.actor
		}
	}
	return thidua.Actor{}
}

// exemplar is proposed by the head or, for the head's own unit as a whole, by its deputy, verified by Văn phòng, agreed to and published.
func (t *row) exemplar() error {
	c := t.cells
	e := thidua.Exemplar{Round: t.round(), Kind: thidua.ExemplarKind(c[2]), Title: c[3], Deed: c[4], Subject: thidua.Subject{Unit: t.units[c[0]].ID}}
	praised := thidua.Actor{}
	if c[1] != "" {
		e.Subject.Person, praised = t.people[c[1]].ID, t.as(c[1])
	}
	e, err := t.desk.ProposeExemplar(t.ctx, t.head(c[0]), e)
	if err != nil {
		return err
	}
	who := t.as(office)
	steps := []struct {
		who   thidua.Actor
		do    thidua.Action
		words string
	}{{who, thidua.VerifyExemplar, phrase("xac-minh")}, {praised, thidua.AgreeToPublish, phrase("dong-y")}, {who, thidua.PublishExemplar, ""}, {who, thidua.RecordSpread, c[5]}}
	switch {
	case c[1] == "":
		steps = slices.Delete(steps, 1, 2)
	case praised.Account == "":
		steps[1].who = who
	}
	for n, s := range steps {
		if err := t.desk.MoveExemplar(t.ctx, s.who, e.ID, s.do, int64(n+1), s.words); err != nil {
			return err
		}
	}
	return nil
}

func (t *row) planned() error {
	c := t.cells
	return t.desk.PlanPublicity(t.ctx, t.as(office), thidua.PublicityPlan{Round: t.round(), Unit: t.units[c[0]].ID, Form: thidua.PublicityForm(c[1]), Content: c[2], Due: day(c[3])})
}

func (t *row) publicity() error {
	c := t.cells
	p, err := t.desk.AddPublicity(t.ctx, t.head(c[0]), thidua.PublicityItem{Round: t.round(), Unit: t.units[c[0]].ID, Form: thidua.PublicityForm(c[1]), Title: c[2], Media: c[3],
		On: day(c[4])})
	if err != nil {
		return err
	}
	return t.desk.MovePublicity(t.ctx, t.as(office), thidua.VerifyPublicity, p, "")
}

// remarks writes the remark on everybody of a unit, by who approves what they send.
func (t *row) remarks() error {
	for _, m := range t.of(t.cells[0]) {
		r := thidua.Remark{Round: t.round(), Person: m.ID, Verdict: thidua.VerdictMet, Words: t.cells[2], MetOn: day(t.cells[1])}
		if err := t.desk.SaveRemark(t.ctx, t.approver(m), r); err != nil {
			return err
		}
	}
	return nil
}
