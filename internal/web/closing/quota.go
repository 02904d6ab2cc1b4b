package closing

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app/closing"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Quota shows the form on which the number that may be proposed is recorded.
func (p Pages) Quota(c *handle.Ctx) error {
	v, err := p.begun(c)
	if err != nil {
		return err
	}
	form := ui.NewForm(url.Values{"units": {number(v.Closing.QuotaUnits)}, "people": {number(v.Closing.QuotaPeople)}, "source": {v.Closing.QuotaSource}}, nil)
	return c.Page(http.StatusOK, quotaPage(v), quota(v, form, c.Keys(v.Closing.Version)))
}

func (p Pages) begun(c *handle.Ctx) (closing.View, error) {
	v, err := p.Closing.View(c.Context(), c.Actor, c.Path("movement"))
	if err == nil && v.Closing.ID == "" {
		err = thidua.Refuse(thidua.Conflict, closing.CodeNotBegun)
	}
	return v, err
}

func quotaPage(v closing.View) ui.Page {
	return ui.Page{Title: quotaTitle, Crumbs: []ui.Link{{Text: pageTitle, URL: pageURL(v.Movement.ID)}, {Text: quotaTitle}}}
}

// SaveQuota records the number that may be proposed with its document.
func (p Pages) SaveQuota(c *handle.Ctx) error {
	v, err := p.begun(c)
	if err != nil {
		return err
	}
	q := closing.Quota{Movement: v.Movement.ID, Units: typed(c.Form.Get("units")), People: typed(c.Form.Get("people")), Source: c.Form.Get("source"), Version: c.Form.Version()}
	if err := p.Closing.SaveQuota(c.Context(), c.Actor, q); err != nil {
		return c.ShowAgain(err, quotaPage(v), func(form ui.Form) templ.Component { return quota(v, form, c.Keys(v.Closing.Version)) })
	}
	return c.Redirect(pageURL(v.Movement.ID) + "?xong=" + string(thidua.SetRound))
}

// number writes a quota; one that is not known yet is blank.
func number(n int) string {
	if n < 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// typed reads a quota; -1 for what is no number from 0 to 10000.
func typed(text string) int {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || n < 0 || n > 10000 {
		return -1
	}
	return n
}
