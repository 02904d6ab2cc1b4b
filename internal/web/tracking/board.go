package tracking

import (
	"io"
	"net/http"
	"net/url"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/sheet"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Now leads to the board of the year at hand.
func (p Pages) Now(c *handle.Ctx) error { return p.current(c, "/theo-doi") }

// Board shows how a year stands, unit by criterion, with the detail that the address asks for.
func (p Pages) Board(c *handle.Ctx) error {
	b, err := p.App.Board(c.Context(), c.Actor, c.Path("round"), app.BoardFilter{Unit: c.Form.Get("don-vi"), Criterion: c.Form.Get("tieu-chi"),
		Urgent: c.Form.Get("chi-tiet") == "" && c.Actor.Has(thidua.RoleOffice)})
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: boardTitle, Wide: true}, board(b))
}

// Table gives the board of a year as a workbook.
func (p Pages) Table(c *handle.Ctx) error {
	t, err := p.App.BoardTable(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	return c.Download("theo-doi.xlsx", handle.TypeXLSX, false, func(w io.Writer) error { return sheet.WriteTables(w, t) })
}

// closedURL is the board without any detail.
func closedURL(round string) string { return boardURL(round) + "?chi-tiet=dong" }

func boardURL(round string) string { return "/theo-doi/" + round }

// detailURL is the address of the detail of a unit, or of one criterion of it.
func detailURL(round, unit, criterion string) string {
	q := url.Values{"don-vi": {unit}}
	if criterion != "" {
		q.Set("tieu-chi", criterion)
	}
	return boardURL(round) + "?" + q.Encode() + "#chi-tiet"
}

// heat is the class of a cell by its percentage.
func heat(percent int) string {
	for _, step := range []struct {
		below int
		class string
	}{{65, "h1"}, {80, "h2"}, {90, "h3"}, {96, "h4"}} {
		if percent < step.below {
			return step.class
		}
	}
	return "h5"
}

func low(percent int) bool { return percent < 65 }

func cellClass(percent int) string {
	if low(percent) {
		return "lo " + heat(percent)
	}
	return heat(percent)
}

func isDetail(b app.Board, unit, criterion string) bool {
	return b.Detail != nil && b.Detail.Unit.ID == unit && b.Detail.Criterion.ID == criterion
}
