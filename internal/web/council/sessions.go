package council

import (
	"context"
	"net/http"
	"net/url"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/former"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

func (p Pages) round(ctx context.Context, actor thidua.Actor) (thidua.Round, bool, error) {
	y, err := p.App.Years(ctx, actor)
	if err != nil {
		return thidua.Round{}, false, err
	}
	if r, ok := y.Judged(); ok {
		return r, true, nil
	}
	r, ok := y.Current()
	return r, ok, nil
}

// Latest leads to the result of the latest session.
func (p Pages) Latest(c *handle.Ctx) error {
	r, ok, err := p.round(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	if ok {
		all, err := p.App.Sessions(c.Context(), c.Actor, r.ID)
		if err != nil {
			return err
		}
		if len(all) > 0 {
			return c.Redirect(sessionURL(all[0].ID) + "/ket-qua")
		}
	}
	return c.Redirect("/hoi-dong")
}

// year is the page of the sessions of one round.
type year struct {
	season   app.Season
	rounds   []thidua.Round
	sessions []thidua.Session
	earlier  []thidua.Session // whose programme a new one may take over
	after    *former.Programme
	plans    bool // may plan a session
	prepares bool // may see who is proposed
	done     string
}

func (p Pages) readYear(c *handle.Ctx, round string) (y year, err error) {
	if y.season, err = p.App.Season(c.Context(), c.Actor, round); err != nil {
		return y, err
	}
	all, err := p.App.Years(c.Context(), c.Actor)
	if err != nil {
		return y, err
	}
	y.rounds = all.Rounds
	y.plans = c.Actor.Has(thidua.RoleSecretary, thidua.RoleOffice)
	y.prepares = Writers.Allows(c.Actor) || c.Actor.Has(thidua.RoleLeader, thidua.RoleInspector)
	y.done = saved(c)
	if y.sessions, err = p.App.Sessions(c.Context(), c.Actor, round); err != nil {
		return y, err
	}
	return y, p.readEarlier(c, &y)
}

// Year lists the sessions of the round of the address, or of the year that is being judged.
func (p Pages) Year(c *handle.Ctx) error {
	round := c.Form.Get("nam")
	if round == "" {
		r, ok, err := p.round(c.Context(), c.Actor)
		if err != nil {
			return err
		}
		if !ok {
			return c.Page(http.StatusOK, ui.Page{Title: councilTitle}, nothingYet())
		}
		round = r.ID
	}
	y, err := p.readYear(c, round)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: councilTitle}, sessions(y, y.proposed(), c.Keys(0)))
}

// PlanSession adds a session.
func (p Pages) PlanSession(c *handle.Ctx) error {
	s := sessionOf(c)
	s.Round = c.Form.Get("nam")
	s, err := p.App.PlanSession(c.Context(), c.Actor, s)
	if err == nil {
		return c.Redirect(sessionURL(s.ID))
	}
	y, missing := p.readYear(c, c.Form.Get("nam"))
	if missing != nil {
		return missing
	}
	return c.ShowAgain(err, ui.Page{Title: councilTitle}, func(f ui.Form) templ.Component { return sessions(y, f, c.Keys(0)) })
}

func sessionOf(c *handle.Ctx) thidua.Session {
	return thidua.Session{Number: c.Form.Text("number"), At: instant(c, "time"), Place: c.Form.Text("place"), VoteKind: thidua.VoteKind(c.Form.Text("kind")),
		Counters: c.Form.All("counter"), Version: c.Form.Version()}
}

// EditSession shows the form of a session that has not been opened.
func (p Pages) EditSession(c *handle.Ctx) error {
	r, err := p.App.Room(c.Context(), c.Actor, c.Path("session"))
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, under(r, editTitle), editSession(r, formOfSession(r.Session), c.Keys(r.Session.Version)))
}

func formOfSession(s thidua.Session) ui.Form {
	return fresh("number", s.Number, "day", vi.Date(thidua.DateOf(s.At)), "time", vi.Time(s.At), "place", s.Place, "kind", string(s.VoteKind))
}

func (p Pages) saveSession(c *handle.Ctx) error {
	r, err := p.App.Room(c.Context(), c.Actor, c.Path("session"))
	if err != nil {
		return err
	}
	s := sessionOf(c)
	s.ID = r.Session.ID
	if s.Version == 0 {
		s.Version = -1
	}
	_, err = p.App.PlanSession(c.Context(), c.Actor, s)
	if err == nil {
		return c.Redirect(sessionURL(s.ID) + "?xong=1")
	}
	return c.ShowAgain(err, under(r, editTitle), func(f ui.Form) templ.Component {
		return editSession(r, f.Beside(formOfSession(r.Session).Raw()), c.Keys(r.Session.Version))
	})
}

// fresh makes a form of values that nobody typed.
func fresh(pairs ...string) ui.Form {
	values := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		values.Set(pairs[i], pairs[i+1])
	}
	return ui.NewForm(values, nil)
}

func yearURL(round string) string      { return "/hoi-dong?nam=" + round }
func slateURL(round string) string     { return "/nam/" + round + "/truong-hop" }
func sessionURL(session string) string { return "/hoi-dong/" + session }
func caseURL(nominee string) string    { return "/truong-hop/" + nominee }
