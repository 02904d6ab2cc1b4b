package store

import "thidua"

func partnerFields(p *thidua.Partner) []any {
	return []any{&p.ID, &p.Name, &p.Kind, &p.Block, &p.Key, &p.Inside, &p.Ended, &p.Version}
}

const partnerSelect = `SELECT id, name, kind, block, public_key, inside, ended, version FROM partner WHERE tenant_id = $1`

// Partners lists the partners that were entered, in the order of Vietnamese names.
func (tx *Tx) Partners() ([]thidua.Partner, error) {
	return many(tx, partnerFields, partnerSelect+` ORDER BY name_key, id LIMIT 2000`, tx.Tenant)
}

// Partner reads one partner.
func (tx *Tx) Partner(id string) (thidua.Partner, error) {
	return one(tx, partnerFields, partnerSelect+` AND id = $2`, tx.Tenant, id)
}

// InsertPartner adds a partner; fold and key are the search key and the sort key of its name. Conflict when the agency is one already.
func (tx *Tx) InsertPartner(p thidua.Partner, fold, key string) error {
	return tx.exec(`INSERT INTO partner (tenant_id, id, name, kind, block, public_key, inside, ended, name_fold, name_key)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`, tx.Tenant, p.ID, p.Name, p.Kind, p.Block, p.Key, p.Inside, p.Ended, fold, key)
}

// UpdatePartner saves a partner; Conflict when somebody else saved first.
func (tx *Tx) UpdatePartner(p thidua.Partner, fold, key string) error {
	return tx.versioned(`UPDATE partner SET name = $3, kind = $4, block = $5, public_key = $6, ended = $7, name_fold = $8, name_key = $9,
		version = version + 1 WHERE tenant_id = $1 AND id = $2 AND version = $10`,
		tx.Tenant, p.ID, p.Name, p.Kind, p.Block, p.Key, p.Ended, fold, key, p.Version)
}
