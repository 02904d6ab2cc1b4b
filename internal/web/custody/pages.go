// Package custody holds the pages of the administrator on kept files (Tệp đang lưu): what is known of each, and the removal of one that should not
// be there. No content is shown here.
package custody

import (
	"net/http"
	"strconv"

	"thidua"
	"thidua/internal/app/custody"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages are the pages of kept files.
type Pages struct{ Desk *custody.Desk }

// Who may see them.
var Who = handle.For(thidua.MayKeepMachine)

const listURL = "/tep-luu"

// List lists the kept files, those in trouble first.
func (p Pages) List(c *handle.Ctx) error {
	page, err := strconv.Atoi(c.Form.Get("trang"))
	if err != nil || page < 1 || page > 99999 {
		page = 1
	}
	all, more, err := p.Desk.List(c.Context(), c.Actor, page)
	if err != nil {
		return err
	}
	at, _, err := p.Desk.LastCheck(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: title}, list(listView{all, page, more, at}))
}

// One shows what is known of a file.
func (p Pages) One(c *handle.Ctx) error { return p.one(c, http.StatusOK, ui.NewForm(nil, nil)) }

func (p Pages) one(c *handle.Ctx, status int, form ui.Form) error {
	o, err := p.Desk.File(c.Context(), c.Actor, c.Path("kept"))
	if err != nil {
		return err
	}
	page := ui.Page{Title: o.Title, Faults: form.Faults(), Late: form.Notice(""), Crumbs: []ui.Link{{Text: title, URL: listURL}}}
	return c.Page(status, page, one(o, form, c.Keys(0)))
}

// Purge removes a file.
func (p Pages) Purge(c *handle.Ctx) error {
	err := p.Desk.Purge(c.Context(), c.Actor, c.Path("kept"), c.Form.Get("basis"), c.Form.Get("reason"))
	if err != nil {
		return c.AgainOn(err, p.one)
	}
	return c.Redirect(listURL + "/" + c.Path("kept"))
}
