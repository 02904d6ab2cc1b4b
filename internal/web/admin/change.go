package admin

import (
	"net/http"
	"slices"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// ChangeLimit bounds the form of a change with the scan of its decision.
const ChangeLimit = ui.MaxUpload + 1<<20

const changesURL = "/thay-doi-to-chuc"

// Changes lists the changes of the organisation.
func (p Pages) Changes(c *handle.Ctx) error {
	all, err := p.App.Changes(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	units, err := p.App.UnitList(c.Context(), c.Actor, true)
	if err != nil {
		return err
	}
	names := map[string]string{}
	for _, u := range units {
		names[u.ID] = u.Name
	}
	return c.Page(http.StatusOK, under(unitsTitle, "/don-vi", changesTitle), changeList(all, names, saved(c)))
}

// newRows is how many new units a form of the kind offers.
func newRows(kind thidua.ChangeKind) int {
	switch kind {
	case thidua.ChangeSplit:
		return 3
	case thidua.ChangeRename, thidua.ChangeMerge:
		return 1
	}
	return 0
}

type changeForm struct {
	kind  thidua.ChangeKind
	units []thidua.Unit
	form  ui.Form
	keys  ui.Keys
}

func (p Pages) changeForm(c *handle.Ctx, show func(changeForm) error) error {
	v := changeForm{kind: thidua.ChangeKind(c.Form.Get("loai")), keys: c.Keys(0)}
	if !slices.Contains(thidua.ChangeKinds, v.kind) {
		v.kind = thidua.ChangeRename
	}
	var err error
	if v.units, err = p.App.UnitList(c.Context(), c.Actor, false); err != nil {
		return err
	}
	return show(v)
}

// NewChange shows the empty form of a change.
func (p Pages) NewChange(c *handle.Ctx) error {
	return p.changeForm(c, func(v changeForm) error {
		v.form = fresh("units", c.Form.Get("don-vi"))
		return c.Page(http.StatusOK, under(changesTitle, changesURL, vi.ChangeKind(v.kind)), changePage(v))
	})
}

// DraftChange keeps a change as a draft and leads to the page that says what it will do.
func (p Pages) DraftChange(c *handle.Ctx) error {
	return p.changeForm(c, func(v changeForm) error {
		scan, err := c.KeepAny(p.App.KeepFile, "scan")
		var made thidua.OrgChange
		if err == nil {
			made, err = p.App.DraftChange(c.Context(), c.Actor, changeOf(c, v, scan))
		}
		if err == nil {
			return c.Redirect(changesURL + "/" + made.ID)
		}
		return c.ShowAgain(err, under(changesTitle, changesURL, vi.ChangeKind(v.kind)), func(f ui.Form) templ.Component {
			v.form = f
			return changePage(v)
		})
	})
}
