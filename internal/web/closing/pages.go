// Package closing holds the pages on which a movement is summed up over all its years.
package closing

import (
	"io"
	"net/http"
	"net/url"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/closing"
	"thidua/internal/app/writing"
	"thidua/internal/sheet"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages are the pages of the summing up.
type Pages struct {
	App     *app.App
	Closing *closing.Closing
	Desk    *writing.Desk
	Known   func(path string) bool // whether the program answers at an address
}

// Office is who works on the closing: Văn phòng.
var Office = handle.For(thidua.MayKeepSummingUp)

func pageURL(movement string) string { return "/tong-ket/" + url.PathEscape(movement) }

// view is what the page is drawn from.
type view struct {
	closing.View
	office bool
	opens  func(string) bool
	keys   ui.Keys
	done   string
	form   ui.Form
}

// Latest shows the movement that is summed up, or else the one that runs.
func (p Pages) Latest(c *handle.Ctx) error { return p.show(c, http.StatusOK, "", ui.Form{}) }

// Page shows one movement summed up.
func (p Pages) Page(c *handle.Ctx) error {
	return p.show(c, http.StatusOK, c.Path("movement"), ui.Form{})
}

func (p Pages) show(c *handle.Ctx, status int, movement string, form ui.Form) error {
	v, err := p.Closing.View(c.Context(), c.Actor, movement)
	if thidua.KindOf(err) == thidua.NotFound && movement == "" {
		return c.Page(http.StatusOK, ui.Page{Title: pageTitle}, nothing())
	}
	if err != nil {
		return err
	}
	page := view{View: v, office: closing.Office(c.Actor), opens: p.Known, keys: c.Keys(v.Movement.Version), done: c.Form.Get("xong"), form: form}
	crumbs := []ui.Link{{Text: movementTitle, URL: "/phong-trao/" + v.Movement.ID}, {Text: pageTitle}}
	return c.Page(status, ui.Page{Title: pageTitle, Crumbs: crumbs, Faults: form.Faults()}, body(page))
}

// Begin begins the summing up: the closing round is opened.
func (p Pages) Begin(c *handle.Ctx) error {
	id := c.Path("movement")
	if err := p.App.MoveMovement(c.Context(), c.Actor, id, thidua.BeginSumming, c.Form.Version()); err != nil {
		return err
	}
	return c.Redirect(pageURL(id) + "?xong=" + string(thidua.BeginSumming))
}

// Review makes the draft of the report (Báo cáo tổng kết) and leads to it.
func (p Pages) Review(c *handle.Ctx) error {
	v, err := p.Closing.View(c.Context(), c.Actor, c.Path("movement"))
	if err == nil && v.Closing.ID == "" {
		err = thidua.Refuse(thidua.Conflict, closing.CodeNotBegun)
	}
	if err != nil {
		return err
	}
	made, err := p.Desk.Make(c.Context(), c.Actor, thidua.PaperFinalReview, writing.Place{Round: v.Closing.ID})
	if err != nil {
		return err
	}
	return c.Redirect("/van-ban/" + made.ID + "?xong=" + string(thidua.MakePaper))
}

// Table gives the figures of the period as a workbook.
func (p Pages) Table(c *handle.Ctx) error {
	sheets, err := p.Closing.Tables(c.Context(), c.Actor, c.Path("movement"))
	if err != nil {
		return err
	}
	return c.Download("bieu-so-lieu.xlsx", handle.TypeXLSX, false, func(w io.Writer) error { return sheet.WriteTables(w, sheets...) })
}
