package launch

import (
	"net/http"
	"net/url"

	"thidua"
	uses "thidua/internal/app/launch"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

type related struct {
	uses.Around
	form ui.Form
	keys ui.Keys
	done bool
}

func aroundURL(movement string) string { return movementURL(movement) + "/lien-quan" }

// Related shows the movements of other agencies around this one.
func (p Pages) Related(c *handle.Ctx) error { return p.related(c, http.StatusOK, ui.NewForm(nil, nil)) }

func (p Pages) related(c *handle.Ctx, status int, form ui.Form) error {
	v, err := p.Desk.Around(c.Context(), c.Actor, c.Path("movement"))
	if err != nil {
		return err
	}
	page := ui.Page{Title: relatedTitle, Faults: form.Faults(), Crumbs: crumbs(v.Movement.ID, ui.Link{Text: relatedTitle})}
	return c.Page(status, page, relatedPage(related{v, form, c.Keys(0), c.Form.Get("xong") != ""}))
}

// AddRelated adds a movement of another agency.
func (p Pages) AddRelated(c *handle.Ctx) error {
	r := thidua.RelatedMovement{Movement: c.Path("movement"), Relation: thidua.Relation(c.Form.Get("relation")), Name: c.Form.Get("name"), Agency: c.Form.Get("agency"),
		Document: c.Form.Get("document"), Address: c.Form.Get("address")}
	err := p.Desk.AddRelated(c.Context(), c.Actor, r)
	if err == nil {
		return c.Redirect(aroundURL(r.Movement) + "?xong=1")
	}
	return c.AgainOn(err, p.related)
}

func relatedURL(id string) string { return "/phong-trao-lien-quan/" + url.PathEscape(id) }

type relatedOne struct {
	thidua.RelatedMovement
	office bool
	form   ui.Form
	keys   ui.Keys
}

// RelatedOne shows one movement of another agency.
func (p Pages) RelatedOne(c *handle.Ctx) error {
	return p.relatedOne(c, http.StatusOK, ui.NewForm(nil, nil))
}

func (p Pages) relatedOne(c *handle.Ctx, status int, form ui.Form) error {
	r, err := p.Desk.RelatedOf(c.Context(), c.Actor, c.Path("related"))
	if err != nil {
		return err
	}
	page := ui.Page{Title: r.Name, Faults: form.Faults(), Late: form.Notice(relatedURL(r.ID)), Crumbs: crumbs(r.Movement, ui.Link{Text: relatedTitle, URL: aroundURL(r.Movement)}, ui.Link{Text: r.Name})}
	return c.Page(status, page, relatedOnePage(relatedOne{r, c.Actor.Has(thidua.RoleOffice), form, c.Keys(r.Version)}))
}

// MoveRelated takes a movement of another agency out.
func (p Pages) MoveRelated(c *handle.Ctx) error {
	if thidua.Action(c.Path("action")) != thidua.DropRelated {
		return errUnknown
	}
	movement, err := p.Desk.DropRelated(c.Context(), c.Actor, c.Path("related"), c.Form.Version(), c.Form.Get("reason"))
	if err == nil {
		return c.Redirect(aroundURL(movement) + "?xong=1")
	}
	return c.AgainOn(err, p.relatedOne)
}
