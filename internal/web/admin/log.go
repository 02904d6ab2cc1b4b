package admin

import (
	"net/http"
	"strings"
	"time"

	"thidua"
	"thidua/internal/app/agency"
	"thidua/internal/app/anchor"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

type logView struct {
	Lines    []agency.LogLine
	Accounts []thidua.Account
	Names    map[string]string
	Query    agency.LogQuery
	Form     ui.Form
	Pager    pager
	Filter   bool
	Loose    time.Time // since when nothing holds the log outside; zero while something does
}

// Log shows the events of the agency, the newest first.
func (p Pages) Log(c *handle.Ctx) error {
	q := agency.LogQuery{From: known(c.Form.Day("tu")), To: known(c.Form.Day("den")), Account: c.Form.Get("nguoi"), Kind: c.Form.Get("loai"), Object: c.Form.Get("doi-tuong"),
		Page: whole(c, "trang")}
	lines, more, err := p.App.Log(c.Context(), c.Actor, q)
	if err != nil {
		return err
	}
	v := logView{Lines: lines, Query: q, Names: map[string]string{}, Form: ui.NewForm(c.Form.Raw(), dayFaults(c, "tu", "den")),
		Pager: pagerOf(c, "/nhat-ky", len(lines), more), Filter: q != (agency.LogQuery{Page: q.Page})}
	outside, err := anchor.Over(p.App).StandingOf(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	v.Loose = outside.Since(c.Shell.Now())
	if v.Accounts, err = p.App.LogPeople(c.Context(), c.Actor); err != nil {
		return err
	}
	for _, a := range v.Accounts {
		v.Names["account:"+a.ID], v.Names[a.ID] = nameOf(a), nameOf(a)
	}
	return c.Page(http.StatusOK, ui.Page{Title: logTitle, Wide: true}, logPage(v))
}

// known gives a day that exists, or none: a filter that cannot be read does not narrow.
func known(d thidua.Date) thidua.Date {
	if d.Valid() {
		return d
	}
	return ""
}

func dayFaults(c *handle.Ctx, names ...string) (out []ui.Fault) {
	for _, name := range names {
		if d := c.Form.Day(name); d != "" && !d.Valid() {
			out = append(out, ui.Fault{Field: name, Text: vi.FaultSentence(thidua.Fault{Code: thidua.CodeDateWrong})})
		}
	}
	return out
}

func nameOf(a thidua.Account) string {
	if a.PersonName != "" {
		return a.PersonName
	}
	return a.UserName
}

// who gives the name as it was when the event was written; after an erasure, what is still known.
func (v logView) who(l agency.LogLine) string {
	switch {
	case l.Detail != nil && l.Detail.ActorName != "":
		return l.Detail.ActorName
	case l.Actor == "visitor":
		return vi.Visitor
	}
	return v.Names[l.Actor]
}

// onBehalf tells for whom it was done, when somebody recorded it for another.
func (v logView) onBehalf(l agency.LogLine) string {
	if name, ok := v.Names[l.ActingFor]; ok {
		return name
	}
	if strings.ContainsRune(l.ActingFor, ' ') {
		return l.ActingFor
	}
	return ""
}

func objectName(l agency.LogLine) string {
	if l.Detail == nil {
		return ""
	}
	return l.Detail.ObjectName
}

func reason(l agency.LogLine) string {
	if l.Detail == nil {
		return ""
	}
	return l.Detail.Reason
}
