// Package bank holds the pages of sample targets: searching them, taking them into a registration, and the agency's own.
package bank

import (
	"net/http"
	"net/url"
	"strconv"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/bank"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

const bankURL = "/chi-tieu-mau"

// Pages are the pages of the bank.
type Pages struct {
	App  *app.App
	Bank *bank.Desk
}

type view struct {
	all     []thidua.Phrase
	asked   bank.Asked
	heads   []thidua.Criterion // of the plan of the year that takes registrations
	unit    string             // the address of the registration of the actor's unit; empty when there is none to fill
	person  string
	keeper  bool
	form    ui.Form
	keys    ui.Keys
	changed bool
}

// filter is the address of the page with what narrows it.
func (v view) filter(hidden bool) string {
	q := url.Values{}
	for name, value := range map[string]string{"q": v.asked.Text, "linh-vuc": string(v.asked.Field)} {
		if value != "" {
			q.Set(name, value)
		}
	}
	if v.asked.Criterion > 0 {
		q.Set("tieu-chi", strconv.Itoa(v.asked.Criterion))
	}
	if hidden {
		q.Set("an", "1")
	}
	if len(q) == 0 {
		return bankURL
	}
	return bankURL + "?" + q.Encode()
}

// List shows the sample targets.
func (p Pages) List(c *handle.Ctx) error {
	return p.view(c, func(v view) error {
		v.changed = c.Form.Has("xong")
		v.form = ui.NewForm(url.Values{"field": {string(thidua.FieldReform)}, "direction": {string(thidua.AtLeast)}, "criterion": {"1"}}, nil)
		return c.Page(http.StatusOK, ui.Page{Title: title}, list(v))
	})
}

func (p Pages) view(c *handle.Ctx, show func(view) error) (err error) {
	v := view{keys: c.Keys(0), keeper: c.Actor.Has(bank.Keepers()...)}
	n, _ := strconv.Atoi(c.Form.Get("tieu-chi")) // 0, like what is no number, narrows nothing
	v.asked = bank.Asked{Text: c.Form.Text("q"), Criterion: n, Field: thidua.PhraseField(c.Form.Get("linh-vuc")), Hidden: v.keeper && c.Form.Has("an")}
	if v.all, err = p.Bank.Phrases(c.Context(), c.Actor, v.asked); err != nil {
		return err
	}
	if err := p.place(c, &v); err != nil {
		return err
	}
	return show(v)
}

// place finds the registrations that the actor fills in: the unit's for its head, the own one.
func (p Pages) place(c *handle.Ctx, v *view) error {
	y, err := p.App.Years(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	r, ok := y.In(thidua.RoundRegistering)
	if !ok {
		return nil
	}
	s, err := p.App.Season(c.Context(), c.Actor, r.ID)
	if err != nil {
		return err
	}
	v.heads = s.Heads()
	if len(c.Actor.Heads) > 0 {
		v.unit = "/nam/" + r.ID + "/dang-ky/" + c.Actor.Heads[0]
	}
	if c.Actor.Person != "" {
		v.person = "/nam/" + r.ID + "/ca-nhan/" + c.Actor.Person
	}
	return nil
}

// Add keeps a sample target of the agency's own.
func (p Pages) Add(c *handle.Ctx) error {
	n, _ := strconv.Atoi(c.Form.Get("criterion")) // 0 is refused by the rule
	err := p.Bank.Add(c.Context(), c.Actor, thidua.Phrase{Criterion: n, Field: thidua.PhraseField(c.Form.Get("field")), Content: c.Form.Text("content"),
		Measure: c.Form.Text("measure"), Direction: thidua.Direction(c.Form.Get("direction")), Guidance: c.Form.Text("guidance")})
	if err == nil {
		return c.Redirect(bankURL + "?xong=1")
	}
	return p.view(c, func(v view) error {
		return c.ShowAgain(err, ui.Page{Title: title}, func(f ui.Form) templ.Component {
			v.form = f
			return list(v)
		})
	})
}

// Hide takes a sample target out of sight of the agency, or shows it again.
func (p Pages) Hide(c *handle.Ctx) error {
	if err := p.Bank.Hide(c.Context(), c.Actor, c.Form.Text("cau"), c.Form.Get("lam") == "an"); err != nil {
		return err
	}
	return c.Redirect(bankURL + "?xong=1&an=1")
}
