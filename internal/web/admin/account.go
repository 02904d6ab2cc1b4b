package admin

import (
	"net/http"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app/agency"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Accounts lists the accounts with the roles given to them.
func (p Pages) Accounts(c *handle.Ctx) error {
	rows, more, err := p.App.Accounts(c.Context(), c.Actor, whole(c, "trang"))
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: accountsTitle}, accountList(rows, pagerOf(c, "/nguoi-dung", len(rows), more)))
}

// NewAccount shows an empty form.
func (p Pages) NewAccount(c *handle.Ctx) error {
	return p.accountForm(c, func(people []thidua.Staff) error {
		return c.Page(http.StatusOK, under(accountsTitle, "/nguoi-dung", addAccount), newAccount(fresh(), c.Actor.Kind, people, c.Keys(0)))
	})
}

func (p Pages) accountForm(c *handle.Ctx, show func([]thidua.Staff) error) error {
	people, err := p.App.Everybody(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return show(people)
}

// AddAccount adds an account and shows its first password, this once.
func (p Pages) AddAccount(c *handle.Ctx) error {
	n := agency.NewAccount{UserName: c.Form.Text("user"), Person: c.Form.Get("person")}
	for _, r := range c.Form.All("role") {
		n.Roles = append(n.Roles, thidua.Role(r))
	}
	err := error(nil)
	if len(n.Roles) > 0 {
		err = p.again(c)
	}
	var id, password string
	if err == nil {
		id, password, err = p.App.AddAccount(c.Context(), c.Actor, n)
	}
	if err == nil {
		c.W.Header().Set("Content-Location", "/nguoi-dung/"+id+"?"+shownBefore+"=1")
		return p.showPassword(c, id, n.UserName, password)
	}
	return p.accountForm(c, func(people []thidua.Staff) error {
		return c.ShowAgain(err, under(accountsTitle, "/nguoi-dung", addAccount), func(f ui.Form) templ.Component { return newAccount(f, c.Actor.Kind, people, c.Keys(0)) })
	})
}

func (p Pages) showPassword(c *handle.Ctx, id, userName, secret string) error {
	c.W.Header().Set("Cache-Control", "no-store")
	return c.Page(http.StatusOK, under(accountsTitle, "/nguoi-dung", firstPasswordTitle), firstPassword(id, userName, secret))
}

// Account shows one account with its roles.
func (p Pages) Account(c *handle.Ctx) error {
	card, err := p.App.Account(c.Context(), c.Actor, c.Path("account"))
	if err != nil {
		return err
	}
	done := saved(c)
	if c.Form.Has(shownBefore) {
		done = shownBeforeText
	}
	if c.Form.Has("da-hien-phieu") {
		done = slipShownText
	}
	standing, err := p.Standing(c, card.ID, fresh())
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, under(accountsTitle, "/nguoi-dung", card.UserName), accountPage(card, p.App.Today(), done, fresh(), c.Keys(card.Version), standing))
}

// shownBefore stands in the address to which a second press of "Lưu" leads: the password is gone with the first answer.
const shownBefore = "da-hien-mat-khau"

// ActOnAccount closes, opens, gives a new password, gives a role or takes it back.
func (p Pages) ActOnAccount(c *handle.Ctx) error {
	id := c.Path("account")
	err := error(nil)
	switch thidua.Action(c.Path("action")) {
	case thidua.AccountClosed:
		err = p.App.CloseAccount(c.Context(), c.Actor, id, true)
	case thidua.AccountOpened:
		err = p.App.CloseAccount(c.Context(), c.Actor, id, false)
	case thidua.RoleGranted, thidua.RoleEnded:
		err = p.changeRole(c, id)
	case thidua.FactorReset:
		err = p.Second.Reset(c.Context(), c.Actor, id, c.Form.Text("reason"))
	case thidua.PasswordReset:
		userName, password, err := p.App.ResetPassword(c.Context(), c.Actor, id)
		if err != nil {
			return err
		}
		return p.showPassword(c, id, userName, password)
	default:
		return thidua.Refuse(thidua.NotFound, codeNoSuchAct)
	}
	if err == nil {
		return c.Redirect("/nguoi-dung/" + id + "?xong=1")
	}
	card, missing := p.App.Account(c.Context(), c.Actor, id)
	if missing != nil {
		return missing
	}
	standing, missing := p.Standing(c, id, fresh())
	if missing != nil {
		return missing
	}
	return c.ShowAgain(err, under(accountsTitle, "/nguoi-dung", card.UserName), func(f ui.Form) templ.Component {
		return accountPage(card, p.App.Today(), "", f, c.Keys(card.Version), standing)
	})
}

// changeRole gives a role, or takes one back.
func (p Pages) changeRole(c *handle.Ctx, id string) error {
	if err := p.again(c); err != nil {
		return err
	}
	if thidua.Action(c.Path("action")) == thidua.RoleEnded {
		return p.App.EndGrant(c.Context(), c.Actor, id, c.Form.Get("grant"))
	}
	return p.App.GrantRole(c.Context(), c.Actor, thidua.Grant{Account: id, Role: thidua.Role(c.Form.Get("role")), From: c.Form.Day("from"), To: c.Form.Day("to")})
}

// again asks the administrator for his password before he changes what somebody may do.
func (p Pages) again(c *handle.Ctx) error {
	return p.App.Prove(c.Context(), c.Actor, "password", c.Form.Get("password"))
}

const codeNoSuchAct thidua.Code = "page-unknown"

func roleChoices(kind thidua.AgencyKind) []ui.Choice {
	var out []ui.Choice
	for _, r := range kind.Granted() {
		out = append(out, ui.Choice{Value: string(r), Text: vi.Role(r)})
	}
	return out
}

func roleWords(roles []thidua.Role) string {
	words := make([]string, len(roles))
	for i, r := range roles {
		words[i] = vi.Role(r)
	}
	return vi.List(words)
}
