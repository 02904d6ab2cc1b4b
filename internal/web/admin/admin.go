// Package admin holds the pages of the organisation: units, people, accounts, the council's formation, the agency itself and the log.
package admin

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/app/factor"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages are the pages of the organisation.
type Pages struct {
	App    *app.App
	Second *factor.Desk
	// Standing is the part of the page of an account about its sessions, waits and slips.
	Standing func(c *handle.Ctx, account string, form ui.Form) (templ.Component, error)
}

// Who may use the pages of this package.
var (
	Keepers    = handle.For(thidua.MayKeepOrganisation)
	Admins     = handle.For(thidua.MayKeepAccounts)
	Agency     = handle.For(thidua.MayKeepAgency)
	Machine    = handle.For(thidua.MayKeepMachine)
	LogReaders = handle.For(thidua.MayReadLog)
)

// Catalogue lists the further lists that an administrator keeps.
func (p Pages) Catalogue(c *handle.Ctx) error {
	return c.Page(http.StatusOK, ui.Page{Title: catalogueTitle}, catalogue())
}

func whole(c *handle.Ctx, name string) int {
	n, err := strconv.Atoi(c.Form.Text(name))
	if err != nil {
		return 0
	}
	return n
}

// typedNumber reads a number that may be left out; one that cannot be read is for the rules to refuse.
func typedNumber(c *handle.Ctx, name string) int {
	typed := c.Form.Text(name)
	if typed == "" {
		return 0
	}
	n, err := strconv.Atoi(typed)
	if err != nil || n < 0 {
		return thidua.Unreadable
	}
	return n
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
