// Package province is the pages of Sở Nội vụ and UBND tỉnh: what came, its appraisal, the comparison, the list, the decision, the roll.
package province

import (
	"net/http"
	"net/url"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app"
	uses "thidua/internal/app/province"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages answers for Sở Nội vụ and UBND tỉnh.
type Pages struct {
	App    *app.App
	Bureau *uses.Bureau
}

// Appraisers, Deciders and Both are who may use the pages.
var (
	Appraisers = handle.For(thidua.MayAppraise)
	Deciders   = handle.For(thidua.MayDecide)
	Both       = handle.For(thidua.MayReadRaised)
)

// UploadLimit bounds a form with a package or a signed copy, in bytes.
const UploadLimit = 80 << 20

// period is the key of the period in the address.
func period(c *handle.Ctx) string { return c.R.URL.Query().Get("ky") }

// at gives an address with the period that a page shows.
func at(path string, l uses.Look, more ...string) string {
	q := url.Values{}
	if len(l.Periods) > 1 {
		q.Set("ky", uses.PeriodKey(l.Period))
	}
	for i := 0; i+1 < len(more); i += 2 {
		if more[i+1] != "" {
			q.Set(more[i], more[i+1])
		}
	}
	if len(q) == 0 {
		return path
	}
	return path + "?" + q.Encode()
}

// periods lets somebody choose another movement or year.
func periods(path string, l uses.Look) (out []ui.NavItem) {
	for _, p := range l.Periods {
		one := uses.Look{Period: p, Periods: l.Periods}
		out = append(out, ui.NavItem{Text: vi.UpperFirst(vi.PeriodName(p)), URL: at(path, one), Here: p == l.Period})
	}
	return out
}

func points(q *thidua.Quantity) string {
	if q == nil {
		return ""
	}
	return vi.Number(*q)
}

// show answers with a page; a form that was refused says so above it.
func show(c *handle.Ctx, status int, title string, form ui.Form, body templ.Component, crumbs ...ui.Link) error {
	page := ui.Page{Title: title, Wide: true, Faults: form.Faults(), Late: form.Notice("")}
	if len(crumbs) > 0 {
		page.Crumbs = append(crumbs, ui.Link{Text: title})
	}
	return c.Page(status, page, body)
}

const ok = http.StatusOK

// kinds of subject in an address and in words.
func kindOf(c *handle.Ctx) thidua.SubjectKind {
	if c.R.URL.Query().Get("loai") == "ca-nhan" || c.Form.Get("loai") == "ca-nhan" {
		return thidua.Individual
	}
	return thidua.Collective
}

func kindKey(k thidua.SubjectKind) string {
	if k == thidua.Individual {
		return "ca-nhan"
	}
	return ""
}
