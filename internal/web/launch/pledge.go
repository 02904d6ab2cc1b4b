package launch

import (
	"net/http"

	"thidua"
	uses "thidua/internal/app/launch"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

type pledges struct {
	uses.Pledges
	form ui.Form
	keys func() ui.Keys
	done bool
}

// Pledges lists the pledges of a year.
func (p Pages) Pledges(c *handle.Ctx) error { return p.pledges(c, http.StatusOK, ui.NewForm(nil, nil)) }

func (p Pages) pledges(c *handle.Ctx, status int, form ui.Form) error {
	v, err := p.Desk.Pledges(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	page := ui.Page{Title: pledgesTitle, Faults: form.Faults(), Crumbs: crumbs(v.Movement.ID, ui.Link{Text: checklistTitle, URL: checklistURL(v.Round.ID)}, ui.Link{Text: pledgesTitle})}
	return c.Page(status, page, pledgesPage(pledges{v, form, func() ui.Keys { return c.Keys(0) }, c.Form.Get("xong") != ""}))
}

// DraftPledge begins the pledge of a unit or of a block.
func (p Pages) DraftPledge(c *handle.Ctx) error {
	in := thidua.Pledge{Round: c.Path("round"), Unit: c.Form.Get("unit"), Block: c.Form.Get("block"), Text: c.Form.Get("text")}
	made, err := p.Desk.DraftPledge(c.Context(), c.Actor, in)
	if err == nil {
		return c.Redirect(pledgeURL(made.ID))
	}
	return c.AgainOn(err, p.pledges)
}
