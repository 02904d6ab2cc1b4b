package admin

import (
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/a-h/templ"

	"thidua"
	"thidua/internal/app/agency"
	"thidua/internal/app/anchor"
	"thidua/internal/vi"
	"thidua/internal/vi/change"
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
	Closed   bool      // what was written is not told to who looks: an administrator
	Loose    time.Time // since when nothing holds the log outside; zero while something does
	Export   string    // the address of the export, to which the form of the file is added
}

// shownChanges is how many fields of an event the page tells.
const shownChanges = 20

// changed tells what an act changed; more is how much else did.
func changed(l agency.LogLine) (lines []change.Line, more int) {
	if l.Detail == nil {
		return nil, 0
	}
	return change.Lines(l.Detail.Before, l.Detail.After, shownChanges)
}

// securityGroup is the group of acts in the address of the filter.
const securityGroup = "an-toan"

func origin(l agency.LogLine) string {
	if l.Detail == nil {
		return ""
	}
	return l.Detail.Origin
}

// logURL is the address of the log.
const logURL = "/nhat-ky"

func logQuery(c *handle.Ctx) agency.LogQuery {
	return agency.LogQuery{From: known(c.Form.Day("tu")), To: known(c.Form.Day("den")), Account: c.Form.Get("nguoi"), Kind: c.Form.Get("loai"), Object: c.Form.Get("doi-tuong"),
		Do: thidua.Action(c.Form.Get("viec")), Security: c.Form.Get("nhom") == securityGroup, Hours: hours(c), Page: whole(c, "trang")}
}

// windows are the hours of which the report of an incident is asked: the first notice within a day, the report within three.
var windows = []int{24, 72}

func hours(c *handle.Ctx) int {
	if n := whole(c, "gio"); slices.Contains(windows, n) {
		return n
	}
	return 0
}

// ExportLog gives the events that the filter leaves as a workbook, or as a text table.
func (p Pages) ExportLog(c *handle.Ctx) error {
	plain, name, kind := c.Form.Get("dang") == "csv", "nhat-ky.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	if plain {
		name, kind = "nhat-ky.csv", "text/csv; charset=utf-8"
	}
	data, err := p.App.ExportLog(c.Context(), c.Actor, logQuery(c), plain)
	if err != nil {
		return err
	}
	return c.Download(name, kind, false, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// exportAddress keeps the filter of the page.
func exportAddress(c *handle.Ctx) string {
	q := url.Values{}
	for _, name := range []string{"tu", "den", "nguoi", "loai", "doi-tuong", "viec", "nhom"} {
		if v := c.Form.Get(name); v != "" {
			q.Set(name, v)
		}
	}
	if len(q) == 0 {
		return logURL + "/xuat?"
	}
	return logURL + "/xuat?" + q.Encode() + "&"
}

// Log shows the events of the agency, the newest first.
func (p Pages) Log(c *handle.Ctx) error {
	q := logQuery(c)
	lines, more, err := p.App.Log(c.Context(), c.Actor, q)
	if err != nil {
		return err
	}
	v := logView{Lines: lines, Query: q, Names: map[string]string{}, Form: ui.NewForm(c.Form.Raw(), dayFaults(c, "tu", "den")),
		Pager: pagerOf(c, logURL, len(lines), more), Filter: q != (agency.LogQuery{Page: q.Page}), Export: exportAddress(c),
		Closed: !c.Actor.Has(thidua.RoleOffice, thidua.RoleLeader, thidua.RoleInspector)}
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
	return searched(c, ui.Page{Title: logTitle, Wide: true}, v.Form, logPage(v))
}

// known gives a day that exists, or none: a filter that cannot be read does not narrow.
func known(d thidua.Date) thidua.Date {
	if d.Valid() {
		return d
	}
	return ""
}

// searched shows a page with its search; what of it cannot be read is told at its head and in its title as in any refused form.
func searched(c *handle.Ctx, page ui.Page, form ui.Form, body templ.Component) error {
	status := http.StatusOK
	if page.Faults = form.Faults(); len(page.Faults) > 0 {
		status, page.Searched = http.StatusUnprocessableEntity, true
	}
	return c.Page(status, page, body)
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
