package launch

import (
	"net/http"

	"thidua"
	uses "thidua/internal/app/launch"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

type mapping struct {
	uses.Mapping
	form ui.Form
	keys func(int64) ui.Keys
	done bool
}

func mappingURL(document string) string { return documentURL(document) + "/tieu-chi" }

// Mapping shows the criteria of an attached document beside those of the plan.
func (p Pages) Mapping(c *handle.Ctx) error {
	return p.mapping(c, http.StatusOK, ui.NewForm(nil, nil), c.Path("document"))
}

func (p Pages) mapping(c *handle.Ctx, status int, form ui.Form, document string) error {
	v, err := p.Desk.Mapping(c.Context(), c.Actor, document)
	if err != nil {
		return err
	}
	page := ui.Page{Title: mappingTitle, Wide: true, Faults: form.Faults(), Late: form.Notice(mappingURL(document)), Crumbs: crumbs(v.Movement.ID, ui.Link{Text: guidanceTitle, URL: guidanceURL(v.Movement.ID)}, ui.Link{Text: mappingTitle})}
	return c.Page(status, page, mappingPage(mapping{v, form, c.Keys, c.Form.Get("xong") != ""}))
}

// MapGuided adds a criterion of an attached document.
func (p Pages) MapGuided(c *handle.Ctx) error {
	g := thidua.GuidedCriterion{Document: c.Path("document"), Code: c.Form.Get("code"), Text: c.Form.Get("text"), Criteria: c.Form.All("criteria")}
	err := p.Desk.MapGuided(c.Context(), c.Actor, g)
	if err == nil {
		return c.Redirect(mappingURL(g.Document) + "?xong=1")
	}
	return c.AgainOn(err, func(c *handle.Ctx, status int, form ui.Form) error { return p.mapping(c, status, form, g.Document) })
}

// MoveGuided takes a criterion of an attached document away.
func (p Pages) MoveGuided(c *handle.Ctx) error {
	if thidua.Action(c.Path("action")) != thidua.DropGuided {
		return errUnknown
	}
	g, err := p.Desk.GuidedOf(c.Context(), c.Actor, c.Path("guided"))
	if err != nil {
		return err
	}
	if _, err = p.Desk.DropGuided(c.Context(), c.Actor, g.ID, c.Form.Version(), c.Form.Get("reason")); err == nil {
		return c.Redirect(mappingURL(g.Document) + "?xong=1")
	}
	return c.AgainOn(err, func(c *handle.Ctx, status int, form ui.Form) error { return p.mapping(c, status, form, g.Document) })
}
