package dossier

import (
	"net/http"
	"net/url"
	"strconv"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// resultPage is what the page of the answers is drawn from.
type resultPage struct {
	app.DossierView
	form  ui.Form
	keys  func(int64) ui.Keys
	actor thidua.Actor
	today thidua.Date
	done  thidua.Action
}

// open gives the sending that waits for an answer; false when none does.
func (p resultPage) open() (thidua.Submission, bool) {
	if n := len(p.Sendings); n > 0 {
		s := p.Sendings[n-1]
		return s, s.State != thidua.SubmissionResult && s.State != thidua.SubmissionReturned && p.Office
	}
	return thidua.Submission{}, false
}

// Result shows the answers of Sở Nội vụ on the dossier of a round.
func (p Pages) Result(c *handle.Ctx) error {
	return p.result(c, http.StatusOK, c.Path("round"), ui.NewForm(nil, nil))
}

func (p Pages) result(c *handle.Ctx, status int, round string, form ui.Form) error {
	v, err := p.App.DossierOf(c.Context(), c.Actor, round)
	if err != nil {
		return err
	}
	page := resultPage{DossierView: v, form: form, keys: c.Keys, actor: c.Actor, today: p.App.Today(), done: thidua.Action(c.Form.Get("xong"))}
	return c.Page(status, ui.Page{Title: resultTitle, Faults: form.Faults(), Late: form.Notice(""), Crumbs: resultCrumbs(v)}, resultBody(page))
}

func (p Pages) afterResult(c *handle.Ctx, round string, act thidua.Action, err error) error {
	if err == nil {
		return c.Redirect("/nam/" + round + "/ket-qua-so-noi-vu" + done(act))
	}
	form, status := c.Again(err)
	if status == 0 {
		return err
	}
	return p.result(c, status, round, form)
}

// Answer records what Sở Nội vụ answered; a decision comes with the result of every nominee.
func (p Pages) Answer(c *handle.Ctx) error {
	id, kind := c.Path("submission"), thidua.Action(c.Form.Get("kind"))
	round, err := p.App.RoundOfSubmission(c.Context(), c.Actor, id)
	if err != nil {
		return err
	}
	scan, err := c.KeepAny(p.App.KeepFile, "scan")
	switch {
	case err != nil:
	case kind == thidua.AnswerDecided:
		in := thidua.Decision{AwardDecision: thidua.AwardDecision{Number: c.Form.Text("number"), Dated: c.Form.Day("dated"), ReceivedOn: c.Form.Day("received"),
			Issuer: c.Form.Text("issuer"), Scan: scan}, Lines: lines(c)}
		_, err = p.App.RecordDecision(c.Context(), c.Actor, id, c.Form.Version(), in)
	default:
		r := thidua.Reply{Kind: kind, Number: c.Form.Text("number"), Dated: c.Form.Day("dated"), ReceivedOn: c.Form.Day("received"), Text: c.Form.Text("reason"), Scan: scan}
		_, err = p.App.RecordReply(c.Context(), c.Actor, id, c.Form.Version(), r)
	}
	return p.afterResult(c, round, "ket-qua", err)
}

// lines reads the results of the nominees as they were typed: result-ID, gold-ID, note-ID.
func lines(c *handle.Ctx) []thidua.DecisionLine {
	var out []thidua.DecisionLine
	for _, id := range c.Form.All("nominee") {
		out = append(out, thidua.DecisionLine{Nominee: id, Answer: thidua.Answer(c.Form.Get("result-" + id)), GoldNumber: c.Form.Text("gold-" + id),
			Note: c.Form.Text("note-" + id)})
	}
	return out
}

// Honour publishes the awards of a round on the roll of honour, or takes them off.
func (p Pages) Honour(c *handle.Ctx) error {
	round, act := c.Path("round"), thidua.Action(c.Path("action"))
	var err error
	switch act {
	case thidua.PublishHonour:
		in := instruction(c)
		if in.Scan, err = c.KeepAny(p.App.KeepFile, "scan"); err == nil {
			err = p.App.PublishHonour(c.Context(), c.Actor, round, c.Form.Version(), in)
		}
	case thidua.HideHonour:
		err = p.App.HideHonour(c.Context(), c.Actor, round, c.Form.Version(), c.Form.Text("reason"))
	default:
		err = thidua.Refuse(thidua.NotFound, app.CodeNoRight)
	}
	return p.afterResult(c, round, act, err)
}

// Scan gives the scan of an answer.
func (p Pages) Scan(c *handle.Ctx) error {
	f, ref, err := p.App.AnswerScan(c.Context(), c.Actor, c.Path("submission"), c.Path("reply"))
	if err != nil {
		return err
	}
	return send(c, f, ref)
}

// History shows the awards of units and people over the years.
func (p Pages) History(c *handle.Ctx) error {
	page, err := strconv.Atoi(c.Form.Get("trang"))
	if err != nil {
		page = 1
	}
	h, err := p.App.Awards(c.Context(), c.Actor, c.Form.Get("q"), page)
	if err != nil {
		return err
	}
	at := func(n int) string {
		return "/thanh-tich?" + url.Values{"q": {h.Query}, "trang": {strconv.Itoa(n)}}.Encode()
	}
	v := historyPage{History: h, form: ui.NewForm(c.Form.Raw(), nil), reader: Readers.Allows(c.Actor)}
	if h.Page > 1 {
		v.previous = at(h.Page - 1)
	}
	if h.More {
		v.next = at(h.Page + 1)
	}
	return c.Page(http.StatusOK, ui.Page{Title: historyTitle}, history(v))
}

// historyPage is what the page of the history is drawn from.
type historyPage struct {
	app.History
	form           ui.Form
	previous, next string
	reader         bool // the actor may open the dossiers
}
