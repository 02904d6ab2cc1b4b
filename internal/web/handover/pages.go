// Package handover holds the pages on which work is handed over: what is open, the check before it, the minutes.
package handover

import (
	"net/http"
	"net/url"

	"thidua"
	"thidua/internal/app"
	uses "thidua/internal/app/handover"
	"thidua/internal/file"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages are the pages of handovers.
type Pages struct {
	App  *app.App
	Desk *uses.Desk
}

// UploadLimit is the size of a form with the signed minutes, in bytes.
const UploadLimit = file.MaxSize

var errUnknown = thidua.Refuse(thidua.NotFound, "not-found")

func handoverURL(id string) string { return "/ban-giao/" + url.PathEscape(id) }

type list struct {
	uses.List
	form ui.Form
	keys ui.Keys
}

// List shows the handovers that the reader may see.
func (p Pages) List(c *handle.Ctx) error { return p.list(c, http.StatusOK, ui.NewForm(nil, nil)) }

func (p Pages) list(c *handle.Ctx, status int, form ui.Form) error {
	l, err := p.Desk.List(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Page(status, ui.Page{Title: listTitle, Faults: form.Faults()}, listPage(list{l, form, c.Keys(0)}))
}

// Begin begins the handover of somebody's work.
func (p Pages) Begin(c *handle.Ctx) error {
	h, err := p.Desk.Begin(c.Context(), c.Actor, c.Form.Get("person"))
	if err == nil {
		return c.Redirect(handoverURL(h.ID))
	}
	return c.AgainOn(err, p.list)
}
