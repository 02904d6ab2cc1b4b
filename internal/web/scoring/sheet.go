package scoring

import (
	"net/http"
	"net/url"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// SheetsNow leads to the sheets of the year at hand.
func (p Pages) SheetsNow(c *handle.Ctx) error { return p.current(c, "/cham-diem") }

// Sheets lists the sheets of a year that this person may open; whoever has only one is led to it.
func (p Pages) Sheets(c *handle.Ctx) error {
	l, err := p.App.Sheets(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, ui.Page{Title: sheetsTitle}, sheets(l, c.Actor.Has(thidua.RoleOffice), c.Keys(0)))
}

// OpenSheets makes the sheets of a year.
func (p Pages) OpenSheets(c *handle.Ctx) error {
	if err := p.App.OpenSheets(c.Context(), c.Actor, c.Path("round")); err != nil {
		return err
	}
	return c.Redirect("/cham-diem/" + c.Path("round"))
}

// Sheet shows one score sheet: to fill in, to review, or to read.
func (p Pages) Sheet(c *handle.Ctx) error { return p.showSheet(c, http.StatusOK, nil) }

func (p Pages) showSheet(c *handle.Ctx, status int, typed *ui.Form) error {
	v, err := p.App.Sheet(c.Context(), c.Actor, c.Path("sheet"))
	if err != nil {
		return err
	}
	form := ui.NewForm(kept(v.Sheet), nil)
	if typed != nil {
		values := kept(v.Sheet)
		for name, value := range c.Form.Raw() {
			values[name] = value
		}
		form = ui.NewForm(values, typed.Faults())
		if typed.Late() {
			form = ui.LateForm(values).Beside(kept(v.Sheet))
		}
	}
	page := ui.Page{Title: sheetTitle(v), Wide: true, Faults: form.Faults(), Late: form.Notice(""), Crumbs: []ui.Link{{Text: rankingTitle, URL: "/cham-diem/" + v.Round.ID}, {Text: v.Sheet.UnitName}}}
	d := desk{SheetView: v, form: form, keys: c.Keys(v.Sheet.Version), about: c.Form.Get("muc"), confirm: thidua.Action(c.Form.Get("xac-nhan"))}
	return c.Page(status, page, sheet(d))
}

// SheetFile gives one score sheet to print.
func (p Pages) SheetFile(c *handle.Ctx) error {
	d, err := p.App.SheetPaper(c.Context(), c.Actor, c.Path("sheet"))
	if err != nil {
		return err
	}
	return c.Paper("phieu-cham.pdf", d)
}

// kept is the form of what the sheet holds.
func kept(s thidua.ScoreSheet) url.Values {
	values := url.Values{}
	for i, l := range s.Lines {
		set := func(what, value string) { values.Set(thidua.LineField(i, what), value) }
		set("self", shown(s.ByPoints, l.Self, l.SelfAnswer))
		set("review", shown(s.ByPoints, l.Review, l.Reviewed))
		set("note", l.SelfNote)
		set("reason", l.Reason)
	}
	return values
}

func shown(byPoints bool, p *thidua.Points, a thidua.Answer) string {
	if !byPoints {
		return string(a)
	}
	if p == nil {
		return ""
	}
	return vi.Score(*p)
}

// typedLines reads the lines of the form in the order of the sheet.
func typedLines(c *handle.Ctx, s thidua.ScoreSheet) thidua.ScoreSheet {
	get := func(i int, what string) string { return c.Form.Get(thidua.LineField(i, what)) }
	out := thidua.ScoreSheet{ID: s.ID, Version: c.Form.Version()}
	for i, l := range s.Lines {
		t := thidua.ScoreLine{Criterion: l.Criterion, SelfNote: get(i, "note"), Reason: get(i, "reason")}
		if s.ByPoints {
			t.Self, t.Review = points(get(i, "self")), points(get(i, "review"))
		} else {
			t.SelfAnswer, t.Reviewed = thidua.Answer(get(i, "self")), thidua.Answer(get(i, "review"))
		}
		out.Lines = append(out.Lines, t)
	}
	return out
}

// MoveSheet saves what was typed, or saves it and takes the step that was asked for; sending and closing are confirmed first.
func (p Pages) MoveSheet(c *handle.Ctx) error {
	id, do := c.Path("sheet"), thidua.Action(c.Path("action"))
	version, err := p.save(c, id, do)
	switch {
	case err != nil:
		return p.sheetAgain(c, err)
	case c.Autosave():
		return c.Saved(version)
	case do == thidua.SelfScore || do == thidua.ReviewScore:
		return c.Redirect("/phieu-cham/" + id)
	case (do == thidua.Send || do == thidua.CloseSheet) && c.Form.Get("confirmed") == "" && p.ready(c, id, do):
		return c.Redirect("/phieu-cham/" + id + "?" + url.Values{"xac-nhan": {string(do)}}.Encode())
	}
	m := app.SheetMove{Sheet: id, Do: do, Version: version, Reason: c.Form.Get("reason"), Criterion: c.Form.Get("criterion")}
	if err := p.App.MoveSheet(c.Context(), c.Actor, m); err != nil {
		return p.sheetAgain(c, err)
	}
	return c.Redirect("/phieu-cham/" + id)
}

func (p Pages) sheetAgain(c *handle.Ctx, err error) error {
	form, status := c.Again(err)
	if status == 0 || c.Autosave() {
		return err
	}
	return p.showSheet(c, status, &form)
}

// ready tells whether a step may be confirmed: what it needs is there, so that the page to check leads somewhere.
func (p Pages) ready(c *handle.Ctx, id string, do thidua.Action) bool {
	v, err := p.App.Sheet(c.Context(), c.Actor, id)
	return err == nil && offered(v.Offers, do)
}

// save keeps the typed lines when the form carries any, and gives the version that the next step stands on.
func (p Pages) save(c *handle.Ctx, id string, do thidua.Action) (int64, error) {
	typed := c.Form.Has(thidua.LineField(0, "self")) || c.Form.Has(thidua.LineField(0, "review"))
	if !typed && do != thidua.SelfScore && do != thidua.ReviewScore {
		return c.Form.Version(), nil
	}
	v, err := p.App.Sheet(c.Context(), c.Actor, id)
	if err != nil {
		return 0, err
	}
	keep := p.App.SaveSelfScores
	switch do {
	case thidua.ReviewScore, thidua.AskExplain:
		keep = p.App.DraftReview
	case thidua.CloseSheet:
		keep = p.App.SaveReview
	}
	s, err := keep(c.Context(), c.Actor, typedLines(c, v.Sheet))
	return s.Version, err
}

// Comment adds a remark to the exchange beside a sheet.
func (p Pages) Comment(c *handle.Ctx) error {
	if err := p.App.CommentSheet(c.Context(), c.Actor, c.Path("sheet"), c.Form.Get("criterion"), c.Form.Get("text")); err != nil {
		return p.sheetAgain(c, err)
	}
	return c.Redirect("/phieu-cham/" + c.Path("sheet") + "#y-kien")
}

// desk is what the page of a sheet is drawn from.
type desk struct {
	app.SheetView
	form    ui.Form
	keys    ui.Keys
	about   string        // code of the criterion beside the sheet
	confirm thidua.Action // the step that is being checked; empty otherwise
}

// offered tells whether a step may be taken now.
func offered(offers []thidua.Offer, do thidua.Action) bool {
	return slices.ContainsFunc(offers, func(o thidua.Offer) bool { return o.Do == do && len(o.Missing) == 0 })
}

// missing gives what a step still needs; nil when it may be taken or is not this person's.
func missing(offers []thidua.Offer, do thidua.Action) []thidua.Fact {
	for _, o := range offers {
		if o.Do == do {
			return o.Missing
		}
	}
	return nil
}

func (d desk) selfing() bool   { return d.confirm == "" && offered(d.Offers, thidua.SelfScore) }
func (d desk) reviewing() bool { return d.confirm == "" && offered(d.Offers, thidua.ReviewScore) }

// panel is the row whose evidence and rule stand beside the sheet: the one asked for, else the first that is not judged yet.
func (d desk) panel() app.SheetRow {
	for _, r := range d.Rows {
		if d.about != "" && r.Criterion == d.about {
			return r
		}
	}
	for _, r := range d.Rows {
		if r.Index >= 0 && !r.Line.Judged(d.Sheet.ByPoints) {
			return r
		}
	}
	return d.Rows[0]
}

// open lists the codes of the lines that the next step still waits for.
func (d desk) open() []string {
	var out []string
	for _, r := range d.Rows {
		done := r.Line.Done(d.Sheet.ByPoints)
		if d.Sheet.State != thidua.SheetDraft {
			done = r.Line.Judged(d.Sheet.ByPoints)
		}
		if r.Index >= 0 && !done {
			out = append(out, r.Code)
		}
	}
	return out
}
