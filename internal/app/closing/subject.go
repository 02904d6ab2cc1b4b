package closing

import (
	"thidua"
	"thidua/internal/app"
)

func (g *gathering) subject(at int, r *app.Result) {
	y := &g.Years[at]
	s := Stand{There: true, Registered: len(r.Targets) > 0 || r.Registered}
	for _, c := range r.Criteria {
		if c.Parent != "" {
			continue
		}
		add(&s.Tally, c.Tally)
		if r.Subject.Kind == thidua.Collective {
			g.criterion(c.ID, c.Tally)
		}
	}
	lines, places := &g.People, g.folk
	if r.Subject.Kind == thidua.Collective {
		lines, places = &g.Units, g.units
		if add(&y.Tally, s.Tally); y.Ranks {
			s.Rank = r.Standing.Rank
		}
		add(&g.Tally, s.Tally)
	}
	if s.Registered && r.Subject.Kind == thidua.Collective {
		y.Units++
	} else if s.Registered {
		y.People++
	}
	i, known := places[r.Subject.Key()]
	if !known {
		i = len(*lines)
		places[r.Subject.Key()] = i
		*lines = append(*lines, Line{Years: make([]Stand, len(g.Years))})
	}
	l := &(*lines)[i]
	l.Subject, l.Years[at] = r.Subject, s
	add(&l.Tally, s.Tally)
}

func (g *gathering) criterion(id string, t thidua.Tally) {
	for i := range g.Criteria {
		if g.Criteria[i].ID == id {
			add(&g.Criteria[i].Tally, t)
		}
	}
}

func add(to *thidua.Tally, t thidua.Tally) {
	to.Reached, to.Awaited, to.All = to.Reached+t.Reached, to.Awaited+t.Awaited, to.All+t.All
}
