package movement

import (
	"net/http"
	"net/url"
	"strconv"

	"thidua"
	"thidua/internal/app/pasting"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

func pasteURL(round string) string { return tasksURL(round) + "/dan" }

// pasted is what the page of a pasted table is drawn from.
type pasted struct {
	pasting.Sheet
	form ui.Form
	keys ui.Keys
}

// PasteForm shows the form into which a table of tasks is pasted.
func (p Pages) PasteForm(c *handle.Ctx) error {
	s, err := p.Pasting.Sheet(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	return p.showPasted(c, http.StatusOK, pasted{Sheet: s, form: ui.NewForm(nil, nil)})
}

func (p Pages) showPasted(c *handle.Ctx, status int, t pasted) error {
	t.keys = c.Keys(0)
	page := ui.Page{Title: pasteTitle, Wide: true, Faults: t.form.Faults(), Crumbs: []ui.Link{{Text: movementTitle, URL: yearURL(t.Movement.ID, t.Round.Year)},
		{Text: tasksTitle + " " + strconv.Itoa(t.Round.Year), URL: tasksURL(t.Round.ID)}, {Text: pasteTitle}}}
	return c.Page(status, page, pastePage(t))
}

// PasteTasks reads a pasted table and shows its rows; the second time, with the rows looked at, it makes tasks of those that are chosen.
func (p Pages) PasteTasks(c *handle.Ctx) error {
	s, err := p.Pasting.Sheet(c.Context(), c.Actor, c.Path("round"))
	if err != nil {
		return err
	}
	t := pasted{Sheet: s}
	if c.Form.Get("dan-hang") != "" {
		if t.Rows, err = s.Read(c.Form.Get("dan")); err == nil {
			t.form = ui.NewForm(typedRows(t.Rows), nil)
			return p.showPasted(c, http.StatusOK, t)
		}
		t.Rows, _ = readRows(c.Form)
	} else {
		if t.Rows, err = readRows(c.Form); err == nil {
			_, err = p.Pasting.Save(c.Context(), c.Actor, s.Round.ID, t.Rows)
		}
		if err == nil {
			return c.Redirect(tasksURL(s.Round.ID) + "?xong=" + string(thidua.CreateTasks))
		}
	}
	form, status := c.Again(err)
	if status == 0 {
		return err
	}
	t.form = form
	return p.showPasted(c, status, t)
}

func typedRows(rows []pasting.Row) url.Values {
	f := url.Values{}
	for i, r := range rows {
		k := r.Task
		set(f, "task", i+1, "number", k.Number, "text", k.Text, "product", k.Product, "owner", k.Unit, "support", k.Support, "lead", k.Lead, "when", k.When,
			"due", day(k.Due), "inclusive", strconv.FormatBool(k.Inclusive || k.Due == ""))
		if r.Take {
			f.Set(at("task", i+1, "take"), "1")
		}
	}
	return f
}

// readRows reads the rows of the form as they were looked at; a table has no more rows than can be pasted at a time.
func readRows(form handle.Values) (out []pasting.Row, err error) {
	in := reader{form: form}
	for n := 1; n <= pasting.MaxRows && form.Has(at("task", n, "text")); n++ {
		text := func(name string) string { return in.text(at("task", n, name)) }
		r := pasting.Row{Number: n, Take: form.Get(at("task", n, "take")) != ""}
		r.Task = thidua.ReformTask{Number: text("number"), Text: text("text"), Product: text("product"), Unit: form.Get(at("task", n, "owner")), Lead: text("lead"),
			Support: text("support"), When: text("when"), Inclusive: form.Get(at("task", n, "inclusive")) == "true"}
		r.Task.Due = in.day(at("task", n, "due"))
		out = append(out, r)
	}
	return out, in.faults.Err()
}
