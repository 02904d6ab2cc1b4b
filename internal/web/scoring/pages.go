// Package scoring holds the pages that score and rank units: sheets, scale, ranking, and what Văn phòng records beside them.
package scoring

import (
	"net/http"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Who may use the pages of scores.
var (
	Readers = handle.For(thidua.MayReadSheet)
	Workers = handle.For(thidua.MayWorkSheet)
	Office  = handle.For(thidua.MayKeepScores)
)

// Pages are the pages of scores and ranks.
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
		return c.Page(http.StatusOK, ui.Page{Title: rankingTitle}, noYear())
	}
	return c.Redirect(to + "/" + r.ID)
}

// points reads a score as it was typed; what cannot be read is kept out of range, so that the use case says so at its field.
func points(text string) *thidua.Points {
	if text == "" {
		return nil
	}
	n, ok := vi.ParseNumber(text)
	p := thidua.Points(n)
	if !ok {
		p = -1
	}
	return &p
}
