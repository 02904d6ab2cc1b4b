package store

import (
	"context"
	"strconv"
	"time"

	"thidua/internal/audit"
)

// EventRow is one line of the log (nhật ký) with its place in the tree.
type EventRow struct {
	audit.Event
	Seq int64 // -1 while the sequencer has not reached it
}

// EventFilter narrows the log; empty fields do not. Until is exclusive.
type EventFilter struct {
	Actor, Verb, Object string
	Kind                string // of the object: the part of Object before the colon
	Since, Until        time.Time
	Page                Page
}

const eventColumns = `e.tenant_id, e.id, e.at, e.actor, e.acting_for, e.verb, e.object, e.text_hash, e.before_hash, e.after_hash,
	d.salt, d.actor_name, d.object_name, d.reason, d.origin, d.before_json, d.after_json`

const eventDetail = ` LEFT JOIN event_detail d ON d.tenant_id = e.tenant_id AND d.event_id = e.id`

func eventFields(e *audit.Event) []any {
	d := &audit.Detail{}
	return []any{
		&e.Tenant, &e.ID, toInstant(&e.At), &e.Actor, &e.ActingFor, &e.Verb, &e.Object, &e.TextHash, &e.BeforeHash, &e.AfterHash,
		scanner(func(src any) error { // an erased detail comes as NULL throughout
			if src != nil {
				e.Detail = d
			}
			return toOptional(&d.Salt).(scanner).Scan(src)
		}),
		toOptional(&d.ActorName), toOptional(&d.ObjectName), toOptional(&d.Reason), toOptional(&d.Origin), toOptional(&d.Before), toOptional(&d.After),
	}
}

// Events lists the log of the agency, the newest first.
func (tx *Tx) Events(f EventFilter) ([]EventRow, error) {
	args := []any{tx.Tenant}
	where := ` WHERE e.tenant_id = $1`
	for _, c := range []struct {
		column string
		value  any
		asked  bool
	}{
		{"e.actor =", f.Actor, f.Actor != ""},
		{"e.verb =", f.Verb, f.Verb != ""},
		{"e.object =", f.Object, f.Object != ""},
		{"e.object LIKE", likeText(f.Kind) + ":%", f.Kind != ""},
		{"e.at >=", instant(f.Since), !f.Since.IsZero()},
		{"e.at <", instant(f.Until), !f.Until.IsZero()},
	} {
		if c.asked {
			args = append(args, c.value)
			where += " AND " + c.column + " $" + strconv.Itoa(len(args))
		}
	}
	return many(tx, func(r *EventRow) []any { return append(eventFields(&r.Event), &r.Seq) },
		`SELECT `+eventColumns+`, COALESCE(l.seq, -1) FROM event e`+eventDetail+
			` LEFT JOIN leaf l ON l.tenant_id = e.tenant_id AND l.event_id = e.id`+where+` ORDER BY e.at DESC, e.id DESC`+f.Page.limit(&args), args...)
}

// EraseDetail removes what may be erased of an event, where the law asks for it: the event, its leaf and every proof stay.
func (tx *Tx) EraseDetail(event string) error {
	return tx.must(`DELETE FROM event_detail WHERE tenant_id = $1 AND event_id = $2`, tx.Tenant, event)
}

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
