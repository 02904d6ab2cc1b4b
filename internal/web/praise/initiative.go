package praise

import (
	"net/http"
	"net/url"
	"strconv"

	"thidua"
	"thidua/internal/app/praise"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Initiative shows one initiative with its way and what this person may do.
func (p Pages) Initiative(c *handle.Ctx) error { return p.showInitiative(c, http.StatusOK, nil) }

func (p Pages) showInitiative(c *handle.Ctx, status int, typed *ui.Form) error {
	v, err := p.Desk.Initiative(c.Context(), c.Actor, c.Path("initiative"))
	if err != nil {
		return err
	}
	form := ui.NewForm(url.Values{"reach": {string(thidua.ReachAgency)}}, nil)
	if typed != nil {
		form = *typed
	}
	page := ui.Page{Title: v.Name, Faults: form.Faults(), Late: form.Notice("/ho-so-sang-kien/" + v.ID), Crumbs: initiativeCrumbs(v.Initiative.Round)}
	return c.Page(status, page, initiative(v, form, c.Keys(v.Version)))
}

// MoveInitiative moves an initiative one step.
func (p Pages) MoveInitiative(c *handle.Ctx) error {
	f := c.Form
	s := praise.Step{Version: f.Version(), Reason: f.Get("reason"), Decision: f.Get("decision"), On: f.Day("on"), Reach: thidua.Reach(f.Get("reach")), Recogniser: f.Get("recogniser"),
		Meeting: thidua.InitiativeMeeting{Number: f.Get("number"), On: f.Day("met"), Result: f.Get("result"), Agreed: whole(f.Get("agreed")), Members: whole(f.Get("members"))}}
	if err := p.Desk.MoveInitiative(c.Context(), c.Actor, c.Path("initiative"), thidua.Action(c.Path("action")), s); err != nil {
		return again(c, err, p.showInitiative)
	}
	return c.Redirect("/ho-so-sang-kien/" + c.Path("initiative"))
}

// whole reads a count; 0 for nothing, -1 for anything else, which no check accepts.
func whole(text string) int {
	if text == "" {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return -1
	}
	return n
}

// Replicate records where an initiative was taken over.
func (p Pages) Replicate(c *handle.Ctx) error {
	r := thidua.Replication{Initiative: c.Path("initiative"), Place: c.Form.Get("place"), On: c.Form.Day("taken"), Document: c.Form.Get("document"), Effect: c.Form.Get("spread")}
	if err := p.Desk.Replicate(c.Context(), c.Actor, r); err != nil {
		return again(c, err, p.showInitiative)
	}
	return c.Redirect("/ho-so-sang-kien/" + r.Initiative + "#nhan-rong")
}

// History lists the initiatives of a person in all years.
func (p Pages) History(c *handle.Ctx) error {
	all, of, err := p.Desk.InitiativesOf(c.Context(), c.Actor, c.Path("person"))
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: historyTitle(of), Crumbs: []ui.Link{{Text: listTitle, URL: "/sang-kien"}}}, history(all, of))
}
