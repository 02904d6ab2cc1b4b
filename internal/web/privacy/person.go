package privacy

import (
	"net/http"

	uses "thidua/internal/app/privacy"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Person shows what is held about somebody else; that it was looked at stands in the log.
func (p Pages) Person(c *handle.Ctx) error { return p.person(c, http.StatusOK, ui.NewForm(nil, nil)) }

func (p Pages) person(c *handle.Ctx, status int, form ui.Form) error {
	id := c.Path("person")
	if err := p.Desk.Seen(c.Context(), c.Actor, id); err != nil {
		return err
	}
	h, err := p.Desk.About(c.Context(), c.Actor, id)
	if err != nil {
		return err
	}
	v := view{Held: h, form: form, keys: c.Keys(0), done: c.Form.Get("xong"), mask: c.Actor.Has(uses.Maskers...)}
	page := ui.Page{Title: personTitle(h), Faults: form.Faults(), Late: form.Notice(personURL(id)), Crumbs: []ui.Link{{Text: registerTitle, URL: registerURL}, {Text: h.Person.Name}}}
	return c.Page(status, page, personPage(v))
}

// TakePerson gives all that is held about somebody as a ZIP, for who answers him and says on what ground.
func (p Pages) TakePerson(c *handle.Ctx) error {
	if err := p.take(c, c.Path("person"), c.Form.Get("ground")); err != nil {
		return c.AgainOn(err, p.person)
	}
	return nil
}

// Mask masks what need not stay of somebody who has left.
func (p Pages) Mask(c *handle.Ctx) error {
	err := p.Desk.Mask(c.Context(), c.Actor, c.Path("person"), c.Form.Get("reason"))
	if err == nil {
		return c.Redirect(personURL(c.Path("person")) + "?xong=che")
	}
	return c.AgainOn(err, p.person)
}
