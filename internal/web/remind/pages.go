// Package remind holds the pages of reminders: notices, the calendar of a person and its address, messages and pictures for units.
package remind

import (
	"cmp"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/factor"
	"thidua/internal/app/remind"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

const (
	noticesURL = "/thong-bao"
	waysURL    = "/cach-nhan-nhac"
)

// Pages are the pages of reminders.
type Pages struct {
	App  *app.App
	Desk *remind.Desk
	// Where gives the page on which a task is done.
	Where func(t thidua.Task) string
	// Second asks for password and code before the address of letters changes.
	Second *factor.Desk
	// Base is the address of the program as people type it; empty when the operator did not name it.
	Base string
}

// Notices shows what the actor is told.
func (p Pages) Notices(c *handle.Ctx) error {
	l, err := p.Desk.Notices(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: noticesTitle}, notices(noticeView{List: l, where: p.Where, keys: c.Keys(0), now: c.Shell.Now()}))
}

type noticeView struct {
	remind.List
	where func(thidua.Task) string
	keys  ui.Keys
	now   time.Time
}

// MarkRead marks one notice as read, or all of them.
func (p Pages) MarkRead(c *handle.Ctx) error {
	if err := p.Desk.MarkRead(c.Context(), c.Actor, c.Form.Text("thong-bao")); err != nil {
		return err
	}
	return c.Redirect(noticesURL)
}

type waysView struct {
	remind.Ways
	coded   bool // the actor has a second factor
	form    ui.Form
	keys    ui.Keys
	saved   bool
	address string // of the calendar, shown the one time that it is made
}

// Ways shows how the actor is reminded.
func (p Pages) Ways(c *handle.Ctx) error {
	return p.ways(c, "", func(v waysView) error {
		v.form, v.saved = formOf(v.Contact), c.Form.Has("xong")
		return c.Page(http.StatusOK, waysPage(), ways(v))
	})
}

func waysPage() ui.Page {
	return ui.Page{Title: waysTitle, Crumbs: []ui.Link{{Text: noticesTitle, URL: noticesURL}, {Text: waysTitle}}}
}

func formOf(c thidua.Contact) ui.Form {
	return ui.NewForm(map[string][]string{"address": {c.Address}, "choice": {string(c.Choice)}}, nil)
}

func (p Pages) ways(c *handle.Ctx, address string, show func(waysView) error) error {
	w, err := p.Desk.Ways(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	second, err := p.Second.Mine(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return show(waysView{Ways: w, coded: !second.On.IsZero(), keys: c.Keys(w.Contact.Version), address: address})
}

// SaveContact keeps where and how the actor wants mail.
func (p Pages) SaveContact(c *handle.Ctx) error {
	err := p.Desk.SaveContact(c.Context(), c.Actor, thidua.Contact{Address: c.Form.Get("address"), Choice: thidua.MailChoice(c.Form.Get("choice")),
		Version: c.Form.Version()}, func() error {
		return p.Second.Again(c.Context(), c.Actor, factor.Proof{Password: c.Form.Get("password"), Code: c.Form.Get("code")})
	})
	if err == nil {
		return c.Redirect(waysURL + "?xong=1")
	}
	return p.ways(c, "", func(v waysView) error {
		return c.ShowAgain(err, waysPage(), func(f ui.Form) templ.Component {
			v.form = f.Beside(formOf(v.Contact).Raw())
			return ways(v)
		})
	})
}

// Feed gives the actor's calendar a new address, which is shown this one time, or makes it void.
func (p Pages) Feed(c *handle.Ctx) error {
	if c.Form.Get("lam") == "huy" {
		if err := p.Desk.RevokeFeed(c.Context(), c.Actor); err != nil {
			return err
		}
		return c.Redirect(waysURL + "?xong=1")
	}
	token, err := p.Desk.MakeFeed(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return p.ways(c, p.base(c)+"/lich/"+token+".ics", func(v waysView) error {
		v.form = formOf(v.Contact)
		return c.Page(http.StatusOK, waysPage(), ways(v))
	})
}

// base is the address of the program as this person reached it.
func (p Pages) base(c *handle.Ctx) string {
	scheme := "http"
	if c.R.TLS != nil || strings.HasPrefix(p.Base, "https:") {
		scheme = "https"
	}
	return strings.TrimSuffix(cmp.Or(p.Base, scheme+"://"+c.R.Host), "/")
}

// Calendar shows the days of the actor's parts, month by month.
func (p Pages) Calendar(c *handle.Ctx) error {
	d, err := p.Desk.Days(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: calendarTitle}, months(d))
}

// ICal answers a calendar program that knows the secret address; nobody is signed in there.
func (p Pages) ICal(c *handle.Ctx) error {
	d, err := p.Desk.Feed(c.Context(), c.Path("file"))
	if err != nil {
		return err
	}
	return c.Download("lich-thi-dua.ics", "text/calendar; charset=utf-8", true, func(w io.Writer) error {
		_, err := w.Write(d.ICal(c.Shell.Now()))
		return err
	})
}
