package tracking

import (
	"net/http"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// MineNow leads to the person's results of the year at hand.
func (p Pages) MineNow(c *handle.Ctx) error { return p.current(c, "/ket-qua") }

// Mine shows a person the own year: targets, evidence, and what each standard says.
func (p Pages) Mine(c *handle.Ctx) error {
	m, err := p.App.Mine(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: mineTitle}, mine(m))
}

// InitiativesNow leads to the initiatives of the year at hand.
func (p Pages) InitiativesNow(c *handle.Ctx) error { return p.current(c, "/sang-kien") }

// Initiatives lists the recorded initiatives of a year, with the form that records one.
func (p Pages) Initiatives(c *handle.Ctx) error {
	return p.showInitiatives(c, http.StatusOK, ui.NewForm(map[string][]string{"unit": {c.Actor.Unit}, "person": {c.Actor.Person}}, nil))
}

func (p Pages) showInitiatives(c *handle.Ctx, status int, form ui.Form) error {
	l, err := p.App.Initiatives(c.Context(), c.Actor, c.Path("round"), app.InitiativeFilter{State: thidua.State(c.Form.Get("trang-thai")), Text: c.Form.Text("q")})
	if err != nil {
		return err
	}
	page := ui.Page{Title: initiativesTitle, Faults: form.Faults(), Late: form.Notice("")}
	return c.Page(status, page, initiatives(l, c.Actor.Has(thidua.RoleOffice), form, c.Keys(0)))
}

// SaveInitiative records an initiative.
func (p Pages) SaveInitiative(c *handle.Ctx) error {
	i := thidua.Initiative{ID: c.Form.Get("id"), Round: c.Path("round"), Unit: c.Form.Get("unit"), Person: c.Form.Get("person"), Name: c.Form.Get("name"),
		Recognised: c.Form.Get("recognised") == "1", Decision: c.Form.Get("decision"), On: c.Form.Day("on")}
	_, err := p.App.SaveInitiative(c.Context(), c.Actor, i)
	if err == nil {
		return c.Redirect("/sang-kien/" + i.Round)
	}
	return c.AgainOn(err, p.showInitiatives)
}
