// Package deputy holds the page of deputisings (ủy quyền): who acts for whom, in which post, until when.
package deputy

import (
	"net/http"
	"strings"

	"thidua"
	uses "thidua/internal/app/deputy"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages are the pages of deputisings.
type Pages struct{ Desk *uses.Desk }

// Who may open them: everybody his own, an administrator all of the agency.
var Who = handle.For(thidua.MayDeputise)

const pageURL = "/uy-quyen"

type view struct {
	uses.View
	actor thidua.Actor
	form  ui.Form
	keys  ui.Keys
	done  bool
}

// List shows the deputisings with the form for a new one.
func (p Pages) List(c *handle.Ctx) error { return p.list(c, http.StatusOK, ui.NewForm(nil, nil)) }

func (p Pages) list(c *handle.Ctx, status int, form ui.Form) error {
	v, err := p.Desk.List(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Page(status, ui.Page{Title: title, Faults: form.Faults()}, page(view{v, c.Actor, form, c.Keys(0), c.Form.Has("xong") && status == http.StatusOK}))
}

// Give enters a deputising; the post is chosen with its holder and its unit.
func (p Pages) Give(c *handle.Ctx) error {
	role, rest, _ := strings.Cut(c.Form.Get("post"), "|")
	unit, holder, _ := strings.Cut(rest, "|")
	err := p.Desk.Give(c.Context(), c.Actor, thidua.Deputy{From: holder, To: c.Form.Get("to"), Post: thidua.Role(role), Unit: unit,
		Begin: c.Form.Day("from"), End: c.Form.Day("until"), Number: c.Form.Text("number"), Dated: c.Form.Day("dated")})
	if err == nil {
		return c.Redirect(pageURL + "?xong=1")
	}
	return c.AgainOn(err, p.list)
}

// Leave brings somebody back to his own name.
func (p Pages) Leave(c *handle.Ctx) error {
	fresh, err := p.Desk.Leave(c.Context(), c.Actor, c.Token)
	if err != nil {
		return err
	}
	c.Shell.SetSession(c, fresh)
	c.Shell.SetDeputy(c, "")
	return c.Redirect("/")
}

// Act begins to work under a deputising, or withdraws it.
func (p Pages) Act(c *handle.Ctx) error {
	id := c.Path("deputy")
	switch thidua.Action(c.Path("action")) {
	case thidua.DeputyBegun:
		fresh, err := p.Desk.Begin(c.Context(), c.Actor, c.Token, id)
		if err != nil {
			return err
		}
		c.Shell.SetSession(c, fresh)
		c.Shell.SetDeputy(c, id)
		return c.Redirect("/")
	case thidua.DeputyTaken:
		if err := p.Desk.Withdraw(c.Context(), c.Actor, id); err != nil {
			return err
		}
		return c.Redirect(pageURL + "?xong=1")
	}
	return thidua.Refuse(thidua.NotFound, "not-found")
}
