// Package account holds the pages around signing in: the sessions of an account, slips for a password, and the rule that an agency has chosen.
package account

import (
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app/account"
	"thidua/internal/app/factor"
	"thidua/internal/app/sso"
	"thidua/internal/auth"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Admins is who looks after the accounts of others.
var Admins = handle.For(thidua.MayKeepAccounts)

// Pages are the pages around signing in.
type Pages struct {
	Desk     *account.Desk
	Provider *sso.Desk // nil where no provider of identities is connected
	Base     string    // the address that people use, as it was configured; empty where none was, never that of a request

	Second *factor.Desk // tells of which roles the operator asks a second factor

	// Again shows the page of the account once more after a refusal.
	Again func(c *handle.Ctx, status int, form ui.Form) error
}

// Sessions is the part of the account page about open sessions.
func (p Pages) Sessions(c *handle.Ctx, form ui.Form) (templ.Component, error) {
	list, err := p.Desk.Sessions(c.Context(), c.Actor, c.Token)
	return sessions(list, c.Actor.Idle, form, c.Keys(0)), err
}

// Rule is the part of the pages with a new password that says what it must be like.
func (p Pages) Rule(c *handle.Ctx) (templ.Component, error) {
	r, err := p.Desk.Rule(c.Context(), c.Actor)
	return ui.PasswordRule(auth.ProfileNamed(r.Profile)), err
}

// EndSession ends one of one's own sessions.
func (p Pages) EndSession(c *handle.Ctx) error {
	if err := p.Desk.EndSession(c.Context(), c.Actor, c.Form.Get("password"), c.Path("session")); err != nil {
		return c.AgainOn(err, p.Again)
	}
	return c.Redirect("/tai-khoan?xong=phien")
}

// EndEverywhere ends all of one's own sessions, this one among them.
func (p Pages) EndEverywhere(c *handle.Ctx) error {
	if err := p.Desk.EndEverywhere(c.Context(), c.Actor, c.Form.Get("password")); err != nil {
		return c.AgainOn(err, p.Again)
	}
	c.Shell.SetSession(c, "")
	c.W.Header().Set("Clear-Site-Data", `"cache", "storage"`)
	return c.Redirect("/dang-nhap")
}

// Stay answers the page that asks whether somebody still works: that it asked is the use that keeps the session open.
func (p Pages) Stay(c *handle.Ctx) error {
	c.W.WriteHeader(http.StatusNoContent)
	return nil
}

// Standing is the part of an administrator's page of an account about its sessions, waits and slips.
func (p Pages) Standing(c *handle.Ctx, id string, form ui.Form) (templ.Component, error) {
	s, err := p.Desk.Standing(c.Context(), c.Actor, id)
	if err != nil {
		return nil, err
	}
	l, err := p.Provider.LinkOf(c.Context(), c.Actor, id)
	return templ.Join(linkForm(id, l, linkedForm(l), c.Keys(0)), standing(id, s, form, c.Keys(0))), err
}

// EndSessionsOf ends all sessions of an account.
func (p Pages) EndSessionsOf(c *handle.Ctx) error {
	return p.done(c, p.Desk.EndSessionsOf(c.Context(), c.Actor, c.Path("account")))
}

// LiftWait lets somebody try to sign in again at once.
func (p Pages) LiftWait(c *handle.Ctx) error {
	return p.done(c, p.Desk.LiftWait(c.Context(), c.Actor, c.Path("account")))
}

func (p Pages) done(c *handle.Ctx, err error) error {
	if err != nil {
		return err
	}
	return c.Redirect("/nguoi-dung/" + c.Path("account") + "?xong=1")
}

// Slip shows the slip by which somebody chooses his password, this once.
func (p Pages) Slip(c *handle.Ctx) error {
	id := c.Path("account")
	s, err := p.Desk.Invite(c.Context(), c.Actor, id)
	if err != nil {
		return err
	}
	c.W.Header().Set("Content-Location", "/nguoi-dung/"+id+"?da-hien-phieu=1")
	return c.Page(http.StatusOK, under(id, s.UserName, slipTitle), slip(id, s, p.Base))
}

// SendLink sends a one-time link to an address.
func (p Pages) SendLink(c *handle.Ctx) error {
	err := p.Desk.InviteByMail(c.Context(), c.Actor, c.Path("account"), c.Form.Text("address"))
	if form, status := c.Again(err); status != 0 {
		part, failed := p.Standing(c, c.Path("account"), form)
		if failed != nil {
			return failed
		}
		page := under(c.Path("account"), accountWord, sendTitle)
		page.Faults = form.Faults()
		return c.Page(status, page, part)
	}
	return p.done(c, err)
}

// SignInRule shows what the agency has chosen for signing in.
func (p Pages) SignInRule(c *handle.Ctx) error {
	r, err := p.Desk.Rule(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	typed := url.Values{"profile": {auth.ProfileNamed(r.Profile).Name}, "idle": {minutes(r.Idle)}, "admin": {minutes(r.Admin)}}
	for _, role := range r.Second {
		typed.Add("second", string(role))
	}
	return c.Page(http.StatusOK, ui.Page{Title: ruleTitle}, p.rule(c, ui.NewForm(typed, nil), c.Form.Has("xong"), r.Version))
}

func (p Pages) rule(c *handle.Ctx, form ui.Form, saved bool, version int64) templ.Component {
	v := ruleView{form: form, saved: saved, keys: c.Keys(version)}
	if p.Second != nil && p.Second.Ready() {
		v.floor, v.roles = p.Second.Floor(c.Actor.Kind), c.Actor.Kind.Roles()
	}
	return rule(v)
}

// SaveSignInRule chooses the rule of the agency.
func (p Pages) SaveSignInRule(c *handle.Ctx) error {
	r := auth.Rule{Profile: c.Form.Get("profile"), Idle: typedMinutes(c, "idle"), Admin: typedMinutes(c, "admin"), Version: c.Form.Version()}
	for _, role := range c.Form.All("second") {
		r.Second = append(r.Second, thidua.Role(role))
	}
	if err := p.Desk.SaveRule(c.Context(), c.Actor, r); err != nil {
		return c.ShowAgain(err, ui.Page{Title: ruleTitle}, func(f ui.Form) templ.Component { return p.rule(c, f, false, c.Form.Version()) })
	}
	return c.Redirect("/quy-dinh-dang-nhap?xong=1")
}

func minutes(d time.Duration) string {
	if d == 0 {
		return ""
	}
	return strconv.Itoa(int(d.Minutes()))
}

// typedMinutes reads a number of minutes; what is none is below every bound.
func typedMinutes(c *handle.Ctx, name string) time.Duration {
	typed := c.Form.Text(name)
	if typed == "" {
		return 0
	}
	n, err := strconv.Atoi(typed)
	if err != nil || n < 1 || n > 10000 {
		return 1
	}
	return time.Duration(n) * time.Minute
}
