package handover

import (
	"net/http"
	"net/url"
	"slices"

	"thidua"
	uses "thidua/internal/app/handover"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

type one struct {
	uses.View
	form ui.Form
	keys ui.Keys
	done string
}

func (o one) may(do thidua.Action) bool {
	return slices.ContainsFunc(o.Offers, func(x thidua.Offer) bool { return x.Do == do })
}

func (o one) ready() bool {
	return slices.ContainsFunc(o.Offers, func(x thidua.Offer) bool { return x.Do == thidua.HandOver && len(x.Missing) == 0 })
}

// Handover shows one handover: what is open, the words beside it, and what may be done.
func (p Pages) Handover(c *handle.Ctx) error { return p.handover(c, http.StatusOK, nil) }

func (p Pages) handover(c *handle.Ctx, status int, refused *ui.Form) error {
	v, err := p.Desk.Handover(c.Context(), c.Actor, c.Path("handover"))
	if err != nil {
		return err
	}
	saved := url.Values{"to": {v.To}, "words": {v.Words}, "contacts": {v.Contacts}}
	form := ui.NewForm(saved, nil)
	if refused != nil {
		form = refused.Beside(saved)
		if !form.Sent("words") {
			form = ui.NewForm(withSaved(form.Raw(), saved), form.Faults())
		}
	}
	page := ui.Page{Title: title(v), Wide: true, Faults: form.Faults(), Late: form.Notice(handoverURL(v.ID)), Crumbs: []ui.Link{{Text: listTitle, URL: "/ban-giao"}, {Text: v.FromName}}}
	return c.Page(status, page, handoverPage(one{v, form, c.Keys(v.Version), c.Form.Get("xong")}))
}

func withSaved(typed, saved url.Values) url.Values {
	out := url.Values{}
	for _, from := range []url.Values{saved, typed} {
		for name, values := range from {
			out[name] = values
		}
	}
	return out
}
