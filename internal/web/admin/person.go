package admin

import (
	"net/http"
	"strconv"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app/agency"
	"thidua/internal/app/privacy"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

type peopleView struct {
	Rows   []thidua.Staff
	Units  []thidua.Unit
	Text   string
	Unit   string
	Pager  pager
	Saved  string
	Filter bool
}

// People lists the people of the agency by given name.
func (p Pages) People(c *handle.Ctx) error {
	q := agency.PeopleQuery{Text: c.Form.Get("q"), Unit: c.Form.Get("don-vi"), Page: whole(c, "trang")}
	rows, more, err := p.App.FindPeople(c.Context(), c.Actor, q)
	if err != nil {
		return err
	}
	units, err := p.App.UnitList(c.Context(), c.Actor, false)
	if err != nil {
		return err
	}
	v := peopleView{Rows: rows, Units: units, Text: q.Text, Unit: q.Unit, Pager: pagerOf(c, "/nguoi", len(rows), more), Saved: saved(c),
		Filter: q.Text != "" || q.Unit != ""}
	return c.Page(http.StatusOK, ui.Page{Title: peopleTitle}, peopleList(v))
}

// NewPerson shows an empty form for a person and the first post.
func (p Pages) NewPerson(c *handle.Ctx) error {
	units, err := p.App.UnitList(c.Context(), c.Actor, false)
	if err != nil {
		return err
	}
	form := fresh("civil", "1", "rank", string(thidua.RankMember))
	return c.Page(http.StatusOK, under(peopleTitle, "/nguoi", addPerson), newPerson(form, units, c.Keys(0)))
}

func personOf(c *handle.Ctx) thidua.Person {
	return thidua.Person{ID: c.Path("person"), Code: c.Form.Text("code"), Name: c.Form.Text("name"), Sex: thidua.Sex(c.Form.Get("sex")),
		Civil: c.Form.Get("civil") != "", BirthYear: typedNumber(c, "birth"), Version: c.Form.Version()}
}

func postOf(c *handle.Ctx) thidua.Post {
	return thidua.Post{Person: c.Path("person"), Unit: c.Form.Get("unit"), Title: c.Form.Text("title"), Rank: rankOf(c.Form.Get("rank")), From: c.Form.Day("from")}
}

func rankOf(value string) thidua.Rank {
	if r := thidua.Rank(value); vi.Rank(r) != "" {
		return r
	}
	return thidua.RankMember
}

// AddPerson adds a person with the first post.
func (p Pages) AddPerson(c *handle.Ctx) error {
	made, err := p.App.AddPerson(c.Context(), c.Actor, personOf(c), postOf(c))
	if err == nil {
		return c.Redirect("/nguoi/" + made.ID + "?xong=1")
	}
	units, missing := p.App.UnitList(c.Context(), c.Actor, false)
	if missing != nil {
		return missing
	}
	return c.ShowAgain(err, under(peopleTitle, "/nguoi", addPerson), func(f ui.Form) templ.Component { return newPerson(f, units, c.Keys(0)) })
}

type personView struct {
	agency.PersonCard
	Units []thidua.Unit
	Names map[string]string // of units, ended ones included
	Saved string
	Form  ui.Form // of the person
	Post  ui.Form // of a new post
	Last  ui.Form // of the last day
	Keys  ui.Keys
}

func (p Pages) personView(c *handle.Ctx) (v personView, err error) {
	if v.PersonCard, err = p.App.Person(c.Context(), c.Actor, c.Path("person")); err != nil {
		return v, err
	}
	all, err := p.App.UnitList(c.Context(), c.Actor, true)
	v.Names = map[string]string{}
	today := p.App.Today()
	for _, u := range all {
		v.Names[u.ID] = u.Name
		if u.On(today) {
			v.Units = append(v.Units, u)
		}
	}
	civil, birth := "", ""
	if v.Civil {
		civil = "1"
	}
	if v.BirthYear != 0 {
		birth = strconv.Itoa(v.BirthYear)
	}
	v.Form = fresh("code", v.Code, "name", v.Name, "sex", string(v.Sex), "civil", civil, "birth", birth)
	v.Post = fresh("rank", string(thidua.RankMember))
	v.Saved, v.Keys = saved(c), c.Keys(v.Version)
	return v, err
}

// Person shows one person with the posts held so far; that somebody else's was opened stands in the log.
func (p Pages) Person(c *handle.Ctx) error {
	if err := privacy.Over(p.App).Seen(c.Context(), c.Actor, c.Path("person")); err != nil {
		return err
	}
	v, err := p.personView(c)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, under(peopleTitle, "/nguoi", v.Name), personPage(v))
}

// SavePerson saves what is known of a person.
func (p Pages) SavePerson(c *handle.Ctx) error {
	return p.onPerson(c, p.App.SavePerson(c.Context(), c.Actor, personOf(c)), func(v *personView, f ui.Form) { v.Form = f })
}

// NewPost gives a person a new post.
func (p Pages) NewPost(c *handle.Ctx) error {
	err := p.App.NewPost(c.Context(), c.Actor, postOf(c), c.Form.Get("beside") != "")
	return p.onPerson(c, err, func(v *personView, f ui.Form) { v.Post = f })
}

// Leave records the last day of a person in the agency.
func (p Pages) Leave(c *handle.Ctx) error {
	err := p.App.Leave(c.Context(), c.Actor, c.Path("person"), c.Form.Day("last"))
	return p.onPerson(c, err, func(v *personView, f ui.Form) { v.Last = f })
}

func (p Pages) onPerson(c *handle.Ctx, err error, put func(*personView, ui.Form)) error {
	if err == nil {
		return c.Redirect("/nguoi/" + c.Path("person") + "?xong=1")
	}
	v, missing := p.personView(c)
	if missing != nil {
		return missing
	}
	return c.ShowAgain(err, under(peopleTitle, "/nguoi", v.Name), func(f ui.Form) templ.Component {
		put(&v, f.Beside(v.Form.Raw()))
		return personPage(v)
	})
}
