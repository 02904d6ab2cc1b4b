// Package exchange holds the pages on which lists go out to Excel and come back.
package exchange

import (
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/exchange"
	"thidua/internal/app/privacy"
	"thidua/internal/sheet"
	"thidua/internal/vi"
	"thidua/internal/web/handle"
	"thidua/internal/web/ui"
)

// Pages are the pages of all lists.
type Pages struct {
	App   *app.App
	Lists *exchange.Exchange
}

// Limits of what is sent to these pages, in bytes.
const (
	FileLimit  = sheet.MaxFile + 1<<20
	ApplyLimit = maxBody
)

// view is what a page of a list is drawn from; the rows stand in the order of the file.
type view struct {
	list    *exchange.List
	rounds  []thidua.Round
	form    ui.Form
	keys    ui.Keys
	file    string // name of the file that was read, with when it went out and came back
	times   string
	rows    []*exchange.Change // all of the comparison
	shown   []shownRow         // those that the filter lets through
	fields  []string           // what the form carries of each row that differs
	tally   exchange.Tally
	filter  string
	done    []*exchange.Change // what has just been applied
	refused []*exchange.Change // and what has not
	past    []exchange.Past
	undone  bool // an import has just been taken back
}

// shownRow is a row of the table; index counts the rows that the form carries, -1 for one that it does not.
type shownRow struct {
	*exchange.Change
	index  int
	ticked bool
}

// Index lists what may go out and come back.
func (p Pages) Index(c *handle.Ctx) error {
	var names []exchange.Name
	for _, n := range exchange.Names() {
		if n.For(c.Actor) {
			names = append(names, n)
		}
	}
	return c.Page(http.StatusOK, ui.Page{Title: pageTitle}, index(names))
}

// Current leads to a list of the year at hand.
func (p Pages) Current(c *handle.Ctx) error {
	name := exchange.Name(c.Path("list"))
	if !name.OfYear() {
		return c.Redirect(address(name, exchange.NoRound))
	}
	round, err := p.App.RegistrationRound(c.Context(), c.Actor)
	if err != nil {
		return err
	}
	return c.Redirect(address(name, round.ID))
}

// Of shows the page of one list: to take it out, and to bring it back.
func (p Pages) Of(c *handle.Ctx) error {
	v, err := p.open(c)
	if err != nil {
		return err
	}
	return p.draw(c, http.StatusOK, v)
}

func (p Pages) open(c *handle.Ctx) (v view, err error) {
	if v.list, err = p.Lists.Open(c.Context(), c.Actor, exchange.Name(c.Path("list")), c.Path("round")); err != nil {
		return v, err
	}
	if v.list.Name.OfYear() {
		y, err := p.App.Years(c.Context(), c.Actor)
		if err != nil {
			return v, err
		}
		v.rounds = y.Rounds
	}
	v.form = ui.NewForm(nil, nil)
	return v, nil
}

func (p Pages) draw(c *handle.Ctx, status int, v view) (err error) {
	if v.past, err = p.Lists.Past(c.Context(), c.Actor, v.list); err != nil {
		return err
	}
	v.keys, v.undone = c.Keys(0), c.Form.Has("hoan-tac")
	page := ui.Page{Title: pageTitle, Wide: true, Faults: v.faults(), Crumbs: crumbs(v.list)}
	if v.list.Name.OfYear() {
		page.Season = vi.Season(v.list.Season.Movement, v.list.Season.Round.Year)
	}
	return c.Page(status, page, listPage(v))
}

// File gives the workbook of a list, with its data or empty; that the list of people went out stands in the log.
func (p Pages) File(c *handle.Ctx) error {
	v, err := p.open(c)
	if err != nil {
		return err
	}
	blank := map[string]bool{dataFile: false, blankFile: true}
	empty, known := blank[c.Path("file")]
	if !known || empty && !v.list.TakesNew() {
		return thidua.Refuse(thidua.NotFound, handle.CodeFormat)
	}
	if v.list.Name == exchange.People && !empty {
		if err := privacy.Over(p.App).ListTaken(c.Context(), c.Actor); err != nil {
			return err
		}
	}
	return p.download(c, v.list.Workbook(empty), fileName(v.list))
}

func (p Pages) download(c *handle.Ctx, b sheet.Workbook, name string) error {
	return c.Download(name+".xlsx", handle.TypeXLSX, false, func(w io.Writer) error { return sheet.WriteWorkbook(w, b) })
}

// Look reads a file that came back, or the rows that the form holds already, and shows the differences; nothing is kept.
func (p Pages) Look(c *handle.Ctx) error {
	v, err := p.open(c)
	if err != nil {
		return err
	}
	var typed []exchange.Typed
	if c.Form.Has("dong") {
		typed, err = carriedRows(c, v.list)
		typed = v.list.Whole(typed)
		v.file, v.times = c.Form.Get("ten-tep"), c.Form.Get("luc")
	} else {
		typed, err = v.read(c)
	}
	if err != nil {
		return p.again(c, v, err)
	}
	if err := v.compare(c, typed); err != nil {
		return err
	}
	if len(v.fields) > maxCarried {
		fresh, err := p.open(c)
		if err != nil {
			return err
		}
		return p.again(c, fresh, thidua.Faults{{Field: "tep", Code: sheet.CodeTooMany, Args: []any{maxCarried}}}.Err())
	}
	return p.draw(c, http.StatusOK, v)
}

