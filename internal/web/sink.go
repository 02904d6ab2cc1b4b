package web

import (
	"context"
	"errors"
	"mime"
	"net/http"
	"net/url"
	"strings"

	"thidua"
	"thidua/internal/app/privacy"
	"thidua/internal/logs"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Codes of the refusals that this package makes itself.
const (
	codeSignIn    thidua.Code = "sign-in-needed"
	codeForbidden thidua.Code = "role-missing"
	codeNotFound  thidua.Code = "page-unknown"
)

var (
	errMethod      = errors.New("method not allowed")
	errCrossOrigin = errors.New("cross-origin request refused")
	errHost        = errors.New("unknown host name")
	errTooFast     = errors.New("searches too fast")
)

// setRetryAfter tells when to try again, where nobody has told it more exactly.
func setRetryAfter(h http.Header, code int) {
	if (code == http.StatusServiceUnavailable || code == http.StatusTooManyRequests) && h.Get("Retry-After") == "" {
		h.Set("Retry-After", retryAfter)
	}
}

// retryAfter is when a browser may ask again for what could not be had now, in seconds.
const retryAfter = "30"

// sink is the one place where an error becomes an answer: a page in words with the code of the request. What went wrong inside is
// logged, never shown.
func (s *Server) sink(c *handle.Ctx, err error) {
	code := statusOf(err)
	s.logError(c, code, err)
	s.noteRefused(c, code)
	if w, ok := c.W.(*status); ok && w.written {
		return
	}
	if code == http.StatusUnauthorized && !handle.Changes(c.R.Method) {
		s.toSignIn(c)
		return
	}
	setRetryAfter(c.W.Header(), code)
	fault := s.problemOf(c, code, err)
	if err := s.showProblem(c, fault); err != nil {
		s.config.Log.Error("error page", "id", c.ID, "error", err.Error())
		http.Error(c.W, fault.plain(), code)
	}
}

// problemOf is what the page of an error shows.
func (s *Server) problemOf(c *handle.Ctx, code int, err error) problem {
	fault := problem{Status: code, ID: c.ID, Home: s.start(c.Actor), SignedIn: c.SignedIn(), Kept: kept(c.Form)}
	if code == http.StatusUnauthorized {
		fault.Again = resend(c)
	}
	if s.known("/tim") {
		fault.Search = "/tim"
	}
	var refusal *thidua.Error
	if errors.As(err, &refusal) && refusal.Kind != thidua.Internal {
		fault.Reason, fault.Cut = vi.Sentence(refusal), cut(c, refusal)
		if tooLong(refusal) && fault.Cut.URL == "" {
			fault.Reason = vi.FaultSentence(refusal.Faults[0])
		}
	}
	return fault
}

func (s *Server) showProblem(c *handle.Ctx, p problem) error {
	c.W.Header().Set("Cache-Control", "no-store")
	setting, err := s.config.App.Setting(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	c.Around = &setting
	page := ui.Page{Title: p.title(), Crumbs: []ui.Link{{Text: p.crumb()}}}
	if c.SignedIn() {
		return c.Page(p.Status, page, problemPage(p))
	}
	return c.Visitor(p.Status, page, visitorLinks(), nil, problemPage(p))
}

func (s *Server) toSignIn(c *handle.Ctx) {
	to := "/dang-nhap"
	if next := handle.SafeNext(c.R.URL.RequestURI()); next != "/" {
		to += "?next=" + url.QueryEscape(next)
	}
	if c.R.Header.Get("HX-Request") == "true" {
		c.W.Header().Set("HX-Redirect", to)
		c.W.WriteHeader(http.StatusNoContent)
		return
	}
	_ = c.Redirect(to)
}

func statusOf(err error) int {
	switch {
	case errors.Is(err, handle.ErrMalformed):
		return http.StatusBadRequest
	case errors.Is(err, errMethod):
		return http.StatusMethodNotAllowed
	case errors.Is(err, errCrossOrigin):
		return http.StatusForbidden
	case errors.Is(err, errHost):
		return http.StatusMisdirectedRequest
	case errors.Is(err, errTooFast):
		return http.StatusTooManyRequests
	}
	if code, ok := statusOfKind[thidua.KindOf(err)]; ok {
		return code
	}
	return http.StatusInternalServerError
}

var statusOfKind = map[thidua.Kind]int{
	thidua.Invalid: http.StatusUnprocessableEntity, thidua.NotFound: http.StatusNotFound, thidua.Forbidden: http.StatusForbidden,
	thidua.Conflict: http.StatusConflict, thidua.TooLarge: http.StatusRequestEntityTooLarge, thidua.SignIn: http.StatusUnauthorized,
	thidua.Unavailable: http.StatusServiceUnavailable, thidua.Gone: http.StatusGone,
	thidua.Busy: http.StatusTooManyRequests,
}

func (s *Server) logError(c *handle.Ctx, code int, err error) {
	record := s.config.Log.Info
	if code >= http.StatusInternalServerError {
		record = s.config.Log.Error
	}
	if c.Route.Quiet {
		record("refused", "route", c.Route.Pattern, "status", code)
		return
	}
	record("refused", "id", c.ID, "from", c.From, "route", c.Route.Pattern, "status", code, "account", c.Actor.Account, "error", err.Error())
}

// noteRefused writes a refusal of somebody who is signed in into the log of the agency: a right that is not held, or the object of somebody else,
// which is told from one that never was by nobody.
func (s *Server) noteRefused(c *handle.Ctx, code int) {
	strange := code == http.StatusNotFound && strings.Contains(c.Route.Pattern, "{")
	if code != http.StatusForbidden && !strange || !c.SignedIn() || c.Route.Quiet || s.config.Core == nil {
		return
	}
	if err := s.config.Core.NoteRefused(s.aside(c), c.Actor, told(c)); err != nil {
		s.config.Log.Error("note a refusal", "id", c.ID, "error", err.Error())
	}
}

// told is the address of a request as the log of the agency names it: the secret of a link or of a slip stands there as the name that its route gives it.
func told(c *handle.Ctx) string {
	if _, pattern, _ := strings.Cut(c.Route.Pattern, " "); secretive(pattern) {
		return pattern
	}
	path := c.R.URL.Path
	if len(path) > longestTold {
		path = strings.ToValidUTF8(path[:longestTold], "") + "…"
	}
	return path
}

// longestTold bounds an address in the log, in bytes: nobody takes an event away again, and any address may be asked for.
const longestTold = 300

// secretive tells whether the addresses of a route open something to whoever knows them; those of the calendar are quiet as well.
func secretive(pattern string) bool {
	return strings.Contains(pattern, "{secret}") || strings.Contains(pattern, "{code}")
}

// aside is the context of a note beside a request: from the same address, but neither ended with the request nor the one effect of its form.
func (s *Server) aside(c *handle.Ctx) context.Context {
	ctx := logs.Request(context.Background(), logs.RequestOf(c.Context()))
	if s.config.Origin == nil {
		return ctx
	}
	return s.config.Origin(ctx, c.From)
}

// noteTaken writes into the log of the agency that a file left: an export, a paper, a piece of evidence.
func (s *Server) noteTaken(c *handle.Ctx, code int) {
	_, named, err := mime.ParseMediaType(c.W.Header().Get("Content-Disposition"))
	if err != nil || code != http.StatusOK || !c.SignedIn() || c.Route.Quiet || s.config.Core == nil || c.R.Method != http.MethodGet {
		return
	}
	if err := s.config.Core.NoteTaken(s.aside(c), c.Actor, named["filename"], told(c)); err != nil {
		s.config.Log.Error("note a file", "id", c.ID, "error", err.Error())
	}
}

// noteLooked writes into the log of the agency that somebody was shown restricted data of others; a file is told by noteTaken.
func (s *Server) noteLooked(c *handle.Ctx, code int) {
	if code != http.StatusOK || !c.SignedIn() || c.Route.Quiet || s.config.Core == nil || c.R.Method != http.MethodGet || c.Title == "" {
		return
	}
	object, day := shownObject(c), s.config.Core.Today()
	who := c.Actor.Tenant + "/" + c.Actor.Account
	if s.looks.Had(day, who, object) {
		return
	}
	if err := privacy.Over(s.config.Core).Looked(s.aside(c), c.Actor, c.Route.Pattern, object, c.Title); err != nil {
		s.config.Log.ErrorContext(c.Context(), "note a look", "error", err.Error())
		return
	}
	s.looks.Keep(day, who, object)
}

// shownObject names what a page is about: the object in its address, else the page itself.
func shownObject(c *handle.Ctx) string {
	_, rest, found := strings.Cut(c.Route.Pattern, "{")
	kind, _, _ := strings.Cut(rest, "}")
	if !found || secretive(c.Route.Pattern) {
		_, path, _ := strings.Cut(c.Route.Pattern, " ")
		return "page:" + path
	}
	return kind + ":" + c.Path(kind)
}
