// Package sample makes large realistic data, the same for the same seed: agencies with their units and people and five years of what they did. Unlike the
// demo it does not play the use cases, it writes the rows as they would stand, one act for each agency and year. Everybody in it is invented, and every
// page and paper says so.
package sample

import (
	"context"
	"time"

	"thidua"
	"thidua/internal/store"
)

// Progress tells how many agencies of how many are written.
type Progress func(done, all int)

// load is a sample while it is written.
type load struct {
	ctx      context.Context
	db       *store.DB
	clock    *clock
	size     Size
	seed     uint64
	password string
	step     Progress
	done     int
	accounts []Account
}

// fill writes all provinces.
func (l *load) fill() error {
	for i := range l.size.Provinces {
		if err := l.province(i); err != nil {
			return err
		}
	}
	return nil
}

// whole is how many agencies the sample has.
func (l *load) whole() int {
	each := l.size.Agencies
	if l.size.Above {
		each += 2
	}
	return l.size.Provinces * each
}

// province writes the agencies of a province, then what Sở Nội vụ and UBND tỉnh had of them.
func (l *load) province(at int) error {
	d := newDice(l.seed, -1-at)
	name := provinceNames[(int(l.seed%uint64(len(provinceNames)))+at)%len(provinceNames)]
	var all []*house
	for i, one := range drafts(d, l.size, name) {
		place := at*l.size.Agencies + i
		h := &house{dice: newDice(l.seed, place), draft: one, place: place, index: map[int]ranked{}, scores: map[int]map[string]thidua.Points{},
			held: map[string][]string{}, sent: map[int]*sending{}}
		all = append(all, h)
	}
	if l.size.Above {
		rankIndexes(d, all)
	}
	for _, h := range all {
		if err := l.agency(h); err != nil {
			return err
		}
	}
	if !l.size.Above {
		return nil
	}
	return l.above(d, at, name, all)
}

// agency writes one agency: its organisation, each year, and the closing round.
func (l *load) agency(h *house) error {
	h.organise()
	h.define()
	h.plannedRounds()
	if err := l.write(h, thidua.AgencyFounded, "agency:"+h.row.ID, moment(planned, 9, 0), h.settle); err != nil {
		return err
	}
	var last []registered
	for year := firstYear; year <= lastYear; year++ {
		err := l.write(h, thidua.SampleMade, "round:"+h.rounds[year].ID, moment(thidua.NewDate(year+1, 3, 31), 9, 0), func(tx *store.Tx) (err error) {
			last, err = h.year(tx, year)
			return err
		})
		if err != nil {
			return err
		}
	}
	if h.closed() {
		if err := l.write(h, thidua.SampleMade, "round:"+h.rounds[closingYear].ID, moment("2026-04-20", 9, 0), func(tx *store.Tx) error { return h.sum(tx, last) }); err != nil {
			return err
		}
	}
	if h.place == 0 {
		if err := l.open(h, "agency:"+h.row.ID, h.ownAccounts()); err != nil {
			return err
		}
	}
	h.people = nil // nobody asks for them again
	l.tell()
	return nil
}

// year writes a year of an agency.
func (h *house) year(tx *store.Tx, year int) ([]registered, error) {
	if err := h.ownIndex(tx, year-1); err != nil {
		return nil, err
	}
	all, err := h.register(tx, year)
	if err != nil {
		return nil, err
	}
	for _, do := range []func() error{
		func() error { return h.work(tx, year, all) },
		func() error { return h.invent(tx, year) },
		func() error { return h.class(tx, year) },
		func() error { return h.score(tx, year) },
	} {
		if err := do(); err != nil {
			return nil, err
		}
	}
	proposed := h.propose(year, all)
	if err := h.meet(tx, year, proposed); err != nil || !h.over(year) {
		return all, err
	}
	return all, h.decide(tx, year, proposed)
}

// write is one act in the log of an agency.
func (l *load) write(h *house, verb thidua.Action, object string, at time.Time, fn func(tx *store.Tx) error) error {
	l.clock.set(at)
	act := &store.Act{Tenant: h.row.ID, Actor: "account:sample", ActorName: word("nguoi-lap"), Verb: string(verb), Object: object, ObjectName: h.row.Name}
	return l.db.Write(l.ctx, act, fn)
}

func (l *load) tell() {
	l.done++
	l.step(l.done, l.whole())
}
