package council

import (
	"net/http"
	"os"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/doc"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// outcome is the page of the result and the minutes.
type outcome struct {
	app.Room
	paper  app.PaperView // the zero value before the minutes are made
	minute doc.Document
	actor  thidua.Actor
	form   ui.Form
	keys   ui.Keys
	known  func(string) bool
	done   string
}

// Result shows the result of the vote with the minutes.
func (p Pages) Result(c *handle.Ctx) error {
	o, err := p.readResult(c, c.Path("session"))
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, o.page(), result(o))
}

func (p Pages) readResult(c *handle.Ctx, session string) (o outcome, err error) {
	if o.Room, err = p.App.Room(c.Context(), c.Actor, session); err != nil {
		return o, err
	}
	if o.minute, err = p.App.Minutes(c.Context(), c.Actor, session); err != nil {
		return o, err
	}
	if o.Minutes.ID != "" {
		if o.paper, err = p.App.Paper(c.Context(), c.Actor, o.Minutes.ID); err != nil {
			return o, err
		}
	}
	o.actor, o.keys, o.known, o.done = c.Actor, c.Keys(o.Session.Version), p.Known, saved(c)
	o.form = o.kept()
	return o, nil
}

// kept is the form of the words as they are saved, with the hours of the session.
func (o outcome) kept(more ...string) ui.Form {
	s := o.Session
	return fresh(append([]string{"discussion", s.Discussion, "index", s.IndexWords, "conclusion", s.Conclusion, "day", vi.Date(thidua.DateOf(s.StartedAt)),
		"start", vi.Time(s.StartedAt), "end", vi.Time(s.EndedAt)}, more...)...)
}

func (o outcome) page() ui.Page {
	p := under(o.Room, resultCrumb)
	p.Title, p.Wide = resultTitle, true
	return p
}

// thenResult goes to the result, or shows it again with what was refused.
func (p Pages) thenResult(c *handle.Ctx, err error, anchor string) error {
	return p.backToResult(c, c.Path("session"), err, anchor)
}

func (p Pages) backToResult(c *handle.Ctx, session string, err error, anchor string) error {
	if err == nil {
		return c.Redirect(sessionURL(session) + "/ket-qua?xong=1" + anchor)
	}
	o, missing := p.readResult(c, session)
	if missing != nil {
		return missing
	}
	return c.ShowAgain(err, o.page(), func(f ui.Form) templ.Component {
		if c.Form.Has("discussion") {
			o.form = f.Beside(o.form.Raw())
		} else {
			o.form = o.kept("number", f.Get("number"), "issued", f.Get("issued"), "reason", f.Get("reason")).With(f.Faults())
		}
		o.done = ""
		return result(o)
	})
}

// saveWords keeps the words that the form sent; from the page of the session only the sentence on the index.
func (p Pages) saveWords(c *handle.Ctx) error {
	r, err := p.App.Room(c.Context(), c.Actor, c.Path("session"))
	if err != nil {
		return err
	}
	w := app.Words{Discussion: r.Session.Discussion, IndexWords: r.Session.IndexWords, Conclusion: r.Session.Conclusion}
	for name, at := range map[string]*string{"discussion": &w.Discussion, "index": &w.IndexWords, "conclusion": &w.Conclusion} {
		if c.Form.Has(name) {
			*at = c.Form.Get(name)
		}
	}
	if c.Form.Has("start") {
		w.Held = &app.Hours{From: instant(c, "start"), To: instant(c, "end")}
	}
	err = p.App.SaveWords(c.Context(), c.Actor, r.Session.ID, c.Form.Version(), w)
	if !c.Form.Has("discussion") {
		return p.then(c, err, "#tieu-chuan")
	}
	return p.thenResult(c, err, "#sua")
}

// Minutes sends the minutes as a file to be signed.
func (p Pages) Minutes(c *handle.Ctx) error {
	r, err := p.App.Room(c.Context(), c.Actor, c.Path("session"))
	if err != nil {
		return err
	}
	d, err := p.App.Minutes(c.Context(), c.Actor, r.Session.ID)
	if err != nil {
		return err
	}
	return c.Paper(minutesFile(r.Session)+"."+c.Path("format"), d)
}

// ActOnMinutes takes the minutes on their path.
func (p Pages) ActOnMinutes(c *handle.Ctx) error {
	v, err := p.App.Paper(c.Context(), c.Actor, c.Path("paper"))
	if err != nil {
		return err
	}
	do := thidua.Action(c.Path("action"))
	if v.Kind != thidua.PaperMinutes || !(do == thidua.SubmitForSign || do == thidua.ReturnPaper || do == thidua.RecordIssued) {
		return unknown()
	}
	m := app.PaperMove{Version: c.Form.Version(), Number: c.Form.Text("number"), On: c.Form.Day("issued"), Reason: c.Form.Text("reason")}
	if do == thidua.RecordIssued {
		m.Signed, err = c.KeepAny(p.App.KeepFile, "signed")
	}
	if err == nil {
		_, err = p.App.MovePaper(c.Context(), c.Actor, v.Paper.ID, do, m)
	}
	return p.backToResult(c, v.Paper.Session, err, "#bien-ban")
}

// Signed sends the signed copy of the minutes.
func (p Pages) Signed(c *handle.Ctx) error {
	return c.Stored(func() (thidua.FileRef, *os.File, error) {
		f, ref, err := p.App.SignedCopy(c.Context(), c.Actor, c.Path("paper"))
		return ref, f, err
	})
}
