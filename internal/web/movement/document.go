package movement

import (
	"net/http"
	"net/url"
	"os"
	"strconv"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

func documentsURL(movement string) string { return movementURL(movement) + "/van-ban" }

func documentURL(d thidua.MovementDocument) string {
	return documentsURL(d.Movement) + "/" + url.PathEscape(d.ID)
}

// adding is what the page that adds a document is drawn from.
type adding struct {
	app.MovementView
	form ui.Form
	keys ui.Keys
}

// Document shows the form that adds a document to a movement.
func (p Pages) Document(c *handle.Ctx) error {
	return p.showDocument(c, http.StatusOK, ui.NewForm(nil, nil))
}

func (p Pages) showDocument(c *handle.Ctx, status int, form ui.Form) error {
	v, err := p.App.MovementOf(c.Context(), c.Actor, c.Path("movement"), 0)
	if err != nil {
		return err
	}
	page := ui.Page{Title: documentTitle, Faults: form.Faults(), Crumbs: []ui.Link{{Text: movementTitle, URL: movementURL(v.Movement.ID)}, {Text: documentTitle}}}
	return c.Page(status, page, documentPage(adding{MovementView: v, form: form, keys: c.Keys(v.Movement.Version)}))
}

// AddDocument adds a document to a movement; a refused one comes back as typed.
func (p Pages) AddDocument(c *handle.Ctx) error {
	in := reader{form: c.Form}
	d := thidua.MovementDocument{Movement: c.Path("movement"), Kind: in.text("kind"), Number: in.text("number"), Date: in.day("issued"), Issuer: in.text("issuer"),
		Summary: in.text("summary")}
	err := in.faults.Err()
	if err == nil {
		d.File, err = c.KeepAny(p.App.KeepFile, "file")
	}
	if err == nil {
		err = p.App.AddMovementDocument(c.Context(), c.Actor, d)
	}
	if err == nil {
		return c.Redirect(movementURL(d.Movement) + "?xong=" + string(thidua.AddDocument))
	}
	form, ok := c.Refused(err)
	if !ok {
		return err
	}
	return p.showDocument(c, http.StatusUnprocessableEntity, form)
}

// DocumentFile answers with the file of a document as it was uploaded.
func (p Pages) DocumentFile(c *handle.Ctx) error {
	return c.Stored(func() (thidua.FileRef, *os.File, error) {
		return p.App.OpenMovementDocument(c.Context(), c.Actor, c.Path("movement"), c.Path("document"))
	})
}

// YearFile gives the state of a year to print.
func (p Pages) YearFile(c *handle.Ctx) error {
	year, err := strconv.Atoi(c.Form.Get("nam"))
	if err != nil || year == 0 {
		return errUnknown
	}
	d, err := p.App.YearPaper(c.Context(), c.Actor, c.Path("movement"), year)
	if err != nil {
		return err
	}
	return c.Paper("bao-cao-nam.pdf", d)
}
