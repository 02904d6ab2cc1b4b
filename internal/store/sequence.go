package store

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"thidua/internal/audit"
)

// How far behind the last placed event a waiting one is looked for: as long as a writing transaction can last, twice over for clocks that
// differ; where one writer follows the other, only as far as a clock may be corrected between them. Now and then, and when the clock was set
// back, the whole log is looked through.
const (
	lookBack  = 2 * writeLimit
	correct   = time.Second
	wholeScan = 5 * time.Minute
)

// placed is how far the log of an agency is known to have its leaves.
type placed struct {
	until, scanned time.Time
	more           bool // a full batch ended there, in a time of which every transaction had ended, and behind it others wait
}

// placement remembers how far the logs are placed, so that a long log is not looked through every two seconds.
type placement struct {
	mu  sync.Mutex
	all map[string]placed
}

// since gives the time from which on events may wait for their place: where a full batch ended, or back behind the last that has its place.
func (p *placement) since(tenant string, now time.Time, back time.Duration) time.Time {
	p.mu.Lock()
	defer p.mu.Unlock()
	known := p.all[tenant]
	switch {
	case now.Before(known.until):
		return time.UnixMicro(-1 << 62)
	case known.more:
		return known.until
	case now.Sub(known.scanned).Abs() > wholeScan:
		return time.UnixMicro(-1 << 62)
	}
	return known.until.Add(-back)
}

// note keeps how far events were placed; whole tells that the log was looked through from its beginning, more that others wait behind them.
func (p *placement) note(tenant string, until, now time.Time, whole, more bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	known := p.all[tenant]
	if whole {
		known.scanned = now
	}
	if until.After(known.until) || whole {
		known.until = until
	}
	known.more = more
	if p.all == nil {
		p.all = map[string]placed{}
	}
	p.all[tenant] = known
}

// unplaced asks of each event alone: as a join, a database that has not counted its rows yet goes through all leaves for every event.
const unplaced = `(SELECT l.seq FROM leaf l WHERE l.tenant_id = e.tenant_id AND l.event_id = e.id) IS NULL`

// Sequence gives the committed events that have no place yet their leaves in the tree of their agency, at most batch of each agency, and
// counts them. Order is by time and id among what is committed; two sequencers at once are told apart by the unique place.
func (db *DB) Sequence(ctx context.Context, batch int) (int, error) {
	var tenants []string
	err := db.Read(ctx, "", func(tx *Tx) (err error) {
		all, err := many(tx, value[string], `SELECT id FROM tenant ORDER BY id`)
		for _, tenant := range all {
			since := db.placement.since(tenant, tx.Wall, db.back())
			n, err := one(tx, value[int], `SELECT COUNT(*) FROM (SELECT 1 FROM event e WHERE e.tenant_id = $1 AND e.at >= $2 AND `+unplaced+` LIMIT 1) x`, tenant, instant(since))
			if err != nil {
				return err
			}
			switch {
			case n > 0:
				tenants = append(tenants, tenant)
			case since.UnixMicro() < 0:
				db.placement.note(tenant, tx.Wall, tx.Wall, true, false)
			default:
				db.placement.note(tenant, time.Time{}, tx.Wall, false, false)
			}
		}
		return err
	})
	if err != nil {
		return 0, err
	}
	total := 0
	for _, tenant := range tenants {
		n, err := db.extend(ctx, tenant, batch)
		if err != nil {
			return total, fmt.Errorf("sequence: %w", err)
		}
		total += n
	}
	return total, nil
}

// back is how far the events that wait are looked for behind the last that has its place.
func (db *DB) back() time.Duration {
	if db.engine.settles {
		return correct
	}
	return lookBack
}

// growth is what a batch adds to the tree of an agency; it was computed on a state of the data that nobody waited for.
type growth struct {
	size        int64
	leaves      [][]any
	nodes       [][]any
	last        time.Time
	since, seen time.Time
}

