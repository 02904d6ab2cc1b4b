package inspection

import (
	"net/http"
	"net/url"

	"github.com/a-h/templ"

	"thidua"
	uses "thidua/internal/app/inspection"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

const listURL = "/kiem-tra"

func roundURL(id string) string { return listURL + "/" + url.PathEscape(id) }

// List shows the inspection rounds and the recommendations that are followed.
func (p Pages) List(c *handle.Ctx) error {
	l, err := p.Desk.List(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: listTitle}, listPage(l))
}

// plan is what the form of a round is drawn from.
type plan struct {
	uses.List
	id   string
	form ui.Form
	keys ui.Keys
}

func (p plan) title() string {
	if p.id == "" {
		return newTitle
	}
	return editTitle
}

// New shows an empty form for a round.
func (p Pages) New(c *handle.Ctx) error {
	l, err := p.Desk.List(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	at, err := p.Desk.Current(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return p.planned(c, plan{List: l, form: ui.NewForm(url.Values{"round": {at}}, nil), keys: c.Keys(0)})
}

// Edit shows the form of a round that has not begun.
func (p Pages) Edit(c *handle.Ctx) error {
	v, err := p.Desk.View(c.Context(), c.Actor, c.Path("inspection"))
	if err != nil {
		return err
	}
	if !v.May(thidua.SaveInspection) {
		return c.Redirect(roundURL(v.ID))
	}
	l, err := p.Desk.List(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return p.planned(c, plan{List: l, id: v.ID, form: ui.NewForm(typed(v.Inspection), nil), keys: c.Keys(v.Version)})
}

func (p Pages) planned(c *handle.Ctx, v plan) error {
	return c.Page(http.StatusOK, planCrumbs(v), planPage(v))
}

func planCrumbs(v plan) ui.Page {
	return ui.Page{Title: v.title(), Crumbs: []ui.Link{{Text: listTitle, URL: listURL}, {Text: v.title()}}}
}

func typed(i thidua.Inspection) url.Values {
	f := url.Values{"round": {i.Round}, "name": {i.Name}, "number": {i.Number}, "content": {i.Content}, "from": {day(i.From)}, "to": {day(i.To)}}
	for _, v := range i.Visits {
		f.Add("units", v.Unit)
		f.Set("on-"+v.Unit, day(v.On))
	}
	return f
}

// Save makes a round or corrects it.
func (p Pages) Save(c *handle.Ctx) error {
	in := thidua.Inspection{ID: c.Path("inspection"), Round: c.Form.Get("round"), Name: c.Form.Text("name"), Number: c.Form.Text("number"),
		Content: c.Form.Text("content"), From: c.Form.Day("from"), To: c.Form.Day("to"), Version: c.Form.Version()}
	for _, unit := range c.Form.All("units") {
		in.Visits = append(in.Visits, thidua.Visit{Unit: unit, On: c.Form.Day("on-" + unit)})
	}
	kept, err := p.Desk.Save(c.Context(), c.Actor, in)
	if err == nil {
		return c.Redirect(roundURL(kept.ID) + "?xong=1")
	}
	l, missing := p.Desk.List(c.Context(), c.Actor)
	if missing != nil {
		return missing
	}
	v := plan{List: l, id: in.ID, keys: c.Keys(in.Version)}
	return c.ShowAgain(err, planCrumbs(v), func(f ui.Form) templ.Component {
		v.form = f
		return planPage(v)
	})
}
