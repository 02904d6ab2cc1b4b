package store

import "thidua"

// InsertNote adds a remark to the exchange beside an object.
func (tx *Tx) InsertNote(n thidua.Note) error {
	return tx.exec(`INSERT INTO note (tenant_id, id, object, criterion_id, body, by_person, by_name, from_office, at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		tx.Tenant, n.ID, n.Object, n.Criterion, n.Text, n.By, n.ByName, n.FromOffice, instant(n.At))
}

// Notes lists the exchange beside an object, oldest first.
func (tx *Tx) Notes(object string) ([]thidua.Note, error) {
	return many(tx, func(n *thidua.Note) []any {
		return []any{&n.ID, &n.Object, &n.Criterion, &n.Text, &n.By, &n.ByName, &n.FromOffice, toInstant(&n.At)}
	}, `SELECT id, object, criterion_id, body, by_person, by_name, from_office, at FROM note WHERE tenant_id = $1 AND object = $2
		ORDER BY at, id LIMIT 500`, tx.Tenant, object)
}
