package public

import (
	"net/http"
	"strconv"

	"thidua/internal/app/clerk"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// LookPages are the pages on which published award decisions are looked up.
type LookPages struct{ Desk *clerk.Desk }

// LookUp finds published award decisions (q, nam in the address): for visitors as a public page, for the agency's people inside their menu.
func (p LookPages) LookUp(c *handle.Ctx) error {
	year, err := strconv.Atoi(c.Form.Get("nam"))
	if err != nil {
		year = 0
	}
	f, err := p.Desk.LookUp(c.Context(), c.Actor, c.Form.Get("q"), year)
	if err != nil {
		return err
	}
	page := ui.Page{Title: lookTitle}
	if c.SignedIn() {
		return c.Page(http.StatusOK, page, lookInside(f))
	}
	return c.Visitor(http.StatusOK, page, visitorLinks(lookURL), nil, lookPage(f))
}
