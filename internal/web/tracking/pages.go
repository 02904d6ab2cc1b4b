// Package tracking holds the pages of the year: the board, targets with their progress and evidence, initiatives, and a person's own results.
package tracking

import (
	"net/http"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Followers are those who follow a year: units, Văn phòng, leaders, the council, inspectors.
var Followers = handle.For(thidua.MayReadBoard)

// Pages are the pages of the year between registration and council.
type Pages struct {
	App *app.App
}

// current leads from an address without a year to the same page of the year at hand: the one that is judged or runs, else the latest.
func (p Pages) current(c *handle.Ctx, to string) error {
	y, err := p.App.Years(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	r, found := y.In(thidua.RoundJudging, thidua.RoundRunning)
	if !found {
		r, found = y.Current()
	}
	if !found {
		return c.Page(http.StatusOK, ui.Page{Title: boardTitle}, noYear())
	}
	return c.Redirect(to + "/" + r.ID)
}
