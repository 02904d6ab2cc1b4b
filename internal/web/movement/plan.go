package movement

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/plan"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Plans shows the plans that were uploaded and the form for another one.
func (p Pages) Plans(c *handle.Ctx) error { return p.showPlans(c, http.StatusOK, ui.Form{}) }

func (p Pages) showPlans(c *handle.Ctx, status int, form ui.Form) error {
	all, err := p.App.Plans(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Page(status, ui.Page{Title: planTitle, Faults: form.Faults()}, plansPage(all, form, c.Keys(0)))
}

// Upload reads a plan and leads to its review.
func (p Pages) Upload(c *handle.Ctx) error {
	read, err := p.upload(c)
	if err == nil {
		return c.Redirect(planURL(read.ID))
	}
	form, ok := c.Refused(err)
	if !ok {
		return err
	}
	return p.showPlans(c, http.StatusUnprocessableEntity, form)
}

func (p Pages) upload(c *handle.Ctx) (read thidua.PlanSource, err error) {
	files, err := c.Form.Uploads("file")
	if err != nil {
		return read, fmt.Errorf("upload: %w", err)
	}
	if len(files) == 0 {
		return read, thidua.Faults{{Field: "file", Code: app.CodePlanMissing}}.Err()
	}
	for _, f := range files {
		defer func() { err = errors.Join(err, f.Body.Close()) }()
	}
	return p.App.UploadPlan(c.Context(), c.Actor, files[0].Name, files[0].Body)
}

// maker puts a plan to use and gives the page of what was made of it.
type maker = func(ctx context.Context, actor thidua.Actor, id string, version int64) (url string, err error)

// makers give the way to put a plan to use by each act: a movement, or the tasks of a round.
func (p Pages) makers() map[thidua.Action]maker {
	movement := func(make func(context.Context, thidua.Actor, string, int64) (thidua.Movement, error)) maker {
		return func(ctx context.Context, actor thidua.Actor, id string, version int64) (string, error) {
			m, err := make(ctx, actor, id, version)
			return movementURL(m.ID), err
		}
	}
	return map[thidua.Action]maker{
		thidua.ConfirmPlan: movement(p.App.ConfirmPlan), thidua.CreateFromPlan: movement(p.App.ApplyPlan),
		thidua.CreateTasks: func(ctx context.Context, actor thidua.Actor, id string, version int64) (string, error) {
			round, err := p.App.CreateTasks(ctx, actor, id, version)
			return tasksURL(round.ID), err
		},
	}
}

// review is what the page of a plan is drawn from.
type review struct {
	app.PlanView
	form  ui.Form
	keys  ui.Keys
	saved bool
	items []plan.Item
	place func(plan.Span) (from, to int) // in the original
	lines []sourceRow
}

// Plan shows a plan under review beside its text.
func (p Pages) Plan(c *handle.Ctx) error {
	v, err := p.App.Plan(c.Context(), c.Actor, c.Path("plan"))
	if err != nil {
		return err
	}
	return p.showPlan(c, http.StatusOK, review{PlanView: v, form: ui.NewForm(typed(v), nil), saved: c.Form.Get("xong") != ""})
}

func (p Pages) showPlan(c *handle.Ctx, status int, r review) error {
	r.items, r.place, r.lines = r.Draft.Items(), r.Draft.Placer(), sourceLines(r.Draft)
	if r.keys.Key == "" {
		r.keys = c.Keys(r.Source.Version)
	}
	page := ui.Page{Title: planTitle, Wide: true, Faults: r.form.Faults(), Late: r.form.Notice(planURL(r.Source.ID)), Crumbs: []ui.Link{{Text: movementTitle, URL: "/phong-trao"}, {Text: planTitle}}}
	return c.Page(status, page, reviewPage(r))
}

// SavePlan keeps what was typed and ticked.
func (p Pages) SavePlan(c *handle.Ctx) error {
	version, v, err := p.keep(c)
	switch {
	case err == nil && c.Autosave():
		return c.Saved(version)
	case err == nil:
		return c.Redirect(planURL(v.Source.ID) + "?xong=1")
	case c.Autosave():
		return err
	}
	return p.refusedPlan(c, v, err)
}

// keep reads the form over the plan and saves it.
func (p Pages) keep(c *handle.Ctx) (int64, app.PlanView, error) {
	v, err := p.App.Plan(c.Context(), c.Actor, c.Path("plan"))
	if err != nil {
		return 0, v, err
	}
	if !c.Form.Has("end") {
		return 0, v, handle.ErrMalformed
	}
	r, err := reviewed(v, c.Form)
	if err != nil {
		return 0, v, err
	}
	version, err := p.App.EditPlan(c.Context(), c.Actor, v.Source.ID, c.Form.Version(), r)
	return version, v, err
}

// MovePlan saves what was typed and makes the movement, or the tasks, of it, or drops the plan.
func (p Pages) MovePlan(c *handle.Ctx) error {
	do := thidua.Action(c.Path("action"))
	if do == thidua.DropPlan {
		if err := p.App.DropPlan(c.Context(), c.Actor, c.Path("plan"), c.Form.Version()); err != nil {
			return err
		}
		return c.Redirect("/ke-hoach")
	}
	if do == thidua.AddDocument {
		return p.attachToPlan(c)
	}
	make, ok := p.makers()[do]
	if !ok {
		return errUnknown
	}
	version, v, err := p.keep(c)
	if err != nil {
		return p.refusedPlan(c, v, err)
	}
	made, err := make(c.Context(), c.Actor, v.Source.ID, version)
	if err == nil {
		return c.Redirect(made + "?xong=" + string(do))
	}
	v, again := p.App.Plan(c.Context(), c.Actor, c.Path("plan"))
	if again != nil {
		return err
	}
	if do == thidua.ConfirmPlan && len(v.Open) > 0 {
		err = stillOpen(v).Err()
	}
	return p.refusedPlan(c, v, err)
}

// stillOpen names each field that keeps a plan from being confirmed.
func stillOpen(v app.PlanView) (f thidua.Faults) {
	d := v.Review.Definition
	for _, o := range v.Open {
		switch o.Kind {
		case thidua.OpenPassage:
			f.Add(lookedID(o.Number), CodeNotLooked, o.Number)
		case thidua.OpenDeadline:
			f.Add(deadlineField(v, o.ID), CodeNoDay, o.Number)
		}
		if o.Kind == thidua.OpenNumber && d.PlanNumber == "" {
			f.Add("number", CodeNoNumber, o.Number)
		}
		if o.Kind == thidua.OpenNumber && d.PlanDate == "" {
			f.Add("issued", CodeNoIssued, o.Number)
		}
	}
	return f
}

// deadlineField is the field in which the day of a deadline is typed.
func deadlineField(v app.PlanView, id string) string {
	return at("deadline", 1+slices.IndexFunc(v.Review.Definition.Deadlines, func(d thidua.Deadline) bool { return d.ID == id }), "day")
}

// refusedPlan shows the review again, everything as typed; after somebody else's save the next save is a choice.
func (p Pages) refusedPlan(c *handle.Ctx, v app.PlanView, cause error) error {
	if app.IsStale(cause) {
		return p.showPlan(c, http.StatusConflict, review{PlanView: v, form: ui.LateForm(c.Form.Raw()).Beside(typed(v))})
	}
	form, ok := c.Refused(cause)
	if !ok {
		return cause
	}
	keys := c.Keys(max(v.Source.Version, c.Form.Version()))
	return p.showPlan(c, http.StatusUnprocessableEntity, review{PlanView: v, form: form, keys: keys})
}

// PlanFile answers with the plan as it was uploaded.
func (p Pages) PlanFile(c *handle.Ctx) error {
	return c.Stored(func() (thidua.FileRef, *os.File, error) {
		return p.App.OpenPlanFile(c.Context(), c.Actor, c.Path("plan"))
	})
}

func planURL(id string) string { return "/ke-hoach/" + url.PathEscape(id) }

// openAt tells whether the item of a number still waits for somebody.
func (r review) openAt(number int) bool {
	for _, o := range r.Open {
		if o.Number == number {
			return true
		}
	}
	return false
}

// checked counts the items that need nothing more.
func (r review) checked() int {
	n := 0
	for _, it := range r.items {
		if !r.openAt(it.Number) {
			n++
		}
	}
	return n
}

func (r review) editable() bool { return r.Source.State == thidua.PlanOpen }

// field makes a field of the form, small as in a dense list.
func (r review) field(name, label, hint string) ui.Field {
	f := r.form.Field(name, label, hint)
	f.Small, f.ReadOnly = true, !r.editable()
	return f
}

// day writes a date as it would be typed.
func day(d thidua.Date) string { return vi.Date(d) }
