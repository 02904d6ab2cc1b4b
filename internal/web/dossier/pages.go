// Package dossier holds the pages of papers and awards: the dossier of a round, its papers, the answers of Sở Nội vụ, the history of awards.
package dossier

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/export"
	"thidua/internal/app/outside"
	"thidua/internal/app/parcel"
	"thidua/internal/app/writing"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages are the pages of papers and awards.
type Pages struct {
	App  *app.App
	Desk *writing.Desk
	Post *parcel.Post
}

// UploadLimit is the size of a form with a scan or a signed copy, in bytes: a little more than the greatest file that is kept.
const UploadLimit = 26 << 20

// Who may use the pages of this package.
var (
	Readers = handle.For(thidua.MayReadDossier)
	// Registrars may open the register of papers.
	Registrars = handle.For(thidua.MayReadPapers)
	Office     = handle.For(thidua.MayKeepDossier)
	Workers    = handle.For(thidua.MayWorkDossier)
)

// send answers with a kept file.
func send(c *handle.Ctx, f *os.File, ref thidua.FileRef) error {
	defer f.Close()
	return c.Kept(ref, f)
}

func done(act thidua.Action) string { return "?xong=" + url.QueryEscape(string(act)) }

// Current leads to the dossier of the year at hand.
func (p Pages) Current(c *handle.Ctx) error { return p.toRound(c, "/ho-so") }

// CurrentResult leads to the answers of the year at hand.
func (p Pages) CurrentResult(c *handle.Ctx) error { return p.toRound(c, "/ket-qua-so-noi-vu") }

