package parcel

import (
	"net/http"
	"net/url"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app/parcel"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Keepers are who reads the list of partners: who seals and takes in, and the administrator.
var Keepers = handle.For(thidua.MayReadPartner)

// partnersPage is what the list of partners is drawn from.
type partnersPage struct {
	all   []thidua.Partner
	card  parcel.Card // empty where the program has no key
	form  ui.Form
	keys  ui.Keys
	admin bool
	done  bool
}

func (p Pages) partnersPage(c *handle.Ctx) (v partnersPage, err error) {
	v = partnersPage{form: ui.NewForm(nil, nil), keys: c.Keys(0), admin: Admin.Allows(c.Actor), done: c.Form.Get("xong") != ""}
	if v.all, err = p.Post.Partners(c.Context(), c.Actor); err != nil {
		return v, err
	}
	if v.card, err = p.Post.Card(c.Actor); thidua.KindOf(err) == thidua.Conflict {
		err = nil
	}
	return v, err
}

// Partners lists with whom packages are exchanged, with the agency's own key to be copied.
func (p Pages) Partners(c *handle.Ctx) error {
	v, err := p.partnersPage(c)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: partnersTitle}, partnersBody(v))
}

// AddPartner enters an agency elsewhere.
func (p Pages) AddPartner(c *handle.Ctx) error {
	_, err := p.Post.AddPartner(c.Context(), c.Actor, typed(c, ""))
	if err == nil {
		return c.Redirect("/doi-tac?xong=1")
	}
	v, missing := p.partnersPage(c)
	if missing != nil {
		return missing
	}
	return c.ShowAgain(err, ui.Page{Title: partnersTitle}, func(f ui.Form) templ.Component { v.form = f; return partnersBody(v) })
}

func typed(c *handle.Ctx, id string) parcel.PartnerForm {
	return parcel.PartnerForm{Partner: thidua.Partner{ID: id, Name: c.Form.Text("name"), Kind: thidua.AgencyKind(c.Form.Get("kind")), Block: c.Form.Text("block"),
		Ended: c.Form.Has("ended"), Version: c.Form.Version()}, Line: c.Form.Text("card"), Spoken: c.Form.Text("spoken"), Reason: c.Form.Text("reason")}
}

// Partner shows one partner, to be changed.
func (p Pages) Partner(c *handle.Ctx) error {
	one, err := p.Post.Partner(c.Context(), c.Actor, c.Path("partner"))
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, partnerPage(one), partnerBody(one, formOf(one), c.Keys(one.Version)))
}

func formOf(p thidua.Partner) ui.Form {
	values := url.Values{"name": {p.Name}, "kind": {string(p.Kind)}, "block": {p.Block}}
	if p.Ended {
		values.Set("ended", "1")
	}
	return ui.NewForm(values, nil)
}

func partnerPage(p thidua.Partner) ui.Page {
	return ui.Page{Title: p.Name, Crumbs: []ui.Link{{Text: partnersTitle, URL: "/doi-tac"}, {Text: p.Name}}}
}

// ChangePartner saves one partner.
func (p Pages) ChangePartner(c *handle.Ctx) error {
	id := c.Path("partner")
	err := p.Post.ChangePartner(c.Context(), c.Actor, typed(c, id))
	if err == nil {
		return c.Redirect("/doi-tac?xong=1")
	}
	one, missing := p.Post.Partner(c.Context(), c.Actor, id)
	if missing != nil {
		return missing
	}
	return c.ShowAgain(err, partnerPage(one), func(f ui.Form) templ.Component {
		return partnerBody(one, f.Beside(formOf(one).Raw()), c.Keys(one.Version))
	})
}
