package store

import "thidua"

// Calendar reads the days of the agency that differ from an ordinary week, of the years around a day.
func (tx *Tx) Calendar(around thidua.Date) (thidua.Calendar, error) {
	type row struct {
		day  thidua.Date
		kind thidua.DayKind
	}
	rows, err := many(tx, func(r *row) []any { return []any{&r.day, &r.kind.Free, &r.kind.Name} },
		`SELECT day, free, name FROM holiday WHERE tenant_id = $1 AND day >= $2 AND day <= $3 ORDER BY day LIMIT 1000`,
		tx.Tenant, around.AddDays(-370), around.AddDays(740))
	out := thidua.Calendar{}
	for _, r := range rows {
		out[r.day] = r.kind
	}
	return out, err
}

// SaveDay says how one day differs from an ordinary week.
func (tx *Tx) SaveDay(day thidua.Date, kind thidua.DayKind) error {
	return tx.exec(`INSERT INTO holiday (tenant_id, day, free, name) VALUES ($1, $2, $3, $4)
		ON CONFLICT (tenant_id, day) DO UPDATE SET free = excluded.free, name = excluded.name`, tx.Tenant, day, kind.Free, kind.Name)
}

// Holidays lists the days of a year that differ from an ordinary week, all years for 0.
func (tx *Tx) Holidays(year int) ([]thidua.Holiday, error) {
	var from, to thidua.Date
	if year != 0 {
		from, to = thidua.NewDate(year, 1, 1), thidua.NewDate(year, 12, 31)
	}
	return many(tx, func(h *thidua.Holiday) []any { return []any{&h.Day, &h.Free, &h.Name} }, `SELECT day, free, name FROM holiday
		WHERE tenant_id = $1 AND ($2 = '' OR (day >= $2 AND day <= $3)) ORDER BY day LIMIT 2000`, tx.Tenant, from, to)
}

// RemoveHoliday makes a day an ordinary one again.
func (tx *Tx) RemoveHoliday(day thidua.Date) error {
	return tx.must(`DELETE FROM holiday WHERE tenant_id = $1 AND day = $2`, tx.Tenant, day)
}
