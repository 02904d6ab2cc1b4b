package store

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"thidua"
)

const agencyColumns = `id, kind, name, parent, place, symbol, leader_title, home_rule, sample, public, signing, version`

func agencyFields(a *thidua.Agency) []any {
	return []any{&a.ID, &a.Kind, &a.Name, &a.Parent, &a.Place, &a.Symbol, &a.LeaderTitle, &a.HomeRule, &a.Sample, &a.Public, &a.Signing, &a.Version}
}

// InsertAgency adds an agency (cơ quan) to the installation, with its first names.
func (tx *Tx) InsertAgency(a thidua.Agency) error {
	err := tx.exec(`INSERT INTO tenant (id, kind, name, parent, place, symbol, leader_title, home_rule, sample, public, made_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		a.ID, cmp.Or(a.Kind, thidua.AgencyOrdinary), a.Name, a.Parent, a.Place, a.Symbol, a.LeaderTitle, a.HomeRule, a.Sample, a.Public, instant(tx.Wall))
	if err != nil {
		return err
	}
	return tx.exec(`INSERT INTO agency_version (tenant_id, name, parent, place, symbol, leader_title, home_rule) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		a.ID, a.Name, a.Parent, a.Place, a.Symbol, a.LeaderTitle, a.HomeRule)
}

// UpdateAgency saves the newest names of the transaction's agency; Conflict "stale" when somebody saved since a.Version.
func (tx *Tx) UpdateAgency(a thidua.Agency) error {
	err := tx.versioned(`UPDATE tenant SET name = $2, parent = $3, place = $4, symbol = $5, leader_title = $6, home_rule = $7, public = $8, signing = $9,
		version = version + 1 WHERE id = $1 AND version = $10`,
		tx.Tenant, a.Name, a.Parent, a.Place, a.Symbol, a.LeaderTitle, a.HomeRule, a.Public, a.Signing, a.Version)
	if err != nil {
		return err
	}
	return tx.must(`UPDATE agency_version SET name = $2, parent = $3, place = $4, symbol = $5, leader_title = $6, home_rule = $7
		WHERE tenant_id = $1 AND to_date = $8`, tx.Tenant, a.Name, a.Parent, a.Place, a.Symbol, a.LeaderTitle, a.HomeRule, thidua.Forever)
}

// AgencyOn gives the transaction's agency with the names that it carries on a day; the empty day is today's.
func (tx *Tx) AgencyOn(day thidua.Date) (thidua.Agency, error) {
	if day == "" {
		day = thidua.Forever
	}
	return one(tx, agencyFields, `SELECT t.id, t.kind, v.name, v.parent, v.place, v.symbol, v.leader_title, v.home_rule, t.sample, t.public, t.signing, t.version
		FROM agency_version v JOIN tenant t ON t.id = v.tenant_id WHERE v.tenant_id = $1 AND v.from_date <= $2 AND v.to_date >= $2`, tx.Tenant, day)
}

// AgencyVersions lists the names of the agency by day.
func (tx *Tx) AgencyVersions() ([]thidua.AgencyVersion, error) {
	return many(tx, func(v *thidua.AgencyVersion) []any {
		return []any{&v.From, &v.To, &v.Name, &v.Parent, &v.Place, &v.Symbol, &v.LeaderTitle, &v.HomeRule, &v.Change}
	}, `SELECT from_date, to_date, name, parent, place, symbol, leader_title, home_rule, change_id FROM agency_version
		WHERE tenant_id = $1 ORDER BY from_date LIMIT 500`, tx.Tenant)
}

