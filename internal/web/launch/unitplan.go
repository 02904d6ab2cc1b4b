package launch

import (
	"net/http"

	"thidua"
	uses "thidua/internal/app/launch"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

type unitPlans struct {
	uses.UnitPlans
	form ui.Form
	keys ui.Keys
	done bool
}

// UnitPlans lists the launch plans of the units in a year.
func (p Pages) UnitPlans(c *handle.Ctx) error {
	return p.unitPlans(c, http.StatusOK, ui.NewForm(nil, nil))
}

func (p Pages) unitPlans(c *handle.Ctx, status int, form ui.Form) error {
	v, err := p.Desk.UnitPlans(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	page := ui.Page{Title: plansTitle, Faults: form.Faults(), Crumbs: crumbs(v.Movement.ID, ui.Link{Text: checklistTitle, URL: checklistURL(v.Round.ID)}, ui.Link{Text: plansTitle})}
	return c.Page(status, page, plansPage(unitPlans{v, form, c.Keys(0), c.Form.Get("xong") != ""}))
}

// AddUnitPlan records a launch plan of a unit.
func (p Pages) AddUnitPlan(c *handle.Ctx) error {
	in := thidua.UnitPlan{Round: c.Path("round"), Unit: c.Form.Get("unit"), Number: c.Form.Get("number"), Date: c.Form.Day("issued"), Summary: c.Form.Get("summary")}
	_, err := p.Desk.UnitPlans(c.Context(), c.Actor, in.Round)
	if err != nil {
		return err
	}
	if in.File, err = c.KeepAny(p.App.KeepFile, "file"); err == nil {
		err = p.Desk.AddUnitPlan(c.Context(), c.Actor, in)
	}
	if err == nil {
		return c.Redirect(plansURL(in.Round) + "?xong=1")
	}
	return c.AgainOn(err, p.unitPlans)
}
