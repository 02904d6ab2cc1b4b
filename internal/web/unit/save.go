package unit

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// SaveUnit keeps the form of a unit, gives it one line more or less, or sends it.
func (p Pages) SaveUnit(c *handle.Ctx) error {
	v, err := p.App.UnitRegistration(c.Context(), c.Actor, c.Path("round"), c.Path("unit"))
	return p.save(c, v, err)
}

// SavePerson does the same with the form of a person, the actor's own or one that the unit enters.
func (p Pages) SavePerson(c *handle.Ctx) error {
	v, err := p.App.PersonRegistration(c.Context(), c.Actor, c.Path("round"), c.Path("person"))
	return p.save(c, v, err)
}

func (p Pages) save(c *handle.Ctx, v app.RegistrationView, err error) error {
	if err != nil {
		return err
	}
	if c.Form.Has("dan-hang") {
		return p.paste(c, v)
	}
	if changed, err := p.reshape(c, v); changed != nil || err != nil {
		return p.reshaped(c, v, changed, err)
	}
	rows := filled(rowsOf(c.Form.Raw()))
	values := withRows(c.Form.Raw(), rows, v.Definition)
	kept, err := p.keep(c, v, rowsOf(values))
	switch {
	case err == nil && c.Autosave():
		return c.Saved(kept.Version)
	case err == nil:
		return c.Redirect(back(v, c.Form.Get("lam")))
	case c.Autosave():
		return err
	}
	return p.refused(c, v, values, kept, err)
}

// keep saves the rows, and sends them when asked to.
func (p Pages) keep(c *handle.Ctx, v app.RegistrationView, rows []row) (thidua.Registration, error) {
	targets, err := targetsOf(rows)
	if err != nil {
		return thidua.Registration{}, err
	}
	r := thidua.Registration{Round: v.Round.ID, Subject: v.Registration.Subject, Version: c.Form.Version(), Award: c.Form.Get("award"),
		Annual: thidua.AnnualTitle(c.Form.Get("danh-hieu")), FollowUnit: c.Form.Get("cach") == "theo-phong", Targets: targets}
	kept, err := p.App.SaveRegistration(c.Context(), c.Actor, r)
	if err != nil || c.Form.Get("lam") != string(thidua.Send) || c.Autosave() {
		return kept, err
	}
	sent, err := p.App.MoveRegistration(c.Context(), c.Actor, kept.ID, thidua.Send, app.Move{Version: kept.Version})
	if err != nil {
		return kept, err
	}
	return sent, nil
}

// back leads from a saved form to where its owner reads it.
func back(v app.RegistrationView, act string) string {
	to := "/nam/" + v.Round.ID + "/dang-ky/" + v.Unit.ID
	if s := v.Registration.Subject; s.Kind == thidua.Individual {
		to = "/nam/" + v.Round.ID + "/ca-nhan/" + s.Person
	}
	if act == string(thidua.Send) {
		return to + "?xong=" + act
	}
	return to + "?xong=" + string(thidua.Draft)
}

// refused shows the form again: everything as typed, with the version that is kept now, so that the next saving is a choice.
func (p Pages) refused(c *handle.Ctx, v app.RegistrationView, values url.Values, kept thidua.Registration, cause error) error {
	d := desk{RegistrationView: v, form: ui.NewForm(values, nil)}
	status := http.StatusConflict
	late := app.IsStale(cause) || app.IsTaken(cause)
	if !late {
		form, ok := c.Refused(cause)
		if !ok {
			return cause
		}
		status, d.form = http.StatusUnprocessableEntity, ui.NewForm(values, form.Faults())
	}
	if kept.Version > v.Registration.Version {
		d.Registration.ID, d.Registration.Version, d.Registration.State = kept.ID, kept.Version, kept.State
	}
	if d.Registration.Subject.Kind == thidua.Individual {
		d.form = ui.NewForm(withRows(values, personRows(rowsOf(values), v), v.Definition), d.form.Faults())
	}
	if late {
		d.form = ui.LateForm(d.form.Raw())
	} else {
		d.keys = c.Keys(max(kept.Version, c.Form.Version()))
	}
	return p.draw(c, status, d)
}

// reshape gives the rows that the form asks for: one more of a criterion, one less, those of the year before; nil when it asks for none.
func (p Pages) reshape(c *handle.Ctx, v app.RegistrationView) ([]row, error) {
	rows := rowsOf(c.Form.Raw())
	switch {
	case c.Form.Has("them"):
		return append(rows, row{"criterion": c.Form.Get("them"), "direction": string(thidua.AtLeast)}), nil
	case c.Form.Has("bo"):
		n, _ := strconv.Atoi(c.Form.Get("bo")) // 0, like any row that is not there, takes none away
		if n < 1 || n > len(rows) {
			return rows, nil
		}
		return slices.Concat([]row{}, rows[:n-1], rows[n:]), nil
	case c.Form.Has("chep"):
		earlier, err := p.App.EarlierTargets(c.Context(), c.Actor, v.Round.ID, v.Registration.Subject)
		return slices.Concat([]row{}, filled(rows), typedRows(earlier)), err
	}
	return nil, nil
}

// reshaped shows the form with other rows; nothing is saved yet.
func (p Pages) reshaped(c *handle.Ctx, v app.RegistrationView, rows []row, err error) error {
	if err != nil {
		return err
	}
	if v.Registration.Subject.Kind == thidua.Individual {
		rows = personRows(rows, v)
		rows = rows[:thidua.MaxPersonLines]
	}
	d := desk{RegistrationView: v, form: ui.NewForm(withRows(c.Form.Raw(), rows, v.Definition), nil), keys: c.Keys(c.Form.Version())}
	return p.draw(c, http.StatusOK, d)
}

const remarkPrefix = "remark-"

// cutRemark gives the criterion of a field in which Văn phòng says what it asks for there.
func cutRemark(field string) (string, bool) { return strings.CutPrefix(field, remarkPrefix) }
