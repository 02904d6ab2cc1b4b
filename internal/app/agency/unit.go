package agency

import (
	"context"

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
		if added {
			return takenAt("code", tx.InsertUnit(u, unitKeys(u)))
		}
		before, err := tx.Unit(u.ID)
		if err != nil {
			return err
		}
		d.Before = before
		return takenAt("code", tx.UpdateUnit(u, unitKeys(u)))
	})
	return u, err
}

// checkUnit completes a unit as it was typed: its short name is its name where none is given.
func checkUnit(u *thidua.Unit) error {
	if u.Short == "" {
		u.Short = u.Name
	}
	if u.Kind != thidua.UnitOffice {
		u.Kind = thidua.UnitDivision
	}
	if err := u.Check(); err != nil {
		return err
	}
	if u.Code == "" {
		return thidua.Faults{{Field: "code", Code: CodeCodeMissing}}.Err()
	}
	return nil
}

// CodeCodeMissing is a unit or person without the short code that imports use.
const CodeCodeMissing thidua.Code = "org.code-missing"

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
