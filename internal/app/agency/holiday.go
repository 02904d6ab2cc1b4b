package agency

import (
	"context"
	_ "embed"
	"strings"

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

// holidayTable is what follows from the law and the calendar from 2021 to 2027; days that are swapped from year to year are not in it.
//
//go:embed holidays.tsv
var holidayTable string

// builtInHolidays lists the holidays that come with the program, each with its source; those of a year, all for 0.
func builtInHolidays(year int) (out []thidua.Holiday) {
	for line := range strings.Lines(holidayTable) {
		c := strings.Split(strings.TrimSpace(line), "\t")
		h := thidua.Holiday{Day: thidua.Date(c[0]), DayKind: thidua.DayKind{Free: true, Name: c[1]}, Unsure: c[2] == "unsure", Source: c[3], BuiltIn: true}
		if h.Day.Valid() && (year == 0 || h.Day.Year() == year) {
			out = append(out, h)
		}
	}
	return out
}

// BuiltInHolidays lists the holidays that come with the program, each with its source; those of a year, all for 0.
func (k *Keeper) BuiltInHolidays(year int) []thidua.Holiday { return builtInHolidays(year) }

// loadHolidays adds the holidays of the program that the agency has no day for, and counts them: what somebody entered stays as it is.
func loadHolidays(tx *store.Tx, year int) (added int, err error) {
	kept, err := tx.Holidays(year)
	if err != nil {
		return 0, err
	}
	known := map[thidua.Date]bool{}
	for _, h := range kept {
		known[h.Day] = true
	}
	for _, h := range builtInHolidays(year) {
		if known[h.Day] {
			continue
		}
		if err := tx.SaveHoliday(h); err != nil {
			return added, err
		}
		added++
	}
	return added, nil
}

// LoadHolidays adds the holidays of a year that come with the program; days that the agency entered are kept.
func (k *Keeper) LoadHolidays(ctx context.Context, actor thidua.Actor, year int) (added int, err error) {
	if err := act.May(actor, thidua.RoleAdmin); err != nil {
		return 0, err
	}
	err = k.data.Write(ctx, actor, act.Deed{Verb: thidua.HolidaysLoaded, Object: "holiday:load"}, func(tx *store.Tx, d *act.Deed) error {
		added, err = loadHolidays(tx, year)
		d.After = map[string]int{"year": year, "added": added}
		return err
	})
	return added, err
}
