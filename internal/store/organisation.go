package store

import "thidua"

const unitColumns = `id, code, name, short, kind, ord, from_date, to_date, version`

func unitFields(u *thidua.Unit) []any {
	return []any{&u.ID, &u.Code, &u.Name, &u.Short, &u.Kind, &u.Order, &u.From, &u.To, &u.Version}
}

const datedUnit = `SELECT u.id, u.code, v.name, v.short, v.kind, v.ord, u.from_date, u.to_date, u.version FROM unit u JOIN unit_version v
	ON v.tenant_id = u.tenant_id AND v.unit_id = u.id AND v.from_date <= $2 AND v.to_date >= $2 WHERE u.tenant_id = $1`

// Units lists the units that exist on a day with their names of that day, or all with their newest names for the empty day, in the order of
// the agency.
func (tx *Tx) Units(on thidua.Date) ([]thidua.Unit, error) {
	if on == "" {
		return tx.UnitsNamed(thidua.Forever)
	}
	return many(tx, unitFields, datedUnit+` AND u.from_date <= $2 AND (u.to_date = '' OR u.to_date >= $2) ORDER BY v.ord, v.name_key LIMIT 500`, tx.Tenant, on)
}

// UnitsNamed lists all units, ended ones and those to come among them, with the names that they carry on a day.
func (tx *Tx) UnitsNamed(on thidua.Date) ([]thidua.Unit, error) {
	return many(tx, unitFields, datedUnit+` ORDER BY v.ord, v.name_key LIMIT 500`, tx.Tenant, on)
}

// DatedUnit is a unit under the names that it bore from a day to a day; the last of all days is thidua.Forever.
type DatedUnit struct {
	thidua.Unit
	NamedFrom, NamedTo thidua.Date
}

// UnitNames lists all units under all their names, in the order of the agency: who needs them on several days asks once.
func (tx *Tx) UnitNames() ([]DatedUnit, error) {
	return many(tx, func(u *DatedUnit) []any { return append(unitFields(&u.Unit), &u.NamedFrom, &u.NamedTo) },
		`SELECT u.id, u.code, v.name, v.short, v.kind, v.ord, u.from_date, u.to_date, u.version, v.from_date, v.to_date FROM unit u JOIN unit_version v
			ON v.tenant_id = u.tenant_id AND v.unit_id = u.id WHERE u.tenant_id = $1 ORDER BY v.ord, v.name_key LIMIT 5000`, tx.Tenant)
}

// On tells whether the unit existed on a day under these names.
func (u DatedUnit) On(day thidua.Date) bool {
	return u.NamedFrom <= day && day <= u.NamedTo && u.From <= day && (u.To == "" || day <= u.To)
}