func (db *DB) extend(ctx context.Context, tenant string, batch int) (int, error) {
	var g growth
	err := db.Read(ctx, "", func(tx *Tx) (err error) {
		g, err = tx.growth(tenant, db.placement.since(tenant, tx.Wall, db.back()), batch)
		return err
	})
	if err != nil || len(g.leaves) == 0 {
		return 0, err
	}
	n := 0
	err = db.WriteUpkeep(ctx, func(tx *Tx) (err error) {
		n, err = tx.extend(tenant, g)
		return err
	})
	if err == nil && n > 0 {
		db.placement.note(tenant, g.last, g.seen, g.since.UnixMicro() < 0, len(g.leaves) == batch && g.last.Before(g.seen.Add(-db.back()))) // in the order of time, so that none before the last one waits
	}
	return n, err
}

func (tx *Tx) growth(tenant string, since time.Time, batch int) (g growth, err error) {
	waiting, err := many(tx, placedFields, `SELECT e.tenant_id, e.id, e.at, e.actor, e.acting_for, e.verb, e.object, e.text_hash, e.before_hash, e.after_hash
		FROM event e WHERE e.tenant_id = $1 AND e.at >= $2 AND `+unplaced+` ORDER BY e.at, e.id LIMIT $3`, tenant, instant(since), batch)
	if err != nil || len(waiting) == 0 {
		return g, err
	}
	g = growth{since: since, seen: tx.Wall, last: waiting[len(waiting)-1].At}
	if g.size, err = tx.LogSize(tenant); err != nil {
		return g, err
	}
	leaves, nodes, err := audit.Grow(g.size, waiting, tx.nodeReader(tenant))
	if err != nil {
		return g, err
	}
	for i, hash := range leaves {
		g.leaves = append(g.leaves, []any{tenant, g.size + int64(i), waiting[i].ID, audit.Text(hash)})
	}
	first := tlog.StoredHashCount(g.size)
	for i, hash := range nodes {
		g.nodes = append(g.nodes, []any{tenant, first + int64(i), audit.Text(hash)})
	}
	return g, nil
}

// extend adds the leaves and nodes, unless another sequencer was quicker.
func (tx *Tx) extend(tenant string, g growth) (int, error) {
	if size, err := tx.LogSize(tenant); err != nil || size != g.size {
		return 0, err
	}
	if err := tx.insertAll(`INSERT INTO leaf (tenant_id, seq, event_id, hash) VALUES `, g.leaves); err != nil {
		return 0, err
	}
	return len(g.leaves), tx.insertAll(`INSERT INTO log_node (tenant_id, ix, hash) VALUES `, g.nodes)
}

// atOnce is how many rows go in one statement; of the rest each goes alone, so that only two statements are kept ready.
const atOnce = 50

