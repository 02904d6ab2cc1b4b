package closing

import (
	"net/http"
	"net/url"

	"thidua"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

func planURL(plan string) string { return "/ke-hoach/" + url.PathEscape(plan) }

func carryPage(plan string) ui.Page {
	return ui.Page{Title: carryTitle, Crumbs: []ui.Link{{Text: planTitle, URL: planURL(plan)}, {Text: carryTitle}}}
}

// Proposal shows what the last period had and the plan under review lacks, each row to be ticked or dropped.
func (p Pages) Proposal(c *handle.Ctx) error {
	v, err := p.Closing.Proposal(c.Context(), c.Actor, c.Path("plan"))
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, carryPage(v.Source.ID), proposal(v, c.Keys(v.Source.Version)))
}

// Carry puts the ticked rows into the plan under review and leads back to it.
func (p Pages) Carry(c *handle.Ctx) error {
	id := c.Path("plan")
	if err := p.Closing.Carry(c.Context(), c.Actor, id, c.Form.Version(), c.Form.All("row")); err != nil {
		return err
	}
	return c.Redirect(planURL(id) + "?xong=" + string(thidua.ReviewPlan))
}
