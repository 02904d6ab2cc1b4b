package admin

import (
	"net/http"
	"slices"
	"strconv"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Agency shows the names at the head of the agency's papers.
func (p Pages) Agency(c *handle.Ctx) error {
	a, err := p.App.Agency(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	names, err := p.App.AgencyVersions(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: agencyTitle}, agencyForm(formOfAgency(a), names, saved(c), c.Keys(a.Version)))
}

func formOfAgency(a thidua.Agency) ui.Form {
	tick := map[bool]string{true: "1"}
	return fresh("public", tick[a.Public], "signing", tick[a.Signing], "name", a.Name, "parent", a.Parent, "place", a.Place, "symbol", a.Symbol, "leader", a.LeaderTitle, "rule", a.HomeRule)
}

// SaveAgency saves them.
func (p Pages) SaveAgency(c *handle.Ctx) error {
	sent := thidua.Agency{Name: c.Form.Text("name"), Parent: c.Form.Text("parent"), Place: c.Form.Text("place"), Symbol: c.Form.Text("symbol"),
		LeaderTitle: c.Form.Text("leader"), HomeRule: c.Form.Text("rule"), Public: c.Form.Has("public"), Signing: c.Form.Has("signing"), Version: c.Form.Version()}
	err := p.App.SaveAgency(c.Context(), c.Actor, sent)
	if err == nil {
		return c.Redirect("/co-quan?xong=1")
	}
	now, missing := p.App.Agency(c.Context(), c.Actor)
	if missing != nil {
		return missing
	}
	return c.ShowAgain(err, ui.Page{Title: agencyTitle}, func(f ui.Form) templ.Component {
		return agencyForm(f.Beside(formOfAgency(now).Raw()), nil, "", c.Keys(now.Version))
	})
}

// Holidays shows the days of a year that differ from an ordinary week.
func (p Pages) Holidays(c *handle.Ctx) error {
	return p.holidays(c, func(v holidayView) error {
		v.Form, v.Saved = fresh("kind", "free"), saved(c)
		return c.Page(http.StatusOK, ui.Page{Title: holidaysTitle}, holidayList(v))
	})
}

type holidayView struct {
	Year    int
	Days    []thidua.Holiday
	Missing int // days that come with the program and are not in the table
	Form    ui.Form
	Saved   string
	Keys    ui.Keys
}

func (p Pages) holidays(c *handle.Ctx, show func(holidayView) error) error {
	v := holidayView{Year: whole(c, "nam"), Keys: c.Keys(0)}
	if v.Year < 2000 || v.Year > 2100 {
		v.Year = p.App.Today().Year()
	}
	var err error
	if v.Days, err = p.App.Holidays(c.Context(), c.Actor, v.Year); err != nil {
		return err
	}
	for _, h := range p.App.BuiltInHolidays(v.Year) {
		if !slices.ContainsFunc(v.Days, func(kept thidua.Holiday) bool { return kept.Day == h.Day }) {
			v.Missing++
		}
	}
	return show(v)
}

// SaveHoliday adds a day or replaces what is known of it.
func (p Pages) SaveHoliday(c *handle.Ctx) error {
	h := thidua.Holiday{Day: c.Form.Day("day"), DayKind: thidua.DayKind{Free: c.Form.Get("kind") != "worked", Name: c.Form.Text("name")},
		Source: c.Form.Text("source"), Unsure: c.Form.Has("unsure")}
	err := p.App.SaveHoliday(c.Context(), c.Actor, h)
	if err == nil {
		return c.Redirect("/ngay-nghi?xong=1&nam=" + strconv.Itoa(h.Day.Year()))
	}
	return p.holidays(c, func(v holidayView) error {
		return c.ShowAgain(err, ui.Page{Title: holidaysTitle}, func(f ui.Form) templ.Component {
			v.Form = f
			return holidayList(v)
		})
	})
}

// RemoveHoliday makes a day an ordinary one again.
func (p Pages) RemoveHoliday(c *handle.Ctx) error {
	d := thidua.Date(c.Path("day"))
	if err := p.App.RemoveHoliday(c.Context(), c.Actor, d); err != nil {
		return err
	}
	return c.Redirect("/ngay-nghi?xong=1&nam=" + strconv.Itoa(d.Year()))
}

// LoadHolidays adds those of a year that come with the program.
func (p Pages) LoadHolidays(c *handle.Ctx) error {
	year := whole(c, "nam")
	if _, err := p.App.LoadHolidays(c.Context(), c.Actor, year); err != nil {
		return err
	}
	return c.Redirect("/ngay-nghi?xong=1&nam=" + strconv.Itoa(year))
}

func dayKind(h thidua.Holiday) string {
	if h.Free {
		return holidayFree
	}
	return holidayWorked
}

func holidayWords(h thidua.Holiday) string { return vi.DayLong(h.Day) }
