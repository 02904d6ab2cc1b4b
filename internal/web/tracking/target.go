package tracking

import (
	"net/http"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/file"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// UploadLimit is the size of a form with one file, in bytes: the largest file and the fields around it.
const UploadLimit = file.MaxSize + 1<<20

// Target shows one target with its course, its evidence and the forms that add to them.
func (p Pages) Target(c *handle.Ctx) error {
	return p.showTarget(c, http.StatusOK, ui.NewForm(map[string][]string{"on": {vi.Date(p.App.Today())}}, nil))
}

func (p Pages) showTarget(c *handle.Ctx, status int, form ui.Form) error {
	v, err := p.App.Target(c.Context(), c.Actor, c.Path("target"))
	if err != nil {
		return err
	}
	page := ui.Page{Title: v.Content, Faults: form.Faults(), Late: form.Notice(""), Crumbs: targetCrumbs(v)}
	return c.Page(status, page, target(v, form, c.Keys(0), c.Form.Get("xong")))
}

// Report adds a dated entry to a target.
func (p Pages) Report(c *handle.Ctx) error {
	value, ok := vi.ParseNumber(c.Form.Get("value"))
	if !ok {
		value = int64(thidua.NoValue)
	}
	entry := thidua.Progress{Target: c.Path("target"), On: c.Form.Day("on"), Value: thidua.Quantity(value), Text: c.Form.Get("text")}
	if _, err := p.App.AddProgress(c.Context(), c.Actor, entry); err != nil {
		return p.targetAgain(c, err)
	}
	return c.Redirect("/chi-tieu/" + entry.Target + "?xong=tien-do")
}

// Attach adds evidence to a target: a file, or a reference alone.
func (p Pages) Attach(c *handle.Ctx) error {
	ref, err := p.keep(c)
	if err == nil {
		_, err = p.App.AddEvidence(c.Context(), c.Actor, thidua.Evidence{Target: c.Path("target"), DocNumber: c.Form.Get("number"),
			IssuedOn: c.Form.Day("issued"), Abstract: c.Form.Get("abstract"), Page: c.Form.Get("page"), File: ref})
	}
	if err != nil {
		return p.targetAgain(c, err)
	}
	return c.Redirect("/chi-tieu/" + c.Path("target") + "?xong=minh-chung")
}

// keep takes the file of a form, if one was sent; the right to add it is checked before anything is kept.
func (p Pages) keep(c *handle.Ctx) (thidua.FileRef, error) {
	return c.KeepAny(p.App.KeepFile, "tep")
}

func (p Pages) targetAgain(c *handle.Ctx, err error) error {
	return c.AgainOn(err, p.showTarget)
}

func targetCrumbs(v app.TargetView) []ui.Link {
	return []ui.Link{{Text: boardTitle, URL: boardURL(v.Round.ID)}, {Text: v.Subject.Name, URL: detailURL(v.Round.ID, v.Subject.Unit, "")}, {Text: v.Criterion.Code}}
}
