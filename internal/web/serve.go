package web

import (
	"fmt"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"thidua"
	"thidua/internal/logs"
	"thidua/internal/web/factor"
	"thidua/internal/web/handle"
)

// slowBody is the time that a large upload may take on the line of an office.
const slowBody = 10 * time.Minute

// serve makes a handler of a route: session, right, body, then the route's own function; every error goes to the sink.
func (s *Server) serve(route handle.Route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := s.newCtx(w, r)
		c.Route = route
		if !route.Quiet {
			c.R = c.R.WithContext(logs.Request(c.Context(), c.ID))
		}
		begin := s.config.Now()
		out := &status{ResponseWriter: w, code: http.StatusOK}
		c.W = out
		defer func() {
			if broken := recover(); broken != nil {
				s.sink(c, fmt.Errorf("panic: %v\n%s", broken, debug.Stack()))
			}
			s.logRequest(c, out.code, s.config.Now().Sub(begin))
		}()
		if err := s.do(c); err != nil {
			s.sink(c, err)
			return
		}
		s.noteTaken(c, out.code)
		s.noteLooked(c, out.code)
	})
}

func (s *Server) do(c *handle.Ctx) error {
	s.signIn(c)
	if !c.Route.Who.Open() && !c.SignedIn() {
		s.keepTyped(c)
		return thidua.Refuse(thidua.SignIn, codeSignIn)
	}
	if limit := c.Route.MaxBody(); limit > 1<<20 && handle.Changes(c.R.Method) {
		control := http.NewResponseController(c.W)
		_ = control.SetReadDeadline(time.Now().Add(slowBody))
		_ = control.SetWriteDeadline(time.Now().Add(slowBody + time.Minute))
	}
	var err error
	if c.Form, err = handle.Read(c.W, c.R, c.Route.MaxBody()); err != nil {
		return err
	}
	defer c.Form.Close()
	if !c.Route.Who.Allows(c.Actor) {
		return thidua.Refuse(thidua.Forbidden, codeForbidden)
	}
	if err := s.paced(c); err != nil {
		return err
	}
	if handle.Changes(c.R.Method) {
		if err := c.Form.Check(); err != nil {
			return err
		}
	}
	if first := mustFirst(c); first != "" {
		return c.Redirect(first)
	}
	return s.withFiles(c)
}

// withFiles runs a route; files that a form brought or made, such as a sealed package, and that nobody wrote down go with the request.
func (s *Server) withFiles(c *handle.Ctx) error {
	if s.config.Core == nil || !handle.Changes(c.R.Method) {
		return s.once(c)
	}
	within, end := s.config.Core.Uploads(c.Context())
	c.R = c.R.WithContext(within)
	defer func() {
		if err := end(); err != nil {
			s.config.Log.Error("files of a form", "id", c.ID, "error", err.Error())
		}
	}()
	return s.once(c)
}

const (
	accountURL  = "/tai-khoan"
	passwordURL = "/doi-mat-khau"
	deputyURL   = "/uy-quyen"
)

// mustFirst gives the page that somebody has to pass before all others: a password of his own, then a second factor; empty for an open road.
func mustFirst(c *handle.Ctx) string {
	switch path := c.R.URL.Path; {
	case c.Route.Who.Open():
	case (c.Actor.MustChange || c.Actor.PasswordOld) && !leadsToPassword(path):
		return passwordURL
	case c.Actor.MustFactor && !leadsToFactor(path):
		return factor.URL
	}
	return ""
}

// leadsToPassword tells the addresses that stay open to somebody who must first choose a password of his own.
func leadsToPassword(path string) bool {
	return path == passwordURL || path == "/dang-xuat"
}

// leadsToFactor tells the addresses that stay open to somebody who must first set up a second factor.
func leadsToFactor(path string) bool {
	return path == factor.URL || strings.HasPrefix(path, factor.URL+"/") || leadsToPassword(path)
}

// keepTyped reads a small form of somebody whose session has ended, so that the answer can show the text again.
func (s *Server) keepTyped(c *handle.Ctx) {
	if handle.Changes(c.R.Method) {
		c.Form, _ = handle.Read(c.W, c.R, handle.DefaultLimit)
	}
}

func (s *Server) signIn(c *handle.Ctx) {
	c.Token = s.sessionToken(c.R)
	if c.Token == "" {
		return
	}
	actor, err := s.config.App.Session(c.Context(), c.Token)
	if err != nil && thidua.KindOf(err) == thidua.Internal {
		s.config.Log.Error("session", "id", c.ID, "error", err.Error())
	}
	if err != nil {
		return
	}
	c.Actor = actor
	s.stand(c)
	if !actor.Renew {
		return
	}
	fresh, err := s.config.App.RenewSession(c.Context(), c.Token)
	if err != nil {
		s.config.Log.Error("session", "id", c.ID, "error", err.Error())
		return
	}
	c.Token = fresh
	s.SetSession(c, fresh)
}

func (s *Server) newCtx(w http.ResponseWriter, r *http.Request) *handle.Ctx {
	from := s.peer(r)
	if s.config.Origin != nil {
		r = r.WithContext(s.config.Origin(r.Context(), from))
	}
	return &handle.Ctx{W: w, R: r, Shell: s, From: from, ID: s.requestID(), Making: s.config.Making}
}
