// Package public holds the pages that need no session: signing in and what a visitor may see.
package public

import (
	"context"
	"errors"
	"net/http"

	"thidua"
	"thidua/internal/app/agency"
	"thidua/internal/app/factor"
	"thidua/internal/app/sso"
	"thidua/internal/auth"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Accounts is what signing in asks of the application.
type Accounts interface {
	// SignInWith checks a name, a password and, where the account has a second factor, a code; a refusal is of kind SignIn and never tells whether
	// the account exists, nor which of the three was wrong.
	SignInWith(ctx context.Context, userName, password, code, from string) (token string, actor thidua.Actor, err error)
	// SignOut ends a session; an unknown token is no error.
	SignOut(ctx context.Context, token string) error
}

// Pages are the public pages.
type Pages struct {
	Accounts Accounts
	Second   *factor.Desk // nil in a program that knows no second factor
	Provider *sso.Desk    // nil where no provider of identities is connected
	Note     func(c *handle.Ctx, err error)
	Help     string // whom to ask for help, such as "Văn phòng, số nội bộ 102"
}

// SignIn shows the sign-in form.
func (p Pages) SignIn(c *handle.Ctx) error {
	next := handle.SafeNext(c.Form.Get("next"))
	if c.SignedIn() {
		return c.Redirect(next)
	}
	return p.form(c, http.StatusOK, next, nil)
}

// CheckSignIn signs somebody in and goes to the page that was asked for.
func (p Pages) CheckSignIn(c *handle.Ctx) error {
	next := handle.SafeNext(c.Form.Get("next"))
	within, device := browser(c)
	token, _, err := p.Accounts.SignInWith(within, c.Form.Get("user"), c.Form.Get("password"), c.Form.Get("code"), c.From)
	var refusal *thidua.Error
	if errors.As(err, &refusal) && (refusal.Kind == thidua.SignIn || refusal.Kind == thidua.Invalid) {
		return p.form(c, http.StatusUnprocessableEntity, next, refusal)
	}
	if err != nil {
		return err
	}
	c.Shell.SetSession(c, token)
	c.Shell.SetKnown(c, device)
	return c.Redirect(next)
}

// browser notes what somebody signs in with, and the secret by which it is known from then on.
func browser(c *handle.Ctx) (within context.Context, device string) {
	device, _ = auth.NewToken()
	return agency.Through(c.Context(), agency.Browser{Agent: c.R.UserAgent(), Device: c.Shell.Known(c), Next: device}), device
}

func (p Pages) form(c *handle.Ctx, status int, next string, refusal *thidua.Error) error {
	f, err := c.Shell.Frame(c)
	if err != nil {
		return err
	}
	done := c.Form.Get("xong")
	return p.show(c, status, signInForm{Frame: f, User: c.Form.Get("user"), Next: next, Changed: done == "mat-khau", Founded: done == "lap-co-quan"}, refusal)
}

// show draws the form with what the installation asks for.
func (p Pages) show(c *handle.Ctx, status int, s signInForm, refusal *thidua.Error) (err error) {
	s.Help, s.Provider = p.Help, p.Provider.Name()
	if p.Second != nil {
		if s.Coded, err = p.Second.Asked(c.Context()); err != nil {
			return err
		}
	}
	page := ui.Page{Title: signInTitle}
	if refusal != nil {
		s.Refusal = vi.Sentence(s.anyOf(refusal))
		page.Faults = []ui.Fault{{Field: "user", Text: s.Refusal}}
	}
	return c.Block(status, ui.Bare(s.Frame, page, signIn(s)))
}

// CodeAnyWrong is a wrong name, password or code where the page asks for all three.
const CodeAnyWrong thidua.Code = "sign-in-wrong-any"

// anyOf names the code too among what may be wrong, whether the account has one or not.
func (s signInForm) anyOf(refusal *thidua.Error) *thidua.Error {
	if s.Coded && refusal.Code == agency.CodeSignInWrong {
		return &thidua.Error{Kind: refusal.Kind, Code: CodeAnyWrong}
	}
	return refusal
}

// SignOut ends the session and empties what the browser kept.
func (p Pages) SignOut(c *handle.Ctx) error {
	if err := p.Accounts.SignOut(c.Context(), c.Token); err != nil {
		return err
	}
	c.Shell.SetSession(c, "")
	c.W.Header().Set("Clear-Site-Data", `"cache", "storage"`)
	return c.Redirect("/dang-nhap")
}
