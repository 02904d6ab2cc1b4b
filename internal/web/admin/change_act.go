package admin

import (
	"os"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// SaveChange keeps where people and the work of the year go.
func (p Pages) SaveChange(c *handle.Ctx) error {
	v, err := p.changeView(c)
	if err != nil {
		return err
	}
	plan := thidua.ChangePlan{Follow: map[string]string{}, Counts: c.Form.Has("counts")}
	for _, m := range v.Plan.Posts {
		m.Unit, m.Way, m.Title, m.Rank = c.Form.Get("unit-"+m.Post), thidua.PostGoes, c.Form.Text("title-"+m.Post), rankOf(c.Form.Get("rank-"+m.Post))
		if w := thidua.PostWay(m.Unit); w == thidua.PostStays || w == thidua.PostEnds {
			m.Way, m.Unit = w, ""
		}
		plan.Posts = append(plan.Posts, m)
	}
	for _, u := range v.Plan.Units {
		plan.Follow[u] = c.Form.Get("follow-" + u)
	}
	return p.onChange(c, p.App.SaveChange(c.Context(), c.Actor, v.ID, c.Form.Version(), plan))
}

// RecordChange puts a change into force, at once or on its day.
func (p Pages) RecordChange(c *handle.Ctx) error {
	return p.onChange(c, p.App.RecordChange(c.Context(), c.Actor, c.Path("change"), c.Form.Version()))
}

// DropChange gives a draft or a planned change up.
func (p Pages) DropChange(c *handle.Ctx) error {
	err := p.App.DropChange(c.Context(), c.Actor, c.Path("change"), c.Form.Version())
	if err == nil {
		return c.Redirect(changesURL + "?xong=1")
	}
	return p.onChange(c, err)
}

// UndoChange takes a change back.
func (p Pages) UndoChange(c *handle.Ctx) error {
	return p.onChange(c, p.App.UndoChange(c.Context(), c.Actor, c.Path("change"), c.Form.Version(), c.Form.Text("reason")))
}

func (p Pages) onChange(c *handle.Ctx, err error) error {
	if err == nil {
		return c.Redirect(changesURL + "/" + c.Path("change") + "?xong=1")
	}
	v, missing := p.changeView(c)
	if missing != nil {
		return missing
	}
	return c.ShowAgain(err, v.page(), func(f ui.Form) templ.Component {
		v.form = v.form.With(f.Faults())
		if f.Sent("reason") || len(v.Plan.Posts) > 0 && f.Sent("unit-"+v.Plan.Posts[0].Post) {
			v.form = f
		}
		return changeCheck(v)
	})
}

// ChangeScan gives the scan of the decision.
func (p Pages) ChangeScan(c *handle.Ctx) error {
	return c.Stored(func() (thidua.FileRef, *os.File, error) {
		return p.App.ChangeScan(c.Context(), c.Actor, c.Path("change"))
	})
}
