package movement

import (
	"net/http"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// wholePeriod is what the address says instead of a year.
const wholePeriod = "ca-giai-doan"

func wholeURL(movement string) string { return movementURL(movement) + "?nam=" + wholePeriod }

// period is what the page of the whole period is drawn from: the movement, and each of its years.
type period struct {
	overview
	years []app.MovementView
}

// whole shows a movement over all of its years.
func (p Pages) whole(c *handle.Ctx, id string) error {
	v, err := p.App.MovementOf(c.Context(), c.Actor, id, 0)
	if err != nil {
		return err
	}
	w := period{overview: overview{MovementView: v, office: c.Actor.Has(thidua.RoleOffice)}}
	w.Round = thidua.Round{}
	for _, r := range v.Rounds {
		if r.Closing {
			continue
		}
		year, err := p.App.MovementOf(c.Context(), c.Actor, id, r.Year)
		if err != nil {
			return err
		}
		w.years = append(w.years, year)
	}
	return c.Page(http.StatusOK, ui.Page{Title: movementTitle}, wholePage(w))
}

// awards gives what a year brought, in the words of the table.
func (w period) awards(year int) (collectives, individuals int) {
	for _, a := range w.Awards {
		if a.Year == year {
			return a.Collectives, a.Individuals
		}
	}
	return 0, 0
}

// sums adds up the targets and the recognised initiatives of all years.
func (w period) sums() (targets thidua.Tally, initiatives, collectives, individuals int) {
	for _, y := range w.years {
		c, i := w.awards(y.Round.Year)
		collectives, individuals = collectives+c, individuals+i
		if !begun(y) {
			continue
		}
		t := y.Figures.Targets
		targets = thidua.Tally{Reached: targets.Reached + t.Reached, Awaited: targets.Awaited + t.Awaited, All: targets.All + t.All}
		initiatives += y.Figures.Initiatives
	}
	return targets, initiatives, collectives, individuals
}

// begun tells whether the work of a year is under way or done: before that nothing can be reached.
func begun(y app.MovementView) bool {
	return y.Round.State != thidua.RoundWaiting && y.Round.State != thidua.RoundRegistering
}