// again shows the page of a list with why a file or a form was refused; any other failure is given on.
func (p Pages) again(c *handle.Ctx, v view, err error) error {
	form, ok := c.Refused(err)
	if !ok {
		return err
	}
	v.form = form
	return p.draw(c, http.StatusUnprocessableEntity, v)
}

// read reads the file that was sent; what is wrong with it as a whole stands at its field.
func (v *view) read(c *handle.Ctx) ([]exchange.Typed, error) {
	files, err := c.Form.Uploads("tep")
	if err != nil {
		return nil, err
	}
	defer func() {
		for _, f := range files {
			_ = f.Body.Close()
		}
	}()
	if text := c.Form.Get("dan"); strings.TrimSpace(text) != "" && (len(files) == 0 || files[0].Size == 0) {
		typed, err := v.list.Pasted(text)
		if err != nil {
			return nil, atField("dan", err)
		}
		v.file, v.times = pastedName, timesOf(time.Time{}, c.Shell.Now())
		return typed, nil
	}
	if len(files) == 0 || files[0].Size == 0 {
		return nil, thidua.Faults{{Field: "tep", Code: handle.CodeFileMissing}}.Err()
	}
	data, err := io.ReadAll(io.LimitReader(files[0].Body, sheet.MaxFile+1))
	if err != nil {
		return nil, err
	}
	typed, mark, err := v.list.Read(data)
	if err != nil {
		return nil, atField("tep", err)
	}
	v.file, v.times = files[0].Name, timesOf(mark.Made, c.Shell.Now())
	return typed, nil
}

// compare holds the rows against the list. A form that comes again keeps its ticks; a new one has every row ticked that may be applied.
func (v *view) compare(c *handle.Ctx, typed []exchange.Typed) error {
	v.rows = v.list.Compare(typed)
	v.tally = v.list.TallyOf(v.rows)
	v.filter = c.Form.Get("loc")
	again, ticks := c.Form.Has("dong"), c.Form.All("chon")
	for _, row := range v.rows {
		s := shownRow{Change: row, index: -1}
		if row.Result != exchange.Same {
			field, err := carry(row)
			if err != nil {
				return err
			}
			s.index = len(v.fields)
			v.fields = append(v.fields, field)
			s.ticked = applicable(row) && (!again || slices.Contains(ticks, strconv.Itoa(s.index)))
		}
		v.shown = append(v.shown, s)
	}
	if again {
		for _, row := range v.list.Rest(v.rows) {
			v.shown = append(v.shown, shownRow{Change: row, index: -1})
		}
		v.tally.Same, v.tally.Gone = v.tally.Same+v.tally.Gone, 0
	}
	return nil
}

// applicable tells whether somebody may say yes to a row.
func applicable(c *exchange.Change) bool {
	return c.Result == exchange.Changed || c.Result == exchange.Added
}

// Faults gives the workbook back with what is wrong written into it.
func (p Pages) Faults(c *handle.Ctx) error {
	v, err := p.open(c)
	if err != nil {
		return err
	}
	typed, err := carriedRows(c, v.list)
	if err != nil {
		return err
	}
	return p.download(c, v.list.WithFaults(v.list.Compare(v.list.Whole(typed))), fileName(v.list)+faultsName)
}

// Apply keeps the ticked rows and tells row by row what became of them; those that were refused are shown again against what stands there now.
func (p Pages) Apply(c *handle.Ctx) error {
	v, err := p.open(c)
	if err != nil {
		return err
	}
	typed, err := carriedRows(c, v.list)
	if err != nil {
		return err
	}
	chosen := ticked(c, typed)
	if len(chosen) == 0 {
		v.file, v.times = c.Form.Get("ten-tep"), c.Form.Get("luc")
		if err := v.compare(c, v.list.Whole(typed)); err != nil {
			return err
		}
		return p.again(c, v, thidua.Faults{{Field: "chon", Code: app.CodeNoneChosen}}.Err())
	}
	v.list.File = c.Form.Text("ten-tep")
	o, err := p.Lists.Apply(c.Context(), c.Actor, v.list, v.list.Whole(chosen))
	if err != nil {
		return err
	}
	return p.applied(c, o)
}

// ticked takes the rows whose boxes are ticked.
func ticked(c *handle.Ctx, typed []exchange.Typed) (out []exchange.Typed) {
	marks := c.Form.All("chon")
	for i, t := range typed {
		if slices.Contains(marks, strconv.Itoa(i)) {
			out = append(out, t)
		}
	}
	return out
}

// applied shows what was done. A form that is sent twice is led to the list the second time, because it carries new rows too.
func (p Pages) applied(c *handle.Ctx, o exchange.Outcome) error {
	v, err := p.open(c)
	if err != nil {
		return err
	}
	v.done, v.refused = o.Done, o.Refused
	var left []exchange.Typed
	for _, row := range o.Refused {
		t := row.Typed()
		t.Seen = nil
		left = append(left, t)
	}
	if err := v.compare(c, v.list.Whole(left)); err != nil {
		return err
	}
	for i := range v.shown {
		v.shown[i].ticked = false
	}
	if len(v.fields) > 0 {
		v.file, v.times = c.Form.Get("ten-tep"), c.Form.Get("luc")
	}
	if len(o.Done) == 0 {
		return p.draw(c, http.StatusConflict, v)
	}
	c.W.Header().Set("Content-Location", address(v.list.Name, c.Path("round")))
	return p.draw(c, http.StatusOK, v)
}
