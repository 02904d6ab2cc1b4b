// Package clerk holds the pages of văn thư: numbers and days, the register of issued papers, what went out and came in, the archive.
package clerk

import (
	"io"
	"net/http"
	"strconv"

	"thidua"
	"thidua/internal/app"
	uses "thidua/internal/app/clerk"
	"thidua/internal/sheet"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages are the pages of văn thư.
type Pages struct {
	App  *app.App
	Desk *uses.Desk
}

// UploadLimit is the size of a form with a signed copy, in bytes: a little more than the greatest file that is kept.
const UploadLimit = 26 << 20

// Who may use the pages of this package.
var (
	Readers = handle.For(thidua.MayReadRegister)
	Keepers = handle.For(thidua.MayKeepRegister)
)

// Register shows the issued papers of a year (nam in the address), by number.
func (p Pages) Register(c *handle.Ctx) error {
	year, err := strconv.Atoi(c.Form.Get("nam"))
	if err != nil {
		year = 0
	}
	r, err := p.Desk.Register(c.Context(), c.Actor, year)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: registerTitle, Wide: true}, registerPage(r))
}

// RegisterTable gives the register of a year as a workbook.
func (p Pages) RegisterTable(c *handle.Ctx) error {
	year, err := strconv.Atoi(c.Path("year"))
	if err != nil {
		return thidua.Refuse(thidua.NotFound, handle.CodeFormat)
	}
	r, err := p.Desk.Register(c.Context(), c.Actor, year)
	if err != nil {
		return err
	}
	return c.Download("so-van-ban-"+strconv.Itoa(year)+".xlsx", handle.TypeXLSX, false, func(w io.Writer) error { return sheet.WriteTables(w, table(r)) })
}

// Sent shows what went out and what came in.
func (p Pages) Sent(c *handle.Ctx) error {
	all, err := p.Desk.Sent(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: sentTitle}, sentPage(all))
}
