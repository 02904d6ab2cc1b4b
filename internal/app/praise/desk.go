// Package praise holds the use cases of what is praised besides the awards: initiatives and their recognition, publicity, exemplars, the
// yearly evaluation entered for many, and the remark of a unit on character. It stands on package app.
package praise

import (
	"context"
	"os"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/act"
	"thidua/internal/file"
	"thidua/internal/store"
)

// Desk is the use cases; it is safe for concurrent use.
type Desk struct {
	app  *app.App
	data act.Data
}

// Over makes the use cases over the program.
func Over(core *app.App) *Desk { return &Desk{app: core, data: core.Ground()} }

// Year is a round with those of its movement, and the units and people of the agency today, for the forms of its pages.
type Year struct {
	Round  thidua.Round
	Rounds []thidua.Round
	Units  []thidua.Unit
	People []thidua.Staff
	Today  thidua.Date
}

// Open tells whether the year still takes changes.
func (y Year) Open() bool { return y.Round.State != thidua.RoundEnded }

// UnitName names a unit of the year's forms; empty for one that is not among them.
func (y Year) UnitName(id string) string {
	for _, u := range y.Units {
		if u.ID == id {
			return u.Name
		}
	}
	return ""
}

// PersonName names a person of the year's forms with the unit; empty for one who is not among them.
func (y Year) PersonName(id string) string {
	for _, s := range y.People {
		if s.Person.ID == id {
			return s.Name
		}
	}
	return ""
}

func yearOf(tx *store.Tx, round string) (y Year, err error) {
	y.Today = act.Today(tx)
	if y.Round, err = tx.Round(round); err != nil {
		return y, err
	}
	if y.Rounds, err = tx.Rounds(y.Round.Movement); err != nil {
		return y, err
	}
	if y.Units, err = tx.Units(""); err != nil {
		return y, err
	}
	y.People, err = tx.Staff(store.StaffFilter{On: y.Today}, store.Page{})
	return y, err
}

// Now gives the round at hand: the latest that is judged or runs, else the year at hand; NotFound without any.
func (d *Desk) Now(ctx context.Context, actor thidua.Actor) (string, error) {
	y, err := d.app.Years(ctx, actor)
	if err != nil {
		return "", err
	}
	if r, ok := y.In(thidua.RoundJudging, thidua.RoundRunning); ok {
		return r.ID, nil
	}
	r, ok := y.Current()
	if !ok {
		return "", missing()
	}
	return r.ID, nil
}

func missing() error { return thidua.Refuse(thidua.NotFound, store.CodeNotFound) }

// unmarked refuses words that carry the mark of a state secret, at their field.
func unmarked(fields map[string]string) error {
	var f thidua.Faults
	for field, text := range fields {
		if mark := file.Marked(text); mark != "" {
			f.Add(field, file.CodeSecret, mark)
		}
	}
	slices.SortFunc(f, func(a, b thidua.Fault) int { return strings.Compare(a.Field, b.Field) })
	return f.Err()
}

// open gives a kept file to a reader whose right was checked; the caller closes it.
func (d *Desk) open(actor thidua.Actor, ref thidua.FileRef) (thidua.FileRef, *os.File, error) {
	if ref.Missing() {
		return ref, nil, missing()
	}
	f, err := d.app.OpenKept(actor, ref)
	return ref, f, err
}

func trim(texts ...*string) {
	for _, t := range texts {
		*t = strings.TrimSpace(*t)
	}
}
