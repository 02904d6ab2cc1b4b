package praise

import (
	"net/http"
	"net/url"
	"os"

	"thidua"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Item shows one item with what this person may do.
func (p Pages) Item(c *handle.Ctx) error { return p.showItem(c, http.StatusOK, nil) }

func (p Pages) showItem(c *handle.Ctx, status int, typed *ui.Form) error {
	v, y, err := p.Desk.PublicityItem(c.Context(), c.Actor, c.Path("publicity"))
	if err != nil {
		return err
	}
	form := ui.NewForm(url.Values{"form": {string(v.Form)}, "title": {v.Title}, "on": {vi.Date(v.On)}, "media": {v.Media}, "link": {v.Link}, "number": {v.DocNumber}}, nil)
	if typed != nil {
		form = typed.Beside(form.Raw())
	}
	page := ui.Page{Title: v.Title, Faults: form.Faults(), Late: form.Notice(""), Crumbs: []ui.Link{{Text: publicityTitle, URL: "/tuyen-truyen/" + v.Round}}}
	return c.Page(status, page, item(v, y, form, c.Keys(v.Version)))
}

// MoveItem verifies an item, returns it with a reason, or mends it.
func (p Pages) MoveItem(c *handle.Ctx) error {
	mended, err := p.item(c)
	if err == nil {
		mended.ID = c.Path("publicity")
		err = p.Desk.MovePublicity(c.Context(), c.Actor, thidua.Action(c.Path("action")), mended, c.Form.Get("reason"))
	}
	if err != nil {
		return again(c, err, p.showItem)
	}
	return c.Redirect("/tin-bai/" + mended.ID)
}

// ItemFile sends the evidence of an item to be saved.
func (p Pages) ItemFile(c *handle.Ctx) error {
	return c.Stored(func() (thidua.FileRef, *os.File, error) {
		return p.Desk.PublicityFile(c.Context(), c.Actor, c.Path("publicity"))
	})
}
