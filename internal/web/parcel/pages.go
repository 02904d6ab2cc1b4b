// Package parcel holds the pages on which sealed packages go and come, and the list of those with whom they are exchanged.
package parcel

import (
	"net/http"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app/parcel"
	sealed "thidua/internal/pack/parcel"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages are the register of packages and the partners.
type Pages struct{ Post *parcel.Post }

// Who may use these pages.
var (
	Readers = handle.For(thidua.MayReadParcel)
	Office  = handle.For(thidua.MaySendParcel)
	Admin   = handle.For(thidua.MayKeepPartner)
)

// UploadLimit is the size of a form with a package, in bytes.
const UploadLimit = sealed.MaxSize + sealed.MaxSize/4

// bookPage is what the register is drawn from.
type bookPage struct {
	parcel.Book
	form ui.Form
	keys func(int64) ui.Keys
	done string
}

// Book shows the register (Gửi, nhận).
func (p Pages) Book(c *handle.Ctx) error {
	b, err := p.Post.Book(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	page := bookPage{Book: b, form: ui.NewForm(nil, nil), keys: c.Keys, done: doneText(c.Form.Get("xong"))}
	return c.Page(http.StatusOK, ui.Page{Title: bookTitle}, bookBody(page))
}

func (p Pages) after(c *handle.Ctx, done string, err error) error {
	if err == nil {
		return c.Redirect("/goi-ho-so?xong=" + done)
	}
	b, missing := p.Post.Book(c.Context(), c.Actor)
	if missing != nil {
		return missing
	}
	return c.ShowAgain(err, ui.Page{Title: bookTitle}, func(f ui.Form) templ.Component { return bookBody(bookPage{Book: b, form: f, keys: c.Keys}) })
}

// Send seals the package of a recorded sending.
func (p Pages) Send(c *handle.Ctx) error {
	_, err := p.Post.Send(c.Context(), c.Actor, c.Path("submission"), c.Form.Get("to"))
	return p.after(c, "gui", err)
}

// Receive takes in a package of another agency of the installation.
func (p Pages) Receive(c *handle.Ctx) error {
	taken, err := p.Post.Receive(c.Context(), c.Actor, c.Path("parcel"))
	return p.after(c, outcome(taken), err)
}

// ReceiveFile takes in a package that was carried as a file.
func (p Pages) ReceiveFile(c *handle.Ctx) error {
	files, err := c.Form.Uploads("tep")
	if err == nil && len(files) == 0 {
		err = thidua.Faults{{Field: "tep", Code: handle.CodeFileMissing}}.Err()
	}
	var taken parcel.Taken
	for i, f := range files {
		if i == 0 && err == nil {
			taken, err = p.Post.ReceiveFile(c.Context(), c.Actor, f.Body)
		}
		if shut := f.Body.Close(); err == nil {
			err = shut
		}
	}
	return p.after(c, outcome(taken), err)
}

// outcome tells what became of a package: taken in, an answer that was recorded, or one that came too late.
func outcome(t parcel.Taken) string {
	switch {
	case t.Submission == "":
		return "nhan"
	case t.Reply:
		return "tra-loi"
	}
	return "tra-loi-muon"
}

// File gives the file of a package, to be carried.
func (p Pages) File(c *handle.Ctx) error {
	ref, f, err := p.Post.File(c.Context(), c.Actor, c.Path("parcel"))
	if err != nil {
		return err
	}
	defer f.Close()
	return c.Send(ref.Name, ref.Type, f)
}
