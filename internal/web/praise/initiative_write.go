package praise

import (
	"net/http"
	"net/url"
	"strconv"

	"thidua"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// authorRows is how many authors the form of an initiative has room for.
const authorRows = 4

// NewInitiative shows the form of an initiative that is to be written.
func (p Pages) NewInitiative(c *handle.Ctx) error { return p.showNew(c, http.StatusOK, nil) }

func (p Pages) showNew(c *handle.Ctx, status int, typed *ui.Form) error {
	y, err := p.Desk.NewInitiative(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	form := ui.NewForm(url.Values{"unit": {c.Actor.Unit}, "author-1": {c.Actor.Person}, "share-1": {"100"}}, nil)
	if typed != nil {
		form = *typed
	}
	page := ui.Page{Title: newTitle, Faults: form.Faults(), Late: form.Notice(""), Crumbs: initiativeCrumbs(y.Round.ID)}
	return c.Page(status, page, write(y, "/sang-kien/"+y.Round.ID+"/moi", "", form, c.Keys(0)))
}

func initiativeCrumbs(round string) []ui.Link {
	return []ui.Link{{Text: listTitle, URL: "/sang-kien/" + round}}
}

// CreateInitiative keeps a new initiative as a draft.
func (p Pages) CreateInitiative(c *handle.Ctx) error {
	i := typedInitiative(c)
	i.Round, i.Unit = c.Path("round"), c.Form.Get("unit")
	i, err := p.Desk.WriteInitiative(c.Context(), c.Actor, i)
	if err == nil {
		return c.Redirect("/ho-so-sang-kien/" + i.ID)
	}
	return again(c, err, p.showNew)
}

// typedInitiative reads the words and the authors of the form.
func typedInitiative(c *handle.Ctx) thidua.Initiative {
	f := c.Form
	i := thidua.Initiative{Name: f.Get("name"), Field: f.Get("field"), Purpose: f.Get("purpose"), Problem: f.Get("problem"), Solution: f.Get("solution"),
		Effect: f.Get("effect"), Apply: f.Get("apply"), AppliedOn: f.Day("applied"), Version: f.Version()}
	for n := 1; n <= authorRows; n++ {
		person, share := f.Get("author-"+strconv.Itoa(n)), f.Get("share-"+strconv.Itoa(n))
		if person == "" {
			continue
		}
		value, ok := vi.ParseNumber(share)
		if !ok {
			value = 0
		}
		i.Authors = append(i.Authors, thidua.Author{Person: person, Share: thidua.Quantity(value)})
	}
	return i
}

// EditInitiative shows the form of an initiative that is a draft or was returned.
func (p Pages) EditInitiative(c *handle.Ctx) error { return p.showEdit(c, http.StatusOK, nil) }

func (p Pages) showEdit(c *handle.Ctx, status int, typed *ui.Form) error {
	v, err := p.Desk.Initiative(c.Context(), c.Actor, c.Path("initiative"))
	if err != nil {
		return err
	}
	if !v.Edit && typed != nil {
		return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, thidua.WriteInitiative, v.State)
	}
	if !v.Edit {
		return c.Redirect("/ho-so-sang-kien/" + v.ID)
	}
	form := ui.NewForm(url.Values{"name": {v.Name}, "field": {v.Field}, "purpose": {v.Purpose}, "problem": {v.Problem}, "solution": {v.Solution},
		"effect": {v.Effect}, "apply": {v.Apply}, "applied": {vi.Date(v.AppliedOn)}}, nil)
	for n, a := range authorsOf(v.Initiative) {
		form.Raw().Set("author-"+strconv.Itoa(n+1), a.Person)
		form.Raw().Set("share-"+strconv.Itoa(n+1), vi.Number(a.Share))
	}
	if typed != nil {
		form = typed.Beside(form.Raw())
	}
	page := ui.Page{Title: v.Name, Faults: form.Faults(), Late: form.Notice(""), Crumbs: initiativeCrumbs(v.Initiative.Round)}
	return c.Page(status, page, write(v.Year, "/ho-so-sang-kien/"+v.ID+"/sua", v.Reason, form, c.Keys(v.Version)))
}

// authorsOf gives the authors with their shares; one that was recorded in short has its author alone.
func authorsOf(i thidua.Initiative) []thidua.Author {
	if len(i.Authors) == 0 && i.Person != "" {
		return []thidua.Author{{Person: i.Person, Share: thidua.WholeShare}}
	}
	return i.Authors
}

// SaveInitiative keeps the changed words.
func (p Pages) SaveInitiative(c *handle.Ctx) error {
	i := typedInitiative(c)
	i.ID = c.Path("initiative")
	if _, err := p.Desk.WriteInitiative(c.Context(), c.Actor, i); err != nil {
		return again(c, err, p.showEdit)
	}
	return c.Redirect("/ho-so-sang-kien/" + i.ID)
}
