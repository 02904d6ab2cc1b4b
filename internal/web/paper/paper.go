// Package paper holds the pages around the forms of official papers: what can be written for a year, and the agency's own words for the forms.
package paper

import (
	"net/http"
	"net/url"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/writing"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages are the pages of forms.
type Pages struct {
	App  *app.App
	Desk *writing.Desk
}

// Who may use the pages of this package.
var (
	Makers  = handle.For(thidua.MayMakePaper)
	Keepers = handle.For(thidua.MayKeepWording)
)

// Current leads to what can be written for the year at hand.
func (p Pages) Current(c *handle.Ctx) error {
	round, err := p.App.CurrentDossier(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Redirect(listURL(round))
}

func listURL(round string) string { return "/nam/" + round + "/lap-van-ban" }

// listed is what the page of a year is drawn from.
type listed struct {
	writing.List
	years []thidua.Round
	keys  func() ui.Keys
	form  ui.Form
	words bool // the reader may change the words of the forms
}

// List shows what can be written for a year, and what is written.
func (p Pages) List(c *handle.Ctx) error { return p.list(c, http.StatusOK, ui.NewForm(nil, nil)) }

func (p Pages) list(c *handle.Ctx, status int, form ui.Form) error {
	l, err := p.Desk.List(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	years, err := p.App.Years(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	page := listed{List: l, years: years.Rounds, keys: func() ui.Keys { return c.Keys(0) }, form: form, words: Keepers.Allows(c.Actor)}
	return c.Page(status, ui.Page{Title: listTitle, Wide: true, Faults: form.Faults(), Crumbs: listCrumbs()}, listBody(page))
}

// Make makes a paper of a form and leads to it.
func (p Pages) Make(c *handle.Ctx) error {
	at := writing.Place{Round: c.Path("round"), Session: c.Form.Get("phien"), Nominee: c.Form.Get("truong-hop")}
	made, err := p.Desk.Make(c.Context(), c.Actor, thidua.PaperKind(c.Form.Get("mau")), at)
	if err == nil {
		return c.Redirect("/van-ban/" + made.ID + "?xong=" + url.QueryEscape(string(thidua.MakePaper)))
	}
	return c.AgainOn(err, p.list)
}

// Wordings lists the forms whose words an agency may change.
func (p Pages) Wordings(c *handle.Ctx) error {
	all, err := p.Desk.Wordings(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: wordingTitle}, wordings(all))
}

// worded is what the page of the words of one form is drawn from.
type worded struct {
	writing.WordingView
	form  ui.Form
	keys  ui.Keys
	asks  bool // some words leave out what the form says: it is asked once more
	tried bool // the preview has the words as they are typed
	done  bool
}

// Wording shows the words of one form.
func (p Pages) Wording(c *handle.Ctx) error {
	return p.wording(c, http.StatusOK, ui.NewForm(nil, nil), c.Form.Get("xong") != "")
}

func (p Pages) wording(c *handle.Ctx, status int, form ui.Form, done bool) error {
	v, err := p.Desk.Wording(c.Context(), c.Actor, c.Path("form"))
	if err != nil {
		return err
	}
	page := worded{WordingView: v, form: form, keys: c.Keys(0), done: done}
	if form.Sent("tu-ngay") {
		page.tried = true
		if page.Sample, err = p.Desk.Preview(c.Context(), c.Actor, v.Name, typed(c, v)); err != nil {
			return err
		}
		page.asks = form.Has("hoi", "1")
	}
	crumbs := []ui.Link{{Text: wordingTitle, URL: "/loi-van"}, {Text: v.Title}}
	return c.Page(status, ui.Page{Title: v.Title, Wide: true, Faults: form.Faults(), Crumbs: crumbs}, wordingBody(page))
}

// typed are the words of the parts as they came.
func typed(c *handle.Ctx, v writing.WordingView) map[string]string {
	out := map[string]string{}
	for _, p := range v.Parts {
		if c.Form.Has(fieldOf(p)) {
			out[p.Part.Part] = c.Form.Get(fieldOf(p))
		}
	}
	return out
}

func fieldOf(p writing.WordedPart) string { return "phan-" + p.Part.Part }

// SaveWording keeps the words of one form, or shows its sample with the words as they are typed.
func (p Pages) SaveWording(c *handle.Ctx) error {
	name := c.Path("form")
	v, err := p.Desk.Wording(c.Context(), c.Actor, name)
	if err != nil {
		return err
	}
	if c.Form.Get("viec") == "xem-thu" {
		return p.wording(c, http.StatusOK, ui.NewForm(c.Form.Raw(), nil), false)
	}
	err = p.Desk.SaveWording(c.Context(), c.Actor, name, typed(c, v), c.Form.Day("tu-ngay"), c.Form.Get("van-luu") != "")
	if err == nil {
		return c.Redirect("/loi-van/" + name + "?xong=1")
	}
	form, status := c.Again(err)
	if status == 0 {
		return err
	}
	return p.wording(c, status, asField(form, err), false)
}

// asField puts the faults of parts at their fields, and notes whether one only asks to be sure.
func asField(form ui.Form, err error) ui.Form {
	values := url.Values{}
	for name, v := range form.Raw() {
		values[name] = v
	}
	faults := form.Faults()
	for i, f := range faults {
		if f.Field != "tu-ngay" && f.Field != "noi-dung" {
			faults[i].Field = "phan-" + f.Field
		}
	}
	if drops(err) {
		values.Set("hoi", "1")
	}
	return ui.NewForm(values, faults)
}
