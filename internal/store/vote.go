package store

import "thidua"

func countFields(c *thidua.Count) []any {
	return []any{&c.Session, &c.Nominee, &c.Round, &c.Issued, &c.Returned, &c.Invalid, &c.Yes, &c.No, &c.Blank, &c.By, &c.ByName}
}

// Counts lists the counts of a session, by nominee and then by which of the two counts.
func (tx *Tx) Counts(session string) ([]thidua.Count, error) {
	return many(tx, countFields, `SELECT session_id, nominee_id, round, issued, returned, invalid, yes, no, blank, by_person, by_name FROM vote_count
		WHERE tenant_id = $1 AND session_id = $2 ORDER BY nominee_id, round LIMIT 2000`, tx.Tenant, session)
}

// SaveCount enters a count of a nominee, or corrects it.
func (tx *Tx) SaveCount(c thidua.Count) error {
	return tx.exec(`INSERT INTO vote_count (tenant_id, session_id, nominee_id, round, issued, returned, invalid, yes, no, blank, by_person, by_name)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
		ON CONFLICT (tenant_id, session_id, nominee_id, round) DO UPDATE SET issued = excluded.issued, returned = excluded.returned,
		invalid = excluded.invalid, yes = excluded.yes, no = excluded.no, blank = excluded.blank, by_person = excluded.by_person, by_name = excluded.by_name`,
		tx.Tenant, c.Session, c.Nominee, c.Round, c.Issued, c.Returned, c.Invalid, c.Yes, c.No, c.Blank, c.By, c.ByName)
}

// DropCounts removes the counts of a session, when the kind of vote changes before the first result.
func (tx *Tx) DropCounts(session string) error {
	return tx.exec(`DELETE FROM vote_count WHERE tenant_id = $1 AND session_id = $2`, tx.Tenant, session)
}

// Opinions lists the written opinions of a session with the names of those who gave them.
func (tx *Tx) Opinions(session string) ([]thidua.Opinion, error) {
	return many(tx, func(o *thidua.Opinion) []any {
		return []any{&o.Session, &o.Nominee, &o.Person, &o.Name, &o.Choice, &o.On, &o.File.Hash, &o.File.Name, &o.File.Type, &o.File.Size}
	}, `SELECT w.session_id, w.nominee_id, w.person_id, p.name, w.choice, w.on_date, w.file_hash, w.file_name, w.file_type, w.file_size
		FROM written_opinion w JOIN person p ON p.tenant_id = w.tenant_id AND p.id = w.person_id
		WHERE w.tenant_id = $1 AND w.session_id = $2 ORDER BY w.nominee_id, p.name_key LIMIT 5000`, tx.Tenant, session)
}

// SaveOpinion records the written opinion of a member on a nominee, or corrects it.
func (tx *Tx) SaveOpinion(o thidua.Opinion) error {
	return tx.exec(`INSERT INTO written_opinion (tenant_id, session_id, nominee_id, person_id, choice, on_date, file_hash, file_name, file_type, file_size)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
		ON CONFLICT (tenant_id, session_id, nominee_id, person_id) DO UPDATE SET choice = excluded.choice, on_date = excluded.on_date,
		file_hash = excluded.file_hash, file_name = excluded.file_name, file_type = excluded.file_type, file_size = excluded.file_size`,
		tx.Tenant, o.Session, o.Nominee, o.Person, o.Choice, o.On, o.File.Hash, o.File.Name, o.File.Type, o.File.Size)
}
