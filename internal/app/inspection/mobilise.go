package inspection

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Year is how a year is taken part in: by unit, with what was done for it and what was said of it.
type Year struct {
	Movement thidua.Movement
	Round    thidua.Round
	Rounds   []thidua.Round
	Units    []thidua.Participation
	Records  []thidua.Mobilisation
	Word     thidua.Confirmation // without Round when nothing was said
	Today    thidua.Date
	Writes   bool // the actor records
	Confirms bool // the actor confirms
}

// Total gives how many people may take part, how many registered, and how many units did.
func (y Year) Total() (people, joined, units int) {
	for _, u := range y.Units {
		people, joined = people+u.People, joined+u.Joined
		if u.Registered {
			units++
		}
	}
	return people, joined, units
}

// Year reads the participation of a round.
func (d *Desk) Year(ctx context.Context, actor thidua.Actor, round string) (y Year, err error) {
	if err := act.May(actor, Watchers...); err != nil {
		return y, err
	}
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		y = Year{Today: act.Today(tx)}
		if y.Round, err = tx.Round(round); err != nil {
			return err
		}
		if y.Movement, err = tx.Movement(y.Round.Movement); err != nil {
			return err
		}
		if y.Rounds, err = tx.Rounds(y.Movement.ID); err != nil {
			return err
		}
		if y.Records, err = tx.Mobilisations(round); err != nil {
			return err
		}
		if y.Word, err = tx.Confirmation(round); err != nil {
			return err
		}
		open := y.Round.State != thidua.RoundEnded
		y.Writes, y.Confirms = open && actor.Has(Movers...), open && actor.Has(thidua.RoleHelper)
		return y.count(tx)
	})
	return y, err
}

// count reads who may take part on the day of the year, and who has registered.
func (y *Year) count(tx *store.Tx) error {
	on := min(y.Today, thidua.NewDate(y.Round.Year, 12, 31))
	units, err := tx.Units(on)
	if err != nil {
		return err
	}
	all, err := registered(tx, y.Round.ID, on)
	if err != nil {
		return err
	}
	staff, err := everybody(tx, on)
	if err != nil {
		return err
	}
	for _, u := range units {
		p := thidua.Participation{Unit: u.ID, Name: u.Name, Registered: all[u.ID]}
		for _, s := range staff {
			if s.Unit != u.ID && (s.Unit != "" || u.Kind != thidua.UnitOffice) {
				continue
			}
			p.People++
			if all[s.ID] {
				p.Joined++
			}
		}
		for _, m := range y.Records {
			if m.Unit == u.ID {
				p.Records++
			}
		}
		y.Units = append(y.Units, p)
	}
	return nil
}

// pageOf is how many rows are read at a time, so that a large agency is counted whole.
const pageOf = 500

// registered gives the units and people whose registration has been sent.
func registered(tx *store.Tx, round string, on thidua.Date) (map[string]bool, error) {
	out := map[string]bool{}
	for from := 0; ; from += pageOf {
		all, err := tx.Registrations(store.RegistrationFilter{Round: round}, on, store.Page{Offset: from, Size: pageOf})
		if err != nil {
			return nil, err
		}
		for _, r := range all {
			switch {
			case !r.Given():
			case r.Subject.Kind == thidua.Individual:
				out[r.Subject.Person] = true
			default:
				out[r.Subject.Unit] = true
			}
		}
		if len(all) < pageOf {
			return out, nil
		}
	}
}

func everybody(tx *store.Tx, on thidua.Date) (out []thidua.Staff, err error) {
	for from := 0; ; from += pageOf {
		all, err := tx.Staff(store.StaffFilter{On: on}, store.Page{Offset: from, Size: pageOf})
		if err != nil {
			return nil, err
		}
		out = append(out, all...)
		if len(all) < pageOf {
			return out, nil
		}
	}
}
