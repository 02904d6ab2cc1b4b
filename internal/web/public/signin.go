// Package public holds the pages that need no session: signing in and what a visitor may see.
package public

import (
	"context"
	"errors"
	"net/http"

	"thidua"
	"thidua/internal/app/agency"
	"thidua/internal/auth"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Accounts is what signing in asks of the application.
type Accounts interface {
	// SignIn checks a name and a password; a refusal is of kind SignIn and never tells whether the account exists.
	SignIn(ctx context.Context, userName, password, from string) (token string, actor thidua.Actor, err error)
	// SignOut ends a session; an unknown token is no error.
	SignOut(ctx context.Context, token string) error
}

// Pages are the public pages.
type Pages struct {
	Accounts Accounts
	Help     string // whom to ask for help, such as "Văn phòng, số nội bộ 102"
}

// SignIn shows the sign-in form.
func (p Pages) SignIn(c *handle.Ctx) error {
	next := handle.SafeNext(c.Form.Get("next"))
	if c.SignedIn() {
		return c.Redirect(next)
	}
	return p.form(c, http.StatusOK, next, "")
}

// CheckSignIn signs somebody in and goes to the page that was asked for.
func (p Pages) CheckSignIn(c *handle.Ctx) error {
	next := handle.SafeNext(c.Form.Get("next"))
	device, _ := auth.NewToken()
	within := agency.Through(c.Context(), agency.Browser{Agent: c.R.UserAgent(), Device: c.Shell.Known(c), Next: device})
	token, _, err := p.Accounts.SignIn(within, c.Form.Get("user"), c.Form.Get("password"), c.From)
	var refusal *thidua.Error
	if errors.As(err, &refusal) && (refusal.Kind == thidua.SignIn || refusal.Kind == thidua.Invalid) {
		return p.form(c, http.StatusUnprocessableEntity, next, vi.Sentence(refusal))
	}
	if err != nil {
		return err
	}
	c.Shell.SetSession(c, token)
	c.Shell.SetKnown(c, device)
	return c.Redirect(next)
}

func (p Pages) form(c *handle.Ctx, status int, next, refusal string) error {
	f, err := c.Shell.Frame(c)
	if err != nil {
		return err
	}
	page := ui.Page{Title: signInTitle}
	if refusal != "" {
		page.Faults = []ui.Fault{{Field: "user", Text: refusal}}
	}
	return c.Block(status, ui.Bare(f, page, signIn(signInForm{
		Frame: f, Refusal: refusal, User: c.Form.Get("user"), Next: next, Help: p.Help, Changed: c.Form.Get("xong") == "mat-khau",
	})))
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