func (p Pages) toRound(c *handle.Ctx, page string) error {
	round, err := p.App.CurrentDossier(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Redirect("/nam/" + round + page)
}

// filePage is what the page of a dossier is drawn from.
type filePage struct {
	app.DossierView
	form   ui.Form
	keys   ui.Keys // of the dossier
	paper  thidua.Component
	letter app.PaperView // the paper that is shown, with its path
	report thidua.Component
	roles  thidua.Actor
	done   thidua.Action
	fresh  func(int64) ui.Keys
	signed *outside.SignedView // of the paper that is shown
	asked  []parcel.Part       // what a returned dossier is asked for again
}

// Of shows the dossier of a round.
func (p Pages) Of(c *handle.Ctx) error {
	return p.file(c, http.StatusOK, c.Path("round"), ui.NewForm(nil, nil))
}

func (p Pages) file(c *handle.Ctx, status int, round string, form ui.Form) error {
	v, err := p.App.DossierOf(c.Context(), c.Actor, round)
	if err != nil {
		return err
	}
	page := filePage{DossierView: v, form: form, keys: c.Keys(v.Dossier.Version), roles: c.Actor, done: thidua.Action(c.Form.Get("xong")), fresh: c.Keys}
	if v.Dossier.ID == "" {
		return c.Page(status, ui.Page{Title: fileTitle(v), Faults: form.Faults(), Late: form.Notice(""), Crumbs: fileCrumbs(v)}, noFile(page))
	}
	if n := len(v.Sendings); n > 0 && v.Dossier.State == thidua.DossierReturned {
		if page.asked, err = p.Post.AskedOf(c.Context(), c.Actor, v.Sendings[n-1]); err != nil {
			return err
		}
	}
	page.choose(c.Form.Get("van-ban"))
	if page.paper.Paper != nil {
		if page.letter, err = p.App.Paper(c.Context(), c.Actor, page.paper.Paper.ID); err != nil && thidua.KindOf(err) != thidua.NotFound {
			return err
		}
		page.signed = p.outside().Signed(c.Actor, page.letter)
	}
	return c.Page(status, ui.Page{Title: fileTitle(v), Wide: true, Faults: form.Faults(), Late: form.Notice(""), Crumbs: fileCrumbs(v)}, wholeFile(page))
}

// step is the next step of the paper that is shown.
func (p filePage) step() step {
	return step{PaperView: p.letter, form: p.form, fresh: p.fresh, actor: p.roles, today: p.Today, back: "ho-so"}
}

// choose finds the paper to show beside the list, the Tờ trình unless another is asked for, and the report whose last page is shown.
func (p *filePage) choose(id string) {
	for _, c := range p.Components {
		if c.Paper == nil {
			continue
		}
		if id == "" && c.Kind == thidua.PaperProposal || id != "" && c.Paper.ID == id {
			p.paper = c
		}
		if c.Kind == thidua.PaperReport && (p.report.Paper == nil || p.report.Done() && !c.Done()) {
			p.report = c
		}
	}
}

// Make opens the dossier of a round.
func (p Pages) Make(c *handle.Ctx) error {
	round := c.Path("round")
	_, err := p.App.MakeDossier(c.Context(), c.Actor, round)
	return p.afterFile(c, round, thidua.MakeDossier, err)
}

func (p Pages) afterFile(c *handle.Ctx, round string, act thidua.Action, err error) error {
	if err == nil {
		return c.Redirect("/nam/" + round + "/ho-so" + done(act))
	}
	form, status := c.Again(err)
	if status == 0 {
		return err
	}
	return p.file(c, status, round, form)
}

// Act does one thing with a dossier: complete, reopened, sent, handed in on paper, presented, archived, withdrawn, its list changed.
func (p Pages) Act(c *handle.Ctx) error {
	id, act, version := c.Path("dossier"), thidua.Action(c.Path("action")), c.Form.Version()
	round, err := p.App.RoundOfDossier(c.Context(), c.Actor, id)
	if err != nil {
		return err
	}
	switch act {
	case thidua.SendDossier:
		_, err = p.App.RecordSubmission(c.Context(), c.Actor, id, version,
			thidua.Submission{Number: c.Form.Text("number"), Dated: c.Form.Day("dated"), SentOn: c.Form.Day("sent")})
	case thidua.RecordHardCopy:
		err = p.App.RecordHardCopy(c.Context(), c.Actor, id, version, c.Form.Day("handed"))
	case thidua.RecordCeremony:
		if err = p.App.RecordCeremony(c.Context(), c.Actor, id, version, c.Form.Day("presented")); err != nil {
			return p.afterResult(c, round, act, err)
		}
	case thidua.RenewPaper:
		err = p.App.RenewPapers(c.Context(), c.Actor, id)
	case thidua.TakeIn, thidua.TakeOutDossier:
		err = p.App.ListNominee(c.Context(), c.Actor, id, c.Form.Get("nominee"), act, version, c.Form.Text("reason"))
	default:
		err = p.App.MoveDossier(c.Context(), c.Actor, id, act, version, c.Form.Text("reason"))
	}
	return p.afterFile(c, round, act, err)
}

// Zip gives the whole dossier as one ZIP; that it was taken stands in the log, so it is asked for by a form.
func (p Pages) Zip(c *handle.Ctx) error {
	done, err := c.Turn()
	if err != nil {
		return err
	}
	defer done()
	packed, err := export.Dossier(c.Context(), p.App, c.Actor, c.Path("dossier"))
	if err != nil {
		return err
	}
	defer func() { _ = packed.Close() }() // a copy that stays in the folder for temporary files harms nobody's answer
	done()
	return c.Send(packed.Name, "application/zip", packed.File)
}

// File gives what is made of a whole dossier: the set for the leader as tap-trinh-ky.pdf, the check sheet as phieu-kiem-tra.pdf and .docx.
func (p Pages) File(c *handle.Ctx) error {
	id, file := c.Path("dossier"), c.Path("file")
	switch file {
	case signBundle:
		b, err := export.Whole(c.Context(), p.App, c.Actor, id)
		if err != nil {
			return err
		}
		return c.Download(app.FileTitle(b.Title)+filepath.Ext(file), handle.TypePDF, true, b.PDF)
	case "phieu-kiem-tra.pdf", "phieu-kiem-tra.docx":
		d, err := export.CheckSheet(c.Context(), p.App, c.Actor, id)
		if err != nil {
			return err
		}
		return c.Paper(app.FileTitle(d.Title)+filepath.Ext(file), d)
	}
	return thidua.Refuse(thidua.NotFound, handle.CodeFormat)
}

// signBundle is the address of the set of papers for the leader.
const signBundle = "tap-trinh-ky.pdf"
