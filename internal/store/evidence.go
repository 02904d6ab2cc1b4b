package store

import "thidua"

const evidenceColumns = `id, round_id, unit_id, person_id, criterion_id, target_id, doc_number, issued_on, abstract, file_hash, file_name, file_type,
	file_size, state, reason, by_person, by_name, at, version`

func evidenceFields(e *thidua.Evidence) []any {
	return []any{&e.ID, &e.Round, &e.Unit, &e.Person, &e.Criterion, &e.Target, &e.DocNumber, &e.IssuedOn, &e.Abstract, &e.File.Hash, &e.File.Name,
		&e.File.Type, &e.File.Size, &e.State, &e.Reason, &e.AddedBy, &e.AddedByName, toInstant(&e.AddedAt), &e.Version}
}

// EvidenceFilter narrows the evidence of a round; empty fields do not.
type EvidenceFilter struct {
	Round     string // needed
	Unit      string
	Person    string
	Criterion string
	Target    string
	State     thidua.State
}

// EvidenceOf lists evidence of a round, the oldest first; 5.000 pieces at most.
func (tx *Tx) EvidenceOf(f EvidenceFilter) ([]thidua.Evidence, error) {
	args := []any{tx.Tenant, f.Round}
	where := `tenant_id = $1 AND round_id = $2`
	for _, c := range []struct{ column, value string }{{"unit_id", f.Unit}, {"person_id", f.Person}, {"criterion_id", f.Criterion},
		{"target_id", f.Target}, {"state", string(f.State)}} {
		if c.value != "" {
			where += " AND " + c.column + " = " + arg(&args, c.value)
		}
	}
	return many(tx, evidenceFields, `SELECT `+evidenceColumns+` FROM evidence WHERE `+where+` ORDER BY at, id LIMIT 5000`, args...)
}

// Evidence reads one piece of evidence.
func (tx *Tx) Evidence(id string) (thidua.Evidence, error) {
	return one(tx, evidenceFields, `SELECT `+evidenceColumns+` FROM evidence WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// InsertEvidence adds a piece of evidence.
func (tx *Tx) InsertEvidence(e thidua.Evidence) error {
	return tx.exec(`INSERT INTO evidence (tenant_id, `+evidenceColumns+`)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, 1)`,
		tx.Tenant, e.ID, e.Round, e.Unit, e.Person, e.Criterion, e.Target, e.DocNumber, e.IssuedOn, e.Abstract, e.File.Hash, e.File.Name,
		e.File.Type, e.File.Size, e.State, e.Reason, e.AddedBy, e.AddedByName, instant(e.AddedAt))
}

// UpdateEvidence saves the document, the state and the reason; Conflict when somebody else saved first.
func (tx *Tx) UpdateEvidence(e thidua.Evidence) error {
	return tx.versioned(`UPDATE evidence SET doc_number = $3, issued_on = $4, abstract = $5, file_hash = $6, file_name = $7, file_type = $8,
		file_size = $9, state = $10, reason = $11, version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $12`,
		tx.Tenant, e.ID, e.DocNumber, e.IssuedOn, e.Abstract, e.File.Hash, e.File.Name, e.File.Type, e.File.Size, e.State, e.Reason, e.Version)
}
