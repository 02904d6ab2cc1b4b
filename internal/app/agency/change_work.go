package agency

import (
	"slices"
	"strconv"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
)

// work is a change that is looked at or done inside a transaction.
type work struct {
	tx    *store.Tx
	c     *thidua.OrgChange
	all   []thidua.Unit // of the agency, with the names of the day before
	old   []thidua.Unit // that the change is about
	posts []thidua.Post // held in them over the day
}

// eve is the last day before the change.
func (w *work) eve() thidua.Date { return w.c.Day.AddDays(-1) }

func (w *work) read() (err error) {
	if w.all, err = w.tx.UnitsNamed(w.eve()); err != nil {
		return err
	}
	for _, id := range w.c.Plan.Units {
		if i := slices.IndexFunc(w.all, func(u thidua.Unit) bool { return u.ID == id }); i >= 0 {
			w.old = append(w.old, w.all[i])
		}
	}
	if w.c.State != thidua.OrgDraft && w.c.State != thidua.OrgPlanned || len(w.c.Plan.Units) == 0 {
		return nil
	}
	posts, err := w.tx.PostsIn(w.c.Plan.Units, w.c.Day)
	for _, p := range posts {
		if p.From < w.c.Day {
			w.posts = append(w.posts, p)
		}
	}
	if err != nil {
		return err
	}
	return w.names()
}

// fits says what is wrong with the units of a change: those that are to change must exist over the day, and new names must not be others'.
func (w *work) fits() error {
	var f thidua.Faults
	for _, u := range w.old {
		if !u.On(w.eve()) || !u.On(w.c.Day) {
			f.Add("units", thidua.CodeChangeAbsent, u.Name)
		}
	}
	if len(w.old) != len(w.c.Plan.Units) {
		f.Add("units", thidua.CodeUnitMissing)
	}
	for i := range w.c.Plan.Into {
		f = append(f, w.fitsInto(i)...)
	}
	if w.c.Kind == thidua.ChangeAgency {
		f = append(f, faultsOf(checkAgency(thidua.Agency{}.Named(w.c.Plan.Agency)))...)
	}
	return f.Err()
}

// fitsInto says what is wrong with one of the units that come of a change; the fields of a new one end with its number.
func (w *work) fitsInto(i int) (f thidua.Faults) {
	u, end := w.c.Plan.Into[i], "-"+strconv.Itoa(i+1)
	if u.Version > 0 && w.c.Kind != thidua.ChangeRename {
		if !u.On(w.c.Day) {
			f.Add("into", thidua.CodeChangeAbsent, u.Name)
		}
		return f
	}
	if w.c.Kind == thidua.ChangeRename && len(w.old) == 1 {
		u.ID, u.Code = w.old[0].ID, w.old[0].Code
	}
	for _, fault := range faultsOf(checkUnit(&u)) {
		f.Add(fault.Field+end, fault.Code, fault.Args...)
	}
	w.c.Plan.Into[i] = u
	return append(f, w.beside(u, end)...)
}

// beside says which names of a new unit are those of a unit that goes on.
func (w *work) beside(u thidua.Unit, end string) (f thidua.Faults) {
	if w.c.Kind == thidua.ChangeRename && len(w.old) == 1 {
		if o := w.old[0]; o.Name == u.Name && o.Short == u.Short && o.Kind == u.Kind && o.Order == u.Order {
			f.Add("name"+end, thidua.CodeChangeSame)
		}
	}
	for _, fault := range faultsOf(unitBeside(w.tx, w.ending(u))) {
		name := fault.Field == "name" && slices.ContainsFunc(w.old, func(o thidua.Unit) bool { return w.c.Ends() && o.Name == u.Name })
		if !name {
			f.Add(fault.Field+end, fault.Code, fault.Args...)
		}
	}
	return f
}

// ending is a new unit as it is held beside others: one that keeps the name of a unit which ends with the change is no double.
func (w *work) ending(u thidua.Unit) thidua.Unit {
	if u.From == "" {
		u.From = w.c.Day
	}
	return u
}

// after lists the units that exist from the day on.
func (w *work) after() (out []thidua.Unit) {
	for _, u := range w.all {
		if u.On(w.c.Day) && !(w.c.Ends() && slices.Contains(w.c.Plan.Units, u.ID)) {
			out = append(out, u)
		}
	}
	for _, u := range w.c.Plan.Into {
		if !slices.ContainsFunc(w.all, func(o thidua.Unit) bool { return o.ID == u.ID }) {
			out = append(out, u)
		}
	}
	return out
}

