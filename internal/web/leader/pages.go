// Package leader holds the one page that a leader without an account opens by a link, and the page on which Văn phòng makes and withdraws links.
package leader

import (
	"net/http"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/opinion"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages are the page of a link and that of the links.
type Pages struct {
	Desk *opinion.Desk
	// Base gives the address of the program as the browser of a request knows it, without a slash at its end.
	Base func(r *http.Request) string
}

// Office is who makes links.
var Office = handle.For(thidua.MayInvite)

const linksURL = "/lien-ket-lanh-dao"

func address(secret string) string { return "/lanh-dao/" + secret }

// sheet is what the page of a link is drawn from; the form belongs to the slip whose word was refused.
type sheet struct {
	opinion.Page
	secret string
	slip   string
	form   ui.Form
	fresh  func(int64) ui.Keys
	done   bool
}

// of gives the form of a slip: empty unless it was this one that was refused.
func (s sheet) of(slip string) ui.Form {
	if s.slip == slip {
		return s.form
	}
	return ui.NewForm(nil, nil)
}

// unseen keeps the page of a link out of every index and every store on its way.
func unseen(c *handle.Ctx) {
	h := c.W.Header()
	h.Set("X-Robots-Tag", "noindex, nofollow, noarchive")
	h.Set("Cache-Control", "private, no-store")
	h.Set("Referrer-Policy", "no-referrer")
}

// Page shows the page of a link, or on a device that has not opened it the button that does: a program that only looks at links of a message
// opens nothing.
func (p Pages) Page(c *handle.Ctx) error {
	return p.page(c, http.StatusOK, sheet{form: ui.NewForm(nil, nil)})
}

func (p Pages) page(c *handle.Ctx, status int, s sheet) error {
	unseen(c)
	var err error
	s.secret, s.fresh, s.done = c.Path("secret"), c.Keys, c.Form.Has("xong")
	if s.Page, err = p.Desk.Page(c.Context(), s.secret, c.Shell.Device(c)); err != nil {
		return err
	}
	if s.Link.ID == "" {
		return c.Visitor(status, ui.Page{Title: doorTitle}, nil, nil, door(s))
	}
	return c.Visitor(status, ui.Page{Title: pageTitle, Faults: s.form.Faults()}, nil, nil, linkPage(s))
}

// Open opens a link on a device.
func (p Pages) Open(c *handle.Ctx) error {
	unseen(c)
	secret := c.Path("secret")
	device, err := p.Desk.Open(c.Context(), secret, c.Shell.Device(c))
	if err != nil {
		return err
	}
	c.Shell.SetDevice(c, device, thidua.LinkDaysMost)
	return c.Redirect(address(secret))
}

// File gives the Phiếu trình with what it takes to the leader.
func (p Pages) File(c *handle.Ctx) error {
	unseen(c)
	b, err := p.Desk.File(c.Context(), c.Path("secret"), c.Shell.Device(c), c.Path("slip"))
	if err != nil {
		return err
	}
	return c.Download(app.FileTitle(b.Title)+".pdf", handle.TypePDF, true, b.PDF)
}

// Say keeps the word of the leader on a slip.
func (p Pages) Say(c *handle.Ctx) error {
	unseen(c)
	secret, slip := c.Path("secret"), c.Path("slip")
	err := p.Desk.Say(c.Context(), secret, c.Shell.Device(c), slip, c.Form.Version(), thidua.Action(c.Form.Get("opinion")), c.Form.Text("words"))
	if err == nil {
		return c.Redirect(address(secret) + "?xong=1")
	}
	form, status := c.Again(err)
	if status == 0 {
		return err
	}
	return p.page(c, status, sheet{form: form, slip: slip})
}

// desk is what the page of the links is drawn from.
type desk struct {
	opinion.Links
	form ui.Form
	keys ui.Keys
	done string
}

func links() ui.Page { return ui.Page{Title: linksTitle} }

// Links shows the links that were made, and makes new ones.
func (p Pages) Links(c *handle.Ctx) error {
	l, err := p.Desk.Links(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, links(), linksPage(desk{Links: l, form: ui.NewForm(nil, nil), keys: c.Keys(0), done: c.Form.Get("xong")}))
}

// Make makes a link and shows it with its message, this once.
func (p Pages) Make(c *handle.Ctx) error {
	l, secret, err := p.Desk.Make(c.Context(), c.Actor, c.Form.Get("leader"), c.Form.Day("until"))
	if err == nil {
		c.W.Header().Set("Content-Location", linksURL+"?xong=da-hien")
		crumbs := []ui.Link{{Text: linksTitle, URL: linksURL}, {Text: madeTitle}}
		return c.Page(http.StatusOK, ui.Page{Title: madeTitle, Crumbs: crumbs}, madePage(l, vi.LinkMessage(l, p.Base(c.R)+address(secret))))
	}
	all, missing := p.Desk.Links(c.Context(), c.Actor)
	if missing != nil {
		return missing
	}
	return c.ShowAgain(err, links(), func(f ui.Form) templ.Component { return linksPage(desk{Links: all, form: f, keys: c.Keys(0)}) })
}

// End withdraws a link.
func (p Pages) End(c *handle.Ctx) error {
	if err := p.Desk.End(c.Context(), c.Actor, c.Path("link")); err != nil {
		return err
	}
	return c.Redirect(linksURL + "?xong=thu-hoi")
}

// SetWords turns on or off that a word may be given through a link.
func (p Pages) SetWords(c *handle.Ctx) error {
	if err := p.Desk.SetWords(c.Context(), c.Actor, c.Form.Get("words") == "1"); err != nil {
		return err
	}
	return c.Redirect(linksURL + "?xong=lua-chon")
}
