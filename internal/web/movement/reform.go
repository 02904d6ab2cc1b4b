package movement

import (
	"cmp"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

func tasksURL(round string) string { return roundURL(round) + "/nhiem-vu" }

func taskURL(id string) string { return "/nhiem-vu/" + url.PathEscape(id) }

// tasks is what the list of the tasks of a round is drawn from.
type tasks struct {
	app.ReformView
	office bool
	done   string
	by     string // "han" for groups by day, else by unit
}

// taskGroup is a card of the list.
type taskGroup struct {
	name  string
	lines []app.ReformLine
	hot   bool
}

// Tasks lists the tasks of the reform plans of a round, by unit or by day (theo=han).
func (p Pages) Tasks(c *handle.Ctx) error {
	v, err := p.App.ReformTasks(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	t := tasks{ReformView: v, office: c.Actor.Has(thidua.RoleOffice), done: c.Form.Get("xong"), by: c.Form.Get("theo")}
	page := ui.Page{Title: tasksTitle, Crumbs: []ui.Link{{Text: movementTitle, URL: yearURL(v.Movement.ID, v.Round.Year)}, {Text: tasksTitle}}}
	return c.Page(http.StatusOK, page, tasksPage(t))
}

// stands are the groups by day, in the order of the page.
var stands = []thidua.ReformStand{thidua.StandTaskOverdue, thidua.StandTaskSoon, thidua.StandTaskAhead, thidua.StandTaskUndated, thidua.StandTaskDone,
	thidua.StandTaskLate, thidua.StandTaskWithdrawn}

// groups parts the tasks by unit, or by how they stand; those that were withdrawn come last.
func (t tasks) groups() (out []taskGroup) {
	if t.by == "han" {
		return t.byDay()
	}
	lines := slices.Clone(t.Lines)
	slices.SortStableFunc(lines, func(a, b app.ReformLine) int { return gone(a) - gone(b) })
	for _, l := range lines {
		name := l.UnitName
		if l.State == thidua.ReformWithdrawn {
			name = vi.ReformStand(thidua.StandTaskWithdrawn)
		}
		if n := len(out); n == 0 || out[n-1].name != name {
			out = append(out, taskGroup{name: name})
		}
		g := &out[len(out)-1]
		g.lines = append(g.lines, l)
		g.hot = g.hot || l.Stand == thidua.StandTaskOverdue
	}
	return out
}

func (t tasks) byDay() (out []taskGroup) {
	for _, s := range stands {
		g := taskGroup{name: vi.ReformStand(s), hot: s == thidua.StandTaskOverdue}
		for _, l := range t.Lines {
			if l.Stand == s {
				g.lines = append(g.lines, l)
			}
		}
		slices.SortStableFunc(g.lines, func(a, b app.ReformLine) int { return cmp.Compare(a.LastDay(), b.LastDay()) })
		if len(g.lines) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// gone is 1 for a task that was withdrawn.
func gone(l app.ReformLine) int {
	if l.State == thidua.ReformWithdrawn {
		return 1
	}
	return 0
}

// count tells how many tasks stand in one of the ways.
func (t tasks) count(ways ...thidua.ReformStand) (n int) {
	for _, l := range t.Lines {
		if slices.Contains(ways, l.Stand) {
			n++
		}
	}
	return n
}

// task is what the page of one task is drawn from.
type task struct {
	app.ReformTaskView
	form ui.Form
	keys ui.Keys
	done string
}

// Task shows one task of a reform plan with what may be done to it.
func (p Pages) Task(c *handle.Ctx) error {
	v, err := p.App.ReformTask(c.Context(), c.Actor, c.Path("task"))
	if err != nil {
		return err
	}
	return p.showTask(c, http.StatusOK, task{ReformTaskView: v, form: ui.NewForm(typedTask(v), nil), done: c.Form.Get("xong")})
}

func (p Pages) showTask(c *handle.Ctx, status int, t task) error {
	t.keys = c.Keys(t.Version)
	page := ui.Page{Title: taskTitle, Faults: t.form.Faults(), Late: t.form.Notice(taskURL(t.ID)), Crumbs: []ui.Link{
		{Text: movementTitle, URL: yearURL(t.Movement.ID, t.Year)}, {Text: tasksTitle + " " + strconv.Itoa(t.Year), URL: tasksURL(t.Round)}, {Text: taskTitle}}}
	return c.Page(status, page, taskPage(t))
}

func typedTask(v app.ReformTaskView) url.Values {
	return url.Values{"text": {v.Text}, "product": {v.Product}, "owner": {v.Unit}, "due": {day(v.Due)}, "inclusive": {strconv.FormatBool(v.Inclusive)},
		"on": {day(v.Today)}}
}

// MoveTask corrects a task, records its completion, opens it again or withdraws it; a refused form comes back as typed.
func (p Pages) MoveTask(c *handle.Ctx) error {
	v, err := p.App.ReformTask(c.Context(), c.Actor, c.Path("task"))
	if err != nil {
		return err
	}
	do := thidua.Action(c.Path("action"))
	if !slices.ContainsFunc(thidua.ReformTaskFlow.Rules, func(r thidua.Rule) bool { return r.Do == do }) {
		return errUnknown
	}
	typed, err := readTask(v, do, c.Form)
	if err == nil {
		err = p.App.MoveReformTask(c.Context(), c.Actor, do, typed, c.Form.Get("reason"))
	}
	if err == nil {
		return c.Redirect(taskURL(v.ID) + "?xong=" + string(do))
	}
	form, status := c.Again(err)
	if status == 0 {
		return err
	}
	saved := typedTask(v)
	all := typedTask(v)
	for name, values := range c.Form.Raw() {
		all[name] = values
	}
	if form.Late() {
		form = ui.LateForm(all).Beside(saved)
	} else {
		form = ui.NewForm(all, form.Faults())
	}
	return p.showTask(c, status, task{ReformTaskView: v, form: form})
}

func readTask(v app.ReformTaskView, do thidua.Action, form handle.Values) (thidua.ReformTask, error) {
	in := reader{form: form}
	t := thidua.ReformTask{ID: v.ID, Version: form.Version()}
	switch do {
	case thidua.MendTask:
		t.Text, t.Product, t.Unit, t.Due, t.Inclusive = in.text("text"), in.text("product"), form.Get("owner"), in.day("due"), form.Get("inclusive") == "true"
	case thidua.CompleteTask:
		t.DoneOn, t.DoneNote = in.day("on"), in.text("note")
	}
	return t, in.faults.Err()
}
