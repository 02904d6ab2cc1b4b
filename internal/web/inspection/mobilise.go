package inspection

import (
	"net/http"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua"
	uses "thidua/internal/app/inspection"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

const (
	takeURL    = "/tham-gia"
	moveURL    = "/van-dong"
	confirmURL = "/xac-nhan"
)

// year is what the pages of participation are drawn from.
type year struct {
	uses.Year
	form ui.Form
	keys ui.Keys
	done bool
}

// TakePartNow leads to the participation of the year at hand.
func (p Pages) TakePartNow(c *handle.Ctx) error { return p.now(c, takeURL, takeTitle) }

// MobiliseNow leads to the records of the year at hand.
func (p Pages) MobiliseNow(c *handle.Ctx) error { return p.now(c, moveURL, moveTitle) }

// ConfirmNow leads to the confirmation of the year at hand.
func (p Pages) ConfirmNow(c *handle.Ctx) error { return p.now(c, confirmURL, confirmTitle) }

func (p Pages) now(c *handle.Ctx, page, title string) error {
	round, err := p.Desk.Current(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	if round == "" {
		return c.Page(http.StatusOK, ui.Page{Title: title}, nothing(title))
	}
	return c.Redirect(page + "/" + round)
}

func (p Pages) year(c *handle.Ctx, title string, draw func(year) templ.Component) error {
	y, err := p.Desk.Year(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	v := year{Year: y, form: ui.NewForm(nil, nil), keys: c.Keys(y.Word.Version), done: c.Form.Has("xong")}
	return c.Page(http.StatusOK, yearPage(y, title), draw(v))
}

func yearPage(y uses.Year, title string) ui.Page {
	return ui.Page{Title: title, Season: vi.Season(y.Movement, y.Round.Year)}
}

// TakePart shows how many of those who may have registered, by unit.
func (p Pages) TakePart(c *handle.Ctx) error { return p.year(c, takeTitle, takePage) }

// Mobilise shows the records of mobilisation with the form of a new one.
func (p Pages) Mobilise(c *handle.Ctx) error { return p.year(c, moveTitle, movePage) }

// Confirmation shows the word on the participation of a year.
func (p Pages) Confirmation(c *handle.Ctx) error { return p.year(c, confirmTitle, confirmPage) }

// RecordMobilisation keeps one record.
func (p Pages) RecordMobilisation(c *handle.Ctx) error {
	y, err := p.Desk.Year(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	in := thidua.Mobilisation{Round: y.Round.ID, Unit: c.Form.Get("unit"), On: c.Form.Day("on"), What: c.Form.Text("what"), DocNumber: c.Form.Text("doc"),
		TookPart: people(c.Form.Text("took"))}
	in.File, err = c.KeepAny(p.App.KeepFile, "evidence")
	if err == nil {
		err = p.Desk.Record(c.Context(), c.Actor, in)
	}
	if err == nil {
		return c.Redirect(moveURL + "/" + y.Round.ID + "?xong=1")
	}
	return c.ShowAgain(err, yearPage(y, moveTitle), func(f ui.Form) templ.Component {
		return movePage(year{Year: y, form: f, keys: c.Keys(0)})
	})
}

// people reads a whole number of people; what cannot be read is for the rules to refuse.
func people(typed string) int {
	n, err := strconv.Atoi(strings.ReplaceAll(typed, ".", ""))
	if err != nil {
		return thidua.Unreadable
	}
	return n
}

// MobilisationFile gives the evidence of a record.
func (p Pages) MobilisationFile(c *handle.Ctx) error {
	ref, content, err := p.Desk.MobilisationFile(c.Context(), c.Actor, c.Path("mobilisation"))
	return give(c, ref, content, err)
}

// Confirm keeps the word on the participation of a year.
func (p Pages) Confirm(c *handle.Ctx) error {
	y, err := p.Desk.Year(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	if err = p.Desk.Confirm(c.Context(), c.Actor, y.Round.ID, c.Form.Text("words"), c.Form.Version()); err == nil {
		return c.Redirect(confirmURL + "/" + y.Round.ID + "?xong=1")
	}
	return c.ShowAgain(err, yearPage(y, confirmTitle), func(f ui.Form) templ.Component {
		return confirmPage(year{Year: y, form: f, keys: c.Keys(y.Word.Version)})
	})
}
