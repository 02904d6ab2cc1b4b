package web

import (
	"strings"
	"time"

	"thidua"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Now gives the moment of the installation's clock.
func (s *Server) Now() time.Time { return s.config.Now() }

// Frame gives what surrounds a page for this person.
func (s *Server) Frame(c *handle.Ctx) (ui.Frame, error) {
	around, err := s.around(c)
	if err != nil {
		return ui.Frame{}, err
	}
	f := ui.Frame{
		Agency: around.Agency, Home: "/", Sample: around.Sample, Day: around.Day, Movement: around.Movement, Season: around.Season,
		Campaign: around.Campaign, SwitchURL: s.campaignURL(c.Actor), Account: accountURL, Unread: around.Unread, Theme: s.theme(c.R),
		SignedIn: c.SignedIn(), Idle: int(c.Actor.Idle.Seconds()), Plain: s.plain(c.R), Person: c.Actor.Name, Position: c.Actor.Post,
	}
	if s.known("/tim") && c.Actor.Kind.RunsSeasons() {
		f.Search = "/tim"
	}
	if s.known("/thong-bao") && s.Opens(c, "/thong-bao") {
		f.Bell = "/thong-bao"
	}
	if c.Actor.Deputy != "" {
		f.Acting, f.ActingEnd = vi.Acting(c.Actor.BehalfName, c.Actor.Roles[0]), deputyURL+"/thoi"
		f.Person, _, _ = strings.Cut(f.Person, " (") // whom he stands in for is said above the page
	}
	if c.SignedIn() {
		f.AtAccount = under(c.R.URL.Path, accountURL) || under(c.R.URL.Path, passwordURL)
		m := menuFor(c.Actor, s.offers(c.Actor)).on(thidua.DateOf(s.Now()))
		f.Nav, f.Tabs = m.groups(c.R.URL.Path, around.Waiting), m.tabs(c.R.URL.Path)
	}
	return f, nil
}

// Days gives the holidays of the person's agency and today, by which deadlines are told; nothing to somebody who is not signed in.
func (s *Server) Days(c *handle.Ctx) (thidua.Calendar, thidua.Date, error) {
	if !c.SignedIn() || s.config.Core == nil {
		return nil, "", nil
	}
	return s.config.Core.Days(c.Context(), c.Actor)
}

// campaignURL is where the movement at the head of the menu leads to: Sở Nội vụ and UBND tỉnh have it in what came to them.
func (s *Server) campaignURL(actor thidua.Actor) string {
	if actor.Kind.RunsSeasons() {
		return "/phong-trao"
	}
	return s.start(actor)
}

func (s *Server) around(c *handle.Ctx) (Surroundings, error) {
	if c.Around != nil {
		return *c.Around, nil
	}
	return s.config.App.Surroundings(c.Context(), c.Actor)
}

// start is the first page of a person's menu.
func (s *Server) start(actor thidua.Actor) string {
	if m := menuFor(actor, s.offers(actor)); len(m.entries) > 0 {
		return m.entries[0].url
	}
	return allURL
}
