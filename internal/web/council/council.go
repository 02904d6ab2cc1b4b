// Package council holds the pages of the council: its sessions, the cases before it, the vote, the result and the minutes.
package council

import (
	"strconv"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/former"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
)

// Pages are the pages of the council.
type Pages struct {
	App    *app.App
	Former *former.Desk
	// Known tells whether the program answers GET at an address; links lead to no other.
	Known func(path string) bool
}

// Who may use the pages of this package; the use cases narrow it further.
var (
	Readers   = handle.For(thidua.MayReadCouncil)
	Makers    = handle.For(thidua.MayCallCouncil)
	Council   = handle.For(thidua.MaySitInCouncil)
	Proposal  = handle.For(thidua.MayReadCase)
	Preparers = handle.For(thidua.MayReadSlate)
	Writers   = handle.For(thidua.MayPropose)
	Signing   = handle.For(thidua.MaySignMinutes)
)

// ScanLimit is the most that a form with one scan may weigh, in bytes.
const ScanLimit = 26 << 20

// instant reads the day of a session and a time of that day; zero when one of them cannot be read.
func instant(c *handle.Ctx, field string) time.Time {
	d, ok := vi.ParseDate(c.Form.Text("day"))
	hour, minute, clock := vi.ParseClock(c.Form.Text(field))
	if !ok || !clock {
		return time.Time{}
	}
	return d.Time().Add(time.Duration(hour)*time.Hour + time.Duration(minute)*time.Minute)
}

// number reads a count; nothing is none, and what is no number is refused by the rules as if it were negative.
func number(c *handle.Ctx, name string) int {
	typed := c.Form.Text(name)
	if typed == "" {
		return 0
	}
	n, err := strconv.Atoi(typed)
	if err != nil || n > 10_000 {
		return -1
	}
	return n
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
