package dossier

import (
	"io"
	"net/http"
	"net/url"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/outside"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

func (p Pages) outside() outside.Desk { return outside.Desk{App: p.App} }

// editPage is what the comparison of an edited DOCX is drawn from.
type editPage struct {
	outside.EditView
	step step // of the paper, for the labels of its parts
	form ui.Form
	keys ui.Keys
}

func (e editPage) url(rest string) string {
	return "/van-ban/" + e.Paper.ID + "/ban-sua/" + e.Edit.ID + rest
}

func (e editPage) offer(do thidua.Action) (thidua.Offer, bool) {
	for _, o := range e.Offers {
		if o.Do == do {
			return o, true
		}
	}
	return thidua.Offer{}, false
}

// Edit shows an edited DOCX beside its paper.
func (p Pages) Edit(c *handle.Ctx) error { return p.edit(c, http.StatusOK, ui.NewForm(nil, nil)) }

func (p Pages) edit(c *handle.Ctx, status int, form ui.Form) error {
	v, err := p.outside().Edit(c.Context(), c.Actor, c.Path("paper"), c.Path("edit"))
	if err != nil {
		return err
	}
	e := editPage{EditView: v, step: p.stepOf(c, v.PaperView, form, ""), form: form, keys: c.Keys(v.Version)}
	page := ui.Page{Title: editTitle, Wide: true, Faults: form.Faults(), Late: form.Notice(""), Crumbs: editCrumbs(v.PaperView, Readers.Allows(c.Actor))}
	return c.Page(status, page, editBody(e))
}

// Decide says which edition is issued.
func (p Pages) Decide(c *handle.Ctx) error {
	paper, do := c.Path("paper"), thidua.Action(c.Path("action"))
	err := p.outside().Decide(c.Context(), c.Actor, paper, c.Path("edit"), c.Form.Version(), do, c.Form.Text("reason"))
	if err == nil {
		return c.Redirect("/van-ban/" + paper + done(do))
	}
	return c.AgainOn(err, p.edit)
}

// EditFile gives a file of a paper as it came.
func (p Pages) EditFile(c *handle.Ctx) error {
	data, f, err := p.outside().Content(c.Context(), c.Actor, c.Path("paper"), c.Path("edit"))
	if err != nil {
		return err
	}
	return bytesOf(c, f.File.Name, f.File.Type, data)
}

func bytesOf(c *handle.Ctx, name, kind string, data []byte) error {
	return c.Download(name, kind, false, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// receive keeps an edited DOCX and leads to its comparison.
func (p Pages) receive(c *handle.Ctx, v app.PaperView) error {
	ref, err := c.Keep(p.App.KeepFile, "edited")
	if err == nil {
		var f thidua.PaperFile
		if f, err = p.outside().Receive(c.Context(), c.Actor, v.Paper.ID, c.Form.Version(), ref); err == nil {
			return c.Redirect("/van-ban/" + v.Paper.ID + "/ban-sua/" + url.PathEscape(f.ID))
		}
	}
	return c.AgainOn(err, p.paper)
}

// issued gives what stands in place of the program's own file: the edited DOCX that is issued, or the signed PDF. Not ok where the program's file is
// asked for, which then says that it is a draft.
func (p Pages) issued(c *handle.Ctx, v app.PaperView, ending string) (ok bool, err error) {
	edit, edited := outside.InUse(v)
	switch {
	case ending == ".pdf" && v.Paper.Signed.Type == handle.TypePDF:
		f, ref, err := p.App.SignedCopy(c.Context(), c.Actor, v.Paper.ID)
		if err != nil {
			return true, err
		}
		return true, send(c, f, ref)
	case edited && ending == ".docx":
		data, err := p.App.Content(c.Actor, edit.File)
		if err != nil {
			return true, err
		}
		return true, bytesOf(c, app.FileTitle(v.Title)+ending, edit.File.Type, data)
	case edited:
		return true, thidua.Refuse(thidua.Conflict, thidua.CodeEditPDF)
	}
	return false, nil
}
