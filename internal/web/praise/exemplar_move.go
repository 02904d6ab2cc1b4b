package praise

import (
	"net/http"
	"os"

	"thidua"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// MoveExemplar moves an exemplar one step.
func (p Pages) MoveExemplar(c *handle.Ctx) error {
	err := p.Desk.MoveExemplar(c.Context(), c.Actor, c.Path("exemplar"), thidua.Action(c.Path("action")), c.Form.Version(), c.Form.Get("reason"))
	if err != nil {
		return again(c, err, p.showExemplar)
	}
	return c.Redirect("/guong/" + c.Path("exemplar"))
}

// ExemplarFile sends the evidence of an exemplar to be saved.
func (p Pages) ExemplarFile(c *handle.Ctx) error {
	return c.Stored(func() (thidua.FileRef, *os.File, error) {
		return p.Desk.ExemplarFile(c.Context(), c.Actor, c.Path("exemplar"))
	})
}

// Gallery shows the published exemplars: to visitors as a public page where the agency opens its roll of honour, to its people inside their menu.
func (p Pages) Gallery(c *handle.Ctx) error {
	g, err := p.Desk.Gallery(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	page := ui.Page{Title: galleryTitle}
	if c.SignedIn() {
		return c.Page(http.StatusOK, page, gallery(g))
	}
	return c.Visitor(http.StatusOK, page, galleryLinks(), galleryFoot(g), gallery(g))
}
