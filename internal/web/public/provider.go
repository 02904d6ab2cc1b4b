package public

import (
	"errors"
	"net/http"

	"thidua"
	"thidua/internal/app/sso"
	"thidua/internal/auth/oidc"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// The addresses of signing in through a provider of identities: to leave for it, to come back, and for the code of the second factor.
const (
	ProviderURL = "/dang-nhap/tai-khoan-tinh"
	ReturnURL   = ProviderURL + "/ve"
	CodeURL     = ProviderURL + "/ma"
)

// Leave sends somebody to the provider. The answer is a page of ours that leads on, since browsers let no form lead to another server here.
func (p Pages) Leave(c *handle.Ctx) error {
	next := handle.SafeNext(c.Form.Get("next"))
	secret, address, err := p.Provider.Begin(c.Context(), next, c.From)
	if err != nil {
		return p.turnedAway(c, next, err)
	}
	f, err := c.Shell.Frame(c)
	if err != nil {
		return err
	}
	c.Shell.SetStep(c, secret)
	c.W.Header().Set("Refresh", "0; url="+address)
	return c.Block(http.StatusOK, ui.Bare(f, ui.Page{Title: signInTitle}, leaving(f, p.Provider.Name(), address)))
}

// Return takes somebody back from the provider.
func (p Pages) Return(c *handle.Ctx) error {
	within, device := browser(c)
	answer := oidc.Answer{State: c.Form.Get("state"), Code: c.Form.Get("code"), Issuer: c.Form.Get("iss"), Error: c.Form.Get("error")}
	e, err := p.Provider.Return(within, c.Shell.Step(c), answer, c.From)
	if err != nil {
		return p.turnedAway(c, "/", err)
	}
	if e.Step != "" {
		c.Shell.SetStep(c, e.Step)
		return c.Redirect(CodeURL)
	}
	return p.entered(c, e, device)
}

func (p Pages) entered(c *handle.Ctx, e sso.Entered, device string) error {
	c.Shell.SetStep(c, "")
	c.Shell.SetSession(c, e.Token)
	c.Shell.SetKnown(c, device)
	return c.Redirect(handle.SafeNext(e.Next))
}

// Code asks for the code of the second factor of somebody whom the provider has told.
func (p Pages) Code(c *handle.Ctx) error {
	if err := p.Provider.Waits(c.Context(), c.Shell.Step(c)); err != nil {
		return p.turnedAway(c, "/", err)
	}
	return p.askCode(c, http.StatusOK, ui.NewForm(nil, nil))
}

func (p Pages) askCode(c *handle.Ctx, status int, form ui.Form) error {
	f, err := c.Shell.Frame(c)
	if err != nil {
		return err
	}
	return c.Block(status, ui.Bare(f, ui.Page{Title: codeTitle, Faults: form.Faults()}, code(f, form)))
}

// Confirm takes the code and opens the session.
func (p Pages) Confirm(c *handle.Ctx) error {
	within, device := browser(c)
	e, err := p.Provider.Confirm(within, c.Shell.Step(c), c.Form.Get("code"), c.From)
	var turned *sso.Refusal
	if err == nil {
		return p.entered(c, e, device)
	}
	if errors.As(err, &turned) {
		return p.turnedAway(c, "/", err)
	}
	var refusal *thidua.Error
	if errors.As(err, &refusal) && refusal.Kind == thidua.SignIn {
		return p.askCode(c, http.StatusUnprocessableEntity, ui.NewForm(nil, []ui.Fault{{Field: "code", Text: vi.Sentence(refusal)}}))
	}
	if form, ok := c.Refused(err); ok {
		return p.askCode(c, http.StatusUnprocessableEntity, form)
	}
	return err
}

// turnedAway shows the sign-in page with one sentence, under the status of the refusal; the log gets the cause. The local sign-in stays.
func (p Pages) turnedAway(c *handle.Ctx, next string, err error) error {
	var turned *sso.Refusal
	if !errors.As(err, &turned) {
		return err
	}
	p.Note(c, err)
	f, failed := c.Shell.Frame(c)
	if failed != nil {
		return failed
	}
	return p.show(c, statuses[turned.Why.Kind], signInForm{Frame: f, Next: next, Subject: turned.Subject}, turned.Why)
}

var statuses = map[thidua.Kind]int{thidua.Invalid: http.StatusUnprocessableEntity, thidua.Forbidden: http.StatusForbidden,
	thidua.Unavailable: http.StatusServiceUnavailable}
