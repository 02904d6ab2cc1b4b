// Package unit holds the pages of phòng and of each person: their registrations.
package unit

import (
	"net/http"
	"net/url"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/bank"
	"thidua/internal/app/earlier"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages are the pages of units and people.
type Pages struct {
	App  *app.App
	Bank *bank.Desk
}

// CodeNoUnit is a unit's page asked for by somebody who works in none.
const CodeNoUnit thidua.Code = "registration.no-unit"

// desk is what a page of a registration is drawn from, besides what is kept.
type desk struct {
	app.RegistrationView
	form  ui.Form
	keys  ui.Keys
	actor thidua.Actor
	done  string // what has just been done

	pasted []bank.Pasted // rows that were read into the form just now
	taken  int           // sample targets that were taken into it

	before []earlier.Version // signed sheets that others took the place of
}

// signs tells whether the page asks for the sheet that somebody signed for whom the unit enters.
func (d desk) signs() bool {
	return d.Registration.Subject.Kind == thidua.Individual && !d.mine() && d.MayDraft
}

// Unit shows the registration of the actor's unit in the year that takes registrations.
func (p Pages) Unit(c *handle.Ctx) error {
	round, err := p.App.RegistrationRound(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	unit := c.Actor.Unit
	if len(c.Actor.Heads) > 0 {
		unit = c.Actor.Heads[0]
	}
	if unit == "" {
		return thidua.Refuse(thidua.NotFound, CodeNoUnit)
	}
	v, err := p.App.UnitRegistration(c.Context(), c.Actor, round.ID, unit)
	return p.show(c, v, err)
}

// UnitOf shows the registration of any unit in any year.
func (p Pages) UnitOf(c *handle.Ctx) error {
	v, err := p.App.UnitRegistration(c.Context(), c.Actor, c.Path("round"), c.Path("unit"))
	return p.show(c, v, err)
}

// Person shows the actor's own registration in the year that takes registrations.
func (p Pages) Person(c *handle.Ctx) error {
	round, err := p.App.RegistrationRound(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	v, err := p.App.PersonRegistration(c.Context(), c.Actor, round.ID, c.Actor.Person)
	return p.show(c, v, err)
}

// PersonOf shows the registration of any person in any year.
func (p Pages) PersonOf(c *handle.Ctx) error {
	v, err := p.App.PersonRegistration(c.Context(), c.Actor, c.Path("round"), c.Path("person"))
	return p.show(c, v, err)
}

// One shows a registration by its id.
func (p Pages) One(c *handle.Ctx) error {
	v, err := p.App.Registration(c.Context(), c.Actor, c.Path("registration"))
	return p.show(c, v, err)
}

func (p Pages) show(c *handle.Ctx, v app.RegistrationView, err error) error {
	if err != nil {
		return err
	}
	d := desk{RegistrationView: v, form: ui.NewForm(kept(v), nil), done: done(c.Form.Get("xong"))}
	if c.Form.Has("mau") && v.MayDraft {
		if err := p.take(c, &d); err != nil {
			return err
		}
	}
	return p.draw(c, http.StatusOK, d)
}

// draw answers with the page of the unit or of the person.
func (p Pages) draw(c *handle.Ctx, status int, d desk) error {
	d.actor = c.Actor
	if d.keys.Key == "" {
		d.keys = c.Keys(d.Registration.Version)
	}
	if d.signs() {
		before, err := (earlier.Desk{App: p.App}).Sheet(c.Context(), c.Actor, d.RegistrationView)
		if err != nil {
			return err
		}
		d.before = before
	}
	var more []string
	if d.form.Late() {
		d.form, more = besideKept(d)
	}
	page := ui.Page{Title: d.title(), Faults: d.form.Faults(), Late: d.form.Notice(d.url(), more...), Saved: vi.Time(d.Registration.SavedAt), Crumbs: d.crumbs(),
		Season: vi.Season(d.Movement, d.Round.Year)}
	if d.Registration.Subject.Kind == thidua.Individual {
		return c.Page(status, page, personPage(d))
	}
	return c.Page(status, page, unitPage(d))
}

// kept is the form of what is kept; a person who has not begun finds the lines of the unit filled in.
func kept(v app.RegistrationView) url.Values {
	r := v.Registration
	values := url.Values{"award": {r.Award}, "danh-hieu": {string(r.Annual)}, "cach": {"tu-ghi"}}
	targets := r.Targets
	if r.ID == "" && r.Subject.Kind == thidua.Individual {
		targets = thidua.Followed(v.Above, v.Definition)
		r.FollowUnit = len(targets) > 0
	}
	if r.FollowUnit {
		values.Set("cach", "theo-phong")
	}
	rows := typedRows(targets)
	if r.Subject.Kind == thidua.Individual {
		rows = personRows(rows, v)
	}
	return withRows(values, rows, v.Definition)
}

// personRows gives a person three rows, blank ones at the end.
func personRows(rows []row, v app.RegistrationView) []row {
	blank := ""
	for _, c := range v.Heads() {
		if c.ForPeople {
			blank = c.ID
		}
	}
	for len(rows) < thidua.MaxPersonLines {
		rows = append(rows, row{"criterion": blank, "direction": string(thidua.AtLeast)})
	}
	return rows
}

// Move takes one step with a registration; a refused one shows the page again with everything typed.
func (p Pages) Move(c *handle.Ctx) error {
	id, do := c.Path("registration"), thidua.Action(c.Path("action"))
	move := app.Move{Version: c.Form.Version(), Reason: c.Form.Get("reason"), Remarks: map[string]string{}}
	for _, name := range c.Form.Names() {
		if criterion, ok := cutRemark(name); ok {
			move.Remarks[criterion] = c.Form.Get(name)
		}
	}
	_, err := p.App.MoveRegistration(c.Context(), c.Actor, id, do, move)
	if err == nil {
		return c.Redirect("/dang-ky/" + id + "?xong=" + string(do))
	}
	return p.again(c, id, err)
}

// again shows a registration after a refused act beside the form.
func (p Pages) again(c *handle.Ctx, id string, cause error) error {
	form, ok := c.Refused(cause)
	status := http.StatusUnprocessableEntity
	if app.IsStale(cause) {
		form, ok, status = ui.LateForm(c.Form.Raw()), true, http.StatusConflict
	}
	if !ok {
		return cause
	}
	v, err := p.App.Registration(c.Context(), c.Actor, id)
	if err != nil {
		return err
	}
	values := kept(v)
	for name, typed := range c.Form.Raw() {
		values[name] = typed
	}
	d := desk{RegistrationView: v, form: ui.NewForm(values, form.Faults())}
	if form.Late() {
		d.form = ui.LateForm(values)
	}
	return p.draw(c, status, d)
}

// Note adds a remark to the exchange.
func (p Pages) Note(c *handle.Ctx) error {
	id := c.Path("registration")
	if err := p.App.AddNote(c.Context(), c.Actor, id, c.Form.Get("criterion"), c.Form.Get("note")); err != nil {
		return p.again(c, id, err)
	}
	return c.Redirect("/dang-ky/" + id + "#trao-doi")
}
