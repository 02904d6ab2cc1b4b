package store

import (
	"time"

	"thidua"
)

// CodeOtherBody is a form sent again under its key with other content.
const CodeOtherBody thidua.Code = "store.other-body"

// answerLife is how long the answer to a form is kept.
const answerLife = 24 * time.Hour

type kept struct{ body, answer string }

// Answered gives the answer that a form with this key already got, in the transaction that would do its work. Conflict when the
// key came back with another body.
func (tx *Tx) Answered(account, key, bodyHash string) (answer string, found bool, err error) {
	got, err := many(tx, func(k *kept) []any { return []any{&k.body, &k.answer} },
		`SELECT body_hash, answer FROM idempotency WHERE tenant_id = $1 AND account_id = $2 AND idem_key = $3 AND made_at >= $4`,
		tx.Tenant, account, key, instant(tx.Wall.Add(-answerLife)))
	if err != nil || len(got) == 0 {
		return "", false, err
	}
	if got[0].body != bodyHash {
		return "", false, thidua.Refuse(thidua.Conflict, CodeOtherBody)
	}
	return got[0].answer, true, nil
}

// KeepAnswer keeps the answer to a form (the address that it led to) beside its effect.
func (tx *Tx) KeepAnswer(account, key, bodyHash, answer string) error {
	return tx.exec(`INSERT INTO idempotency (tenant_id, account_id, idem_key, body_hash, answer, made_at) VALUES ($1, $2, $3, $4, $5, $6)
		ON CONFLICT (tenant_id, account_id, idem_key) DO UPDATE SET body_hash = excluded.body_hash, answer = excluded.answer, made_at = excluded.made_at`,
		tx.Tenant, account, key, bodyHash, answer, instant(tx.Wall))
}

// SweepAnswers removes answers past their life.
func (tx *Tx) SweepAnswers() error {
	return tx.exec(`DELETE FROM idempotency WHERE made_at < $1`, instant(tx.Wall.Add(-answerLife)))
}
