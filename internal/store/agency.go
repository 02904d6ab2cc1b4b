package store

import "thidua"

const agencyColumns = `id, name, parent, place, symbol, leader_title, home_rule, sample, public, version`

func agencyFields(a *thidua.Agency) []any {
	return []any{&a.ID, &a.Name, &a.Parent, &a.Place, &a.Symbol, &a.LeaderTitle, &a.HomeRule, &a.Sample, &a.Public, &a.Version}
}

// InsertAgency adds an agency (cơ quan) to the installation.
func (tx *Tx) InsertAgency(a thidua.Agency) error {
	return tx.exec(`INSERT INTO tenant (id, name, parent, place, symbol, leader_title, home_rule, sample, public, made_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		a.ID, a.Name, a.Parent, a.Place, a.Symbol, a.LeaderTitle, a.HomeRule, a.Sample, a.Public, instant(tx.Wall))
}

// UpdateAgency saves the names of the transaction's agency; Conflict "stale" when somebody saved since a.Version.
func (tx *Tx) UpdateAgency(a thidua.Agency) error {
	return tx.versioned(`UPDATE tenant SET name = $2, parent = $3, place = $4, symbol = $5, leader_title = $6, home_rule = $7, public = $8,
		version = version + 1 WHERE id = $1 AND version = $9`,
		tx.Tenant, a.Name, a.Parent, a.Place, a.Symbol, a.LeaderTitle, a.HomeRule, a.Public, a.Version)
}

// Agency gives the transaction's agency.
func (tx *Tx) Agency() (thidua.Agency, error) {
	return one(tx, agencyFields, `SELECT `+agencyColumns+` FROM tenant WHERE id = $1`, tx.Tenant)
}

// Agencies lists the agencies of the installation, oldest first.
func (tx *Tx) Agencies() ([]thidua.Agency, error) {
	return many(tx, agencyFields, `SELECT `+agencyColumns+` FROM tenant ORDER BY id LIMIT 1000`)
}