func (tx *Tx) insertAll(into string, rows [][]any) error {
	for len(rows) > 0 {
		n := 1
		if len(rows) >= atOnce {
			n = atOnce
		}
		var b strings.Builder
		var args []any
		b.WriteString(into)
		for i, row := range rows[:n] {
			sep := "("
			if i > 0 {
				sep = ", ("
			}
			for _, v := range row {
				b.WriteString(sep + arg(&args, v))
				sep = ", "
			}
			b.WriteString(")")
		}
		if err := tx.exec(b.String(), args...); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
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
	size, err := tx.LogSize(tenant)
	if err != nil {
		return false, err
	}
	if waits, err := tx.waits(tenant, size, moment); err != nil || waits {
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

// waits tells whether an event of up to a moment has no place yet, whatever its time. Where all are placed it is enough to count them.
func (tx *Tx) waits(tenant string, placed int64, moment time.Time) (bool, error) {
	all, err := one(tx, value[int64], `SELECT COUNT(*) FROM event WHERE tenant_id = $1`, tenant)
	if err != nil || all == placed {
		return false, err
	}
	waiting, err := many(tx, value[string], `SELECT e.id FROM event e WHERE e.tenant_id = $1 AND e.at <= $2 AND `+unplaced+` ORDER BY e.at DESC LIMIT 1`,
		tenant, instant(moment))
	return len(waiting) > 0, err
}

// Checkpoints lists the signed notes of an agency from a tree size on, the smallest first.
func (tx *Tx) Checkpoints(tenant string, from int64) ([]string, error) {
	return many(tx, value[string], `SELECT note FROM checkpoint WHERE tenant_id = $1 AND size > $2 ORDER BY size LIMIT 1000`, tenant, from)
}

// LastCheckpoint gives the newest signed note of the agency; NotFound before the first.
func (tx *Tx) LastCheckpoint() (string, error) {
	return one(tx, value[string], `SELECT note FROM checkpoint WHERE tenant_id = $1 ORDER BY size DESC LIMIT 1`, tx.Tenant)
}

// Place is where an event stands in the tree of its agency.
type Place struct {
	Seq   int64 // -1 while the sequencer has not reached it
	Event audit.Event
}

// EventAt finds the latest event of an object with one of the verbs, with its place; NotFound without one.
func (tx *Tx) EventAt(object string, verbs ...string) (p Place, err error) {
	args := []any{tx.Tenant, object}
	var marks []string
	for _, v := range verbs {
		marks = append(marks, arg(&args, v))
	}
	return one(tx, func(p *Place) []any { return append(eventFields(&p.Event), &p.Seq) },
		`SELECT `+eventColumns+`, COALESCE(l.seq, -1) FROM event e`+eventDetail+` LEFT JOIN leaf l ON l.tenant_id = e.tenant_id AND l.event_id = e.id
		WHERE e.tenant_id = $1 AND e.object = $2 AND e.verb IN (`+strings.Join(marks, ", ")+`) ORDER BY e.at DESC, e.id DESC LIMIT 1`, args...)
}

// EventByID finds an event with its place.
func (tx *Tx) EventByID(id string) (Place, error) {
	return one(tx, func(p *Place) []any { return append(eventFields(&p.Event), &p.Seq) },
		`SELECT `+eventColumns+`, COALESCE(l.seq, -1) FROM event e`+eventDetail+` LEFT JOIN leaf l ON l.tenant_id = e.tenant_id AND l.event_id = e.id
		WHERE e.tenant_id = $1 AND e.id = $2`, tx.Tenant, id)
}

// CheckpointOver gives the first signed note of the agency that covers the leaf at a place; NotFound while there is none.
func (tx *Tx) CheckpointOver(seq int64) (string, error) {
	return one(tx, value[string], `SELECT note FROM checkpoint WHERE tenant_id = $1 AND size > $2 ORDER BY size LIMIT 1`, tx.Tenant, seq)
}

// FirstEvent gives when the log of the agency begins; zero for an empty log.
func (tx *Tx) FirstEvent() (at time.Time, err error) {
	_, err = one(tx, func(*struct{}) []any { return []any{toInstant(&at)} }, `SELECT MIN(at) FROM event WHERE tenant_id = $1`, tx.Tenant)
	return at, err
}

// ProveLeaf gives the way of a leaf up the tree of a size.
func (tx *Tx) ProveLeaf(size, seq int64) (tlog.RecordProof, error) {
	return tlog.ProveRecord(size, seq, tx.nodeReader(tx.Tenant))
}

// ProveGrowth proves that the tree of a size has grown out of that of an earlier one.
func (tx *Tx) ProveGrowth(size, earlier int64) (tlog.TreeProof, error) {
	return tlog.ProveTree(size, earlier, tx.nodeReader(tx.Tenant))
}

// Leaves lists the hashes of leaves in their order from a place on, without what they stand for.
func (tx *Tx) Leaves(from int64, limit int) ([]string, error) {
	return many(tx, value[string], `SELECT hash FROM leaf WHERE tenant_id = $1 AND seq >= $2 ORDER BY seq LIMIT $3`, tx.Tenant, from, limit)
}
