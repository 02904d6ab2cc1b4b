package web

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"runtime/debug"
	"strings"
	"time"

	"thidua"
	"thidua/internal/web/handle"
)

// slowBody is the time that a large upload may take on the line of an office.
const slowBody = 10 * time.Minute

// serve makes a handler of a route: session, right, body, then the route's own function; every error goes to the sink.
func (s *Server) serve(route handle.Route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		c := s.newCtx(w, r)
		c.Route = route
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
		}
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
	if c.Actor.MustChange && !c.Route.Who.Open() && !leadsToPassword(c.R.URL.Path) {
		return c.Redirect(passwordURL)
	}
	return s.once(c)
}

const passwordURL = "/doi-mat-khau"

// leadsToPassword tells the addresses that stay open to somebody who must first choose a password of his own.
func leadsToPassword(path string) bool {
	return path == passwordURL || path == "/dang-xuat"
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
	if err == nil {
		c.Actor = actor
	}
}

func (s *Server) newCtx(w http.ResponseWriter, r *http.Request) *handle.Ctx {
	from := s.peer(r)
	if s.config.Origin != nil {
		r = r.WithContext(s.config.Origin(r.Context(), from))
	}
	return &handle.Ctx{W: w, R: r, Shell: s, From: from, ID: s.requestID()}
}

// requestID makes the code that a person reads to Văn phòng over the telephone.
func (s *Server) requestID() string {
	var b [4]byte
	_, _ = rand.Read(b[:])
	return "TD-" + s.config.Now().In(thidua.Zone).Format("20060102") + "-" + strings.ToUpper(hex.EncodeToString(b[:]))
}

// dispatch answers what the routes do not: an unknown address, or a method that it does not take, with a page in words.
func (s *Server) dispatch(w http.ResponseWriter, r *http.Request) {
	handler, pattern := s.mux.Handler(r)
	if pattern != "" {
		s.mux.ServeHTTP(w, r)
		return
	}
	probe := httptest.NewRecorder()
	handler.ServeHTTP(probe, r)
	refusal := error(thidua.Refuse(thidua.NotFound, codeNotFound))
	if allow := probe.Header().Get("Allow"); allow != "" {
		w.Header().Set("Allow", allow)
		refusal = errMethod
	}
	route := handle.Route{Who: handle.Public, Do: func(*handle.Ctx) error { return refusal }}
	s.serve(route).ServeHTTP(w, withoutBody(r))
}

func withoutBody(r *http.Request) *http.Request {
	plain := r.Clone(r.Context())
	plain.Body, plain.ContentLength = http.NoBody, 0
	plain.Header.Del("Content-Type")
	plain.URL.RawQuery = ""
	return plain
}

// peer gives the address of the client; a proxy is believed only when the configuration names it.
func (s *Server) peer(r *http.Request) string {
	direct, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return ""
	}
	address := direct.Addr().Unmap()
	for _, p := range s.config.Proxies {
		if !p.Contains(address) {
			continue
		}
		hops := strings.Split(r.Header.Get("X-Forwarded-For"), ",")
		if told, err := netip.ParseAddr(strings.TrimSpace(hops[len(hops)-1])); err == nil {
			return told.Unmap().String()
		}
	}
	return address.String()
}

// status remembers what was answered, for the log.
type status struct {
	http.ResponseWriter
	code    int
	written bool
}

// WriteHeader notes the status and passes it on.
func (w *status) WriteHeader(code int) {
	w.code, w.written = code, true
	w.ResponseWriter.WriteHeader(code)
}

// Write passes the body on.
func (w *status) Write(p []byte) (int, error) {
	w.written = true
	return w.ResponseWriter.Write(p)
}

// Unwrap gives http.ResponseController the writer below.
func (w *status) Unwrap() http.ResponseWriter { return w.ResponseWriter }

func (s *Server) logRequest(c *handle.Ctx, code int, took time.Duration) {
	if c.Route.Quiet {
		s.config.Log.Info("request", "route", c.Route.Pattern, "status", code)
		return
	}
	s.config.Log.LogAttrs(c.Context(), slog.LevelInfo, "request",
		slog.String("id", c.ID), slog.String("method", c.R.Method), slog.String("route", c.Route.Pattern), slog.Int("status", code),
		slog.Int64("ms", took.Milliseconds()), slog.String("tenant", c.Actor.Tenant), slog.String("account", c.Actor.Account), slog.String("from", c.From))
}
