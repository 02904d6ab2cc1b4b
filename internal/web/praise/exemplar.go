package praise

import (
	"net/http"
	"strings"

	"thidua"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// ExemplarsNow leads to the exemplars of the year at hand.
func (p Pages) ExemplarsNow(c *handle.Ctx) error { return p.current(c, "/dien-hinh") }

// Exemplars lists the exemplars of a year, with the form that proposes one.
func (p Pages) Exemplars(c *handle.Ctx) error { return p.showExemplars(c, http.StatusOK, nil) }

func (p Pages) showExemplars(c *handle.Ctx, status int, typed *ui.Form) error {
	v, err := p.Desk.Exemplars(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	form := ui.NewForm(nil, nil)
	if typed != nil {
		form = *typed
	}
	return c.Page(status, ui.Page{Title: exemplarTitle, Faults: form.Faults(), Late: form.Notice("")}, exemplars(v, form, c.Keys(0)))
}

// Propose proposes an exemplar; the subject is "unit:ID" or "person:ID".
func (p Pages) Propose(c *handle.Ctx) error {
	ref, err := c.KeepAny(p.App.KeepFile, "tep")
	f := c.Form
	e := thidua.Exemplar{Round: c.Path("round"), Kind: thidua.ExemplarKind(f.Get("kind")), Title: f.Get("title"), Deed: f.Get("deed"), DocNumber: f.Get("number"), File: ref}
	if id, unit := strings.CutPrefix(f.Get("subject"), "unit:"); unit {
		e.Subject.Unit = id
	} else if id, person := strings.CutPrefix(f.Get("subject"), "person:"); person {
		e.Subject.Person = id
	}
	if err == nil {
		e, err = p.Desk.ProposeExemplar(c.Context(), c.Actor, e)
	}
	if err != nil {
		return again(c, err, p.showExemplars)
	}
	return c.Redirect("/guong/" + e.ID)
}

// Exemplar shows one exemplar with what this person may do.
func (p Pages) Exemplar(c *handle.Ctx) error { return p.showExemplar(c, http.StatusOK, nil) }

func (p Pages) showExemplar(c *handle.Ctx, status int, typed *ui.Form) error {
	v, err := p.Desk.Exemplar(c.Context(), c.Actor, c.Path("exemplar"))
	if err != nil {
		return err
	}
	form := ui.NewForm(nil, nil)
	if typed != nil {
		form = *typed
	}
	page := ui.Page{Title: v.Title, Faults: form.Faults(), Late: form.Notice("/guong/" + v.ID), Crumbs: []ui.Link{{Text: exemplarTitle, URL: "/dien-hinh/" + v.Exemplar.Round}}}
	return c.Page(status, page, exemplar(v, form, c.Keys(v.Version)))
}
