package admin

import (
	"net/http"

	"thidua"
	"thidua/internal/app/agency"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

type changeView struct {
	agency.ChangeView
	form  ui.Form
	saved string
	keys  ui.Keys
}

func (v changeView) open() bool { return v.State == thidua.OrgDraft || v.State == thidua.OrgPlanned }

func (v changeView) url() string { return changesURL + "/" + v.ID }

func (v changeView) page() ui.Page {
	return under(changesTitle, changesURL, vi.ChangeNamed(v.OrgChange))
}

func (p Pages) changeView(c *handle.Ctx) (v changeView, err error) {
	v.ChangeView, err = p.App.ChangeView(c.Context(), c.Actor, c.Path("change"))
	v.saved, v.keys = saved(c), c.Keys(v.Version)
	pairs := []string{"counts", map[bool]string{true: "1"}[v.Plan.Counts]}
	for _, m := range v.Plan.Posts {
		unit := m.Unit
		if m.Way != thidua.PostGoes {
			unit = string(m.Way)
		}
		pairs = append(pairs, "unit-"+m.Post, unit, "title-"+m.Post, m.Title, "rank-"+m.Post, string(m.Rank))
	}
	for old, to := range v.Plan.Follow {
		pairs = append(pairs, "follow-"+old, to)
	}
	v.form = fresh(pairs...)
	return v, err
}

// Change shows a change: what it will do, or what it did.
func (p Pages) Change(c *handle.Ctx) error {
	v, err := p.changeView(c)
	if err != nil {
		return err
	}
	if v.open() {
		var faults []ui.Fault
		for _, f := range v.Faults {
			faults = append(faults, ui.Fault{Field: f.Field, Text: vi.FaultSentence(f)})
		}
		v.form = v.form.With(faults)
	}
	return c.Page(http.StatusOK, v.page(), changeCheck(v))
}
