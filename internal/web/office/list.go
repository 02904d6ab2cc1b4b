package office

import (
	"errors"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/sheet"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// List is the pages of the consolidated list of registrations and of its way to the leader and to Sở Nội vụ.
type List struct {
	App *app.App
}

// pageSize is how many rows a page of the list shows.
const pageSize = 50

// listPage is what the page of the list is drawn from.
type listPage struct {
	app.RegistrationBook
	people bool
	query  url.Values
	rows   []app.RegistrationRow // after filters, of this page
	found  int                   // after filters
	page   int
	form   ui.Form
	keys   ui.Keys
	desk   bool // the actor is of Văn phòng
	slip   bool // the list has a Phiếu trình that the actor may open
	done   string
	left   []app.NotMoved // ticked rows that were refused, and why
}

// Current shows the list of the year that takes registrations.
func (l List) Current(c *handle.Ctx) error {
	round, err := l.App.RegistrationRound(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return l.show(c, http.StatusOK, round.ID, listPage{query: c.Form.Raw()})
}

// Of shows the list of any year.
func (l List) Of(c *handle.Ctx) error {
	return l.show(c, http.StatusOK, c.Path("round"), listPage{query: c.Form.Raw()})
}

// show reads the list into a page that knows its query, and after an act on rows what became of them.
func (l List) show(c *handle.Ctx, status int, round string, p listPage) error {
	b, err := l.App.RegistrationBook(c.Context(), c.Actor, round)
	if err != nil {
		return err
	}
	p.RegistrationBook, p.people, p.keys, p.desk = b, p.query.Get("loai") == "ca-nhan", c.Keys(0), c.Actor.Has(thidua.RoleOffice)
	p.slip = b.Slip.ID != "" && c.Actor.Has(thidua.RoleOffice, thidua.RoleLeader)
	if p.done == "" {
		p.done = p.moved(thidua.Action(p.query.Get("xong")), p.query["ban"])
	}
	p.narrow()
	page := ui.Page{Title: listTitle(b.Round), Wide: true, Faults: p.form.Faults(), Late: p.form.Notice(""), Crumbs: []ui.Link{{Text: listCrumb}}, Season: vi.Season(b.Movement, b.Round.Year)}
	return c.Page(status, page, registrationList(p))
}

// narrow keeps the rows that the filters ask for, sorted, and of them one page.
func (p *listPage) narrow() {
	all := p.Units
	if p.people {
		all = p.People
	}
	words := vi.Fold(strings.TrimSpace(p.query.Get("q")))
	for _, r := range all {
		if words != "" && !strings.Contains(vi.Fold(r.Subject.Name+" "+r.Lead+" "+r.Subject.Home), words) {
			continue
		}
		if p.asks(r) {
			p.rows = append(p.rows, r)
		}
	}
	order(p.rows, p.query.Get("sap"))
	p.found = len(p.rows)
	p.page, _ = strconv.Atoi(p.query.Get("trang"))
	p.page = min(max(p.page, 1), max(1, (p.found+pageSize-1)/pageSize))
	from := (p.page - 1) * pageSize
	p.rows = p.rows[from:min(from+pageSize, p.found)]
}

func (p *listPage) asks(r app.RegistrationRow) bool {
	if s := p.query.Get("trang-thai"); s != "" && vi.State(r.State) != s {
		return false
	}
	switch award := p.query.Get("hinh-thuc"); {
	case award == "tham-gia" && (r.Award != "" || r.ID == ""):
		return false
	case award != "" && award != "tham-gia" && r.Award != award:
		return false
	}
	criterion := p.query.Get("tieu-chi")
	for _, t := range r.Targets {
		if p.Top(t.Criterion).ID == criterion {
			return true
		}
	}
	return criterion == ""
}

// address gives the list with one thing of its query changed; an empty value takes it out.
func (p listPage) address(name, value string) string {
	q := url.Values{}
	for _, keep := range view {
		if v := p.query.Get(keep); v != "" && keep != name && keep != "trang" {
			q.Set(keep, v)
		}
	}
	if value != "" {
		q.Set(name, value)
	}
	to := "/nam/" + p.Round.ID + "/tong-hop"
	if len(q) == 0 {
		return to
	}
	return to + "?" + q.Encode()
}

// Move takes one step with the ticked rows.
func (l List) Move(c *handle.Ctx) error {
	round, do := c.Path("round"), thidua.Action(c.Path("action"))
	if do == thidua.CalledUnit {
		if err := l.App.RecordCall(c.Context(), c.Actor, round, c.Form.Get("unit")); err != nil {
			return err
		}
		return c.Redirect("/nam/" + round + "/tong-hop#nhac")
	}
	moved, err := l.App.MoveChosen(c.Context(), c.Actor, chosenRows(c.Form.All("chon")), do, c.Form.Get("reason"))
	p := listPage{query: asked(c.Form.Raw()), form: ui.NewForm(c.Form.Raw(), nil), left: moved.Refused}
	switch {
	case err == nil && len(p.left) == 0:
		return c.Redirect(p.after(round, do, moved.Done))
	case err == nil:
		p.done = doneWith(do, moved.Done)
		return l.show(c, http.StatusConflict, round, p)
	}
	var status int
	if p.form, status = c.Again(err); status == 0 {
		return err
	}
	return l.show(c, status, round, p)
}

// chosenRows reads the ticked boxes, each once.
func chosenRows(ticked []string) (out []app.Chosen) {
	for _, pair := range ticked {
		id, version, _ := strings.Cut(pair, ":")
		n, err := strconv.ParseInt(version, 10, 64)
		if err == nil && !slices.ContainsFunc(out, func(c app.Chosen) bool { return c.ID == id }) {
			out = append(out, app.Chosen{ID: id, Version: n})
		}
	}
	return out
}

// view are the parts of the query that say which rows the page shows, and how.
var view = []string{"loai", "q", "trang-thai", "hinh-thuc", "tieu-chi", "sap", "trang", "gian"}

// asked keeps of a form what says which rows the page shows.
func asked(form url.Values) url.Values {
	out := url.Values{}
	for _, name := range view {
		if v := form.Get(name); v != "" {
			out.Set(name, v)
		}
	}
	return out
}

// after is the same view of the list, telling what was done with which registrations.
func (p listPage) after(round string, do thidua.Action, done []thidua.Registration) string {
	p.query.Set("xong", string(do))
	for _, r := range done {
		p.query.Add("ban", r.ID)
	}
	return "/nam/" + round + "/tong-hop?" + p.query.Encode()
}

// moved tells by name what was done with the registrations of the list that have these ids.
func (p listPage) moved(do thidua.Action, ids []string) string {
	var done []thidua.Registration
	for _, rows := range [][]app.RegistrationRow{p.Units, p.People} {
		for _, r := range rows {
			if r.ID != "" && slices.Contains(ids, r.ID) {
				done = append(done, r.Registration)
			}
		}
	}
	return doneWith(do, done)
}

func doneWith(do thidua.Action, done []thidua.Registration) string {
	if len(done) == 0 {
		return ""
	}
	names := make([]string, len(done))
	for i, r := range done {
		names[i] = r.Subject.Name
	}
	return vi.DoneWith(do, names)
}

// refusedList shows the list again with why an act on its rows was refused: the rows stay ticked and the words typed.
func refusedList(c *handle.Ctx, err error) (ui.Form, int, bool) {
	if form, status := c.Again(err); form.Late() || status == http.StatusUnprocessableEntity {
		return form, status, true
	}
	var refusal *thidua.Error
	if errors.As(err, &refusal) && refusal.Kind == thidua.Conflict {
		return ui.NewForm(c.Form.Raw(), []ui.Fault{{Field: "chon", Text: vi.Sentence(refusal)}}), http.StatusConflict, true
	}
	return ui.Form{}, 0, false
}

// File gives the list as a paper (DOCX, PDF) or its tables as workbooks (XLSX).
func (l List) File(c *handle.Ctx) error {
	round, name := c.Path("round"), c.Path("file")
	kinds := map[string]thidua.SubjectKind{"bieu-tap-the.xlsx": thidua.Collective, "bieu-ca-nhan.xlsx": thidua.Individual}
	if kind, ok := kinds[name]; ok {
		table, err := l.App.RegistrationTable(c.Context(), c.Actor, round, kind)
		if err != nil {
			return err
		}
		return c.Download(name, handle.TypeXLSX, false, func(w io.Writer) error { return sheet.WriteTables(w, table) })
	}
	d, err := l.App.RegistrationListPaper(c.Context(), c.Actor, round)
	if err != nil {
		return err
	}
	return c.Paper(name, d)
}