func (w *work) check() error {
	w.propose()
	if err := w.fits(); err != nil {
		return err
	}
	var ids []string
	for _, u := range w.after() {
		ids = append(ids, u.ID)
	}
	return w.c.Plan.CheckPosts(ids)
}

// do makes the change.
func (w *work) do() error {
	w.c.Done = thidua.ChangeResult{Ended: map[string]thidua.Date{}, Closed: map[string]thidua.Date{}}
	if w.c.Kind == thidua.ChangeAgency {
		return w.renameAgency()
	}
	for _, step := range []func() error{w.rename, w.add, w.movePosts, w.end, w.link, w.follow} {
		if err := step(); err != nil {
			return err
		}
	}
	w.c.State = thidua.OrgDone
	return nil
}

func (w *work) renameAgency() error {
	v := w.c.Plan.Agency
	v.From, v.Change = w.c.Day, w.c.ID
	if err := w.tx.InsertAgencyVersion(v); err != nil {
		return dayTaken(err)
	}
	w.c.State = thidua.OrgDone
	return presentAgency(w.tx)
}

func dayTaken(err error) error {
	if e, ok := act.Refusal(err); ok && e.Code == store.CodeTaken {
		return thidua.Faults{{Field: "day", Code: thidua.CodeChangeTaken}}.Err()
	}
	return err
}

// presentAgency lets the row of the agency say what its newest names are.
func presentAgency(tx *store.Tx) error {
	newest, err := tx.AgencyOn(thidua.Forever)
	if err != nil {
		return err
	}
	return tx.UpdateAgency(newest)
}

// presentUnit lets the row of a unit say what its newest names are.
func presentUnit(tx *store.Tx, id string) error {
	u, err := tx.Unit(id)
	if err != nil {
		return err
	}
	all, err := tx.UnitVersions(id)
	if err != nil {
		return err
	}
	newest := all[len(all)-1]
	u.Name, u.Short, u.Kind, u.Order = newest.Name, newest.Short, newest.Kind, newest.Order
	return tx.UpdateUnit(u, unitKeys(u))
}

func (w *work) rename() error {
	if w.c.Kind != thidua.ChangeRename {
		return nil
	}
	u := w.c.Plan.Into[0]
	v := thidua.UnitVersion{Unit: w.old[0].ID, From: w.c.Day, Name: u.Name, Short: u.Short, Kind: u.Kind, Order: u.Order, Change: w.c.ID}
	u.Code = w.old[0].Code
	if err := w.tx.InsertUnitVersion(v, unitKeys(u)); err != nil {
		return dayTaken(err)
	}
	return presentUnit(w.tx, v.Unit)
}

func (w *work) add() error {
	for _, u := range w.c.Plan.Into {
		if u.Version > 0 || w.c.Kind == thidua.ChangeRename {
			continue
		}
		u.From = w.c.Day
		if err := act.TakenAt("code-1", w.tx.InsertUnit(u, unitKeys(u))); err != nil {
			return err
		}
		w.c.Done.Added = append(w.c.Done.Added, u.ID)
	}
	return nil
}

func (w *work) end() error {
	if !w.c.Ends() {
		return nil
	}
	for _, old := range w.old {
		u, err := w.tx.Unit(old.ID)
		if err != nil {
			return err
		}
		w.c.Done.Ended[u.ID] = u.To
		u.To = w.eve()
		if err := unitEmptied(w.tx, u); err != nil {
			return act.AtField("units", err)
		}
		if err := w.tx.UpdateUnit(u, unitKeys(u)); err != nil {
			return err
		}
	}
	return nil
}

func (w *work) link() error {
	if w.c.Kind != thidua.ChangeMerge && w.c.Kind != thidua.ChangeSplit {
		return nil
	}
	for _, old := range w.c.Plan.Units {
		for _, u := range w.c.Plan.Into {
			if err := w.tx.InsertUnitLink(thidua.UnitLink{Old: old, New: u.ID, Change: w.c.ID, Counts: w.c.Plan.Counts}); err != nil {
				return err
			}
		}
	}
	return nil
}
