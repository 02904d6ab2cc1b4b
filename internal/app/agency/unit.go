package agency

import (
	"context"
	"slices"
	"strings"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// UnitList lists the units that exist today, or all with the ended ones; everybody signed in may see them.
func (k *Keeper) UnitList(ctx context.Context, actor thidua.Actor, ended bool) (units []thidua.Unit, err error) {
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		on := act.Today(tx)
		if ended {
			on = ""
		}
		units, err = tx.Units(on)
		return err
	})
	return units, err
}

// UnitsOn lists the units that existed on a day, with their names of that day.
func (k *Keeper) UnitsOn(ctx context.Context, actor thidua.Actor, day thidua.Date) (units []thidua.Unit, err error) {
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		units, err = tx.Units(day)
		return err
	})
	return units, err
}

// UnitHistory is all that is known of a unit over time; the awards of those it came from are among its own, with a note.
type UnitHistory struct {
	thidua.Unit
	Versions      []thidua.UnitVersion // the latest first
	Before, After []thidua.UnitLink    // tiền thân, kế thừa
	Posts         []thidua.NamedPost
	Awards        []PastAward
	Names         map[string]string // of units, the newest
	Decisions     map[string]string // of changes: by which a name came
}

// PastAward is an award in the history of a unit; Note tells of which unit it was, and whether it counts.
type PastAward struct {
	thidua.Award
	Note string
}

// UnitHistory reads the history of a unit, following its descent.
func (k *Keeper) UnitHistory(ctx context.Context, actor thidua.Actor, id string) (h UnitHistory, err error) {
	if err := act.May(actor, keepers...); err != nil {
		return h, err
	}
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		h = UnitHistory{Names: map[string]string{}, Decisions: map[string]string{}}
		if h.Unit, err = tx.Unit(id); err != nil {
			return err
		}
		if h.Versions, err = tx.UnitVersions(id); err != nil {
			return err
		}
		slices.Reverse(h.Versions)
		if h.Posts, err = tx.UnitPosts(id); err != nil {
			return err
		}
		return h.descent(tx)
	})
	return h, err
}

func (h *UnitHistory) descent(tx *store.Tx) error {
	units, err := tx.Units("")
	if err != nil {
		return err
	}
	for _, u := range units {
		h.Names[u.ID] = u.Name
	}
	changes, err := tx.OrgChanges()
	if err != nil {
		return err
	}
	for _, c := range changes {
		h.Decisions[c.ID] = vi.ChangeNamed(c)
	}
	links, err := tx.UnitLinks()
	if err != nil {
		return err
	}
	for _, l := range links {
		switch h.ID {
		case l.New:
			h.Before = append(h.Before, l)
		case l.Old:
			h.After = append(h.After, l)
		}
	}
	if err := h.awards(tx, h.ID, ""); err != nil {
		return err
	}
	for _, l := range h.Before {
		if err := h.awards(tx, l.Old, vi.AwardOf(h.Names[l.Old], l.Counts)); err != nil {
			return err
		}
	}
	return nil
}

// awards adds those of one collective; there is one query for each unit that it came from, which are few.
func (h *UnitHistory) awards(tx *store.Tx, unit, note string) error {
	all, err := tx.Awards(store.AwardFilter{Unit: unit}, store.Page{})
	for _, w := range all {
		if w.Subject.Kind == thidua.Collective {
			h.Awards = append(h.Awards, PastAward{w, note})
		}
	}
	return err
}

// Unit reads one unit.
func (k *Keeper) Unit(ctx context.Context, actor thidua.Actor, id string) (u thidua.Unit, err error) {
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		u, err = tx.Unit(id)
		return err
	})
	return u, err
}

