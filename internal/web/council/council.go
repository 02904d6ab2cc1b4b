// Package council holds the pages of the council: its sessions, the cases before it, the vote, the result and the minutes.
package council

import (
	"strconv"
	"strings"
	"time"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages are the pages of the council.
type Pages struct {
	App *app.App
	// Known tells whether the program answers GET at an address; links lead to no other.
	Known func(path string) bool
}

// Who may use the pages of this package; the use cases narrow it further.
var (
	Readers   = handle.Roles(app.CouncilReaders...)
	Makers    = handle.Roles(thidua.RoleSecretary, thidua.RoleOffice)
	Council   = handle.Roles(thidua.RoleSecretary, thidua.RoleOffice, thidua.RoleChair, thidua.RoleCouncil)
	Proposal  = handle.Roles(append([]thidua.Role{thidua.RoleHead}, app.CouncilReaders...)...)
	Preparers = handle.Roles(thidua.RoleSecretary, thidua.RoleOffice, thidua.RoleHead, thidua.RoleLeader, thidua.RoleInspector)
	Writers   = handle.Roles(thidua.RoleSecretary, thidua.RoleOffice, thidua.RoleHead)
	Signing   = handle.Roles(thidua.RoleSecretary, thidua.RoleOffice, thidua.RoleClerk)
)

// ScanLimit is the most that a form with one scan may weigh, in bytes.
const ScanLimit = 21 << 20

// day reads a day as typed; one that cannot be read stays as it is, so that the rules refuse it at its field.
func day(c *handle.Ctx, name string) thidua.Date {
	typed := text(c, name)
	if d, ok := vi.ParseDate(typed); ok {
		return d
	}
	return thidua.Date(typed)
}

func text(c *handle.Ctx, name string) string { return strings.TrimSpace(c.Form.Get(name)) }

// instant reads day and time of a session; zero when one of them cannot be read.
func instant(c *handle.Ctx) time.Time {
	d, ok := vi.ParseDate(text(c, "day"))
	hour, minute, clock := vi.ParseClock(text(c, "time"))
	if !ok || !clock {
		return time.Time{}
	}
	return d.Time().Add(time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute)
}

// number reads a count; nothing is none, and what is no number is refused by the rules as if it were negative.
func number(c *handle.Ctx, name string) int {
	typed := text(c, name)
	if typed == "" {
		return 0
	}
	n, err := strconv.Atoi(typed)
	if err != nil || n > 10_000 {
		return -1
	}
	return n
}

// again shows a refused form: 422 with each sentence at its field, or 409 when somebody else saved first. Everything typed is still there.
func again(c *handle.Ctx, err error, page ui.Page, body func(ui.Form) templ.Component) error {
	form, status := c.Again(err)
	if status == 0 {
		return err
	}
	page.Faults, page.Late = form.Faults(), form.Notice("")
	return c.Page(status, page, body(form))
}

// saved is the sentence that a page shows after a redirect.
func saved(c *handle.Ctx) string {
	if c.Form.Get("xong") == "" {
		return ""
	}
	return savedText
}

// unknown refuses an action that no form of these pages sends.
func unknown() error { return thidua.Refuse(thidua.NotFound, "not-found") }
