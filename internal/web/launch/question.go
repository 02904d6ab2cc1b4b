package launch

import (
	"net/http"

	uses "thidua/internal/app/launch"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

type guidance struct {
	uses.Guidance
	form  ui.Form
	keys  ui.Keys
	asked string
	done  bool
}

func guidanceURL(movement string) string { return movementURL(movement) + "/huong-dan" }

// Guidance shows the papers of guidance, and the questions with their answers.
func (p Pages) Guidance(c *handle.Ctx) error {
	return p.guidance(c, http.StatusOK, ui.NewForm(nil, nil), c.Form.Text("tim"))
}

func (p Pages) guidance(c *handle.Ctx, status int, form ui.Form, asked string) error {
	v, err := p.Desk.Guidance(c.Context(), c.Actor, c.Path("movement"), asked)
	if err != nil {
		return err
	}
	page := ui.Page{Title: guidanceTitle, Faults: form.Faults(), Crumbs: crumbs(v.Movement.ID, ui.Link{Text: guidanceTitle})}
	return c.Page(status, page, guidancePage(guidance{v, form, c.Keys(0), asked, c.Form.Get("xong") != ""}))
}

// Ask asks a question about a movement.
func (p Pages) Ask(c *handle.Ctx) error {
	_, err := p.Desk.Ask(c.Context(), c.Actor, c.Path("movement"), c.Form.Get("text"))
	if err == nil {
		return c.Redirect(guidanceURL(c.Path("movement")) + "?xong=1")
	}
	return c.AgainOn(err, func(c *handle.Ctx, status int, form ui.Form) error { return p.guidance(c, status, form, "") })
}
