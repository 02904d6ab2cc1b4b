package tracking

import (
	"net/http"
	"os"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Evidence shows one piece of evidence with what this person may do to it.
func (p Pages) Evidence(c *handle.Ctx) error { return p.showEvidence(c, http.StatusOK, nil) }

func (p Pages) showEvidence(c *handle.Ctx, status int, typed *ui.Form) error {
	e, err := p.App.Evidence(c.Context(), c.Actor, c.Path("evidence"))
	if err != nil {
		return err
	}
	form := ui.NewForm(map[string][]string{"number": {e.DocNumber}, "issued": {vi.Date(e.IssuedOn)}, "abstract": {e.Abstract}, "page": {e.Page}}, nil)
	if typed != nil {
		form = typed.Beside(form.Raw())
	}
	page := ui.Page{Title: evidenceTitle(e.Evidence), Faults: form.Faults(), Late: form.Notice(""), Crumbs: evidenceCrumbs(e)}
	return c.Page(status, page, evidence(e, form, c.Keys(e.Version), thidua.Action(c.Form.Get("xong"))))
}

func evidenceCrumbs(e app.Evidence) []ui.Link {
	return []ui.Link{{Text: boardTitle, URL: detailURL(e.Round, e.Unit, e.Evidence.Criterion)}, {Text: evidenceWord}}
}

// MoveEvidence checks evidence, returns it with a reason, or mends it.
func (p Pages) MoveEvidence(c *handle.Ctx) error {
	ref, err := p.keep(c)
	if err == nil {
		mended := thidua.Evidence{ID: c.Path("evidence"), Version: c.Form.Version(), DocNumber: c.Form.Get("number"), IssuedOn: c.Form.Day("issued"),
			Abstract: c.Form.Get("abstract"), Page: c.Form.Get("page"), File: ref}
		err = p.App.MoveEvidence(c.Context(), c.Actor, thidua.Action(c.Path("action")), mended, c.Form.Get("reason"))
	}
	if err == nil {
		return c.Redirect("/minh-chung/" + c.Path("evidence") + "?xong=" + c.Path("action"))
	}
	form, status := c.Again(err)
	if status == 0 {
		return err
	}
	return p.showEvidence(c, status, &form)
}

// File gives the file of evidence, or an earlier one that it took the place of.
func (p Pages) File(c *handle.Ctx) error {
	return c.Stored(func() (thidua.FileRef, *os.File, error) {
		return p.App.OpenEvidence(c.Context(), c.Actor, c.Path("evidence"), c.R.URL.Query().Get(askVersion))
	})
}

// askVersion is the question for an earlier file.
const askVersion = "ban"
