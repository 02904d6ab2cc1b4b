package dossier

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/earlier"
	"thidua/internal/app/export"
	"thidua/internal/app/outside"
	"thidua/internal/doc"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// step is the next step of a paper, as its forms are drawn; back is the page to return to, "ho-so" or empty.
type step struct {
	app.PaperView
	form  ui.Form
	fresh func(int64) ui.Keys
	actor thidua.Actor
	today thidua.Date
	back  string
	old   bool // the data say something else by now
	renew bool // the actor may make it anew

	report *app.ReportState    // of a report; nil for any other paper
	signed *outside.SignedView // on the page of the paper; nil while nothing is signed
	before []earlier.Version   // signed copies that others took the place of
}

func (s step) url(do thidua.Action) string { return "/van-ban/" + s.Paper.ID + "/" + string(do) }

func (s step) offer(do thidua.Action) (thidua.Offer, bool) {
	for _, o := range s.Offers {
		if o.Do == do {
			return o, true
		}
	}
	return thidua.Offer{}, false
}

func (s step) may(do thidua.Action) bool {
	_, ok := s.offer(do)
	return ok
}

// saveKind makes saving the words the next step of the page while the paper cannot go to be signed.
func (s step) saveKind() string {
	if o, ok := s.offer(thidua.SubmitForSign); ok && len(o.Missing) == 0 {
		return ""
	}
	return "pri"
}

// confirms tells whether the actor records Xác nhận của cấp trình now.
func (s step) confirms() bool {
	return s.Kind.Report() && s.State == thidua.PaperInSign && s.Confirmed == "" && !s.Closed &&
		s.actor.Has(thidua.RoleOffice, thidua.RoleClerk, thidua.RoleLeader)
}

// slip gives the latest Phiếu trình of the paper; its ID is empty when there is none.
func (s step) slip() thidua.CoverSlip {
	if n := len(s.Slips); n > 0 {
		return s.Slips[n-1]
	}
	return thidua.CoverSlip{}
}

func (p Pages) stepOf(c *handle.Ctx, v app.PaperView, form ui.Form, back string) step {
	return step{PaperView: v, form: form, fresh: c.Keys, actor: c.Actor, today: p.App.Today(), back: back}
}

// Paper shows a paper with its path, its words and what comes next.
func (p Pages) Paper(c *handle.Ctx) error { return p.paper(c, http.StatusOK, ui.NewForm(nil, nil)) }

func (p Pages) paper(c *handle.Ctx, status int, form ui.Form) error {
	v, err := p.App.Paper(c.Context(), c.Actor, c.Path("paper"))
	if err != nil {
		return err
	}
	saved := url.Values{}
	for part, text := range v.Parts {
		saved.Set(part, text)
	}
	form = form.Beside(saved)
	page := ui.Page{Title: v.Title, Wide: true, Faults: form.Faults(), Late: form.Notice(""), Crumbs: paperCrumbs(v, Readers.Allows(c.Actor))}
	s := p.stepOf(c, v, form, "")
	if v.Kind == thidua.PaperReport {
		state, err := p.App.ReportState(c.Context(), c.Actor, v.Paper.ID)
		if err != nil {
			return err
		}
		s.report = &state
	}
	s.signed = p.outside().Signed(c.Actor, v)
	if s.before, err = (earlier.Desk{App: p.App}).Paper(c.Context(), c.Actor, v); err != nil {
		return err
	}
	if s.old, s.renew, err = p.Desk.Check(c.Context(), c.Actor, v.Paper); err != nil {
		return err
	}
	return c.Page(status, page, paperBody(s, thidua.Action(c.Form.Get("xong"))))
}

// Words are the forms that an author edits; every other field of the form is none of them.
func words(c *handle.Ctx, v app.PaperView) map[string]string {
	out := map[string]string{}
	for part := range v.Parts {
		if c.Form.Has(part) {
			out[part] = c.Form.Get(part)
		}
	}
	return out
}

// ActPaper does one thing with a paper: words written, sent to be signed, returned, issued, recalled, confirmed, the leader's opinion recorded.
func (p Pages) ActPaper(c *handle.Ctx) error {
	id, act := c.Path("paper"), thidua.Action(c.Path("action"))
	v, err := p.App.Paper(c.Context(), c.Actor, id)
	if err != nil {
		return err
	}
	switch act {
	case thidua.ReceiveEdit:
		return p.receive(c, v)
	case thidua.RewritePaper:
		_, err = p.App.WritePaper(c.Context(), c.Actor, id, c.Form.Version(), words(c, v))
	case thidua.RenewPaper:
		err = p.renew(c, v)
	case thidua.RecordConfirm:
		err = p.App.RecordConfirmation(c.Context(), c.Actor, id, c.Form.Version(), c.Form.Day("confirmed"))
	case opinionAct:
		err = p.opinion(c, v)
	default:
		m := app.PaperMove{Version: c.Form.Version(), Number: c.Form.Text("number"), On: c.Form.Day("issued"), Reason: c.Form.Text("reason")}
		if m.Signed, err = c.KeepAny(p.App.KeepFile, "signed"); err == nil {
			_, err = p.App.MovePaper(c.Context(), c.Actor, id, act, m)
		}
	}
	if err == nil && c.Form.Get("ve") == "ho-so" {
		return c.Redirect("/nam/" + v.Paper.Round + "/ho-so" + done(act) + "&van-ban=" + id)
	}
	if err == nil {
		return c.Redirect("/van-ban/" + id + done(act))
	}
	return c.AgainOn(err, p.paper)
}

