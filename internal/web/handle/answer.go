package handle

import (
	"bytes"
	"context"
	"net/http"
	"strconv"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/web/ui"
)

// Page answers with a page: whole, or the inner block alone when htmx asks. Nothing is written before all is rendered.
func (c *Ctx) Page(status int, p ui.Page, body templ.Component) error {
	c.Title = p.Title
	if c.Partial() {
		return c.Block(status, ui.Fragment(p, body))
	}
	f, err := c.Shell.Frame(c)
	if err != nil {
		return err
	}
	return c.Block(status, ui.Layout(f, p, body))
}

// Visitor answers with a public page: the brand, the links of the top, the lines of the foot.
func (c *Ctx) Visitor(status int, p ui.Page, links []ui.NavItem, foot []string, body templ.Component) error {
	if c.Partial() {
		return c.Block(status, ui.Fragment(p, body))
	}
	f, err := c.Shell.Frame(c)
	if err != nil {
		return err
	}
	return c.Block(status, ui.Public(f, p, links, foot, body))
}

// Block answers with a component as it is.
func (c *Ctx) Block(status int, body templ.Component) error {
	opens := func(url string) bool { return c.Shell.Opens(c, url) }
	within := ui.WithDays(ui.WithDoors(c.Context(), opens), func() (thidua.Calendar, thidua.Date, error) { return c.Shell.Days(c) })
	page, err := c.drawn(within, body)
	if err != nil {
		return err
	}
	h := c.W.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Add("Vary", "HX-Request, HX-Request-Type")
	h.Set("Content-Length", strconv.Itoa(page.Len()))
	c.W.WriteHeader(status)
	if c.R.Method != http.MethodHead {
		_, _ = c.W.Write(page.Bytes())
	}
	return nil
}

// drawn draws a page; one that shows kept files is drawn once more with what is known of them.
func (c *Ctx) drawn(within context.Context, body templ.Component) (*bytes.Buffer, error) {
	var page bytes.Buffer
	scans := &ui.Scans{}
	within = ui.WithScans(within, scans)
	err := body.Render(within, &page)
	asked := scans.Asked()
	if err != nil || len(asked) == 0 {
		return &page, err
	}
	files := c.Shell.Files()
	known, err := files.ScansOf(c.Context(), c.Actor, asked)
	if err != nil {
		return nil, err
	}
	scans.Tell(known, files.Scans())
	page.Reset()
	return &page, body.Render(within, &page)
}

// Redirect sends the browser on with status 303, after every successful POST.
func (c *Ctx) Redirect(url string) error {
	http.Redirect(c.W, c.R, url, http.StatusSeeOther)
	return nil
}

// Saved answers an autosave: the new version of the draft, nothing else.
func (c *Ctx) Saved(version int64) error {
	c.W.Header().Set("Thidua-Version", strconv.FormatInt(version, 10))
	c.W.WriteHeader(http.StatusNoContent)
	return nil
}
