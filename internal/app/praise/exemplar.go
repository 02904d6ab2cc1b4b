package praise

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// Exemplars is the exemplars of a year as far as the actor may see them: published ones all, others for Văn phòng, the unit's head, who
// proposed them and who is praised.
type Exemplars struct {
	Year
	Rows []Exemplar
}

// Exemplar is one exemplar with what the actor may do.
type Exemplar struct {
	thidua.Exemplar
	Year
	Offers []thidua.Offer
}

// Exemplars reads the exemplars of a year.
func (d *Desk) Exemplars(ctx context.Context, actor thidua.Actor, round string) (v Exemplars, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		v = Exemplars{}
		if v.Year, err = yearOf(tx, round); err != nil {
			return err
		}
		all, err := tx.Exemplars(round, "")
		for _, e := range all {
			if seesExemplar(actor, e) {
				v.Rows = append(v.Rows, Exemplar{Exemplar: e})
			}
		}
		return err
	})
	return v, err
}

func seesExemplar(actor thidua.Actor, e thidua.Exemplar) bool {
	return e.State == thidua.ExemplarPublished || actor.Has(thidua.RoleOffice, thidua.RoleLeader, thidua.RoleInspector) || actor.Leads(e.Subject.Unit) ||
		actor.Own(e.AddedBy) || actor.Own(e.Subject.Person)
}

// Exemplar reads one exemplar; NotFound for who may not see it.
func (d *Desk) Exemplar(ctx context.Context, actor thidua.Actor, id string) (v Exemplar, err error) {
	err = d.data.Read(ctx, actor, func(tx *store.Tx) error {
		if v.Exemplar, err = exemplarFor(tx, actor, id); err != nil {
			return err
		}
		v.Year, err = yearOf(tx, v.Exemplar.Round)
		v.Offers = thidua.ExemplarFlow.Offers(v.State, v.RolesOn(actor), v.Facts(actor))
		return err
	})
	return v, err
}

func exemplarFor(tx *store.Tx, actor thidua.Actor, id string) (thidua.Exemplar, error) {
	e, err := tx.Exemplar(id)
	if err == nil && !seesExemplar(actor, e) {
		err = missing()
	}
	return e, err
}

// ProposeExemplar proposes an exemplar: anybody of the agency. Of a person the unit is that of today. Faults stand at "kind", "subject",
// "title" and "deed".
func (d *Desk) ProposeExemplar(ctx context.Context, actor thidua.Actor, e thidua.Exemplar) (thidua.Exemplar, error) {
	trim(&e.Title, &e.Deed, &e.DocNumber)
	err := d.data.Write(ctx, actor, act.Deed{Verb: thidua.ProposeExemplar, Name: e.Title}, func(tx *store.Tx, dd *act.Deed) error {
		y, err := yearOf(tx, e.Round)
		if err != nil {
			return err
		}
		if _, err := app.OpenRound(tx, e.Round); err != nil {
			return err
		}
		y.place(&e.Subject)
		if err := e.Check(); err != nil {
			return err
		}
		if err := unmarked(map[string]string{"title": e.Title, "deed": e.Deed, "number": e.DocNumber}); err != nil {
			return err
		}
		e.ID, e.State, e.Year, e.AddedBy, e.AddedByName, e.AddedAt, e.Version = store.NewID(), thidua.ExemplarFound, y.Round.Year, actor.Person, actor.Name, tx.Now, 1
		dd.Object, dd.After = "exemplar:"+e.ID, e
		return tx.InsertExemplar(e)
	})
	return e, err
}

// place gives a subject its unit and kind; one who is not of the agency today loses the unit.
func (y Year) place(s *thidua.Subject) {
	if s.Person == "" {
		s.Kind = thidua.Collective
		if !slices.ContainsFunc(y.Units, func(u thidua.Unit) bool { return u.ID == s.Unit }) {
			s.Unit = ""
		}
		return
	}
	s.Kind, s.Unit = thidua.Individual, ""
	for _, p := range y.People {
		if p.Person.ID == s.Person {
			if s.Unit = p.Unit; s.Unit == "" {
				s.Unit = office(y.Units)
			}
		}
	}
}

// office is Văn phòng, in which lãnh đạo cơ quan competes.
func office(units []thidua.Unit) string {
	for _, u := range units {
		if u.Kind == thidua.UnitOffice {
			return u.ID
		}
	}
	return ""
}
