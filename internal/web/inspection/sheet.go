package inspection

import (
	"net/http"
	"slices"
	"thidua"
	uses "thidua/internal/app/inspection"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"

	"github.com/a-h/templ"
)

// sheet is what the page of a round is drawn from; the form belongs to the act that was refused.
type sheet struct {
	uses.View
	form ui.Form
	act  thidua.Action
	keys ui.Keys
	done bool
}

// of gives the form of an act: empty unless it was this one that was refused.
func (s sheet) of(do thidua.Action) ui.Form {
	if s.act == do {
		return s.form
	}
	return ui.NewForm(nil, nil)
}

func (s sheet) url(do thidua.Action) string { return roundURL(s.ID) + "/" + string(do) }

// waiting are the units whose finding is not written.
func (s sheet) waiting() (n int) {
	for _, v := range s.Visits {
		if v.Finding == "" {
			n++
		}
	}
	return n
}

func (s sheet) units() []ui.Choice {
	var out []ui.Choice
	for _, v := range s.Visits {
		out = append(out, ui.Choice{Value: v.Unit, Text: v.UnitName})
	}
	return out
}

// Round shows one inspection round.
func (p Pages) Round(c *handle.Ctx) error {
	v, err := p.Desk.View(c.Context(), c.Actor, c.Path("inspection"))
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, roundCrumbs(v), roundPage(sheet{View: v, form: ui.NewForm(nil, nil), keys: c.Keys(v.Version), done: c.Form.Has("xong")}))
}

func roundCrumbs(v uses.View) ui.Page {
	return ui.Page{Title: v.Name, Crumbs: []ui.Link{{Text: listTitle, URL: listURL}, {Text: v.Name}}}
}

// Act begins or ends a round, writes a finding or a recommendation.
func (p Pages) Act(c *handle.Ctx) error {
	v, err := p.Desk.View(c.Context(), c.Actor, c.Path("inspection"))
	if err != nil {
		return err
	}
	do, version := thidua.Action(c.Path("action")), c.Form.Version()
	switch {
	case !slices.ContainsFunc(thidua.InspectionFlow.Rules, func(r thidua.Rule) bool { return r.Do == do }):
		return thidua.Refuse(thidua.NotFound, errUnknown)
	case do == thidua.RecordFinding:
		err = p.Desk.RecordFinding(c.Context(), c.Actor, v.ID, version, c.Form.Get("unit"), c.Form.Text("finding"), c.Form.Day("on"))
	case do == thidua.Recommend:
		err = p.Desk.Recommend(c.Context(), c.Actor, thidua.Recommendation{Inspection: v.ID, Unit: c.Form.Get("asked"), Text: c.Form.Text("text"), Due: c.Form.Day("due")})
	default:
		err = p.Desk.Move(c.Context(), c.Actor, v.ID, do, version)
	}
	if err == nil {
		return c.Redirect(roundURL(v.ID) + "?xong=1")
	}
	return c.ShowAgain(err, roundCrumbs(v), func(f ui.Form) templ.Component {
		return roundPage(sheet{View: v, form: f, act: do, keys: c.Keys(v.Version)})
	})
}