// InsertAgencyVersion gives the agency other names from v.From on, until the day before its next ones; Conflict "taken" when others begin on that day.
func (tx *Tx) InsertAgencyVersion(v thidua.AgencyVersion) error {
	old, err := one(tx, func(o *thidua.AgencyVersion) []any { return []any{&o.From, &o.To} }, `SELECT from_date, to_date FROM agency_version
		WHERE tenant_id = $1 AND from_date <= $2 AND to_date >= $2`, tx.Tenant, v.From)
	if err != nil {
		return err
	}
	if old.From == v.From {
		return thidua.Refuse(thidua.Conflict, CodeTaken)
	}
	if err := tx.must(`UPDATE agency_version SET to_date = $3 WHERE tenant_id = $1 AND from_date = $2`, tx.Tenant, old.From, v.From.AddDays(-1)); err != nil {
		return err
	}
	return tx.exec(`INSERT INTO agency_version (tenant_id, from_date, to_date, name, parent, place, symbol, leader_title, home_rule, change_id)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, tx.Tenant, v.From, old.To, v.Name, v.Parent, v.Place, v.Symbol, v.LeaderTitle, v.HomeRule, v.Change)
}

// RemoveAgencyVersion takes the names back that a change gave to the agency: those before them hold on.
func (tx *Tx) RemoveAgencyVersion(change string) error {
	v, err := one(tx, func(o *thidua.AgencyVersion) []any { return []any{&o.From, &o.To} }, `SELECT from_date, to_date FROM agency_version
		WHERE tenant_id = $1 AND change_id = $2`, tx.Tenant, change)
	if err != nil {
		return err
	}
	if err := tx.must(`DELETE FROM agency_version WHERE tenant_id = $1 AND from_date = $2`, tx.Tenant, v.From); err != nil {
		return err
	}
	return tx.must(`UPDATE agency_version SET to_date = $3 WHERE tenant_id = $1 AND to_date = $2`, tx.Tenant, v.From.AddDays(-1), v.To)
}

// Agency gives the transaction's agency.
func (tx *Tx) Agency() (thidua.Agency, error) {
	return one(tx, agencyFields, `SELECT `+agencyColumns+` FROM tenant WHERE id = $1`, tx.Tenant)
}

// Agencies lists the agencies of the installation, oldest first.
func (tx *Tx) Agencies() ([]thidua.Agency, error) {
	return many(tx, agencyFields, `SELECT `+agencyColumns+` FROM tenant ORDER BY id LIMIT 1000`)
}

// Calendar reads the days of the agency that differ from an ordinary week, of six years before and after a day.
func (tx *Tx) Calendar(around thidua.Date) (thidua.Calendar, error) {
	type row struct {
		day  thidua.Date
		kind thidua.DayKind
	}
	rows, err := many(tx, func(r *row) []any { return []any{&r.day, &r.kind.Free, &r.kind.Name} },
		`SELECT day, free, name FROM holiday WHERE tenant_id = $1 AND day >= $2 AND day <= $3 ORDER BY day LIMIT 1000`,
		tx.Tenant, around.AddYears(-6), around.AddYears(6))
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

const changeColumns = `id, kind, state, day, number, decided_on, issuer, abstract, scan_hash, scan_name, scan_type, scan_size, plan, done, reason, by_name, version`

func changeFields(c *thidua.OrgChange) []any {
	return []any{&c.ID, &c.Kind, &c.State, &c.Day, &c.Number, &c.Decided, &c.Issuer, &c.Abstract, &c.Scan.Hash, &c.Scan.Name, &c.Scan.Type, &c.Scan.Size,
		toDocument(&c.Plan), toDocument(&c.Done), &c.Reason, &c.ByName, &c.Version}
}

// OrgChanges lists the changes of the organisation that were not dropped, the latest day first.
func (tx *Tx) OrgChanges() ([]thidua.OrgChange, error) {
	return many(tx, changeFields, `SELECT `+changeColumns+` FROM org_change WHERE tenant_id = $1 AND state <> $2 ORDER BY day DESC, id DESC LIMIT 500`,
		tx.Tenant, thidua.OrgDropped)
}

// OrgChange reads one change of the organisation.
func (tx *Tx) OrgChange(id string) (thidua.OrgChange, error) {
	return one(tx, changeFields, `SELECT `+changeColumns+` FROM org_change WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// InsertOrgChange adds a change of the organisation.
func (tx *Tx) InsertOrgChange(c thidua.OrgChange) error {
	return tx.exec(`INSERT INTO org_change (tenant_id, id, kind, state, day, number, decided_on, issuer, abstract, scan_hash, scan_name, scan_type, scan_size,
		plan, done, by_name, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
		tx.Tenant, c.ID, c.Kind, c.State, c.Day, c.Number, c.Decided, c.Issuer, c.Abstract, c.Scan.Hash, c.Scan.Name, c.Scan.Type, c.Scan.Size,
		document(c.Plan), document(c.Done), c.ByName, instant(tx.Now))
}

// UpdateOrgChange saves a change, what it will do and what it did; Conflict when somebody else saved first.
func (tx *Tx) UpdateOrgChange(c thidua.OrgChange) error {
	return tx.versioned(`UPDATE org_change SET state = $3, day = $4, number = $5, decided_on = $6, issuer = $7, abstract = $8, plan = $9, done = $10,
		reason = $11, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $12`,
		tx.Tenant, c.ID, c.State, c.Day, c.Number, c.Decided, c.Issuer, c.Abstract, document(c.Plan), document(c.Done), c.Reason, c.Version)
}

// UnitLinks lists the descents of units, the earliest first.
func (tx *Tx) UnitLinks() ([]thidua.UnitLink, error) {
	return many(tx, func(l *thidua.UnitLink) []any {
		return []any{&l.Old, &l.New, &l.Change, &l.Counts, &l.Day, &l.Kind, &l.Number}
	},
		`SELECT l.old_unit, l.new_unit, l.change_id, l.counts, c.day, c.kind, c.number FROM unit_link l
		JOIN org_change c ON c.tenant_id = l.tenant_id AND c.id = l.change_id WHERE l.tenant_id = $1 ORDER BY c.day, l.old_unit, l.new_unit LIMIT 2000`, tx.Tenant)
}

// InsertUnitLink adds a descent.
func (tx *Tx) InsertUnitLink(l thidua.UnitLink) error {
	return tx.exec(`INSERT INTO unit_link (tenant_id, old_unit, new_unit, change_id, counts) VALUES ($1, $2, $3, $4, $5)`,
		tx.Tenant, l.Old, l.New, l.Change, l.Counts)
}

// DeleteUnitLinks removes the descents of a change.
func (tx *Tx) DeleteUnitLinks(change string) error {
	return tx.exec(`DELETE FROM unit_link WHERE tenant_id = $1 AND change_id = $2`, tx.Tenant, change)
}

// UnitRow is a row of a round that belongs to a unit.
type UnitRow struct {
	Table  string
	ID     string
	Round  string
	Unit   string
	Person string // empty for a row of the collective
}

// unitTables are the tables whose rows belong to a unit in a round.
var unitTables = []string{"registration", "evidence", "initiative", "score_sheet", "nominee", "reform_task"}

// UnitRows lists what belongs to a unit in the rounds that have not ended, or in all rounds; 10.000 at most.
func (tx *Tx) UnitRows(unit string, ended bool) ([]UnitRow, error) {
	var parts []string
	for _, table := range unitTables {
		person := `''`
		if table != "score_sheet" && table != "reform_task" {
			person = `k.person_id`
		}
		parts = append(parts, `SELECT '`+table+`' AS tab, k.id AS id, k.round_id AS round_id, k.unit_id AS unit_id, `+person+` AS person_id FROM `+table+` k
			JOIN round n ON n.tenant_id = k.tenant_id AND n.id = k.round_id WHERE k.tenant_id = $1 AND k.unit_id = $2 AND ($3 OR n.state <> $4)`)
	}
	return many(tx, func(r *UnitRow) []any { return []any{&r.Table, &r.ID, &r.Round, &r.Unit, &r.Person} },
		strings.Join(parts, ` UNION ALL `)+` ORDER BY tab, round_id, id LIMIT 10000`, tx.Tenant, unit, ended, thidua.RoundEnded)
}

// MoveRow gives a row to another unit, or a target to another registration; NotFound when it is no longer where it was.
func (tx *Tx) MoveRow(m thidua.MovedRow) error {
	if m.Table == "target" {
		return tx.must(`UPDATE target SET registration_id = $4 WHERE tenant_id = $1 AND id = $2 AND registration_id = $3`, tx.Tenant, m.ID, m.From, m.To)
	}
	if !slices.Contains(unitTables, m.Table) {
		return thidua.Refuse(thidua.NotFound, CodeNotFound)
	}
	return tx.must(`UPDATE `+m.Table+` SET unit_id = $4 WHERE tenant_id = $1 AND id = $2 AND unit_id = $3`, tx.Tenant, m.ID, m.From, m.To)
}

// About asks for the rows of one table that concern somebody: those whose column By holds one of the keys.
type About struct {
	Table, By string
	Keys      []string
	Columns   []string
	Published bool // only of years whose roll of honour is published: what the council still weighs is nobody's to take out
}

var identifier = regexp.MustCompile(`^[a-z_]+$`)

// RowsAbout reads rows as they stand, at most 20,000, in the order of their columns; table and columns are names of the schema, never typed.
func (tx *Tx) RowsAbout(a About) (out [][]any, err error) {
	for _, name := range append([]string{a.Table, a.By}, a.Columns...) {
		if !identifier.MatchString(name) {
			return nil, fmt.Errorf("no name of the schema: %q", name)
		}
	}
	if len(a.Keys) == 0 {
		return nil, nil
	}
	args := []any{tx.Tenant}
	query := `SELECT "` + strings.Join(a.Columns, `", "`) + `" FROM ` + a.Table + ` WHERE tenant_id = $1 AND ` + a.By + ` IN ` + in(&args, a.Keys)
	if a.Published {
		query += ` AND round_id IN (SELECT id FROM round WHERE tenant_id = $1 AND honour_published)`
	}
	query += ` ORDER BY 1 LIMIT 20000`
	tx.trace(query, args)
	rows, err := tx.sql.QueryContext(tx.ctx, query, args...)
	if err != nil {
		return nil, tx.fail(err)
	}
	defer rows.Close()
	for rows.Next() {
		row, into := make([]any, len(a.Columns)), make([]any, len(a.Columns))
		for i := range row {
			into[i] = &row[i]
		}
		if err := rows.Scan(into...); err != nil {
			return nil, tx.fail(err)
		}
		out = append(out, row)
	}
	return out, rows.Err()
}

// Over is a table through which rows concern somebody: those of its rows whose column By holds the person give, behind a prefix, the values of Column.
type Over struct{ Table, By, Column, Prefix string }

// CountsAbout counts in one query the rows that concern somebody by each way, in the order of the ways; overs holds the table through which a way
// leads, nil for one that leads to the person itself. direct stands before the id of the person for ways that lead both ways.
func (tx *Tx) CountsAbout(person string, ways []About, overs []*Over, direct []string) ([]int, error) {
	parts := make([]string, len(ways))
	for i, a := range ways {
		match := a.By + ` = $2`
		published := ` AND round_id IN (SELECT id FROM round WHERE tenant_id = $1 AND honour_published)`
		if !a.Published {
			published = ""
		}
		if o := overs[i]; o != nil {
			match = a.By + ` IN (SELECT '` + o.Prefix + `' || ` + o.Column + ` FROM ` + o.Table + ` WHERE tenant_id = $1 AND ` + o.By + ` = $2` + published + `)`
			published = ""
		}
		if direct[i] != "" {
			match = `(` + match + ` OR ` + a.By + ` = '` + direct[i] + `' || $2)`
		}
		parts[i] = `SELECT ` + strconv.Itoa(i) + ` AS way, COUNT(*) FROM ` + a.Table + ` WHERE tenant_id = $1 AND ` + match + published
	}
	type counted struct{ way, rows int }
	all, err := many(tx, func(c *counted) []any { return []any{&c.way, &c.rows} }, strings.Join(parts, ` UNION ALL `)+` ORDER BY 1`, tx.Tenant, person)
	out := make([]int, len(ways))
	for _, c := range all {
		out[c.way] = c.rows
	}
	return out, err
}
