package public

import (
	"errors"
	"net/http"

	"thidua"
	"thidua/internal/app/account"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// PasswordPages are the pages on which somebody who is not signed in comes to a new password.
type PasswordPages struct {
	Desk *account.Desk
	Help string
}

// Forgotten says how to get a new password; where the installation sends mail it asks for the name.
func (p PasswordPages) Forgotten(c *handle.Ctx) error {
	return p.forgotten(c, http.StatusOK, askForm{Mails: p.Desk.Mails(), Sent: c.Form.Has("da-gui")})
}

// Ask asks for a link; the answer is the same for every name.
func (p PasswordPages) Ask(c *handle.Ctx) error {
	err := p.Desk.Ask(c.Context(), c.Form.Text("user"), c.From)
	var e *thidua.Error
	if errors.As(err, &e) && e.Kind == thidua.Invalid {
		return p.forgotten(c, http.StatusUnprocessableEntity, askForm{Mails: true, User: c.Form.Text("user"), Refusal: vi.Sentence(e)})
	}
	if err != nil {
		return err
	}
	return c.Redirect("/quen-mat-khau?da-gui=1")
}

func (p PasswordPages) forgotten(c *handle.Ctx, status int, a askForm) error {
	f, err := c.Shell.Frame(c)
	if err != nil {
		return err
	}
	page := ui.Page{Title: forgottenTitle}
	if a.Refusal != "" {
		page.Faults = []ui.Fault{{Field: "user", Text: a.Refusal}}
	}
	return c.Block(status, ui.Bare(f, page, forgotten(f, p.Help, a)))
}

// Choose shows the form for a new password; a code stands in the address of a link, or is typed off a slip.
func (p PasswordPages) Choose(c *handle.Ctx) error {
	code := c.Path("code")
	if code == "" {
		return p.choose(c, http.StatusOK, chooseForm{Form: ui.NewForm(nil, nil)})
	}
	g, err := p.Desk.Guest(c.Context(), code, c.From)
	form, refused := c.Refused(err)
	if err != nil && !refused {
		return err
	}
	status := http.StatusOK
	if refused {
		status = http.StatusNotFound
	}
	return p.choose(c, status, chooseForm{Code: code, Guest: g, Form: ui.NewForm(nil, form.Faults())})
}

// SetPassword sets the password and leads to the sign-in; typed passwords are never shown again.
func (p PasswordPages) SetPassword(c *handle.Ctx) error {
	code := c.Form.Text("slip")
	err := error(nil)
	if c.Form.Get("new") != c.Form.Get("repeat") {
		err = thidua.Faults{{Field: "repeat", Code: codeRepeat}}.Err()
	} else {
		err = p.Desk.Choose(c.Context(), code, c.Form.Get("new"), c.From)
	}
	if form, refused := c.Refused(err); refused {
		g, unknown := p.Desk.Guest(c.Context(), code, c.From)
		if _, over := c.Refused(unknown); unknown != nil && !over {
			return unknown
		}
		return p.choose(c, http.StatusUnprocessableEntity, chooseForm{Code: code, Guest: g, Form: ui.NewForm(nil, form.Faults())})
	}
	if err != nil {
		return err
	}
	return c.Redirect("/dang-nhap?xong=mat-khau")
}

const codeRepeat thidua.Code = "password-repeat"

func (p PasswordPages) choose(c *handle.Ctx, status int, form chooseForm) error {
	f, err := c.Shell.Frame(c)
	if err != nil {
		return err
	}
	form.Frame = f
	return c.Block(status, ui.Bare(f, ui.Page{Title: chooseTitle, Faults: form.Form.Faults()}, choose(form, p.Help)))
}
