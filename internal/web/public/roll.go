package public

import (
	"context"
	"net/http"
	"net/url"
	"strconv"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Honours is what the roll of honour asks of the application.
type Honours interface {
	// Roll reads the roll of a year, 0 for the latest; NotFound for a visitor where the agency keeps it to itself.
	Roll(ctx context.Context, actor thidua.Actor, year int, query string) (app.Roll, error)
}

// RollPages are the pages of the roll of honour (bảng vàng).
type RollPages struct{ App Honours }

// Roll shows the roll of honour: to visitors as a public page, to the agency's people inside their menu.
func (p RollPages) Roll(c *handle.Ctx) error {
	year, err := strconv.Atoi(c.Form.Get("nam"))
	if err != nil {
		year = 0
	}
	r, err := p.App.Roll(c.Context(), c.Actor, year, c.Form.Get("q"))
	if err != nil {
		return err
	}
	page := ui.Page{Title: rollTitle(r)}
	if c.SignedIn() {
		return c.Page(http.StatusOK, page, inside(r, yearTabs(r)))
	}
	return c.Visitor(http.StatusOK, page, visitorLinks("/bang-vang"), rollFoot(r), roll(r, yearTabs(r)))
}

func yearTabs(r app.Roll) []ui.NavItem {
	var out []ui.NavItem
	for _, y := range r.Years {
		q := url.Values{"nam": {strconv.Itoa(y)}}
		if r.Query != "" {
			q.Set("q", r.Query)
		}
		out = append(out, ui.NavItem{Text: yearWord(y), URL: "/bang-vang?" + q.Encode(), Here: y == r.Year})
	}
	return out
}
