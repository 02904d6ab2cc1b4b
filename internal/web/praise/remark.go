package praise

import (
	"net/http"
	"net/url"

	"thidua"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// RemarksNow leads to the remarks of the year at hand.
func (p Pages) RemarksNow(c *handle.Ctx) error { return p.current(c, "/nhan-xet") }

// Remarks lists the people with the remark on each, and the form of the one that is chosen.
func (p Pages) Remarks(c *handle.Ctx) error { return p.showRemarks(c, http.StatusOK, nil) }

func (p Pages) showRemarks(c *handle.Ctx, status int, typed *ui.Form) error {
	v, err := p.Desk.Remarks(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	chosen := c.Form.Get("person")
	form, keys := ui.NewForm(url.Values{"person": {chosen}}, nil), c.Keys(0)
	for _, r := range v.Rows {
		if r.Staff.Person.ID == chosen && r.Remark.Version > 0 {
			form = ui.NewForm(url.Values{"person": {chosen}, "verdict": {string(r.Verdict)}, "words": {r.Words}, "met": {vi.Date(r.MetOn)}}, nil)
			keys = c.Keys(r.Remark.Version)
		}
	}
	if typed != nil {
		form = typed.Beside(form.Raw())
	}
	return c.Page(status, ui.Page{Title: remarkTitle, Faults: form.Faults(), Late: form.Notice("")}, remarks(v, chosen, form, keys))
}

// SaveRemark keeps the remark on a person.
func (p Pages) SaveRemark(c *handle.Ctx) error {
	r := thidua.Remark{Round: c.Path("round"), Person: c.Form.Get("person"), Verdict: thidua.Verdict(c.Form.Get("verdict")), Words: c.Form.Get("words"), MetOn: c.Form.Day("met"),
		Version: c.Form.Version()}
	if err := p.Desk.SaveRemark(c.Context(), c.Actor, r); err != nil {
		return again(c, err, p.showRemarks)
	}
	return c.Redirect("/nhan-xet/" + r.Round)
}
