package office

import (
	"errors"
	"io"
	"net/http"
	"net/url"
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
	done   string
}

// Current shows the list of the year that takes registrations.
func (l List) Current(c *handle.Ctx) error {
	round, err := l.App.RegistrationRound(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return l.show(c, http.StatusOK, round.ID, c.Form.Raw(), ui.NewForm(nil, nil))
}

// Of shows the list of any year.
func (l List) Of(c *handle.Ctx) error {
	return l.show(c, http.StatusOK, c.Path("round"), c.Form.Raw(), ui.NewForm(nil, nil))
}

func (l List) show(c *handle.Ctx, status int, round string, query url.Values, form ui.Form) error {
	b, err := l.App.RegistrationBook(c.Context(), c.Actor, round)
	if err != nil {
		return err
	}
	p := listPage{RegistrationBook: b, people: query.Get("loai") == "ca-nhan", query: query, form: form, keys: c.Keys(0),
		desk: c.Actor.Has(thidua.RoleOffice), done: query.Get("xong")}
	p.narrow()
	page := ui.Page{Title: listTitle(b.Round), Wide: true, Faults: form.Faults(), Late: form.Notice(""), Crumbs: []ui.Link{{Text: listCrumb}}, Season: vi.Season(b.Movement, b.Round.Year)}
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
	for _, keep := range []string{"loai", "q", "trang-thai", "hinh-thuc", "tieu-chi", "sap"} {
		if v := p.query.Get(keep); v != "" && keep != name {
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
	chosen := map[string]int64{}
	for _, pair := range c.Form.All("chon") {
		id, version, _ := strings.Cut(pair, ":")
		n, err := strconv.ParseInt(version, 10, 64)
		if err == nil {
			chosen[id] = n
		}
	}
	query := url.Values{"loai": {c.Form.Get("loai")}}
	done, err := l.App.MoveChosen(c.Context(), c.Actor, chosen, do, c.Form.Get("reason"))
	if err == nil {
		return c.Redirect("/nam/" + round + "/tong-hop?loai=" + url.QueryEscape(c.Form.Get("loai")) + "&xong=" + strconv.Itoa(done))
	}
	form, status, ok := refusedList(c, err)
	if !ok {
		return err
	}
	return l.show(c, status, round, query, form)
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
