package clerk

import (
	"net/http"
	"thidua"
	"thidua/internal/app"
	uses "thidua/internal/app/clerk"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"

	"github.com/a-h/templ"
)

// number is what the page of one number is drawn from: the papers that are ready, and the one whose form is shown.
type number struct {
	ready []thidua.Paper
	shown uses.Ready
	form  ui.Form
	keys  ui.Keys
	today thidua.Date
	done  bool
}

// blocked tells whether something other than the form keeps the number back.
func (n number) blocked() bool { return len(n.shown.Missing) > 0 }

func (p Pages) numbers(c *handle.Ctx, id string, form ui.Form) (number, error) {
	w, err := p.Desk.Ready(c.Context(), c.Actor, id)
	n := number{ready: w.Papers, shown: w.Chosen, form: form, today: p.App.Today(), done: c.Form.Has("xong")}
	n.keys = c.Keys(n.shown.Version)
	return n, err
}

// Numbers shows the papers whose number and day are to be recorded, with the form of one (van-ban in the address).
func (p Pages) Numbers(c *handle.Ctx) error {
	n, err := p.numbers(c, c.Form.Get("van-ban"), ui.NewForm(nil, nil))
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: numberTitle}, numberPage(n))
}

// Number records number, day and signed copy of a paper.
func (p Pages) Number(c *handle.Ctx) error {
	id := c.Path("paper")
	n, err := p.numbers(c, id, ui.NewForm(nil, nil))
	if err != nil {
		return err
	}
	if n.shown.ID == "" {
		_, err := p.App.Paper(c.Context(), c.Actor, id)
		if err == nil {
			err = thidua.Refuse(thidua.Conflict, thidua.CodeWrongState, thidua.RecordIssued, thidua.PaperIssued)
		}
		return err
	}
	m := app.PaperMove{Version: c.Form.Version(), Number: c.Form.Text("number"), On: c.Form.Day("issued")}
	m.Signed, err = c.KeepAny(p.App.KeepFile, "signed")
	if err == nil {
		_, err = p.App.MovePaper(c.Context(), c.Actor, id, thidua.RecordIssued, m)
	}
	if err == nil {
		return c.Redirect("/ghi-so?xong=1")
	}
	return c.ShowAgain(err, ui.Page{Title: numberTitle}, func(f ui.Form) templ.Component {
		n.form = f
		return numberPage(n)
	})
}
