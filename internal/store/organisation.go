package store

import "thidua"

const unitColumns = `id, code, name, short, kind, ord, from_date, to_date, version`

func unitFields(u *thidua.Unit) []any {
	return []any{&u.ID, &u.Code, &u.Name, &u.Short, &u.Kind, &u.Order, &u.From, &u.To, &u.Version}
}

// Units lists the units that exist on a day, or all for the empty day, in the order of the agency.
func (tx *Tx) Units(on thidua.Date) ([]thidua.Unit, error) {
	return many(tx, unitFields, `SELECT `+unitColumns+` FROM unit WHERE tenant_id = $1
		AND ($2 = '' OR (from_date <= $2 AND (to_date = '' OR to_date >= $2))) ORDER BY ord, name_key LIMIT 500`, tx.Tenant, on)
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

// InsertUnit adds a unit.
func (tx *Tx) InsertUnit(u thidua.Unit, k Keys) error {
	return tx.exec(`INSERT INTO unit (tenant_id, id, code, name, short, kind, ord, from_date, to_date, name_fold, name_key)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		tx.Tenant, u.ID, u.Code, u.Name, u.Short, u.Kind, u.Order, u.From, u.To, k.Fold, k.Sort)
}

// UpdateUnit saves a unit; Conflict when somebody else saved first.
func (tx *Tx) UpdateUnit(u thidua.Unit, k Keys) error {
	return tx.versioned(`UPDATE unit SET code = $3, name = $4, short = $5, kind = $6, ord = $7, from_date = $8, to_date = $9, name_fold = $10,
		name_key = $11, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $12`,
		tx.Tenant, u.ID, u.Code, u.Name, u.Short, u.Kind, u.Order, u.From, u.To, k.Fold, k.Sort, u.Version)
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
		LEFT JOIN unit u ON u.tenant_id = o.tenant_id AND u.id = o.unit_id
		LEFT JOIN account a ON a.tenant_id = p.tenant_id AND a.person_id = p.id
		WHERE `+where+` ORDER BY p.name_key, p.id, o.from_date DESC, o.id`+page.limit(&args), args...)
}
