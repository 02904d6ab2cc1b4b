// Package admin holds the pages of the organisation: units, people, accounts, the council's formation, the agency itself and the log.
package admin

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages are the pages of the organisation.
type Pages struct {
	App *app.App
}

// Who may use the pages of this package.
var (
	Keepers    = handle.Roles(thidua.RoleAdmin, thidua.RoleOffice)
	Admins     = handle.Roles(thidua.RoleAdmin)
	LogReaders = handle.Roles(agency.LogReaders...)
)

// Catalogue lists the further lists that an administrator keeps.
func (p Pages) Catalogue(c *handle.Ctx) error {
	return c.Page(http.StatusOK, ui.Page{Title: catalogueTitle}, catalogue())
}

// day reads a day as typed; one that cannot be read stays as it is, so that the rules refuse it at its field.
func day(c *handle.Ctx, name string) thidua.Date {
	typed := strings.TrimSpace(c.Form.Get(name))
	if d, ok := vi.ParseDate(typed); ok {
		return d
	}
	return thidua.Date(typed)
}

func whole(c *handle.Ctx, name string) int {
	n, err := strconv.Atoi(strings.TrimSpace(c.Form.Get(name)))
	if err != nil {
		return 0
	}
	return n
}

func text(c *handle.Ctx, name string) string { return vi.NFC(c.Form.Get(name)) }

// again shows a refused form: 422 with each sentence at its field, or 409 when somebody else saved first. Everything typed is still there.
func again(c *handle.Ctx, err error, page ui.Page, body func(ui.Form) templ.Component) error {
	form, status := c.Again(err)
	if status == 0 {
		return err
	}
	page.Faults, page.Late = form.Faults(), form.Notice("")
	return c.Page(status, page, body(form))
}

// fresh makes a form of values that nobody typed.
func fresh(pairs ...string) ui.Form {
	values := url.Values{}
	for pair := range slices.Chunk(pairs, 2) {
		values.Set(pair[0], pair[1])
	}
	return ui.NewForm(values, nil)
}

// pager tells the place in a list and the addresses of the pages beside it; the other filters stay in the address.
type pager struct{ Summary, Previous, Next string }

func pagerOf(c *handle.Ctx, path string, rows int, more bool) pager {
	page := max(whole(c, "trang"), 1)
	at := func(n int) string {
		q := url.Values{}
		for _, name := range c.Form.Names() {
			q[name] = c.Form.All(name)
		}
		q.Set("trang", strconv.Itoa(n))
		return path + "?" + q.Encode()
	}
	p := pager{Summary: vi.RowsShown((page-1)*agency.ListSize+1, rows)}
	if page > 1 {
		p.Previous = at(page - 1)
	}
	if more {
		p.Next = at(page + 1)
	}
	return p
}

// saved is the sentence that a page shows after a redirect, by the word in the address.
func saved(c *handle.Ctx) string {
	if c.Form.Get("xong") == "" {
		return ""
	}
	return savedText
}
