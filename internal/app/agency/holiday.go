package agency

import (
	"context"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/vi"
)

// Holidays lists the days of a year that differ from an ordinary week.
func (k *Keeper) Holidays(ctx context.Context, actor thidua.Actor, year int) (days []thidua.Holiday, err error) {
	err = k.data.Read(ctx, actor, func(tx *store.Tx) error {
		days, err = tx.Holidays(year)
		return err
	})
	return days, err
}

// SaveHoliday adds a day to the table of holidays or replaces it.
func (k *Keeper) SaveHoliday(ctx context.Context, actor thidua.Actor, h thidua.Holiday) error {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	if err := h.Check(); err != nil {
		return err
	}
	h.BuiltIn = false
	d := act.Deed{Verb: thidua.HolidaySaved, Object: "holiday:" + string(h.Day), Name: vi.Date(h.Day), After: h}
	return k.data.Write(ctx, actor, d, func(tx *store.Tx, _ *act.Deed) error { return tx.SaveHoliday(h) })
}

// RemoveHoliday makes a day an ordinary one again.
func (k *Keeper) RemoveHoliday(ctx context.Context, actor thidua.Actor, day thidua.Date) error {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return err
	}
	d := act.Deed{Verb: thidua.HolidaySaved, Object: "holiday:" + string(day), Name: vi.Date(day)}
	return k.data.Write(ctx, actor, d, func(tx *store.Tx, _ *act.Deed) error { return tx.RemoveHoliday(day) })
}