// renew writes a draft anew from the data, by the rule of its kind.
func (p Pages) renew(c *handle.Ctx, v app.PaperView) error {
	if v.Kind == thidua.PaperReport {
		return p.App.RenewReport(c.Context(), c.Actor, v.Paper.ID, c.Form.Version())
	}
	return p.Desk.Renew(c.Context(), c.Actor, v.Paper.ID, c.Form.Version())
}

// opinionAct is the address of the leader's opinion on the Phiếu trình of a paper.
const opinionAct thidua.Action = "y-kien"

func (p Pages) opinion(c *handle.Ctx, v app.PaperView) error {
	if len(v.Slips) == 0 {
		return thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, thidua.Agree, v.State)
	}
	in := instruction(c)
	var err error
	if in.Scan, err = c.KeepAny(p.App.KeepFile, "scan"); err != nil {
		return err
	}
	_, err = p.App.RecordOpinion(c.Context(), c.Actor, v.Slips[len(v.Slips)-1].ID, in)
	return err
}

// instruction reads the leader's opinion as it was typed.
func instruction(c *handle.Ctx) app.Instruction {
	return app.Instruction{Version: c.Form.Version(), Do: thidua.Action(c.Form.Get("opinion")), Leader: c.Form.Get("leader"),
		Form: thidua.OpinionForm(c.Form.Get("form")), On: c.Form.Day("on"), Words: c.Form.Text("words")}
}

// draftFile is the program's own PDF beside a signed copy.
const draftFile = "du-thao.pdf"

// PaperFile gives a paper as van-ban.docx or van-ban.pdf, which of a signed paper is the signed copy, the draft beside it as du-thao.pdf, its Phiếu trình as phieu-trinh.pdf, both with what they enclose as tap-trinh-ky.pdf, or the signed copy as ban-da-ky.
func (p Pages) PaperFile(c *handle.Ctx) error {
	id, file := c.Path("paper"), c.Path("file")
	if file == "ban-da-ky" {
		f, ref, err := p.App.SignedCopy(c.Context(), c.Actor, id)
		if err != nil {
			return err
		}
		return send(c, f, ref)
	}
	if file == "phieu-trinh.pdf" || file == "phieu-trinh.docx" {
		d, err := p.App.PaperSlip(c.Context(), c.Actor, id)
		if err != nil {
			return err
		}
		return c.Paper(file, d)
	}
	if file == signBundle {
		return p.signBundle(c, id)
	}
	v, err := p.App.Paper(c.Context(), c.Actor, id)
	if err != nil {
		return err
	}
	if file != draftFile {
		if ok, err := p.issued(c, v, filepath.Ext(file)); ok {
			return err
		}
	}
	d, err := app.DocumentOf(v.Paper)
	if err != nil {
		return err
	}
	name := app.FileTitle(v.Title)
	if !v.Signed.Missing() {
		name += doc.DraftMark
	}
	return c.Paper(name+filepath.Ext(file), d)
}

// EarlierFile gives a signed copy that another took the place of.
func (p Pages) EarlierFile(c *handle.Ctx) error {
	return c.Stored(func() (thidua.FileRef, *os.File, error) {
		return earlier.Desk{App: p.App}.OpenPaper(c.Context(), c.Actor, c.Path("paper"), c.Path("earlier"))
	})
}

func earlierURL(paper string) func(string) string {
	return func(id string) string { return "/van-ban/" + paper + "/tep-truoc/" + id }
}

func (p Pages) signBundle(c *handle.Ctx, paper string) error {
	b, err := export.Paper(c.Context(), p.App, c.Actor, paper)
	if err != nil {
		return err
	}
	return c.Download(app.FileTitle(b.Title)+filepath.Ext(signBundle), handle.TypePDF, true, b.PDF)
}

// Register shows what văn thư works from: papers that wait for number and day, and those that have them.
func (p Pages) Register(c *handle.Ctx) error {
	r, err := p.App.PaperRegister(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: registerTitle}, register(r))
}

// Reports shows the reports that the actor writes: of the own unit, its people and the own one.
func (p Pages) Reports(c *handle.Ctx) error {
	all, err := p.App.OwnReports(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: reportsTitle}, ownReports(all))
}
