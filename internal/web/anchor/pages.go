// Package anchor holds the pages by which what the log says reaches others: proof sheets, the look-up of their codes, and what holds the log outside.
package anchor

import (
	"io"
	"net/http"
	"path"

	"thidua"
	"thidua/internal/app/anchor"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages are the pages of anchors.
type Pages struct{ Desk *anchor.Desk }

// The doors of these pages.
var (
	Readers   = handle.For(thidua.MayReadProof)
	Makers    = handle.For(thidua.MayMakeProof)
	Auditors  = handle.For(thidua.MayReadLog)
	Exporters = handle.For(thidua.MayProveLog)
)

// LookUp tells what a code stands for (ma in the address): for visitors as a public page, for the agency's people inside their menu.
func (p Pages) LookUp(c *handle.Ctx) error {
	f, err := p.Desk.LookUp(c.Context(), c.Actor, c.Form.Get("ma"))
	if err != nil {
		return err
	}
	page := ui.Page{Title: lookTitle}
	if c.SignedIn() {
		return c.Page(http.StatusOK, page, lookInside(f))
	}
	return c.Visitor(http.StatusOK, page, visitorLinks(), nil, lookPage(f))
}

// List shows the proof sheets of the agency.
func (p Pages) List(c *handle.Ctx) error {
	all, err := p.Desk.Sheets(c.Context(), c.Actor, "")
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: listTitle}, listPage(all, handle.For(thidua.MayReadPapers).Allows(c.Actor)))
}

// Sheet shows one with its files.
func (p Pages) Sheet(c *handle.Ctx) error {
	s, err := p.Desk.Sheet(c.Context(), c.Actor, c.Path("proof"))
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: sheetTitle(s)}, sheetPage(s))
}

// The files of a sheet.
const (
	pagePDF   = "phieu.pdf"
	pageDOCX  = "phieu.docx"
	proofFile = "chung-minh.json"
)

// File gives the page as PDF or DOCX, or the file of proof.
func (p Pages) File(c *handle.Ctx) error {
	id := c.Path("proof")
	switch file := c.Path("file"); file {
	case pagePDF, pageDOCX:
		name, d, err := p.Desk.Print(c.Context(), c.Actor, id)
		if err != nil {
			return err
		}
		return c.Paper(name+path.Ext(file), d)
	case proofFile:
		name, data, err := p.Desk.Proof(c.Context(), c.Actor, id)
		if err != nil {
			return err
		}
		return c.Download(name, "application/json", false, func(w io.Writer) error {
			_, err := w.Write(data)
			return err
		})
	}
	return thidua.Refuse(thidua.NotFound, handle.CodeFormat)
}

// OfPaper makes the proof sheet of a paper.
func (p Pages) OfPaper(c *handle.Ctx) error {
	return p.made(c)(p.Desk.MakeOfPaper(c.Context(), c.Actor, c.Path("paper")))
}

// OfDossier makes the proof sheet of the dossier of a round.
func (p Pages) OfDossier(c *handle.Ctx) error {
	return p.made(c)(p.Desk.MakeOfDossier(c.Context(), c.Actor, c.Path("round")))
}

func (p Pages) made(c *handle.Ctx) func(id string, err error) error {
	return func(id string, err error) error {
		if err != nil {
			return err
		}
		return c.Redirect(listURL + "/" + id)
	}
}

// Standing shows what holds the log outside.
func (p Pages) Standing(c *handle.Ctx) error {
	s, err := p.Desk.StandingOf(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: standingTitle}, standingPage(s, c.Shell.Now(), c.Actor.Has(anchor.Exporters...), c.Keys(0)))
}

// Export gives the hashes of the log.
func (p Pages) Export(c *handle.Ctx) error {
	done, err := c.Turn()
	if err != nil {
		return err
	}
	defer done()
	e, err := p.Desk.Export(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	defer func() { _ = e.Close() }() // a copy that stays in the folder for temporary files holds no name
	done()
	return c.Send(e.Name, "application/jsonl", e.File)
}
