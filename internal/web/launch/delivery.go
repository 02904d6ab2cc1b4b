package launch

import (
	"net/http"

	"thidua"
	uses "thidua/internal/app/launch"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

type distribution struct {
	uses.Distribution
	form  ui.Form
	keys  func(int64) ui.Keys
	done  bool
	actor thidua.Actor
}

func (d distribution) url() string {
	if d.Document.ID != "" {
		return documentURL(d.Document.ID) + "/noi-nhan"
	}
	return movementURL(d.Movement.ID) + "/noi-nhan"
}

// Distribution shows to whom a paper went and who has acknowledged.
func (p Pages) Distribution(c *handle.Ctx) error {
	return p.distribution(c, http.StatusOK, ui.NewForm(nil, nil))
}

func (p Pages) distribution(c *handle.Ctx, status int, form ui.Form) error {
	v, err := p.Desk.Distribution(c.Context(), c.Actor, c.Path("movement"), c.Path("document"))
	if err != nil {
		return err
	}
	page := ui.Page{Title: distributionTitle, Wide: true, Faults: form.Faults(), Crumbs: crumbs(v.Movement.ID, ui.Link{Text: distributionTitle})}
	return c.Page(status, page, distributionPage(distribution{v, form, c.Keys, c.Form.Get("xong") != "", c.Actor}))
}

// SendOut records to whom a paper went.
func (p Pages) SendOut(c *handle.Ctx) error {
	s := uses.Sending{Movement: c.Path("movement"), Document: c.Path("document"), Chosen: c.Form.All("chosen"), Other: c.Form.Get("other"),
		Way: thidua.SendWay(c.Form.Get("way")), On: c.Form.Day("sent")}
	err := p.Desk.SendOut(c.Context(), c.Actor, s)
	if err == nil {
		return c.Redirect(c.R.URL.Path + "?xong=1")
	}
	return c.AgainOn(err, p.distribution)
}
