package movement

import (
	"net/http"
	"net/url"
	"strconv"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/launch"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

func movementURL(id string) string { return "/phong-trao/" + url.PathEscape(id) }

// Latest leads to the movement that runs now, or says how to begin.
func (p Pages) Latest(c *handle.Ctx) error {
	y, err := p.App.Years(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	if y.Movement.ID == "" {
		return c.Page(http.StatusOK, ui.Page{Title: movementTitle}, noMovement(c.Actor.Has(thidua.RoleOffice)))
	}
	return c.Redirect(movementURL(y.Movement.ID))
}

// overview is what the page of a movement is drawn from.
type overview struct {
	app.MovementView
	keys    ui.Keys
	office  bool
	council bool // the council is to be prepared now, and its pages are there
	done    string
	form    ui.Form
	around  launch.Around // movements beside this one, criteria of attached documents
}

// Movement shows a movement in one of its years.
func (p Pages) Movement(c *handle.Ctx) error {
	asked := 0
	if c.Form.Get("nam") == wholePeriod {
		return p.whole(c, c.Path("movement"))
	}
	if text := c.Form.Get("nam"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n == 0 {
			return errUnknown
		}
		asked = n
	}
	return p.showMovement(c, http.StatusOK, c.Path("movement"), asked, ui.Form{})
}

func (p Pages) showMovement(c *handle.Ctx, status int, id string, year int, form ui.Form) error {
	v, err := p.App.MovementOf(c.Context(), c.Actor, id, year)
	if err != nil {
		return err
	}
	o := overview{MovementView: v, keys: c.Keys(v.Movement.Version), office: c.Actor.Has(thidua.RoleOffice), done: c.Form.Get("xong"), form: form}
	if o.around, err = p.Launch.Around(c.Context(), c.Actor, id); err != nil {
		return err
	}
	o.council = o.office && v.Round.State == thidua.RoundJudging && p.Known("/hoi-dong")
	return c.Page(status, ui.Page{Title: movementTitle, Faults: form.Faults()}, movementPage(o))
}

// MoveMovement takes a movement one step further.
func (p Pages) MoveMovement(c *handle.Ctx) error {
	id, do := c.Path("movement"), thidua.Action(c.Path("action"))
	if err := p.App.MoveMovement(c.Context(), c.Actor, id, do, c.Form.Version()); err != nil {
		return err
	}
	return c.Redirect(movementURL(id) + "?xong=" + string(do))
}

// MoveRound takes a year one step further; a refused one shows the movement again with the reason as typed.
func (p Pages) MoveRound(c *handle.Ctx) error {
	season, err := p.App.Season(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	do := thidua.Action(c.Path("action"))
	err = p.App.MoveRound(c.Context(), c.Actor, season.Round.ID, do, c.Form.Version(), c.Form.Get("reason"))
	if err == nil {
		return c.Redirect(yearURL(season.Movement.ID, season.Round.Year) + "&xong=" + string(do))
	}
	form, ok := c.Refused(err)
	if !ok {
		return err
	}
	return p.showMovement(c, http.StatusUnprocessableEntity, season.Movement.ID, season.Round.Year, form)
}

func yearURL(movement string, year int) string {
	return movementURL(movement) + "?nam=" + strconv.Itoa(year)
}

// settings is what the page of the settings of a year is drawn from.
type settings struct {
	app.MovementView
	form   ui.Form
	keys   ui.Keys
	before int    // the year whose settings may be taken over; 0 when there is none, or once the work of this one has begun
	done   string // what was just done
}

// Settings shows what the agency sets for a year.
func (p Pages) Settings(c *handle.Ctx) error {
	season, err := p.App.Season(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	return p.showSettings(c, http.StatusOK, season, settings{form: ui.NewForm(typedRound(season.Round), nil), done: c.Form.Get("xong")})
}

func (p Pages) showSettings(c *handle.Ctx, status int, season app.Season, s settings) error {
	v, err := p.App.MovementOf(c.Context(), c.Actor, season.Movement.ID, season.Round.Year)
	if err != nil {
		return err
	}
	s.MovementView = v
	if s.before, err = p.Years.YearBefore(c.Context(), c.Actor, v.Round); err != nil {
		return err
	}
	if s.keys.Key == "" {
		s.keys = c.Keys(v.Round.Version)
	}
	s.form = s.form.Beside(typedRound(v.Round))
	page := ui.Page{Title: settingsTitle, Faults: s.form.Faults(), Late: s.form.Notice(settingsURL(v.Round.ID)),
		Crumbs: []ui.Link{{Text: movementTitle, URL: yearURL(v.Movement.ID, v.Round.Year)}, {Text: settingsTitle}}}
	return c.Page(status, page, settingsPage(s))
}

func typedRound(r thidua.Round) url.Values {
	return url.Values{"internal": {day(r.InternalDue)}, "scoring": {day(r.ScoringDue)}, "dossier": {day(r.DossierInternal)}, "send": {day(r.SendInternal)},
		"quota-units": {quota(r.QuotaUnits)}, "quota-people": {quota(r.QuotaPeople)}, "quota-source": {r.QuotaSource}, "reached": {strconv.Itoa(r.ReachedFrom)},
		"points": {strconv.FormatBool(r.ByPoints)}, "reviewer": {r.OfficeReviewer}, "internal-rank": {strconv.FormatBool(r.InternalRank)}}
}

// quota writes a quota; one that is not known yet is blank.
func quota(n int) string {
	if n < 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// SaveSettings keeps what the agency sets for a year.
func (p Pages) SaveSettings(c *handle.Ctx) error {
	season, err := p.App.Season(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	r, err := readRound(season.Round, c.Form)
	if err == nil {
		err = p.App.SaveRound(c.Context(), c.Actor, r)
	}
	if err == nil {
		return c.Redirect(yearURL(season.Movement.ID, r.Year) + "&xong=" + string(thidua.SetRound))
	}
	if app.IsStale(err) {
		return p.showSettings(c, http.StatusConflict, season, settings{form: ui.LateForm(c.Form.Raw())})
	}
	form, ok := c.Refused(err)
	if !ok {
		return err
	}
	return p.showSettings(c, http.StatusUnprocessableEntity, season, settings{form: form, keys: c.Keys(c.Form.Version())})
}

func readRound(r thidua.Round, form handle.Values) (thidua.Round, error) {
	in := reader{form: form}
	r.InternalDue, r.ScoringDue, r.DossierInternal, r.SendInternal = in.day("internal"), in.day("scoring"), in.day("dossier"), in.day("send")
	r.QuotaUnits, r.QuotaPeople, r.QuotaSource = in.quota("quota-units"), in.quota("quota-people"), in.text("quota-source")
	r.ReachedFrom, _ = strconv.Atoi(in.text("reached"))
	r.ByPoints, r.InternalRank, r.OfficeReviewer = form.Get("points") == "true", form.Get("internal-rank") == "true", form.Get("reviewer")
	r.Version = form.Version()
	return r, in.faults.Err()
}

func (r *reader) quota(field string) int {
	text := r.text(field)
	if text == "" {
		return -1
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > 10000 {
		r.faults.Add(field, CodeNumber)
	}
	return n
}

// completion is what the page that completes a plan is drawn from.
type completion struct {
	app.MovementView
	form ui.Form
	keys ui.Keys
}

// Complete shows what the plan left open, with the fields to enter it.
func (p Pages) Complete(c *handle.Ctx) error {
	return p.showComplete(c, http.StatusOK, completion{})
}

func (p Pages) showComplete(c *handle.Ctx, status int, s completion) error {
	v, err := p.App.MovementOf(c.Context(), c.Actor, c.Path("movement"), 0)
	if err != nil {
		return err
	}
	s.MovementView = v
	if status == http.StatusOK {
		s.form = ui.NewForm(typedEdition(v), nil)
	}
	if s.keys.Key == "" {
		s.keys = c.Keys(v.Definition.Version)
	}
	s.form = s.form.Beside(typedEdition(v))
	page := ui.Page{Title: completeTitle, Faults: s.form.Faults(), Late: s.form.Notice(completeURL(v.Movement.ID)),
		Crumbs: []ui.Link{{Text: movementTitle, URL: movementURL(v.Movement.ID)}, {Text: completeTitle}}}
	return c.Page(status, page, completePage(s))
}

func typedEdition(v app.MovementView) url.Values {
	f := url.Values{"number": {v.Definition.PlanNumber}, "issued": {day(v.PlanDate)}, "starts": {day(v.Definition.From)}}
	for i, d := range v.Deadlines {
		set(f, "deadline", i+1, "id", d.ID, "day", typedDeadline(d), "inclusive", strconv.FormatBool(d.Inclusive), "next", strconv.FormatBool(d.NextYear),
			"reference", d.Reference)
	}
	return f
}

// SaveComplete enters what the plan left open.
func (p Pages) SaveComplete(c *handle.Ctx) error {
	v, err := p.App.MovementOf(c.Context(), c.Actor, c.Path("movement"), 0)
	if err != nil {
		return err
	}
	s, err := readSupplement(v, c.Form)
	if err == nil {
		err = p.App.SupplementEdition(c.Context(), c.Actor, s)
	}
	if err == nil {
		return c.Redirect(movementURL(v.Movement.ID) + "?xong=" + string(thidua.CompletePlan))
	}
	if app.IsStale(err) {
		return p.showComplete(c, http.StatusConflict, completion{form: ui.LateForm(c.Form.Raw())})
	}
	form, ok := c.Refused(err)
	if !ok {
		return err
	}
	return p.showComplete(c, http.StatusUnprocessableEntity, completion{form: form, keys: c.Keys(c.Form.Version())})
}

func readSupplement(v app.MovementView, form handle.Values) (app.Supplement, error) {
	in := reader{form: form}
	s := app.Supplement{Edition: v.Definition.ID, Version: form.Version(), PlanNumber: in.text("number"), PlanDate: in.day("issued"), From: in.day("starts"),
		Checked: form.All("checked")}
	for i, d := range v.Deadlines {
		if n := i + 1; d.Reference != "" && form.Get(at("deadline", n, "id")) == d.ID {
			in.deadline(&d, n)
			if text := in.text(at("deadline", n, "reference")); text != "" {
				d.Reference = text
			}
			s.Deadlines = append(s.Deadlines, d)
		}
	}
	return s, in.faults.Err()
}

// share writes a part of a whole for a figure, and a dash while nothing is known.
func share(known bool, n int) string {
	if !known {
		return "–"
	}
	return vi.Whole(n)
}
