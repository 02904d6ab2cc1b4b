package handle

import (
	"context"
	"crypto/rand"
	"errors"
	"net/http"
	"time"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/custody"
	"thidua/internal/vi"
	"thidua/internal/web/ui"
)

// Shell is what the server lends to each request: the frame of the page, the session and the clock.
type Shell interface {
	Frame(c *Ctx) (ui.Frame, error)
	// SetSession gives the browser a session; an empty token ends it.
	SetSession(c *Ctx, token string)
	// Device gives the secret of this browser, by which a leader's link knows it again; empty when it has none.
	Device(c *Ctx) string
	// SetDevice gives this browser such a secret for a number of days.
	SetDevice(c *Ctx, secret string, days int)
	// Known gives the secret by which this browser is known from an earlier sign-in; empty when it has none.
	Known(c *Ctx) string
	// SetKnown gives this browser such a secret.
	SetKnown(c *Ctx, secret string)
	// Step gives the secret of a sign-in through the provider that this browser began; empty when it has none.
	Step(c *Ctx) string
	// SetStep gives this browser such a secret for a few minutes; an empty one ends it.
	SetStep(c *Ctx, secret string)
	// SetDeputy notes in this browser under which deputising its person acts; empty in his own name.
	SetDeputy(c *Ctx, id string)
	// SetTheme keeps a theme in this browser for a year; empty follows the system again.
	SetTheme(c *Ctx, theme string)
	Now() time.Time
	// Opens tells whether the person of the request may use the page at an address.
	Opens(c *Ctx, url string) bool
	// Days gives the holidays of the person's agency and today, by which deadlines are told.
	Days(c *Ctx) (thidua.Calendar, thidua.Date, error)
	// Files is the desk of kept files, which draws the pages that are looked at.
	Files() *custody.Desk
}

// Ctx is one request on its way through a handler.
type Ctx struct {
	W     http.ResponseWriter
	R     *http.Request
	Shell Shell
	Route Route
	Actor thidua.Actor // empty when nobody is signed in
	Token string       // of the session, for signing out
	From  string       // address of the client, for the sign-in log
	ID    string       // of the request, shown on error pages and written to the log
	Form  Values       // what was posted, or the query of a GET

	Title  string // of the page that was answered with; empty for any other answer
	Making *Queue // in which files are made; nil for a program that bounds nothing

	Around *app.Surroundings // of the page, when its handler has read them already
}

// Context is that of the request.
func (c *Ctx) Context() context.Context { return c.R.Context() }

// SignedIn tells whether somebody is signed in.
func (c *Ctx) SignedIn() bool { return c.Actor.Account != "" }

// Path gives a wildcard of the route's pattern.
func (c *Ctx) Path(name string) string { return c.R.PathValue(name) }

// Partial tells whether htmx asks for the inner block alone.
func (c *Ctx) Partial() bool {
	return c.R.Header.Get("HX-Request") == "true" && c.R.Header.Get("HX-Request-Type") != "full"
}

// Autosave tells whether a draft was sent by the script that saves after a pause.
func (c *Ctx) Autosave() bool { return c.R.Header.Get("Thidua-Autosave") == "1" }

// Refused makes the form to show again after a refusal of kind Invalid: everything as typed, each sentence at its field. It gives
// false for any other error, which the handler returns.
func (c *Ctx) Refused(err error) (ui.Form, bool) {
	var e *thidua.Error
	if !errors.As(err, &e) || e.Kind != thidua.Invalid {
		return ui.Form{}, false
	}
	faults := make([]ui.Fault, 0, len(e.Faults)+1)
	for _, f := range e.Faults {
		faults = append(faults, ui.Fault{Field: f.Field, Text: vi.FaultSentence(f)})
	}
	if len(faults) == 0 {
		faults = append(faults, ui.Fault{Field: "noi-dung", Text: vi.Sentence(e)})
	}
	return ui.NewForm(c.Form.values, faults), true
}

// Again makes the form of a refused act: 422 with each sentence at its field; 409 when somebody else saved first, or the object has gone on.
// Everything typed is kept. It gives status 0 for an error that no form can answer.
func (c *Ctx) Again(err error) (form ui.Form, status int) {
	if form, ok := c.Refused(err); ok {
		return form, http.StatusUnprocessableEntity
	}
	var e *thidua.Error
	switch {
	case app.IsStale(err):
		return ui.LateForm(c.Form.values), http.StatusConflict
	case errors.As(err, &e) && e.Kind == thidua.Conflict:
		return ui.NewForm(c.Form.values, []ui.Fault{{Field: "noi-dung", Text: vi.Sentence(e)}}), http.StatusConflict
	}
	return ui.Form{}, 0
}

// ShowAgain shows the page of a refused form with everything typed still there; an error that no form can answer is given on.
func (c *Ctx) ShowAgain(err error, page ui.Page, body func(ui.Form) templ.Component) error {
	form, status := c.Again(err)
	if status == 0 {
		return err
	}
	page.Faults, page.Late = form.Faults(), form.Notice("")
	return c.Page(status, page, body(form))
}

// AgainOn draws a page once more with the refused form, everything typed still there; an error that no form can answer is given on.
func (c *Ctx) AgainOn(err error, page func(c *Ctx, status int, form ui.Form) error) error {
	form, status := c.Again(err)
	if status == 0 {
		return err
	}
	return page(c, status, form)
}

// Keys makes the hidden fields of a form: the version that was read and a fresh idempotency key.
func (c *Ctx) Keys(version int64) ui.Keys {
	return ui.Keys{Version: version, Key: rand.Text()}
}
