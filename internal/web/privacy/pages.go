// Package privacy holds the pages about personal data: what is held about oneself, requests and answers, the register, and what the one who answers does.
package privacy

import (
	"io"
	"net/http"
	"net/url"

	"thidua"
	"thidua/internal/app"
	uses "thidua/internal/app/privacy"
	"thidua/internal/vi/held"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages are the pages about personal data.
type Pages struct {
	App  *app.App
	Desk *uses.Desk
}

var (
	// Readers read the register and the requests.
	Readers = handle.For(thidua.MayReadData)
	// Keepers answer requests and take the data of others out.
	Keepers = handle.For(thidua.MayAnswerData)
	// Maskers mask the data of who has left.
	Maskers = handle.For(thidua.MayMaskData)
)

const (
	mineURL     = "/tai-khoan/du-lieu"
	registerURL = "/du-lieu-ca-nhan"
)

func personURL(id string) string { return registerURL + "/nguoi/" + url.PathEscape(id) }

type view struct {
	uses.Held
	form ui.Form
	keys ui.Keys
	done string
	mask bool // this reader may mask
}

// Mine shows what is held about whoever asks, and his requests.
func (p Pages) Mine(c *handle.Ctx) error { return p.mine(c, http.StatusOK, ui.NewForm(nil, nil)) }

func (p Pages) mine(c *handle.Ctx, status int, form ui.Form) error {
	page := ui.Page{Title: mineTitle, Faults: form.Faults(), Crumbs: []ui.Link{{Text: accountTitle, URL: "/tai-khoan"}, {Text: mineTitle}}}
	if c.Actor.Person == "" {
		return c.Page(status, page, nobody())
	}
	h, err := p.Desk.About(c.Context(), c.Actor, c.Actor.Person)
	if err != nil {
		return err
	}
	return c.Page(status, page, minePage(view{Held: h, form: form, keys: c.Keys(0), done: c.Form.Get("xong")}))
}

// TakeMine gives all that is held about whoever asks, as a ZIP; that it was taken stands in the log, so it is asked for by a form.
func (p Pages) TakeMine(c *handle.Ctx) error { return p.take(c, c.Actor.Person, "") }

func (p Pages) take(c *handle.Ctx, person, ground string) error {
	return c.Download(held.ZipFile, "application/zip", false, func(w io.Writer) error {
		_, err := p.Desk.Take(c.Context(), c.Actor, person, ground, w)
		return err
	})
}

// Ask records a request about one's own data.
func (p Pages) Ask(c *handle.Ctx) error {
	err := p.Desk.Ask(c.Context(), c.Actor, thidua.RequestKind(c.Form.Get("kind")), c.Form.Get("words"))
	if err == nil {
		return c.Redirect(mineURL + "?xong=yeu-cau")
	}
	return c.AgainOn(err, p.mine)
}
