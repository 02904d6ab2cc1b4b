package account

import (
	"net/url"

	"github.com/a-h/templ"

	"thidua/internal/app/sso"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// linkedForm fills the form of a link with what is linked.
func linkedForm(l sso.Link) ui.Form { return ui.NewForm(url.Values{"subject": {l.Subject}}, nil) }

// read is the link on which an administrator decides: what stands now when he is shown it, what he read when only his own words were refused.
func read(l sso.Link, form ui.Form) string {
	if form.Sent("was") && !form.Late() {
		return form.Get("was")
	}
	return l.Subject
}

// Linked is the part of the account page about signing in through the provider.
func (p Pages) Linked(c *handle.Ctx) (templ.Component, error) {
	l, err := p.Provider.Mine(c.Context(), c.Actor)
	return linked(l), err
}

// SaveLink links an account to the subject that an administrator has verified, or takes the link away.
func (p Pages) SaveLink(c *handle.Ctx) error {
	id := c.Path("account")
	err := p.Provider.SaveLink(c.Context(), c.Actor, id, c.Form.Get("was"), c.Form.Text("subject"))
	form, status := c.Again(err)
	if status == 0 {
		return p.done(c, err)
	}
	l, err := p.Provider.LinkOf(c.Context(), c.Actor, id)
	if err != nil {
		return err
	}
	page := under(id, accountWord, linkTitle)
	page.Faults, page.Late = form.Faults(), form.Notice("/nguoi-dung/"+id)
	return c.Page(status, page, linkForm(id, l, form.Beside(linkedForm(l).Raw()), c.Keys(0)))
}
