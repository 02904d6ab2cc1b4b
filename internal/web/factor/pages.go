// Package factor holds the pages of the second factor (xác thực hai lớp): setting it up, its recovery codes, and the sign-in through the province.
package factor

import (
	"image"
	"image/color"
	"image/png"
	"io"
	"net/http"

	"thidua"
	"thidua/internal/app/factor"
	"thidua/internal/qr"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// URL is where somebody sets up the second factor.
const URL = "/xac-thuc-hai-lop"

// Pages are the pages of the second factor.
type Pages struct {
	Desk *factor.Desk
}

// Mine shows the state of the person's own factor, or the set-up under way.
func (p Pages) Mine(c *handle.Ctx) error { return p.show(c, http.StatusOK, ui.NewForm(nil, nil), nil) }

func (p Pages) show(c *handle.Ctx, status int, form ui.Form, faults []ui.Fault) error {
	v, err := p.Desk.Mine(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Page(status, page(title, faults), mine(v, form, c.Actor.MustFactor, c.Form.Get("xong")))
}

// again shows the page once more after a refusal; what was typed is secret and not shown.
func (p Pages) again(c *handle.Ctx, err error) error {
	form, ok := c.Refused(err)
	if !ok {
		return err
	}
	faults := form.Faults()
	return p.show(c, http.StatusUnprocessableEntity, ui.NewForm(nil, faults), faults)
}

func proof(c *handle.Ctx) factor.Proof {
	return factor.Proof{Password: c.Form.Get("password"), Code: c.Form.Get("code")}
}

// Begin makes the secret of a set-up.
func (p Pages) Begin(c *handle.Ctx) error {
	if err := p.Desk.Begin(c.Context(), c.Actor, proof(c)); err != nil {
		return p.again(c, err)
	}
	return c.Redirect(URL)
}

// Confirm lets the secret count, gives the browser a new session and shows the recovery codes, this once.
func (p Pages) Confirm(c *handle.Ctx) error {
	codes, token, err := p.Desk.Confirm(c.Context(), c.Actor, c.Token, proof(c))
	if err != nil {
		return p.again(c, err)
	}
	c.Shell.SetSession(c, token)
	c.Actor.MustFactor = false
	return codesPage(c, codes, true)
}

// NewCodes shows ten new recovery codes, this once.
func (p Pages) NewCodes(c *handle.Ctx) error {
	codes, err := p.Desk.NewCodes(c.Context(), c.Actor, proof(c))
	if err != nil {
		return p.again(c, err)
	}
	return codesPage(c, codes, false)
}

// codesPage shows new codes on a page without menus: whoever leaves it says first that they are kept.
func codesPage(c *handle.Ctx, codes []string, first bool) error {
	f, err := c.Shell.Frame(c)
	if err != nil {
		return err
	}
	f.Nav, f.Tabs, f.Search, f.Bell, f.Movement = nil, nil, "", "", ""
	body := recovery(codes, first, c.Actor.Name, f.Agency, vi.Date(thidua.DateOf(c.Shell.Now())))
	return c.Block(http.StatusOK, ui.Layout(f, ui.Page{Title: codesTitle}, body))
}

// Remove takes the person's own factor away.
func (p Pages) Remove(c *handle.Ctx) error {
	token, err := p.Desk.Remove(c.Context(), c.Actor, c.Token, proof(c))
	if err != nil {
		return p.again(c, err)
	}
	c.Shell.SetSession(c, token)
	return c.Redirect(URL + "?xong=tat")
}

// The measures of the picture, in points and in modules.
const (
	module = 6
	quiet  = 4
)

// QR draws the secret of a set-up under way; without one there is no picture.
func (p Pages) QR(c *handle.Ctx) error {
	v, err := p.Desk.Mine(c.Context(), c.Actor)
	if err == nil && v.URI == "" {
		err = thidua.Refuse(thidua.NotFound, factor.CodeNotBegun)
	}
	if err != nil {
		return err
	}
	rows, err := qr.Matrix(v.URI)
	if err != nil {
		return err
	}
	return c.Picture("image/png", func(w io.Writer) error { return png.Encode(w, picture(rows)) })
}

func picture(rows [][]bool) image.Image {
	side := (len(rows) + 2*quiet) * module
	out := image.NewPaletted(image.Rect(0, 0, side, side), color.Palette{color.White, color.Black})
	for y := range side {
		for x := range side {
			r, col := y/module-quiet, x/module-quiet
			if r >= 0 && col >= 0 && r < len(rows) && col < len(rows) && rows[r][col] {
				out.SetColorIndex(x, y, 1)
			}
		}
	}
	return out
}
