package launch

import (
	"net/http"
	"net/url"
	"os"

	"thidua"
	uses "thidua/internal/app/launch"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

func planURL(id string) string { return "/ke-hoach-don-vi/" + url.PathEscape(id) }

type unitPlan struct {
	thidua.UnitPlan
	list uses.UnitPlans
	form ui.Form
	keys ui.Keys
}

func (p unitPlan) may() bool {
	for _, u := range p.list.Mine {
		if u.ID == p.Unit {
			return true
		}
	}
	return false
}

// UnitPlan shows one launch plan of a unit.
func (p Pages) UnitPlan(c *handle.Ctx) error {
	return p.unitPlan(c, http.StatusOK, ui.NewForm(nil, nil))
}

func (p Pages) unitPlan(c *handle.Ctx, status int, form ui.Form) error {
	one, err := p.Desk.UnitPlan(c.Context(), c.Actor, c.Path("unitplan"))
	if err != nil {
		return err
	}
	list, err := p.Desk.UnitPlans(c.Context(), c.Actor, one.Round)
	if err != nil {
		return err
	}
	title := planTitle(one)
	page := ui.Page{Title: title, Faults: form.Faults(), Late: form.Notice(planURL(one.ID)), Crumbs: crumbs(list.Movement.ID, ui.Link{Text: plansTitle, URL: plansURL(one.Round)}, ui.Link{Text: title})}
	return c.Page(status, page, planPage(unitPlan{one, list, form, c.Keys(one.Version)}))
}

// MoveUnitPlan takes a launch plan of a unit out.
func (p Pages) MoveUnitPlan(c *handle.Ctx) error {
	if thidua.Action(c.Path("action")) != thidua.DropUnitPlan {
		return errUnknown
	}
	one, err := p.Desk.UnitPlan(c.Context(), c.Actor, c.Path("unitplan"))
	if err != nil {
		return err
	}
	if err = p.Desk.DropUnitPlan(c.Context(), c.Actor, one.ID, c.Form.Version(), c.Form.Get("reason")); err == nil {
		return c.Redirect(plansURL(one.Round) + "?xong=1")
	}
	return c.AgainOn(err, p.unitPlan)
}

// UnitPlanFile answers with the file of a launch plan of a unit.
func (p Pages) UnitPlanFile(c *handle.Ctx) error {
	return c.Stored(func() (thidua.FileRef, *os.File, error) {
		return p.Desk.OpenUnitPlan(c.Context(), c.Actor, c.Path("unitplan"))
	})
}
