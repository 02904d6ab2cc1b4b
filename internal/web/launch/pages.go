// Package launch holds the pages on which a movement is launched and guided: check list, distribution, pledges and plans of units, questions, related
// movements, criteria of attached documents.
package launch

import (
	"net/url"

	"thidua"
	"thidua/internal/app"
	uses "thidua/internal/app/launch"
	"thidua/internal/file"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages are the pages of the launch.
type Pages struct {
	App  *app.App
	Desk *uses.Desk
}

// Who may use the routes that change something.
var (
	Office  = handle.For(thidua.MayKeepMovement)
	Senders = handle.For(thidua.MaySendGuidance)
	Takers  = handle.For(thidua.MayTakeDelivery)
	Keepers = handle.For(thidua.MayKeepPledge)
)

// UploadLimit is the size of a form with a file, in bytes.
const UploadLimit = file.MaxSize

var errUnknown = thidua.Refuse(thidua.NotFound, "not-found")

func movementURL(id string) string   { return "/phong-trao/" + url.PathEscape(id) }
func yearURL(round string) string    { return "/nam/" + url.PathEscape(round) }
func documentURL(id string) string   { return "/tai-lieu/" + url.PathEscape(id) }
func checklistURL(id string) string  { return yearURL(id) + "/phat-dong" }
func pledgesURL(round string) string { return yearURL(round) + "/giao-uoc" }
func plansURL(round string) string   { return yearURL(round) + "/ke-hoach-don-vi" }

// crumbs lead from the movement to a page of this package.
func crumbs(movement string, more ...ui.Link) []ui.Link {
	return append([]ui.Link{{Text: movementTitle, URL: movementURL(movement)}}, more...)
}

// Current leads from an address without a year or a movement to the one at hand; without a movement to the page that says how to begin.
func (p Pages) Current(page string, ofYear bool) func(*handle.Ctx) error {
	return func(c *handle.Ctx) error {
		r, err := p.Desk.Current(c.Context(), c.Actor)
		switch {
		case thidua.KindOf(err) == thidua.NotFound:
			return c.Redirect("/phong-trao")
		case err != nil:
			return err
		case ofYear:
			return c.Redirect(yearURL(r.ID) + page)
		}
		return c.Redirect(movementURL(r.Movement) + page)
	}
}
