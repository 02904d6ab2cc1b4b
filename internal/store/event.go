package store

import (
	"encoding/json"
	"fmt"

	"thidua/internal/audit"
)

// appendEvent adds the audit event of an act to its own transaction.
func (tx *Tx) appendEvent(act *Act) error {
	before, err := valueText(act.Before)
	if err != nil {
		return err
	}
	after, err := valueText(act.After)
	if err != nil {
		return err
	}
	d := audit.Detail{
		Salt: audit.NewSalt(), ActorName: act.ActorName, ObjectName: act.ObjectName, Reason: act.Reason, Origin: act.From,
		Before: before, After: after,
	}
	e := audit.Event{
		Tenant: tx.Tenant, ID: NewID(), At: tx.Wall, Actor: act.Actor, ActingFor: act.ActingFor, Verb: act.Verb, Object: act.Object, Detail: &d,
	}
	e.Seal()
	if err := tx.exec(`INSERT INTO event (tenant_id, id, at, actor, acting_for, verb, object, text_hash, before_hash, after_hash)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		e.Tenant, e.ID, instant(e.At), e.Actor, e.ActingFor, e.Verb, e.Object, e.TextHash, e.BeforeHash, e.AfterHash); err != nil {
		return err
	}
	return tx.exec(`INSERT INTO event_detail (tenant_id, event_id, salt, actor_name, object_name, reason, origin, before_json, after_json)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		e.Tenant, e.ID, d.Salt, d.ActorName, d.ObjectName, d.Reason, d.Origin, d.Before, d.After)
}

func valueText(v any) (string, error) {
	if v == nil {
		return "", nil
	}
	b, err := json.Marshal(v)
	if err != nil {
		return "", fmt.Errorf("value of the event: %w", err)
	}
	return string(b), nil
}
