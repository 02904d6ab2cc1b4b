// Package desk holds the first page of everybody, Việc của tôi, and the search.
package desk

import (
	"net/http"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages are the first page and the search.
type Pages struct {
	App *app.App
	// Known tells whether the program answers GET at an address; a task leads to the first of its places that it does.
	Known func(path string) bool
}

// Work shows what waits for the actor, strictly by date; the filter by role stands in the address (vai-tro).
func (p Pages) Work(c *handle.Ctx) error { return p.work(c, workTitle) }

// Opinions is the first page of a leader.
func (p Pages) Opinions(c *handle.Ctx) error { return p.work(c, opinionTitle) }

func (p Pages) work(c *handle.Ctx, title string) error {
	w, err := p.App.Tasks(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	c.Around = &w.Around
	v := view{Work: w, title: title, path: c.R.URL.Path, known: p.Known, role: thidua.Role(c.Form.Get("vai-tro")), actor: c.Actor}
	if !slices.ContainsFunc(w.Tasks, func(t thidua.Task) bool { return t.Role == v.role }) {
		v.role = ""
	}
	page := ui.Page{Title: title}
	if w.Movement.ID != "" {
		page.Season = vi.Season(w.Movement, v.year())
	}
	if plain(c.Actor) {
		if err := p.own(c, &v); err != nil {
			return err
		}
		return c.Page(http.StatusOK, page, ownPage(v))
	}
	return c.Page(http.StatusOK, page, workPage(v))
}

// year is the year in which today lies, as far as the movement has it: the first page stands in no single year of the movement.
func (v view) year() int {
	return min(max(v.Today.Year(), v.Movement.From), v.Movement.To)
}

// plain tells somebody who competes and has no other part: that page shows the own year instead of the movement's.
func plain(a thidua.Actor) bool {
	return len(a.Roles) == 1 && a.Has(thidua.RoleStaff)
}

// own reads the year at hand of a person: the one that is judged, else the one under way.
func (p Pages) own(c *handle.Ctx, v *view) error {
	for _, state := range []thidua.State{thidua.RoundJudging, thidua.RoundRunning, thidua.RoundRegistering} {
		for _, r := range v.Rounds {
			if r.State != state || v.mine.Round.ID != "" {
				continue
			}
			mine, err := p.App.Mine(c.Context(), c.Actor, r.ID)
			if err != nil {
				return err
			}
			v.mine = mine
		}
	}
	return nil
}

// Search looks for units, people, targets and papers by a part of their names, with or without diacritics. What somebody may not open is named without a
// link, whose refusal would stand in the log.
func (p Pages) Search(c *handle.Ctx) error {
	q := c.Form.Get("q")
	found, err := p.App.Search(c.Context(), c.Actor, q)
	if err != nil {
		return err
	}
	opens := func(at string) bool { return p.Known(at) && c.Shell.Opens(c, at) }
	return c.Page(http.StatusOK, ui.Page{Title: searchTitle(q)}, searchPage(q, found, opens))
}
