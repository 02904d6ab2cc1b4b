package sample

import (
	"strconv"
	"strings"
	"time"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// goal is a line of the tables that a unit or a person may register.
type goal struct {
	criterion, content, measure string
	value                       thidua.Quantity
	day, month                  int
}

var goals = func() map[string][]goal {
	out := map[string][]goal{}
	for _, r := range rows("targets") {
		value, err := strconv.Atoi(r[3])
		if err != nil {
			panic(err)
		}
		first, second, _ := strings.Cut(r[5], "/")
		day, _ := strconv.Atoi(first)
		month, _ := strconv.Atoi(second)
		out[r[0]] = append(out[r[0]], goal{criterion: r[1], content: r[2], value: thidua.Quantity(value * 100), measure: r[4], day: day, month: month})
	}
	return out
}()

// registered is a registration with the targets as they were made, and how many of them were reached.
type registered struct {
	thidua.Registration
	who     string // who reports on it
	by      string // id of that person
	reached int
}

// register writes the registrations of a year with their way, and gives them to what follows.
func (h *house) register(tx *store.Tx, year int) ([]registered, error) {
	var out []registered
	days := registerDays(year)
	for i := range h.units {
		head := h.people[h.units[i].head]
		r := h.registration(year, thidua.Subject{Kind: thidua.Collective, Unit: h.units[i].ID, Name: h.units[i].Name}, h.between(6, 8), "don-vi")
		if h.chance(70) {
			r.Award = h.def.Awards[0].ID
		}
		out = append(out, registered{Registration: r, who: head.Name, by: head.ID})
	}
	for i := range h.people {
		p := &h.people[i]
		if p.unit < 0 || !h.chance(92) {
			continue
		}
		s := thidua.Subject{Kind: thidua.Individual, Unit: h.units[p.unit].ID, Person: p.ID, Name: p.Name, Sex: p.Sex, Title: p.title, Home: h.units[p.unit].Name}
		r := h.registration(year, s, h.between(2, 3), "ca-nhan")
		if !p.council && h.chance(18) {
			r.Award = h.def.Awards[0].ID
		}
		if r.Annual = thidua.AdvancedWorker; h.chance(12) {
			r.Annual = thidua.GrassrootsFighter
		}
		out = append(out, registered{Registration: r, who: p.Name, by: p.ID})
	}
	for i := range out {
		if err := h.keep(tx, &out[i], days); err != nil {
			return nil, err
		}
	}
	return out, h.listed(tx, year, days)
}

func (h *house) registration(year int, s thidua.Subject, lines int, kind string) thidua.Registration {
	sent := moment(registerDays(year)[0], 8, 0).Add(time.Duration(h.IntN(8*60)) * time.Minute)
	r := thidua.Registration{ID: h.id(sent), Round: h.rounds[year].ID, Subject: s, State: thidua.RegistrationConfirmed, SentAt: sent, SavedAt: sent}
	all := goals[kind]
	for i, at := range h.Perm(len(all))[:lines] {
		g := all[at]
		t := thidua.Target{ID: h.id(sent), Criterion: h.criterion(g.criterion), Content: g.content, Value: g.value, Measure: g.measure, Direction: thidua.AtLeast,
			Due: thidua.NewDate(year, g.month, g.day), Order: i + 1}
		if t.Due <= registerDays(year)[0] {
			t.Due = thidua.NewDate(year, 12, 31)
		}
		r.Targets = append(r.Targets, t)
	}
	return r
}

func (h *house) criterion(code string) string {
	for i := range h.def.Criteria {
		if h.def.Criteria[i].Code == code {
			return h.def.Criteria[i].ID
		}
	}
	panic("no criterion " + code)
}

// keep writes a registration with its targets and its way to Văn phòng.
func (h *house) keep(tx *store.Tx, r *registered, days [5]thidua.Date) error {
	r.EnteredBy = r.who
	if err := tx.InsertRegistration(r.Registration); err != nil {
		return err
	}
	folds := make([]string, len(r.Targets))
	for i, t := range r.Targets {
		folds[i] = vi.Fold(t.Content)
	}
	if err := tx.SetTargets(r.ID, r.Targets, folds); err != nil {
		return err
	}
	way := []thidua.Event{{Verb: string(thidua.Send), ActorName: r.who, At: r.SentAt}}
	if r.Subject.Kind == thidua.Individual {
		way = append(way, thidua.Event{Verb: string(thidua.HeadApprove), ActorName: h.approver(r.Subject), At: r.SentAt.Add(20 * time.Hour)})
	}
	way = append(way, thidua.Event{Verb: string(thidua.Review), ActorName: h.official("chuyen-vien-vp").Name, At: moment(days[1], 9, h.IntN(300))})
	for _, e := range way {
		e.ID = h.id(e.At)
		if err := tx.InsertRegistrationStep(r.ID, e); err != nil {
			return err
		}
	}
	return nil
}

// approver is the head of the unit; the leader approves the head's own.
func (h *house) approver(s thidua.Subject) string {
	for _, u := range h.units {
		if u.ID == s.Unit && h.people[u.head].ID != s.Person {
			return h.people[u.head].Name
		}
	}
	return h.people[0].Name
}
