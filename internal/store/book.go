package store

import (
	"context"

	"thidua/internal/audit"
)

// Book opens the log of every agency for the checker, on one consistent state of the data.
func (db *DB) Book(ctx context.Context, fn func(audit.Book) error) error {
	return db.Read(ctx, "", func(tx *Tx) error { return fn(book{tx}) })
}

type book struct{ tx *Tx }

// Tenants lists the agencies that have a log, or what is left of one.
func (b book) Tenants() ([]string, error) {
	return many(b.tx, value[string], `SELECT tenant_id FROM event UNION SELECT tenant_id FROM leaf UNION SELECT tenant_id FROM checkpoint ORDER BY 1`)
}

// Entries lists leaves with their events in the order of the tree; an entry whose event is gone has none.
func (b book) Entries(tenant string, from int64, limit int) ([]audit.Entry, error) {
	type row struct {
		audit.Entry
		id string
	}
	rows, err := many(b.tx, func(r *row) []any {
		r.Event = &audit.Event{}
		e := r.Event
		return append([]any{&r.Seq, &r.Hash, toOptional(&r.id)}, optionalEvent(e)...)
	}, `SELECT l.seq, l.hash, e.id, `+eventColumns+` FROM leaf l LEFT JOIN event e ON e.tenant_id = l.tenant_id AND e.id = l.event_id`+eventDetail+
		` WHERE l.tenant_id = $1 AND l.seq >= $2 ORDER BY l.seq LIMIT $3`, tenant, from, limit)
	entries := make([]audit.Entry, len(rows))
	for i, r := range rows {
		entries[i] = r.Entry
		if r.id == "" {
			entries[i].Event = nil
		}
	}
	return entries, err
}

// Nodes lists stored hashes of the tree from an index on.
func (b book) Nodes(tenant string, from int64, limit int) ([]audit.Node, error) {
	return many(b.tx, func(n *audit.Node) []any { return []any{&n.Index, &n.Hash} },
		`SELECT ix, hash FROM log_node WHERE tenant_id = $1 AND ix >= $2 ORDER BY ix LIMIT $3`, tenant, from, limit)
}

// Checkpoints lists the signed notes from a tree size on.
func (b book) Checkpoints(tenant string, from int64) ([]string, error) {
	return b.tx.Checkpoints(tenant, from)
}

// Waiting counts the events that have no leaf yet.
func (b book) Waiting(tenant string) (int64, error) {
	return one(b.tx, value[int64], `SELECT COUNT(*) FROM event e LEFT JOIN leaf l ON l.tenant_id = e.tenant_id AND l.event_id = e.id
		WHERE e.tenant_id = $1 AND l.seq IS NULL`, tenant)
}

// optionalEvent is eventFields for a row in which the event may be missing.
func optionalEvent(e *audit.Event) []any {
	all := eventFields(e)
	texts := []*string{&e.Tenant, &e.ID, nil, &e.Actor, &e.ActingFor, &e.Verb, &e.Object, &e.TextHash, &e.BeforeHash, &e.AfterHash}
	for i, t := range texts {
		if t != nil {
			all[i] = toOptional(t)
		}
	}
	return all
}
