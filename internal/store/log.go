package store

import (
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
