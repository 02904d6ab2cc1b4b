package closing

import (
	"cmp"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// gathering is a view while it is read.
type gathering struct {
	*View
	actor thidua.Actor
	units map[string]int // place of a unit among the lines, by key
	folk  map[string]int
}

// read sums up all years: a fixed number of queries, whatever the number of years.
func (v *View) read(tx *store.Tx, actor thidua.Actor) error {
	g := &gathering{View: v, actor: actor, units: map[string]int{}, folk: map[string]int{}}
	for _, head := range v.Definition.Heads() {
		v.Criteria = append(v.Criteria, Criterion{Criterion: head})
	}
	if err := g.years(tx); err != nil {
		return err
	}
	if err := g.exemplars(tx); err != nil {
		return err
	}
	if err := g.existing(tx); err != nil {
		return err
	}
	if err := g.awards(tx); err != nil {
		return err
	}
	g.narrow()
	return nil
}

// years adds every year to every line.
func (g *gathering) years(tx *store.Tx) error {
	var rounds []thidua.Round
	var ids []string
	for _, y := range g.Years {
		rounds, ids = append(rounds, y.Round), append(ids, y.ID)
	}
	all, err := app.ResultsIn(tx, app.Season{Movement: g.Movement, Definition: g.Definition}, rounds)
	if err != nil {
		return err
	}
	initiatives, err := tx.InitiativesIn(ids)
	if err != nil {
		return err
	}
	for at, results := range all {
		g.Years[at].Ranks = app.SeesRanks(g.actor, results.Round)
		for i := range results.Subjects {
			g.subject(at, &results.Subjects[i])
		}
		g.recognised(at, initiatives, results)
	}
	return nil
}

// recognised notes the initiatives that were recognised in a year.
func (g *gathering) recognised(at int, all []thidua.Initiative, results app.Results) {
	names := map[string]string{}
	for _, r := range results.Subjects {
		names[cmp.Or(r.Subject.Person, r.Subject.Unit)] = r.Subject.Name
	}
	for _, i := range all {
		if i.Recognised && i.Round == g.Years[at].ID {
			g.Years[at].Initiatives++
			g.Initiatives = append(g.Initiatives, Initiative{Initiative: i, Year: g.Years[at].Year, Unit: names[i.Unit], Author: names[i.Person]})
		}
	}
}

// existing tells of a unit that is no more up to which day it existed, and puts the units into the order of the agency.
func (g *gathering) existing(tx *store.Tx) error {
	all, err := tx.Units("")
	if err != nil {
		return err
	}
	order := map[string]int{}
	for i, u := range all {
		order[u.ID] = i
		if at, known := g.units[(thidua.Subject{Kind: thidua.Collective, Unit: u.ID}).Key()]; known {
			g.Units[at].Until, g.Units[at].Short = u.To, u.Short
		}
	}
	slices.SortStableFunc(g.Units, func(a, b Line) int { return cmp.Compare(order[a.Unit], order[b.Unit]) })
	slices.SortStableFunc(g.People, func(a, b Line) int {
		return cmp.Or(cmp.Compare(order[a.Unit], order[b.Unit]), cmp.Compare(vi.NameKey(a.Name), vi.NameKey(b.Name)))
	})
	return nil
}

// awards gives every line what it was awarded in the years of the movement and for the whole of it.
func (g *gathering) awards(tx *store.Tx) error {
	all, err := tx.Awards(store.AwardFilter{}, store.Page{})
	if err != nil {
		return err
	}
	of := map[string][]thidua.Award{}
	slices.Reverse(all)
	for _, w := range all {
		if w.Round != g.Closing.ID && !slices.ContainsFunc(g.Years, func(y Year) bool { return y.ID == w.Round }) {
			continue
		}
		g.Awards = append(g.Awards, w)
		of[w.Subject.Key()] = append(of[w.Subject.Key()], w)
	}
	for _, lines := range [][]Line{g.Units, g.People} {
		for i := range lines {
			lines[i].Awards = of[lines[i].Key()]
		}
	}
	return nil
}

// exemplars notes who was held up as an example in the years of the movement; that is published, so everybody sees all of it.
func (g *gathering) exemplars(tx *store.Tx) error {
	all, err := tx.Exemplars("", thidua.ExemplarPublished)
	if err != nil {
		return err
	}
	for _, e := range all {
		if !slices.ContainsFunc(g.Years, func(y Year) bool { return y.ID == e.Round }) {
			continue
		}
		g.Exemplars = append(g.Exemplars, e)
		if at, known := g.units[(thidua.Subject{Kind: thidua.Collective, Unit: e.Subject.Unit}).Key()]; known {
			g.Units[at].Models++
		}
		if at, known := g.folk[e.Subject.Key()]; known && e.Subject.Kind == thidua.Individual {
			g.People[at].Models++
		}
	}
	return nil
}

// narrow leaves out the people whose results the actor may not see; what units reached together everybody sees.
func (g *gathering) narrow() {
	g.People = slices.DeleteFunc(g.People, func(l Line) bool { return !app.Sees(g.actor, l.Subject) })
	g.Units = slices.DeleteFunc(g.Units, func(l Line) bool { return !app.Sees(g.actor, l.Subject) && !g.published() })
}

// published tells whether the ranks of every ended year are published, and with them how each unit did.
func (g *gathering) published() bool {
	return !slices.ContainsFunc(g.Years, func(y Year) bool { return y.State == thidua.RoundEnded && !y.RanksPublished })
}
