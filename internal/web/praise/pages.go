// Package praise holds the pages of initiatives in the words of their form, publicity, exemplars, the yearly evaluation of many at once, and
// the remarks of units on character.
package praise

import (
	"strconv"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/praise"
	"thidua/internal/file"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// UploadLimit is the size of a form with one file, in bytes: the largest file and the fields around it.
const UploadLimit = file.MaxSize + 1<<20

// Office is who enters the yearly evaluation.
var Office = handle.For(thidua.MayKeepPraise)

// Pages are the pages of what is praised besides the awards.
type Pages struct {
	App  *app.App
	Desk *praise.Desk
}

// current leads from an address without a year to the same page of the year at hand.
func (p Pages) current(c *handle.Ctx, to string) error {
	round, err := p.Desk.Now(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Redirect(to + "/" + round)
}

// years are the years around the one that is shown.
func years(y praise.Year, path string) []ui.NavItem {
	var out []ui.NavItem
	for _, r := range y.Rounds {
		if !r.Closing && r.Year <= y.Today.Year() {
			out = append(out, ui.NavItem{Text: strconv.Itoa(r.Year), URL: path + "/" + r.ID, Here: r.ID == y.Round.ID})
		}
	}
	return out
}

func peopleChoices(people []thidua.Staff, none string) []ui.Choice {
	out := []ui.Choice{{Text: none}}
	for _, p := range people {
		text := p.Name
		if p.UnitName != "" {
			text += ", " + p.UnitName
		}
		out = append(out, ui.Choice{Value: p.Person.ID, Text: text})
	}
	return out
}

func offered(offers []thidua.Offer, do thidua.Action) bool {
	for _, o := range offers {
		if o.Do == do && withoutTyped(o.Missing) {
			return true
		}
	}
	return false
}

// withoutTyped tells whether nothing is missing but what the form of the act asks for.
func withoutTyped(missing []thidua.Fact) bool {
	for _, f := range missing {
		if f != thidua.MeetingHeld && f != thidua.NumberAndDay {
			return false
		}
	}
	return true
}

// lacking gives what keeps an offered act from being done.
func lacking(offers []thidua.Offer, do thidua.Action) []thidua.Fact {
	for _, o := range offers {
		if o.Do == do {
			return o.Missing
		}
	}
	return nil
}

// again draws a page of praise once more: its page knows by the pointer whether a form was sent.
func again(c *handle.Ctx, err error, show func(*handle.Ctx, int, *ui.Form) error) error {
	return c.AgainOn(err, func(c *handle.Ctx, status int, form ui.Form) error { return show(c, status, &form) })
}
