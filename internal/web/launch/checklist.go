package launch

import (
	"net/http"

	"thidua"
	uses "thidua/internal/app/launch"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

type checklist struct {
	uses.Checklist
	form ui.Form
	keys func() ui.Keys
	done bool
}

// Checklist shows the launch check list of a year.
func (p Pages) Checklist(c *handle.Ctx) error {
	return p.checklist(c, http.StatusOK, ui.NewForm(nil, nil))
}

func (p Pages) checklist(c *handle.Ctx, status int, form ui.Form) error {
	v, err := p.Desk.Checklist(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	page := ui.Page{Title: checklistTitle, Faults: form.Faults(), Crumbs: crumbs(v.Movement.ID, ui.Link{Text: checklistTitle})}
	return c.Page(status, page, checklistPage(checklist{v, form, func() ui.Keys { return c.Keys(0) }, c.Form.Get("xong") != ""}))
}

// Tick ticks a line of the check list, or takes the tick back.
func (p Pages) Tick(c *handle.Ctx) error {
	t := thidua.LaunchTick{Round: c.Path("round"), Item: c.Form.Get("item"), On: c.Form.Day("on"), Note: c.Form.Get("note")}
	err := p.Desk.Tick(c.Context(), c.Actor, t, c.Form.Get("viec") != "bo")
	if err == nil {
		return c.Redirect(checklistURL(t.Round) + "?xong=1")
	}
	return c.AgainOn(err, p.checklist)
}
