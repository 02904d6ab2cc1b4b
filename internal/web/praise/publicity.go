package praise

import (
	"net/http"
	"net/url"

	"thidua"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// PublicityNow leads to the publicity of the year at hand.
func (p Pages) PublicityNow(c *handle.Ctx) error { return p.current(c, "/tuyen-truyen") }

// Publicity lists the publicity of a year: the plan and what was done.
func (p Pages) Publicity(c *handle.Ctx) error { return p.showPublicity(c, http.StatusOK, nil) }

func (p Pages) showPublicity(c *handle.Ctx, status int, typed *ui.Form) error {
	v, err := p.Desk.Publicity(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	form := ui.NewForm(url.Values{"unit": {c.Actor.Unit}, "plan-unit": {c.Actor.Unit}}, nil)
	if typed != nil {
		form = *typed
	}
	page := ui.Page{Title: publicityTitle, Faults: form.Faults(), Late: form.Notice("")}
	return c.Page(status, page, publicity(v, form, c.Keys(0)))
}

// item reads an item of publicity from the form, with its file.
func (p Pages) item(c *handle.Ctx) (thidua.PublicityItem, error) {
	f := c.Form
	ref, err := c.KeepAny(p.App.KeepFile, "tep")
	return thidua.PublicityItem{Round: c.Path("round"), Plan: f.Get("plan"), Unit: f.Get("unit"), Person: f.Get("person"), Form: thidua.PublicityForm(f.Get("form")),
		Title: f.Get("title"), On: f.Day("on"), Media: f.Get("media"), Link: f.Get("link"), DocNumber: f.Get("number"), File: ref, Version: f.Version()}, err
}

// AddPublicity enters an item of publicity.
func (p Pages) AddPublicity(c *handle.Ctx) error {
	item, err := p.item(c)
	if err == nil {
		_, err = p.Desk.AddPublicity(c.Context(), c.Actor, item)
	}
	if err != nil {
		return again(c, err, p.showPublicity)
	}
	return c.Redirect("/tuyen-truyen/" + item.Round)
}

// PlanPublicity adds a line to the plan.
func (p Pages) PlanPublicity(c *handle.Ctx) error {
	line := thidua.PublicityPlan{Round: c.Path("round"), Unit: c.Form.Get("plan-unit"), Form: thidua.PublicityForm(c.Form.Get("plan-form")), Content: c.Form.Get("content"),
		Due: c.Form.Day("due")}
	if err := p.Desk.PlanPublicity(c.Context(), c.Actor, line); err != nil {
		return again(c, err, p.showPublicity)
	}
	return c.Redirect("/tuyen-truyen/" + line.Round)
}
