package inspection

import (
	"net/http"
	"net/url"
	"slices"

	"github.com/a-h/templ"

	"thidua"
	uses "thidua/internal/app/inspection"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

func followURL(id string) string { return "/kien-nghi/" + url.PathEscape(id) }

// follow is what the page of a recommendation is drawn from.
type follow struct {
	uses.Follow
	form ui.Form
	keys ui.Keys
	done bool
}

func (f follow) may(do thidua.Action) bool {
	return slices.ContainsFunc(f.Offers, func(o thidua.Offer) bool { return o.Do == do })
}

func (f follow) url(do thidua.Action) string { return followURL(f.ID) + "/" + string(do) }

func followCrumbs(v uses.Follow) ui.Page {
	return ui.Page{Title: followTitle, Crumbs: []ui.Link{{Text: listTitle, URL: listURL}, {Text: v.Name, URL: roundURL(v.Inspection)}, {Text: followTitle}}}
}

// Recommendation shows one recommendation with what came of it.
func (p Pages) Recommendation(c *handle.Ctx) error {
	v, err := p.Desk.Follow(c.Context(), c.Actor, c.Path("recommendation"))
	if err != nil {
		return err
	}
	return c.Page(http.StatusOK, followCrumbs(v), followPage(follow{Follow: v, form: ui.NewForm(nil, nil), keys: c.Keys(v.Version), done: c.Form.Has("xong")}))
}

// Answer takes a recommendation on: the report of the unit, the confirmation or the return by Văn phòng.
func (p Pages) Answer(c *handle.Ctx) error {
	v, err := p.Desk.Follow(c.Context(), c.Actor, c.Path("recommendation"))
	if err != nil {
		return err
	}
	do := thidua.Action(c.Path("action"))
	if !slices.ContainsFunc(thidua.RecommendationFlow.Rules, func(r thidua.Rule) bool { return r.Do == do }) {
		return thidua.Refuse(thidua.NotFound, errUnknown)
	}
	in := uses.Answer{Version: c.Form.Version(), Text: c.Form.Text("answer"), On: c.Form.Day("answered"), DocNumber: c.Form.Text("doc"), Reason: c.Form.Text("reason")}
	in.File, err = c.KeepAny(p.App.KeepFile, "evidence")
	if err == nil {
		err = p.Desk.MoveRecommendation(c.Context(), c.Actor, v.ID, do, in)
	}
	if err == nil {
		return c.Redirect(followURL(v.ID) + "?xong=1")
	}
	return c.ShowAgain(err, followCrumbs(v), func(f ui.Form) templ.Component {
		return followPage(follow{Follow: v, form: f, keys: c.Keys(v.Version)})
	})
}

// Evidence gives the file with which the unit reported.
func (p Pages) Evidence(c *handle.Ctx) error {
	ref, content, err := p.Desk.Evidence(c.Context(), c.Actor, c.Path("recommendation"))
	return give(c, ref, content, err)
}
