package agency

import (
	"context"
	"strconv"

	"thidua"
	"thidua/internal/sheet"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// ImportUnits adds the units of a workbook and changes those whose code exists; an empty cell keeps what was there.
func (k *Keeper) ImportUnits(ctx context.Context, actor thidua.Actor, name string, data []byte, dry bool) (Import, error) {
	return k.importRows(ctx, actor, UnitsList, name, data, vi.UnitColumns, dry, func(tx *store.Tx, i *Import, r sheet.Row) error {
		code := r.Get("code")
		held, err := tx.UnitCoded(code)
		added := thidua.KindOf(err) == thidua.NotFound && err != nil
		if err != nil && !added {
			return err
		}
		u, wrong := unitFrom(r, held)
		if err := together(wrong, checkUnit(&u)); err != nil {
			return err
		}
		if err := unitFits(tx, u); err != nil {
			return err
		}
		i.note(r, u.Name, added, u != held)
		if u == held {
			return nil
		}
		return i.change(tx, "unit", held.ID, u.Name, func() (string, error) {
			if !added {
				return u.ID, tx.UpdateUnit(u, unitKeys(u))
			}
			u.ID = store.NewID()
			return u.ID, tx.InsertUnit(u, unitKeys(u))
		})
	})
}

func unitFrom(r sheet.Row, u thidua.Unit) (thidua.Unit, error) {
	var f thidua.Faults
	keep(&u.Code, r.Get("code"))
	keep(&u.Name, r.Get("name"))
	keep(&u.Short, r.Get("short"))
	if word := r.Get("kind"); word != "" {
		kind, ok := vi.ParseUnitKind(word)
		if !ok {
			f.Add("kind", CodeCellChoice, vi.UnitKindWords)
		}
		u.Kind = kind
	}
	if typed := r.Get("order"); typed != "" {
		n, err := strconv.Atoi(typed)
		if err != nil {
			n = thidua.Unreadable
		}
		u.Order = n
	}
	keep(&u.From, r.Date("from"))
	keep(&u.To, r.Date("to"))
	return u, f.Err()
}

// keep replaces a value by a cell that is not empty.
func keep[T ~string](at *T, cell T) {
	if cell != "" {
		*at = cell
	}
}
