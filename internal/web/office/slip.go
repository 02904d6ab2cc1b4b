package office

import (
	"net/http"
	"os"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/export"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// slipPage is what the page of a cover slip is drawn from.
type slipPage struct {
	app.SlipView
	form ui.Form
	keys ui.Keys
	desk bool // the actor is of Văn phòng
	self bool // the actor is a leader, who says it here
	name string
	done string
}

// MakeSlip makes the Phiếu trình for the list of a year.
func (l List) MakeSlip(c *handle.Ctx) error {
	round := c.Path("round")
	s, err := l.App.MakeCoverSlip(c.Context(), c.Actor, round, thidua.SlipRegistrations, round, c.Form.Get("proposal"))
	if err == nil {
		return c.Redirect("/phieu-trinh/" + s.ID)
	}
	form, status, ok := refusedList(c, err)
	if !ok {
		return err
	}
	return l.show(c, status, round, listPage{form: form})
}

// CurrentSlip leads to the latest cover slip of the year that takes registrations, or to the list while there is none.
func (l List) CurrentSlip(c *handle.Ctx) error {
	round, err := l.App.RegistrationRound(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	b, err := l.App.RegistrationBook(c.Context(), c.Actor, round.ID)
	if err != nil {
		return err
	}
	if b.Slip.ID == "" {
		return c.Redirect("/nam/" + round.ID + "/tong-hop")
	}
	return c.Redirect("/phieu-trinh/" + b.Slip.ID)
}

// Slip shows a cover slip with what comes next: the opinion, the sending, the answer.
func (l List) Slip(c *handle.Ctx) error {
	return l.slip(c, http.StatusOK, ui.NewForm(nil, nil))
}

func (l List) slip(c *handle.Ctx, status int, form ui.Form) error {
	v, err := l.App.CoverSlip(c.Context(), c.Actor, c.Path("slip"))
	if err != nil {
		return err
	}
	if v.Shown.About != thidua.SlipRegistrations {
		return c.Redirect(matter(v.Shown))
	}
	p := slipPage{SlipView: v, form: form, keys: c.Keys(v.Shown.Version), desk: c.Actor.Has(thidua.RoleOffice), self: c.Actor.Has(thidua.RoleLeader),
		name: c.Actor.Name, done: c.Form.Get("xong")}
	crumbs := []ui.Link{{Text: listCrumb, URL: "/nam/" + v.Round.ID + "/tong-hop"}, {Text: slipCrumb}}
	return c.Page(status, ui.Page{Title: slipTitle, Wide: true, Faults: form.Faults(), Late: form.Notice(""), Crumbs: crumbs, Season: vi.Season(v.Movement, v.Round.Year)}, slipBody(p))
}

// matter is the page of what a cover slip takes to the leader, when that is not the list.
func matter(s thidua.CoverSlip) string {
	switch s.About {
	case thidua.SlipPaper:
		return "/van-ban/" + s.Object
	case thidua.SlipRanking:
		return "/xep-hang/" + s.Round
	}
	return "/nam/" + s.Round + "/ket-qua-so-noi-vu"
}

// SlipFile gives the cover slip as DOCX or PDF, the slip and its list as tap-trinh-ky.pdf, or the scan with the leader's signature.
func (l List) SlipFile(c *handle.Ctx) error {
	if c.Path("file") == "ban-quet" {
		return c.Stored(func() (thidua.FileRef, *os.File, error) {
			return l.App.OpenSlipScan(c.Context(), c.Actor, c.Path("slip"))
		})
	}
	if c.Path("file") == "tap-trinh-ky.pdf" {
		b, err := export.Registrations(c.Context(), l.App, c.Actor, c.Path("slip"))
		if err != nil {
			return err
		}
		return c.Download(app.FileTitle(b.Title)+".pdf", handle.TypePDF, true, b.PDF)
	}
	d, err := l.App.CoverSlipPaper(c.Context(), c.Actor, c.Path("slip"))
	if err != nil {
		return err
	}
	return c.Paper(c.Path("file"), d)
}

// Opinion records the leader's opinion: his own here, or "ghi thay" with the scan.
func (l List) Opinion(c *handle.Ctx) error {
	in := app.Instruction{Version: c.Form.Version(), Do: thidua.Action(c.Form.Get("opinion")), Leader: c.Form.Get("leader"),
		Form: thidua.OpinionForm(c.Form.Get("form")), Words: c.Form.Get("words")}
	var err error
	if in.On, err = typedDay(c, "on"); err == nil {
		in.Scan, err = c.KeepAny(l.App.KeepFile, "scan")
	}
	if err == nil {
		_, err = l.App.RecordOpinion(c.Context(), c.Actor, c.Path("slip"), in)
	}
	return l.after(c, err, "y-kien")
}

// SentUp records number and day of the letter with which the list went to Sở Nội vụ.
func (l List) SentUp(c *handle.Ctx) error {
	v, err := l.App.CoverSlip(c.Context(), c.Actor, c.Path("slip"))
	if err != nil {
		return err
	}
	s := thidua.Submission{Round: v.Round.ID, What: thidua.SentRegistrations, Number: c.Form.Get("number")}
	if s.Dated, err = typedDay(c, "dated"); err == nil {
		s.SentOn, err = typedDay(c, "sent")
	}
	if err == nil {
		_, err = l.App.RecordSentUp(c.Context(), c.Actor, s)
	}
	return l.after(c, err, "gui")
}

// Reply records what Sở Nội vụ answered.
func (l List) Reply(c *handle.Ctx) error {
	r := thidua.Reply{Kind: thidua.Action(c.Form.Get("kind")), Number: c.Form.Get("number"), Text: c.Form.Get("reason")}
	var err error
	if r.Dated, err = typedDay(c, "dated"); err == nil {
		r.ReceivedOn, err = typedDay(c, "received")
	}
	if err == nil {
		r.Scan, err = c.KeepAny(l.App.KeepFile, "scan")
	}
	if err == nil {
		_, err = l.App.RecordReply(c.Context(), c.Actor, c.Form.Get("submission"), c.Form.Version(), r)
	}
	return l.after(c, err, "ket-qua")
}

// after leads back to the slip, or shows it again with everything typed.
func (l List) after(c *handle.Ctx, err error, done string) error {
	if err == nil {
		return c.Redirect("/phieu-trinh/" + c.Path("slip") + "?xong=" + done)
	}
	form, status, ok := refusedList(c, err)
	if !ok {
		return err
	}
	return l.slip(c, status, form)
}

// typedDay reads a day as it was typed; an empty one is left to the rules, which say whether it is needed.
func typedDay(c *handle.Ctx, field string) (thidua.Date, error) {
	text := c.Form.Get(field)
	if text == "" {
		return "", nil
	}
	d, ok := vi.ParseDate(text)
	if !ok {
		return "", thidua.Faults{{Field: field, Code: thidua.CodeDateWrong}}.Err()
	}
	return d, nil
}
