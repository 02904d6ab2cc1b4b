package scoring

import (
	"net/http"
	"net/url"
	"strconv"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// ScaleNow leads to the scale of the year at hand.
func (p Pages) ScaleNow(c *handle.Ctx) error { return p.current(c, "/thang-diem") }

// Scale shows how a year scores.
func (p Pages) Scale(c *handle.Ctx) error { return p.showScale(c, http.StatusOK, nil) }

func (p Pages) showScale(c *handle.Ctx, status int, typed *ui.Form) error {
	f, err := p.App.ScaleOf(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	values := url.Values{"kind": {map[bool]string{true: "diem", false: "dat"}[f.Round.ByPoints]}, "reviewer": {f.Round.OfficeReviewer},
		"decision": {f.Scale.Decision}, "agreed": {vi.Date(f.Scale.AgreedOn)}, "round-version": {strconv.FormatInt(f.Round.Version, 10)}}
	for i, l := range f.Leaves {
		values.Set("max-"+strconv.Itoa(i+1), vi.Number(l.MaxPoints))
		values.Set("note-"+strconv.Itoa(i+1), l.PointsNote)
	}
	form := ui.NewForm(values, nil)
	if typed != nil {
		form = *typed
	}
	page := ui.Page{Title: scaleTitle, Faults: form.Faults(), Late: form.Notice(""), Crumbs: []ui.Link{{Text: rankingTitle, URL: "/cham-diem/" + f.Round.ID}, {Text: scaleTitle}}}
	return c.Page(status, page, scale(f, c.Actor.Has(thidua.RoleOffice), form, c.Keys(f.Scale.Version)))
}

// SaveScale saves how a year scores and by which decision the council agreed.
func (p Pages) SaveScale(c *handle.Ctx) error {
	f, err := p.App.ScaleOf(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	if err := p.App.SaveScale(c.Context(), c.Actor, typedScale(c, f)); err != nil {
		form, status := c.Again(err)
		if status == 0 {
			return err
		}
		return p.showScale(c, status, &form)
	}
	return c.Redirect("/cham-diem/" + c.Path("round"))
}

// typedScale reads the form; what an open scale does not send any more stays as it is.
func typedScale(c *handle.Ctx, f app.ScaleForm) app.ScaleForm {
	f.Scale.Version, f.Scale.Decision, f.Scale.AgreedOn = c.Form.Version(), c.Form.Get("decision"), c.Form.Day("agreed")
	if f.Open {
		return f
	}
	f.Round.ByPoints, f.Round.OfficeReviewer = c.Form.Get("kind") != "dat", c.Form.Get("reviewer")
	if n, err := strconv.ParseInt(c.Form.Get("round-version"), 10, 64); err == nil {
		f.Round.Version = n
	}
	for i := range f.Leaves {
		f.Leaves[i].MaxPoints = 0
		if got := points(c.Form.Get("max-" + strconv.Itoa(i+1))); got != nil {
			f.Leaves[i].MaxPoints = *got
		}
		f.Leaves[i].PointsNote = c.Form.Get("note-" + strconv.Itoa(i+1))
	}
	return f
}

// Index lists the published ranks of the agency, with the form that records one.
func (p Pages) Index(c *handle.Ctx) error { return p.showIndex(c, http.StatusOK, ui.NewForm(nil, nil)) }

func (p Pages) showIndex(c *handle.Ctx, status int, form ui.Form) error {
	all, err := p.App.IndexResults(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Page(status, ui.Page{Title: indexTitle, Faults: form.Faults(), Late: form.Notice("")}, index(all, form, c.Keys(0)))
}

// SaveIndex records the rank of a year.
func (p Pages) SaveIndex(c *handle.Ctx) error {
	err := p.App.SaveIndexResult(c.Context(), c.Actor, thidua.IndexResult{Year: whole(c, "year"), Rank: whole(c, "rank"), Of: whole(c, "of"),
		PublishedOn: c.Form.Day("published"), Document: c.Form.Get("document")})
	if err == nil {
		return c.Redirect("/chi-so")
	}
	return c.AgainOn(err, p.showIndex)
}

// whole reads a whole number; -1 for anything else, which no check accepts.
func whole(c *handle.Ctx, field string) int {
	n, err := strconv.Atoi(c.Form.Get(field))
	if err != nil {
		return -1
	}
	return n
}

// Evaluations lists the classes of a year, with the form that records one; without a year it is the last whole one.
func (p Pages) Evaluations(c *handle.Ctx) error { return p.showEvaluations(c, http.StatusOK, nil) }

func (p Pages) showEvaluations(c *handle.Ctx, status int, typed *ui.Form) error {
	year, now := whole(c, "nam"), p.App.Today().Year()
	if year < 0 {
		year = now - 1
	}
	all, err := p.App.Evaluations(c.Context(), c.Actor, year)
	if err != nil {
		return err
	}
	form := ui.NewForm(url.Values{"nam": {strconv.Itoa(year)}, "person": {c.Form.Get("person")}}, nil)
	if typed != nil {
		form = *typed
	}
	return c.Page(status, ui.Page{Title: evaluationTitle, Faults: form.Faults(), Late: form.Notice("")}, evaluations(all, year, now, form, c.Keys(0)))
}

// SaveEvaluation records the class of a person in a year.
func (p Pages) SaveEvaluation(c *handle.Ctx) error {
	e := thidua.EvaluationResult{Person: c.Form.Get("person"), Year: whole(c, "nam"), Class: thidua.EvaluationClass(c.Form.Get("class")),
		Decision: c.Form.Get("decision"), On: c.Form.Day("on")}
	err := p.App.SaveEvaluation(c.Context(), c.Actor, e)
	if err == nil {
		return c.Redirect("/xep-loai?nam=" + strconv.Itoa(e.Year))
	}
	form, status := c.Again(err)
	if status == 0 {
		return err
	}
	return p.showEvaluations(c, status, &form)
}
