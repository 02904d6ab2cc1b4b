// Package exchange lets lists go out to Excel and come back: it holds what comes back against what there is now, tells the differences row by
// row, and applies those that somebody chose through the use cases that the pages call.
package exchange

import (
	"context"
	"slices"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/doc"
	"thidua/internal/sheet"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Exchange is the lists of an installation.
type Exchange struct{ app *app.App }

// New makes the lists of the given use cases.
func New(a *app.App) *Exchange { return &Exchange{app: a} }

// Name is a list, by the word of its address.
type Name string

// The lists.
const (
	Registrations Name = "dang-ky"
	Progress      Name = "tien-do"
	Scores        Name = "phieu-cham"
	People        Name = agency.PeopleList
	Units         Name = agency.UnitsList
)

// Names lists them all, in the order of a menu.
func Names() []Name { return []Name{Registrations, Progress, Scores, People, Units} }

// OfYear tells whether the list is one of a round; people and units have none.
func (n Name) OfYear() bool { return n != People && n != Units }

// NoRound stands in the address of a list without a year.
const NoRound = "hien-tai"

// List is one list as it stands now for one actor: its forms, what each row is, and how a change of it is checked and kept.
type List struct {
	Name   Name
	Season app.Season // without a movement for a list of no year
	Forms  []sheet.Form
	Mark   sheet.Mark
	File   string // the name of the file that came back, as the list of imports tells it
	actor  thidua.Actor
	rows   []map[string]*row // by tab and code
	source source
}

// row is what a row of a form is, besides its cells: whose it is and why it may not be changed, if so.
type row struct {
	sheet.FormRow
	unit  string // as the page of differences heads it
	name  string
	group string // the object that is saved as a whole
	shut  error
}

// source checks and keeps the changes of one object; both write what is wrong to the changes themselves.
type source interface {
	// group gives the object that a new row would belong to; its fault when it names none.
	group(tab int, c *Change) string
	// object names what is saved, as the log does; empty while it does not exist.
	object(group string) string
	check(group string, changes []*Change)
	save(ctx context.Context, group string, changes []*Change) error
}

// Open reads a list for an actor. NotFound for a list or a year that there is not, Forbidden for who has no part in it.
func (x *Exchange) Open(ctx context.Context, actor thidua.Actor, name Name, round string) (*List, error) {
	l := &List{Name: name, actor: actor}
	agency, err := x.app.Agency(ctx, actor)
	if err != nil {
		return nil, err
	}
	if name.OfYear() {
		if l.Season, err = x.app.Season(ctx, actor, round); err != nil {
			return nil, err
		}
	} else if round != NoRound {
		return nil, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	fill := map[Name]func(context.Context, *List) error{Registrations: x.registrations, Progress: x.progress, Scores: x.scores, People: x.people, Units: x.units}[name]
	if fill == nil {
		return nil, thidua.Refuse(thidua.NotFound, store.CodeNotFound)
	}
	l.Mark = sheet.Mark{List: string(name), Agency: agency.ID, Round: l.Season.Round.ID, Edition: l.Season.Round.Edition, Made: x.app.Today().Time()}
	if err := fill(ctx, l); err != nil {
		return nil, err
	}
	for i := range l.Forms {
		l.Forms[i].Title = vi.ExchangeTitle(string(name), l.Forms[i].Tab, l.Season.Round.Year)
		l.Forms[i].Notes = []string{agency.Name}
		if agency.Sample {
			l.Forms[i].Notes = append(l.Forms[i].Notes, doc.SampleMark)
		}
	}
	return l, nil
}

// add puts a form with its rows into the list.
func (l *List) add(f sheet.Form, rows []*row) {
	byCode := map[string]*row{}
	for _, r := range rows {
		for _, c := range f.Columns {
			r.Cells[c.Key], _, _ = c.Parse(r.Cells[c.Key])
		}
		f.Rows = append(f.Rows, r.FormRow)
		byCode[r.Code] = r
	}
	l.Forms, l.rows = append(l.Forms, f), append(l.rows, byCode)
}

// columns makes columns of their keys, with the heads that package vi gives them.
func columns(all ...sheet.FormColumn) []sheet.FormColumn {
	for i, c := range all {
		all[i].Title = vi.ExchangeHeads[c.Key]
	}
	return all
}

// Workbook gives the list to be written, with its rows or as an empty form.
func (l *List) Workbook(blank bool) sheet.Workbook {
	b := sheet.Workbook{Mark: l.Mark, Forms: slices.Clone(l.Forms), Guide: vi.ExchangeGuide(string(l.Name))}
	if blank {
		for i := range b.Forms {
			if len(b.Forms[i].New) > 0 {
				b.Forms[i].Rows = nil
			}
		}
	}
	return b
}

// TakesNew tells whether rows may be added to the list.
func (l *List) TakesNew() bool {
	return slices.ContainsFunc(l.Forms, func(f sheet.Form) bool { return len(f.New) > 0 })
}

// Counts says how many rows each form has, and how many of them this actor may change.
func (l *List) Counts() (out []Count) {
	for _, f := range l.Forms {
		c := Count{Tab: f.Tab, Rows: len(f.Rows)}
		for _, r := range f.Rows {
			if len(r.Open) > 0 {
				c.Open++
			}
		}
		out = append(out, c)
	}
	return out
}

// Count is a form with the number of its rows and of those that may be changed.
type Count struct {
	Tab  string
	Rows int
	Open int
}
