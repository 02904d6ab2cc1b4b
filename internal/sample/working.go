package sample

import (
	"thidua"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// work writes progress and evidence of a year, and notes how much of each registration was reached.
func (h *house) work(tx *store.Tx, year int, all []registered) error {
	for i := range all {
		r := &all[i]
		unit := r.Subject.Kind == thidua.Collective
		for _, t := range r.Targets {
			if err := h.report(tx, year, r, t, unit); err != nil {
				return err
			}
		}
	}
	return nil
}

func (h *house) report(tx *store.Tx, year int, r *registered, t thidua.Target, unit bool) error {
	if h.chance(8) {
		return nil // nobody reported
	}
	if unit && h.chance(50) {
		if err := h.progress(tx, r, t, thidua.NewDate(year, 6, 25), t.Value*thidua.Quantity(h.between(3, 6))/10, "giua-nam"); err != nil {
			return err
		}
	}
	value := h.came(year, r, t)
	if err := h.progress(tx, r, t, thidua.NewDate(year, 12, 15).AddDays(h.IntN(12)), value, "ca-nam"); err != nil {
		return err
	}
	if unit && h.chance(45) || h.chance(6) {
		return h.prove(tx, year, r, t)
	}
	return nil
}

// came is what a target came to at the end of its year.
func (h *house) came(year int, r *registered, t thidua.Target) thidua.Quantity {
	value := t.Value
	switch {
	case h.chance(70):
	case t.Value <= 200:
		value = 0
	default:
		value = t.Value * thidua.Quantity(h.between(50, 95)) / 100
	}
	if t.Measure != "%" {
		value = value / 100 * 100 // things are whole
	}
	if value*100 >= t.Value*thidua.Quantity(h.rounds[year].ReachedFrom) {
		r.reached++
	}
	return value
}

func (h *house) progress(tx *store.Tx, r *registered, t thidua.Target, on thidua.Date, value thidua.Quantity, key string) error {
	at := moment(on, 14, h.IntN(120))
	return tx.InsertProgress(thidua.Progress{ID: h.id(at), Target: t.ID, On: on, Value: value, Text: word(key), By: r.by, ByName: r.who, At: at})
}

// prove adds a reference as evidence: number, day and abstract of a report, without a file.
func (h *house) prove(tx *store.Tx, year int, r *registered, t thidua.Target) error {
	on := thidua.NewDate(year, 12, 10).AddDays(h.IntN(15))
	at := moment(on, 15, h.IntN(100))
	e := thidua.Evidence{ID: h.id(at), Round: r.Round, Unit: r.Subject.Unit, Person: r.Subject.Person, Criterion: t.Criterion, Target: t.ID,
		DocNumber: word("so-minh-chung", h.between(1, 300), h.row.Symbol), IssuedOn: on, Abstract: word("minh-chung", vi.LowerFirst(t.Content)), State: thidua.EvidenceChecked,
		AddedBy: r.by, AddedByName: r.who, AddedAt: at}
	if !h.over(year) && h.chance(40) {
		e.State = thidua.EvidenceNew
	}
	return tx.InsertEvidence(e)
}

// invent writes the initiatives of a year, each with its author and, nearly always, its recognition.
func (h *house) invent(tx *store.Tx, year int) error {
	names := rows("initiatives")
	for i := range h.units {
		if !h.chance(80) {
			continue
		}
		p := h.oneOf(i)
		on := thidua.NewDate(year, 10, 12).AddDays(h.IntN(40))
		n := thidua.Initiative{ID: h.id(moment(on, 9, 0)), Round: h.rounds[year].ID, Unit: h.units[i].ID, Person: p.ID, Name: pick(h.dice, names)[0],
			State: thidua.InitiativeSubmitted, Field: word("linh-vuc"), AppliedOn: thidua.NewDate(year, 5, h.between(2, 28)),
			Authors: []thidua.Author{{Person: p.ID, Name: p.Name, Share: 100_00}}}
		if h.chance(85) {
			n.State, n.Recognised, n.Decision, n.On = thidua.InitiativeRecognised, true, word("xep-loai", h.row.Symbol), on
			n.Recogniser, n.Reach = word("cong-nhan-boi"), thidua.ReachAgency
			n.Meeting = thidua.InitiativeMeeting{Number: word("hop-sang-kien"), On: on.AddDays(-3), Agreed: 7, Members: 7}
		}
		if err := tx.InsertInitiative(n); err != nil {
			return err
		}
	}
	return nil
}

// oneOf picks somebody of a unit.
func (h *house) oneOf(unit int) *person {
	var in []*person
	for i := range h.people {
		if h.people[i].unit == unit {
			in = append(in, &h.people[i])
		}
	}
	return pick(h.dice, in)
}

// class writes the yearly evaluation of everybody and of each unit, with the number of its decision.
func (h *house) class(tx *store.Tx, year int) error {
	on := thidua.NewDate(year, 12, 20)
	decision := word("xep-loai", h.row.Symbol)
	h.low = map[string]bool{}
	for i := range h.people {
		e := thidua.EvaluationResult{ID: h.id(moment(on, 16, 0)), Person: h.people[i].ID, Year: year, Class: h.evaluation(), Decision: decision, On: on}
		if e.Class == thidua.ClassCompleted || e.Class == thidua.ClassNot {
			h.low[e.Person] = true
		}
		if err := tx.SaveEvaluation(e); err != nil {
			return err
		}
	}
	for _, u := range h.units {
		e := thidua.EvaluationResult{ID: h.id(moment(on, 16, 0)), Unit: u.ID, Year: year, Class: h.evaluation(), Decision: decision, On: on}
		if err := tx.SaveEvaluation(e); err != nil {
			return err
		}
	}
	return nil
}

func (h *house) evaluation() thidua.EvaluationClass {
	switch n := h.IntN(100); {
	case n < 18:
		return thidua.ClassExcellent
	case n < 92:
		return thidua.ClassGood
	case n < 99:
		return thidua.ClassCompleted
	}
	return thidua.ClassNot
}
