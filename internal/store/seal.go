package store

import (
	"context"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"thidua/internal/audit"
)

// Seal signs the tree of every agency that has grown since its last checkpoint and keeps the notes; it counts them. The moment of a
// checkpoint is one before which no writing transaction is still open and no event is without its leaf; a tree of which that cannot be
// said yet waits.
func (db *DB) Seal(ctx context.Context, key *audit.Key) (int, error) {
	var tenants []string
	err := db.Read(ctx, "", func(tx *Tx) (err error) {
		tenants, err = many(tx, value[string], `SELECT l.tenant_id FROM leaf l GROUP BY l.tenant_id
			HAVING MAX(l.seq) + 1 > COALESCE((SELECT MAX(c.size) FROM checkpoint c WHERE c.tenant_id = l.tenant_id), 0) ORDER BY l.tenant_id`)
		return err
	})
	sealed := 0
	for _, tenant := range tenants {
		made := false
		err = db.WriteUpkeep(ctx, func(tx *Tx) (err error) {
			made, err = tx.seal(tenant, key, db.settled(tx))
			return err
		})
		if err != nil {
			return sealed, err
		}
		if made {
			sealed++
		}
	}
	return sealed, err
}

// settled gives the moment up to which every transaction has ended: the present where there is one writer, else as long ago as a
// writing transaction can last, twice over for clocks that differ.
func (db *DB) settled(tx *Tx) time.Time {
	if db.engine.settles {
		return tx.Wall
	}
	return tx.Wall.Add(-2 * writeLimit)
}

func (tx *Tx) seal(tenant string, key *audit.Key, moment time.Time) (bool, error) {
	waiting, err := one(tx, value[int64], `SELECT COUNT(*) FROM event e LEFT JOIN leaf l ON l.tenant_id = e.tenant_id AND l.event_id = e.id
		WHERE e.tenant_id = $1 AND l.seq IS NULL AND e.at <= $2`, tenant, instant(moment))
	if err != nil || waiting > 0 {
		return false, err
	}
	size, err := tx.LogSize(tenant)
	if err != nil {
		return false, err
	}
	root, err := tlog.TreeHash(size, tx.nodeReader(tenant))
	if err != nil {
		return false, err
	}
	note, err := key.Sign(audit.Checkpoint{Tenant: tenant, Size: size, Root: root, Moment: moment})
	if err != nil {
		return false, err
	}
	return true, tx.exec(`INSERT INTO checkpoint (tenant_id, size, moment, note) VALUES ($1, $2, $3, $4)`, tenant, size, instant(moment), note)
}

// Checkpoints lists the signed notes of an agency from a tree size on, the smallest first.
func (tx *Tx) Checkpoints(tenant string, from int64) ([]string, error) {
	return many(tx, value[string], `SELECT note FROM checkpoint WHERE tenant_id = $1 AND size > $2 ORDER BY size LIMIT 1000`, tenant, from)
}

// LastCheckpoint gives the newest signed note of the agency; NotFound before the first.
func (tx *Tx) LastCheckpoint() (string, error) {
	return one(tx, value[string], `SELECT note FROM checkpoint WHERE tenant_id = $1 ORDER BY size DESC LIMIT 1`, tx.Tenant)
}