// SaveUnit adds a unit (empty ID) or saves one of the given version.
func (k *Keeper) SaveUnit(ctx context.Context, actor thidua.Actor, u thidua.Unit) (thidua.Unit, error) {
	if err := act.May(actor, keepers...); err != nil {
		return u, err
	}
	if err := checkUnit(&u); err != nil {
		return u, err
	}
	added := u.ID == ""
	d := act.Deed{Verb: thidua.UnitSaved, Name: u.Name}
	if added {
		d.Verb, u.ID = thidua.UnitAdded, store.NewID()
	}
	d.Object = "unit:" + u.ID
	err := k.data.Write(ctx, actor, d, func(tx *store.Tx, d *act.Deed) error {
		d.After = u
		if err := unitFits(tx, u); err != nil {
			return err
		}
		if added {
			return act.TakenAt("code", tx.InsertUnit(u, unitKeys(u)))
		}
		before, err := tx.Unit(u.ID)
		if err != nil {
			return err
		}
		d.Before = before
		return act.TakenAt("code", tx.UpdateUnit(u, unitKeys(u)))
	})
	return u, err
}

// UnitFits says what is wrong with a unit as it was typed, as SaveUnit would; an ID that is empty is a new one.
func (k *Keeper) UnitFits(ctx context.Context, actor thidua.Actor, u thidua.Unit) error {
	if err := checkUnit(&u); err != nil {
		return err
	}
	return k.data.Read(ctx, actor, func(tx *store.Tx) error { return unitFits(tx, u) })
}

// checkUnit completes a unit as it was typed: its names stand on one line, and its short name is its name where none is given.
func checkUnit(u *thidua.Unit) error {
	u.Code, u.Name, u.Short = vi.Line(u.Code), vi.Line(u.Name), vi.Line(u.Short)
	if u.Short == "" {
		u.Short = u.Name
	}
	if u.Kind != thidua.UnitOffice {
		u.Kind = thidua.UnitDivision
	}
	return u.Check()
}

// The faults of a unit beside those that exist.
const (
	CodeUnitCodeHeld thidua.Code = "org.unit-code-held" // name of the unit that has the code
	CodeUnitNameHeld thidua.Code = "org.unit-name-held" // code of the unit that has the name
	// CodeUnitStaffed is a unit that is to end before the posts in it (number of people, the day, one of them).
	CodeUnitStaffed thidua.Code = "org.unit-staffed"
)

func unitFits(tx *store.Tx, u thidua.Unit) error {
	if err := unitBeside(tx, u); err != nil {
		return err
	}
	return unitEmptied(tx, u)
}

// unitBeside refuses a unit that would be taken for another: the same code but for capitals, or the same name at the same time.
func unitBeside(tx *store.Tx, u thidua.Unit) error {
	all, err := tx.Units("")
	if err != nil {
		return err
	}
	var f thidua.Faults
	for _, other := range all {
		if other.ID == u.ID {
			continue
		}
		if strings.EqualFold(other.Code, u.Code) {
			f.Add("code", CodeUnitCodeHeld, other.Name)
		}
		if strings.EqualFold(other.Name, u.Name) && (u.To == "" || other.From <= u.To) && (other.To == "" || u.From <= other.To) {
			f.Add("name", CodeUnitNameHeld, other.Code)
		}
	}
	return f.Err()
}

// unitEmptied refuses the end of a unit in which somebody still has a post afterwards: nobody may be left in no unit by mistake.
func unitEmptied(tx *store.Tx, u thidua.Unit) error {
	if u.To == "" || u.ID == "" {
		return nil
	}
	staff, err := tx.Staff(store.StaffFilter{On: u.To.AddDays(1), Unit: u.ID}, store.Page{})
	if err != nil || len(staff) == 0 {
		return err
	}
	return thidua.Faults{{Field: "to", Code: CodeUnitStaffed, Args: []any{len(staff), u.To, staff[0].Name}}}.Err()
}

func unitKeys(u thidua.Unit) store.Keys {
	return store.Keys{Fold: vi.Fold(u.Name + " " + u.Short + " " + u.Code), Sort: vi.SortKey(u.Name)}
}

func knownUnit(tx *store.Tx, unit string) error {
	if unit == "" {
		return nil
	}
	_, err := tx.Unit(unit)
	if thidua.KindOf(err) == thidua.NotFound {
		return thidua.Faults{{Field: "unit", Code: thidua.CodeUnitMissing}}.Err()
	}
	return err
}
