package clerk

import (
	"net/http"
	"net/url"
	"slices"
	"thidua"
	uses "thidua/internal/app/clerk"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"

	"github.com/a-h/templ"
)

// Archive lists the dossiers that have come to their end.
func (p Pages) Archive(c *handle.Ctx) error {
	all, err := p.Desk.Archive(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: archiveTitle}, archivePage(all))
}

// index is what the page of one dossier is drawn from.
type index struct {
	uses.Index
	form  ui.Form
	keys  ui.Keys
	keeps bool
	done  bool
}

// Index shows the index of a dossier and where its original lies.
func (p Pages) Index(c *handle.Ctx) error {
	v, err := p.Desk.Index(c.Context(), c.Actor, c.Path("dossier"))
	if err != nil {
		return err
	}
	form := ui.NewForm(url.Values{"number": {v.Place.Number}, "box": {v.Place.Box}, "deposited": {vi.Date(v.Place.Deposited)}, "note": {v.Place.Note}}, nil)
	return c.Page(http.StatusOK, indexCrumbs(v), indexPage(p.index(c, v, form)))
}

func (p Pages) index(c *handle.Ctx, v uses.Index, form ui.Form) index {
	return index{Index: v, form: form, keys: c.Keys(v.Place.Version), keeps: slices.ContainsFunc(uses.Keepers, func(r thidua.Role) bool { return c.Actor.Has(r) }), done: c.Form.Has("xong")}
}

func indexCrumbs(v uses.Index) ui.Page {
	return ui.Page{Title: indexTitle(v), Crumbs: []ui.Link{{Text: archiveTitle, URL: "/ho-so-luu"}, {Text: indexTitle(v)}}}
}

// Place writes down where the original of a dossier lies.
func (p Pages) Place(c *handle.Ctx) error {
	v, err := p.Desk.Index(c.Context(), c.Actor, c.Path("dossier"))
	if err != nil {
		return err
	}
	in := thidua.ArchivePlace{Dossier: v.ID, Number: c.Form.Text("number"), Box: c.Form.Text("box"), Deposited: c.Form.Day("deposited"), Note: c.Form.Text("note"),
		Version: c.Form.Version()}
	if err = p.Desk.Place(c.Context(), c.Actor, in); err == nil {
		return c.Redirect("/ho-so-luu/" + v.ID + "?xong=1")
	}
	return c.ShowAgain(err, indexCrumbs(v), func(f ui.Form) templ.Component { return indexPage(p.index(c, v, f)) })
}
