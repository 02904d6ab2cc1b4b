package store

import (
	"context"
	"fmt"

	"golang.org/x/mod/sumdb/tlog"

	"thidua/internal/audit"
)

// Sequence gives the committed events that have no place yet their leaves in the tree of their agency, at most batch of each agency, and
// counts them. Order is by time and id among what is committed; two sequencers at once are told apart by the unique place.
func (db *DB) Sequence(ctx context.Context, batch int) (int, error) {
	var tenants []string
	err := db.Read(ctx, "", func(tx *Tx) (err error) {
		tenants, err = many(tx, value[string], `SELECT DISTINCT e.tenant_id FROM event e LEFT JOIN leaf l ON l.tenant_id = e.tenant_id AND l.event_id = e.id
			WHERE l.seq IS NULL ORDER BY e.tenant_id`)
		return err
	})
	if err != nil {
		return 0, err
	}
	total := 0
	for _, tenant := range tenants {
		n := 0
		err := db.WriteUpkeep(ctx, func(tx *Tx) (err error) {
			n, err = tx.extend(tenant, batch)
			return err
		})
		if err != nil {
			return total, fmt.Errorf("sequence: %w", err)
		}
		total += n
	}
	return total, nil
}

func (tx *Tx) extend(tenant string, batch int) (int, error) {
	waiting, err := many(tx, eventFields, `SELECT `+eventColumns+` FROM event e`+eventDetail+` LEFT JOIN leaf l ON l.tenant_id = e.tenant_id
		AND l.event_id = e.id WHERE e.tenant_id = $1 AND l.seq IS NULL ORDER BY e.at, e.id LIMIT $2`, tenant, batch)
	if err != nil || len(waiting) == 0 {
		return 0, err
	}
	size, err := tx.LogSize(tenant)
	if err != nil {
		return 0, err
	}
	leaves, nodes, err := audit.Grow(size, waiting, tx.nodeReader(tenant))
	if err != nil {
		return 0, err
	}
	for i, hash := range leaves {
		if err := tx.exec(`INSERT INTO leaf (tenant_id, seq, event_id, hash) VALUES ($1, $2, $3, $4)`,
			tenant, size+int64(i), waiting[i].ID, audit.Text(hash)); err != nil {
			return 0, err
		}
	}
	first := tlog.StoredHashCount(size)
	for i, hash := range nodes {
		if err := tx.exec(`INSERT INTO log_node (tenant_id, ix, hash) VALUES ($1, $2, $3)`, tenant, first+int64(i), audit.Text(hash)); err != nil {
			return 0, err
		}
	}
	return len(leaves), nil
}

// LogSize counts the leaves of an agency's tree.
func (tx *Tx) LogSize(tenant string) (int64, error) {
	return one(tx, value[int64], `SELECT COALESCE(MAX(seq) + 1, 0) FROM leaf WHERE tenant_id = $1`, tenant)
}

// nodeReader reads stored hashes of a tree; a missing one is an error.
func (tx *Tx) nodeReader(tenant string) tlog.HashReader {
	return tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		hashes := make([]tlog.Hash, len(indexes))
		for i, ix := range indexes {
			text, err := one(tx, value[string], `SELECT hash FROM log_node WHERE tenant_id = $1 AND ix = $2`, tenant, ix)
			if err != nil {
				return nil, fmt.Errorf("node %d: %w", ix, err)
			}
			if hashes[i], err = audit.ParseText(text); err != nil {
				return nil, fmt.Errorf("node %d: %w", ix, err)
			}
		}
		return hashes, nil
	})
}
