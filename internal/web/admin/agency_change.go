package admin

import (
	"net/http"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// NewAgencyChange shows the form with which the agency is called otherwise from a day on.
func (p Pages) NewAgencyChange(c *handle.Ctx) error {
	a, err := p.App.Agency(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, under(agencyTitle, "/co-quan", agencyChangeTitle), agencyChange(formOfAgency(a), c.Keys(0)))
}

// DraftAgencyChange keeps such a change as a draft.
func (p Pages) DraftAgencyChange(c *handle.Ctx) error {
	scan, err := c.KeepAny(p.App.KeepFile, "scan")
	var made thidua.OrgChange
	if err == nil {
		change := decisionOf(c, thidua.ChangeAgency, scan)
		change.Plan.Agency = thidua.AgencyVersion{Name: c.Form.Text("name"), Parent: c.Form.Text("parent"), Place: c.Form.Text("place"),
			Symbol: c.Form.Text("symbol"), LeaderTitle: c.Form.Text("leader"), HomeRule: c.Form.Text("rule")}
		made, err = p.App.DraftChange(c.Context(), c.Actor, change)
	}
	if err == nil {
		return c.Redirect(changesURL + "/" + made.ID)
	}
	return c.ShowAgain(err, under(agencyTitle, "/co-quan", agencyChangeTitle), func(f ui.Form) templ.Component { return agencyChange(f, c.Keys(0)) })
}