// Unit reads one unit.
func (tx *Tx) Unit(id string) (thidua.Unit, error) {
	return one(tx, unitFields, `SELECT `+unitColumns+` FROM unit WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// UnitCoded reads the unit with this code.
func (tx *Tx) UnitCoded(code string) (thidua.Unit, error) {
	return one(tx, unitFields, `SELECT `+unitColumns+` FROM unit WHERE tenant_id = $1 AND code = $2`, tx.Tenant, code)
}

// Keys are the search key and the sort key of a name; they are made by the caller, who knows Vietnamese.
type Keys struct{ Fold, Sort string }

// InsertUnit adds a unit with its first names.
func (tx *Tx) InsertUnit(u thidua.Unit, k Keys) error {
	err := tx.exec(`INSERT INTO unit (tenant_id, id, code, name, short, kind, ord, from_date, to_date, name_fold, name_key)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		tx.Tenant, u.ID, u.Code, u.Name, u.Short, u.Kind, u.Order, u.From, u.To, k.Fold, k.Sort)
	if err != nil {
		return err
	}
	return tx.exec(`INSERT INTO unit_version (tenant_id, unit_id, name, short, kind, ord, name_key) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		tx.Tenant, u.ID, u.Name, u.Short, u.Kind, u.Order, k.Sort)
}

// UpdateUnit saves a unit and its newest names; Conflict when somebody else saved first.
func (tx *Tx) UpdateUnit(u thidua.Unit, k Keys) error {
	err := tx.versioned(`UPDATE unit SET code = $3, name = $4, short = $5, kind = $6, ord = $7, from_date = $8, to_date = $9, name_fold = $10,
		name_key = $11, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $12`,
		tx.Tenant, u.ID, u.Code, u.Name, u.Short, u.Kind, u.Order, u.From, u.To, k.Fold, k.Sort, u.Version)
	if err != nil {
		return err
	}
	return tx.must(`UPDATE unit_version SET name = $3, short = $4, kind = $5, ord = $6, name_key = $7
		WHERE tenant_id = $1 AND unit_id = $2 AND to_date = $8`, tx.Tenant, u.ID, u.Name, u.Short, u.Kind, u.Order, k.Sort, thidua.Forever)
}

// DeleteUnit removes a unit to which nothing refers, with its names.
func (tx *Tx) DeleteUnit(id string) error {
	if err := tx.exec(`DELETE FROM unit_version WHERE tenant_id = $1 AND unit_id = $2`, tx.Tenant, id); err != nil {
		return err
	}
	return tx.must(`DELETE FROM unit WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// UnitVersions lists the names of a unit by day, or those of all units for the empty one.
func (tx *Tx) UnitVersions(unit string) ([]thidua.UnitVersion, error) {
	return many(tx, func(v *thidua.UnitVersion) []any {
		return []any{&v.Unit, &v.From, &v.To, &v.Name, &v.Short, &v.Kind, &v.Order, &v.Change}
	}, `SELECT unit_id, from_date, to_date, name, short, kind, ord, change_id FROM unit_version
		WHERE tenant_id = $1 AND ($2 = '' OR unit_id = $2) ORDER BY unit_id, from_date LIMIT 5000`, tx.Tenant, unit)
}

// InsertUnitVersion gives a unit other names from v.From on, until the day before its next ones; Conflict "taken" when others begin on that day.
func (tx *Tx) InsertUnitVersion(v thidua.UnitVersion, k Keys) error {
	old, err := one(tx, func(o *thidua.UnitVersion) []any { return []any{&o.From, &o.To} }, `SELECT from_date, to_date FROM unit_version
		WHERE tenant_id = $1 AND unit_id = $2 AND from_date <= $3 AND to_date >= $3`, tx.Tenant, v.Unit, v.From)
	if err != nil {
		return err
	}
	if old.From == v.From {
		return thidua.Refuse(thidua.Conflict, CodeTaken)
	}
	if err := tx.must(`UPDATE unit_version SET to_date = $4 WHERE tenant_id = $1 AND unit_id = $2 AND from_date = $3`,
		tx.Tenant, v.Unit, old.From, v.From.AddDays(-1)); err != nil {
		return err
	}
	return tx.exec(`INSERT INTO unit_version (tenant_id, unit_id, from_date, to_date, name, short, kind, ord, name_key, change_id)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, tx.Tenant, v.Unit, v.From, old.To, v.Name, v.Short, v.Kind, v.Order, k.Sort, v.Change)
}

// RemoveUnitVersion takes the names back that a change gave to a unit: those before them hold on.
func (tx *Tx) RemoveUnitVersion(unit, change string) error {
	v, err := one(tx, func(o *thidua.UnitVersion) []any { return []any{&o.From, &o.To} }, `SELECT from_date, to_date FROM unit_version
		WHERE tenant_id = $1 AND unit_id = $2 AND change_id = $3`, tx.Tenant, unit, change)
	if err != nil {
		return err
	}
	if err := tx.must(`DELETE FROM unit_version WHERE tenant_id = $1 AND unit_id = $2 AND from_date = $3`, tx.Tenant, unit, v.From); err != nil {
		return err
	}
	return tx.must(`UPDATE unit_version SET to_date = $4 WHERE tenant_id = $1 AND unit_id = $2 AND to_date = $3`, tx.Tenant, unit, v.From.AddDays(-1), v.To)
}

const personColumns = `p.id, p.code, p.name, p.sex, p.civil, p.birth_year, p.from_date, p.to_date, p.version`

func personFields(p *thidua.Person) []any {
	return []any{&p.ID, &p.Code, &p.Name, &p.Sex, &p.Civil, &p.BirthYear, &p.From, &p.To, &p.Version}
}

// Person reads one person.
func (tx *Tx) Person(id string) (thidua.Person, error) {
	return one(tx, personFields, `SELECT `+personColumns+` FROM person p WHERE p.tenant_id = $1 AND p.id = $2`, tx.Tenant, id)
}

// PersonCoded reads the person with this code.
func (tx *Tx) PersonCoded(code string) (thidua.Person, error) {
	return one(tx, personFields, `SELECT `+personColumns+` FROM person p WHERE p.tenant_id = $1 AND p.code = $2`, tx.Tenant, code)
}

// InsertPerson adds a person.
func (tx *Tx) InsertPerson(p thidua.Person, k Keys) error {
	return tx.exec(`INSERT INTO person (tenant_id, id, code, name, sex, civil, birth_year, from_date, to_date, name_fold, name_key)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		tx.Tenant, p.ID, p.Code, p.Name, p.Sex, p.Civil, p.BirthYear, p.From, p.To, k.Fold, k.Sort)
}

// UpdatePerson saves a person; Conflict when somebody else saved first.
func (tx *Tx) UpdatePerson(p thidua.Person, k Keys) error {
	return tx.versioned(`UPDATE person SET code = $3, name = $4, sex = $5, civil = $6, birth_year = $7, from_date = $8, to_date = $9, name_fold = $10,
		name_key = $11, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $12`,
		tx.Tenant, p.ID, p.Code, p.Name, p.Sex, p.Civil, p.BirthYear, p.From, p.To, k.Fold, k.Sort, p.Version)
}

func postFields(p *thidua.Post) []any {
	return []any{&p.ID, &p.Person, &p.Unit, &p.Title, &p.Rank, &p.From, &p.To}
}

// Posts lists the posts of a person, the latest first.
func (tx *Tx) Posts(person string) ([]thidua.Post, error) {
	return many(tx, postFields, `SELECT id, person_id, unit_id, title, rank, from_date, to_date FROM post
		WHERE tenant_id = $1 AND person_id = $2 ORDER BY from_date DESC, id DESC LIMIT 100`, tx.Tenant, person)
}

// InsertPost adds a post.
func (tx *Tx) InsertPost(p thidua.Post) error {
	return tx.exec(`INSERT INTO post (tenant_id, id, person_id, unit_id, title, rank, from_date, to_date) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		tx.Tenant, p.ID, p.Person, p.Unit, p.Title, p.Rank, p.From, p.To)
}

// EndPost sets the last day of a post.
func (tx *Tx) EndPost(id string, to thidua.Date) error {
	return tx.must(`UPDATE post SET to_date = $3 WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id, to)
}

// StaffFilter narrows a list of people; empty fields do not.
type StaffFilter struct {
	On     thidua.Date // with a post on that day; needed
	Unit   string
	Person string
	Fold   string // part of the folded name
	All    bool   // also people who hold no post on that day
}

// Staff lists people with the post that they hold on a day, by given name.
func (tx *Tx) Staff(f StaffFilter, page Page) ([]thidua.Staff, error) {
	args := []any{tx.Tenant, f.On}
	join, where := "JOIN", `p.tenant_id = $1`
	if f.All {
		join = "LEFT JOIN"
	}
	for _, c := range []struct{ column, value string }{{"o.unit_id", f.Unit}, {"p.id", f.Person}} {
		if c.value != "" {
			where += " AND " + c.column + " = " + arg(&args, c.value)
		}
	}
	if f.Fold != "" {
		where += " AND p.name_fold LIKE " + arg(&args, "%"+likeText(f.Fold)+"%") + ` ESCAPE '!'`
	}
	return many(tx, func(s *thidua.Staff) []any {
		return append(personFields(&s.Person), &s.Post, &s.Rank, &s.Unit, &s.UnitName, &s.Account)
	}, `SELECT `+personColumns+`, COALESCE(o.title, ''), COALESCE(o.rank, ''), COALESCE(o.unit_id, ''), COALESCE(u.name, ''), COALESCE(a.user_name, '')
		FROM person p `+join+` post o ON o.tenant_id = p.tenant_id AND o.person_id = p.id
			AND o.from_date <= $2 AND (o.to_date = '' OR o.to_date >= $2)
		LEFT JOIN unit_version u ON u.tenant_id = o.tenant_id AND u.unit_id = o.unit_id AND u.from_date <= $2 AND u.to_date >= $2
		LEFT JOIN account a ON a.tenant_id = p.tenant_id AND a.person_id = p.id
		WHERE `+where+` ORDER BY p.name_key, p.id, o.from_date DESC, o.id`+page.limit(&args), args...)
}

// StaffAtEnd gives by round the ids of the people who held a post on the day on which the work of the round ends.
func (tx *Tx) StaffAtEnd(rounds []string) (map[string][]string, error) {
	type row struct{ round, person string }
	args, out := []any{tx.Tenant}, map[string][]string{}
	rows, err := many(tx, func(r *row) []any { return []any{&r.round, &r.person} },
		`SELECT DISTINCT r.id, o.person_id FROM round r JOIN post o ON o.tenant_id = r.tenant_id AND o.from_date <= r.work_ends
			AND (o.to_date = '' OR o.to_date >= r.work_ends) WHERE r.tenant_id = $1 AND r.id IN `+in(&args, rounds)+
			` ORDER BY r.id, o.person_id LIMIT `+arg(&args, 5000*len(rounds)), args...)
	for _, r := range rows {
		out[r.round] = append(out[r.round], r.person)
	}
	return out, err
}

// PostsIn lists the posts held in units on a day or later, the head of a unit first.
func (tx *Tx) PostsIn(units []string, from thidua.Date) ([]thidua.Post, error) {
	args := []any{tx.Tenant, from}
	return many(tx, postFields, `SELECT id, person_id, unit_id, title, rank, from_date, to_date FROM post
		WHERE tenant_id = $1 AND (to_date = '' OR to_date >= $2) AND unit_id IN `+in(&args, units)+`
		ORDER BY unit_id, CASE rank WHEN 'head' THEN 0 WHEN 'deputy' THEN 1 ELSE 2 END, id LIMIT 2000`, args...)
}

// DeletePost removes a post to which nothing refers.
func (tx *Tx) DeletePost(id string) error {
	return tx.must(`DELETE FROM post WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// UnitPosts lists everybody who has had a post in a unit, the latest first.
func (tx *Tx) UnitPosts(unit string) ([]thidua.NamedPost, error) {
	return many(tx, func(p *thidua.NamedPost) []any { return append(postFields(&p.Post), &p.Name) },
		`SELECT o.id, o.person_id, o.unit_id, o.title, o.rank, o.from_date, o.to_date, p.name FROM post o
		JOIN person p ON p.tenant_id = o.tenant_id AND p.id = o.person_id WHERE o.tenant_id = $1 AND o.unit_id = $2
		ORDER BY o.to_date = '' DESC, o.to_date DESC, o.from_date DESC, p.name_key, o.id LIMIT 500`, tx.Tenant, unit)
}

// MaskedOn gives the day on which what is held of a person beyond the archives was masked; empty when it was not.
func (tx *Tx) MaskedOn(person string) (thidua.Date, error) {
	return one(tx, value[thidua.Date], `SELECT masked_on FROM person WHERE tenant_id = $1 AND id = $2`, tx.Tenant, person)
}

// MaskedAccounts lists the accounts of the people whose data were masked.
func (tx *Tx) MaskedAccounts() ([]string, error) {
	return many(tx, value[string], `SELECT a.id FROM account a JOIN person p ON p.tenant_id = a.tenant_id AND p.id = a.person_id
		WHERE a.tenant_id = $1 AND p.masked_on <> '' ORDER BY a.id`, tx.Tenant)
}

// MaskPerson takes away what is held of somebody who has left beyond what the archives keep: year of birth and code, the name and password of the
// account with its sessions and settings, the rows that an import kept, and what can be erased of the events about person and account. code takes the
// place of code and user name.
func (tx *Tx) MaskPerson(person, account, code string, on thidua.Date) error {
	err := tx.must(`UPDATE person SET birth_year = 0, code = $3, masked_on = $4, version = version + 1 WHERE tenant_id = $1 AND id = $2`,
		tx.Tenant, person, code, on)
	if err != nil {
		return err
	}
	if account != "" {
		if err := tx.maskAccount(account, code); err != nil {
			return err
		}
	}
	if err := tx.exec(`UPDATE import_step SET name = '', before_rows = '[]', after_rows = '[]' WHERE tenant_id = $1 AND object = $2`,
		tx.Tenant, "person:"+person); err != nil {
		return err
	}
	about, err := many(tx, value[string], `SELECT e.id FROM event e JOIN event_detail d ON d.tenant_id = e.tenant_id AND d.event_id = e.id
		WHERE e.tenant_id = $1 AND e.object IN ($2, $3) ORDER BY e.id LIMIT 100000`, tx.Tenant, "person:"+person, "account:"+account)
	for _, event := range about {
		if err == nil {
			err = tx.EraseDetail(event)
		}
	}
	return err
}

func (tx *Tx) maskAccount(account, code string) error {
	err := tx.must(`UPDATE account SET user_name = $3, user_fold = $3, password_hash = '', version = version + 1 WHERE tenant_id = $1 AND id = $2`,
		tx.Tenant, account, code)
	for _, table := range []string{"session", "contact", "calendar_feed", "notice", "known_device", "earlier_password", "second_factor", "recovery_code", "account_link",
		"subject_link", "sign_in_step"} {
		if err == nil {
			err = tx.exec(`DELETE FROM `+table+` WHERE tenant_id = $1 AND account_id = $2`, tx.Tenant, account)
		}
	}
	return err
}
