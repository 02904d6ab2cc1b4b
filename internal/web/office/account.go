// Package office holds the pages of the agency: those that everybody signed in has, and those of Văn phòng.
package office

import (
	"context"
	"net/http"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app/factor"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// CodeRepeat names the sentence for a new password whose repetition differs.
const CodeRepeat thidua.Code = "password-repeat"

// Accounts is what the account page asks of the application.
type Accounts interface {
	// ChangePassword sets a new password, ends the other sessions and gives this one a new token; faults stand at the fields "current" and "new".
	ChangePassword(ctx context.Context, actor thidua.Actor, token, current, next string) (fresh string, err error)
}

// Pages are the pages of the agency.
type Pages struct {
	Accounts Accounts
	// Sessions and Linked are parts of the account page, Rule of that for a new password; nil where there is no data behind the pages.
	Sessions     func(c *handle.Ctx, form ui.Form) (templ.Component, error)
	Linked, Rule func(c *handle.Ctx) (templ.Component, error)
	// Known tells whether the program answers GET at an address; lists leave out what it does not.
	Known  func(path string) bool
	Second *factor.Desk // nil in a program that knows no second factor
}

// Account shows who is signed in, the theme and the way to a new password.
func (p Pages) Account(c *handle.Ctx) error {
	return p.AccountAgain(c, http.StatusOK, ui.NewForm(nil, nil))
}

// AccountAgain shows the page of the account, after a refusal with what was wrong.
func (p Pages) AccountAgain(c *handle.Ctx, status int, form ui.Form) error {
	f, err := c.Shell.Frame(c)
	if err != nil {
		return err
	}
	var second *factor.View
	if p.Second != nil {
		v, err := p.Second.Mine(c.Context(), c.Actor)
		if err != nil {
			return err
		}
		second = &v
	}
	var sessions templ.Component = templ.NopComponent
	if p.Sessions != nil {
		if sessions, err = p.Sessions(c, form); err != nil {
			return err
		}
	}
	linked, err := part(c, p.Linked)
	if err != nil {
		return err
	}
	return c.Page(status, ui.Page{Title: accountTitle, Faults: form.Faults()}, account(c.Actor, f, done(c.Form.Get("xong")), second, linked, sessions))
}

// Password shows the form for a new password.
func (p Pages) Password(c *handle.Ctx) error {
	return p.password(c, http.StatusOK, nil)
}

func (p Pages) password(c *handle.Ctx, status int, faults []ui.Fault) error {
	rule, err := part(c, p.Rule)
	if err != nil {
		return err
	}
	return c.Page(status, passwordPage(faults), password(ui.NewForm(nil, faults), c.Actor, rule))
}

// part makes a part of a page, or nothing where there is none.
func part(c *handle.Ctx, of func(c *handle.Ctx) (templ.Component, error)) (templ.Component, error) {
	if of == nil {
		return templ.NopComponent, nil
	}
	return of(c)
}

// ChangePassword sets a new password; typed passwords are never shown again.
func (p Pages) ChangePassword(c *handle.Ctx) error {
	err := p.change(c)
	if form, ok := c.Refused(err); ok {
		return p.password(c, http.StatusUnprocessableEntity, form.Faults())
	}
	if err != nil {
		return err
	}
	return c.Redirect("/tai-khoan?xong=mat-khau")
}

func (p Pages) change(c *handle.Ctx) error {
	if c.Form.Get("new") != c.Form.Get("repeat") {
		var faults thidua.Faults
		faults.Add("repeat", CodeRepeat)
		return faults.Err()
	}
	fresh, err := p.Accounts.ChangePassword(c.Context(), c.Actor, c.Token, c.Form.Get("current"), c.Form.Get("new"))
	if err == nil {
		c.Shell.SetSession(c, fresh)
	}
	return err
}

// Theme keeps the choice between light, dark and the system's in this browser.
func (p Pages) Theme(c *handle.Ctx) error {
	c.Shell.SetTheme(c, handle.SafeTheme(c.Form.Get("theme")))
	return c.Redirect("/tai-khoan")
}

// All lists every function that this person may use.
func (p Pages) All(c *handle.Ctx) error {
	return c.Page(http.StatusOK, ui.Page{Title: allTitle}, all(c.Actor.Post, catalogue(c.Actor, func(url string) bool { return p.Known(url) && c.Shell.Opens(c, url) })))
}
