package store

import "thidua"

const agencyColumns = `id, name, parent, place, symbol, leader_title, home_rule, sample, public, signing, version`

func agencyFields(a *thidua.Agency) []any {
	return []any{&a.ID, &a.Name, &a.Parent, &a.Place, &a.Symbol, &a.LeaderTitle, &a.HomeRule, &a.Sample, &a.Public, &a.Signing, &a.Version}
}

// InsertAgency adds an agency (cơ quan) to the installation.
func (tx *Tx) InsertAgency(a thidua.Agency) error {
	return tx.exec(`INSERT INTO tenant (id, name, parent, place, symbol, leader_title, home_rule, sample, public, made_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		a.ID, a.Name, a.Parent, a.Place, a.Symbol, a.LeaderTitle, a.HomeRule, a.Sample, a.Public, instant(tx.Wall))
}

// UpdateAgency saves the names of the transaction's agency; Conflict "stale" when somebody saved since a.Version.
func (tx *Tx) UpdateAgency(a thidua.Agency) error {
	return tx.versioned(`UPDATE tenant SET name = $2, parent = $3, place = $4, symbol = $5, leader_title = $6, home_rule = $7, public = $8, signing = $9,
		version = version + 1 WHERE id = $1 AND version = $10`,
		tx.Tenant, a.Name, a.Parent, a.Place, a.Symbol, a.LeaderTitle, a.HomeRule, a.Public, a.Signing, a.Version)
}

// Agency gives the transaction's agency.
func (tx *Tx) Agency() (thidua.Agency, error) {
	return one(tx, agencyFields, `SELECT `+agencyColumns+` FROM tenant WHERE id = $1`, tx.Tenant)
}

// Agencies lists the agencies of the installation, oldest first.
func (tx *Tx) Agencies() ([]thidua.Agency, error) {
	return many(tx, agencyFields, `SELECT `+agencyColumns+` FROM tenant ORDER BY id LIMIT 1000`)
}

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

// SaveHoliday says how one day differs from an ordinary week.
func (tx *Tx) SaveHoliday(h thidua.Holiday) error {
	return tx.exec(`INSERT INTO holiday (tenant_id, day, free, name, source, unsure, built_in) VALUES ($1, $2, $3, $4, $5, $6, $7)
		ON CONFLICT (tenant_id, day) DO UPDATE SET free = excluded.free, name = excluded.name, source = excluded.source, unsure = excluded.unsure,
		built_in = excluded.built_in`, tx.Tenant, h.Day, h.Free, h.Name, h.Source, h.Unsure, h.BuiltIn)
}

// Holidays lists the days of a year that differ from an ordinary week, all years for 0.
func (tx *Tx) Holidays(year int) ([]thidua.Holiday, error) {
	var from, to thidua.Date
	if year != 0 {
		from, to = thidua.NewDate(year, 1, 1), thidua.NewDate(year, 12, 31)
	}
	return many(tx, func(h *thidua.Holiday) []any {
		return []any{&h.Day, &h.Free, &h.Name, &h.Source, &h.Unsure, &h.BuiltIn}
	},
		`SELECT day, free, name, source, unsure, built_in FROM holiday
		WHERE tenant_id = $1 AND ($2 = '' OR (day >= $2 AND day <= $3)) ORDER BY day LIMIT 2000`, tx.Tenant, from, to)
}

// RemoveHoliday makes a day an ordinary one again.
func (tx *Tx) RemoveHoliday(day thidua.Date) error {
	return tx.must(`DELETE FROM holiday WHERE tenant_id = $1 AND day = $2`, tx.Tenant, day)
}
