package praise

import (
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/app/praise"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Evaluations shows the form that enters the classes of many at once; without a year it is the last whole one.
func (p Pages) Evaluations(c *handle.Ctx) error { return p.showEvaluations(c, http.StatusOK, nil) }

func (p Pages) showEvaluations(c *handle.Ctx, status int, typed *ui.Form) error {
	year, err := strconv.Atoi(c.Form.Get("nam"))
	if err != nil || year < 2000 {
		year = p.App.Today().Year() - 1
	}
	v, err := p.Desk.Evaluations(c.Context(), c.Actor, year)
	if err != nil {
		return err
	}
	form := ui.NewForm(url.Values{"lines": {open(v)}}, nil)
	if typed != nil {
		form = *typed
	}
	page := ui.Page{Title: evaluationTitle, Faults: form.Faults(), Late: form.Notice(""), Crumbs: []ui.Link{{Text: yearlyTitle, URL: "/xep-loai?nam=" + strconv.Itoa(year)}}}
	return c.Page(status, page, evaluations(v, year, form, c.Keys(0)))
}

// open gives a line for each person without a class, to be ended with it.
func open(v praise.Evaluations) string {
	var lines []string
	for _, s := range v.Open {
		line := s.Name + "; "
		if s.UnitName != "" {
			line += s.UnitName + "; "
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// SaveEvaluations enters the classes of many at once.
func (p Pages) SaveEvaluations(c *handle.Ctx) error {
	year, err := strconv.Atoi(c.Form.Get("nam"))
	if err == nil {
		_, err = p.Desk.SaveEvaluations(c.Context(), c.Actor, year, c.Form.Get("decision"), c.Form.Day("on"), c.Form.Get("lines"))
	} else {
		err = thidua.Faults{{Field: "lines", Code: praise.CodeNoLine}}.Err()
	}
	if err != nil {
		return again(c, err, p.showEvaluations)
	}
	return c.Redirect("/xep-loai?nam=" + strconv.Itoa(year))
}

func classNames() string {
	var out []string
	for _, c := range thidua.Classes {
		out = append(out, vi.Class(c))
	}
	return strings.Join(out, "; ")
}
