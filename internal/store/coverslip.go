package store

import "thidua"

const slipColumns = `id, round_id, about, object_id, state, proposal, leader_id, leader_name, leader_post, form, on_date, words,
	scan_hash, scan_name, scan_type, scan_size, behalf_id, behalf_name, made_at, version`

func slipFields(s *thidua.CoverSlip) []any {
	return []any{&s.ID, &s.Round, &s.About, &s.Object, &s.State, &s.Proposal, &s.Leader, &s.LeaderName, &s.LeaderPost, &s.Form, &s.On, &s.Words,
		&s.Scan.Hash, &s.Scan.Name, &s.Scan.Type, &s.Scan.Size, &s.OnBehalf, &s.BehalfName, toInstant(&s.MadeAt), &s.Version}
}

// CoverSlip reads one cover slip.
func (tx *Tx) CoverSlip(id string) (thidua.CoverSlip, error) {
	return one(tx, slipFields, `SELECT `+slipColumns+` FROM cover_slip WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id)
}

// CoverSlips lists the cover slips about one object, oldest first: the last one holds.
func (tx *Tx) CoverSlips(about thidua.SlipSubject, object string) ([]thidua.CoverSlip, error) {
	return many(tx, slipFields, `SELECT `+slipColumns+` FROM cover_slip WHERE tenant_id = $1 AND about = $2 AND object_id = $3
		ORDER BY made_at, id LIMIT 100`, tx.Tenant, about, object)
}

// CoverSlipsIn lists the cover slips of a round in a state, the newest first: what waits for the leader.
func (tx *Tx) CoverSlipsIn(round string, state thidua.State) ([]thidua.CoverSlip, error) {
	return many(tx, slipFields, `SELECT `+slipColumns+` FROM cover_slip WHERE tenant_id = $1 AND round_id = $2 AND state = $3
		ORDER BY made_at DESC, id DESC LIMIT 100`, tx.Tenant, round, state)
}

// InsertCoverSlip adds a cover slip that waits for the leader.
func (tx *Tx) InsertCoverSlip(s thidua.CoverSlip) error {
	return tx.exec(`INSERT INTO cover_slip (tenant_id, id, round_id, about, object_id, state, proposal, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		tx.Tenant, s.ID, s.Round, s.About, s.Object, s.State, s.Proposal, instant(s.MadeAt))
}

// UpdateCoverSlip saves the leader's opinion; Conflict when somebody else saved first.
func (tx *Tx) UpdateCoverSlip(s thidua.CoverSlip) error {
	return tx.versioned(`UPDATE cover_slip SET state = $3, proposal = $4, leader_id = $5, leader_name = $6, leader_post = $7, form = $8, on_date = $9,
		words = $10, scan_hash = $11, scan_name = $12, scan_type = $13, scan_size = $14, behalf_id = $15, behalf_name = $16, version = version + 1
		WHERE tenant_id = $1 AND id = $2 AND version = $17`,
		tx.Tenant, s.ID, s.State, s.Proposal, s.Leader, s.LeaderName, s.LeaderPost, s.Form, s.On, s.Words, s.Scan.Hash, s.Scan.Name, s.Scan.Type,
		s.Scan.Size, s.OnBehalf, s.BehalfName, s.Version)
}
