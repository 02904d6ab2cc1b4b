package admin

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Units lists the units of the agency.
func (p Pages) Units(c *handle.Ctx) error {
	all := c.Form.Get("tat-ca") != ""
	day := c.Form.Day("ngay")
	units, err := p.App.UnitList(c.Context(), c.Actor, all)
	if day.Valid() {
		units, err = p.App.UnitsOn(c.Context(), c.Actor, day)
	}
	if err != nil {
		return err
	}
	form := fresh("ngay", c.Form.Get("ngay")).With(dayFaults(c, "ngay"))
	return searched(c, ui.Page{Title: unitsTitle}, form, unitList(units, all, form, saved(c)))
}

// NewUnit shows an empty form.
func (p Pages) NewUnit(c *handle.Ctx) error {
	return c.Page(http.StatusOK, under(unitsTitle, "/don-vi", addUnit), unitForm(addUnit, "/don-vi", fresh("kind", string(thidua.UnitDivision)), c.Keys(0)))
}

// Unit shows the form of one unit.
func (p Pages) Unit(c *handle.Ctx) error {
	u, err := p.App.Unit(c.Context(), c.Actor, c.Path("unit"))
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, under(unitsTitle, "/don-vi", u.Name), unitForm(u.Name, "/don-vi/"+u.ID, formOfUnit(u), c.Keys(u.Version)))
}

func formOfUnit(u thidua.Unit) ui.Form {
	return fresh("code", u.Code, "name", u.Name, "short", u.Short, "kind", string(u.Kind), "order", strconv.Itoa(u.Order),
		"from", vi.Date(u.From), "to", vi.Date(u.To))
}

// SaveUnit adds a unit or saves the one of the path.
func (p Pages) SaveUnit(c *handle.Ctx) error {
	u := thidua.Unit{ID: c.Path("unit"), Code: c.Form.Text("code"), Name: c.Form.Text("name"), Short: c.Form.Text("short"), Kind: thidua.UnitKind(c.Form.Get("kind")),
		Order: typedNumber(c, "order"), From: c.Form.Day("from"), To: c.Form.Day("to"), Version: c.Form.Version()}
	_, err := p.App.SaveUnit(c.Context(), c.Actor, u)
	if err == nil {
		return c.Redirect("/don-vi?xong=1")
	}
	title, url, version, kept := addUnit, "/don-vi", int64(0), ui.Form{}
	if u.ID != "" {
		now, missing := p.App.Unit(c.Context(), c.Actor, u.ID)
		if missing != nil {
			return missing
		}
		title, url, version, kept = now.Name, "/don-vi/"+u.ID, now.Version, formOfUnit(now)
	}
	return c.ShowAgain(err, under(unitsTitle, "/don-vi", title), func(f ui.Form) templ.Component {
		return unitForm(title, url, f.Beside(kept.Raw()), c.Keys(version))
	})
}
