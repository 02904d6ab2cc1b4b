package store

import (
	"time"

	"thidua"
)

// Refusals of a form that was sent before.
const (
	// CodeOtherBody is a form sent again under its key with other content.
	CodeOtherBody thidua.Code = "store.other-body"
	// CodeRepeated is a form whose effect is there already.
	CodeRepeated thidua.Code = "store.repeated"
)

// answerLife is how long the answer to a form is kept.
const answerLife = 24 * time.Hour

// Attempt is one form that an account sends under its key; Body is a hash of all that it asks for.
type Attempt struct{ Tenant, Account, Key, Body string }

type kept struct{ body, answer string }

// Answered gives the answer that a form already got; empty while it is being made. Conflict when the key came back with another body.
func (tx *Tx) Answered(a Attempt) (answer string, found bool, err error) {
	got, err := many(tx, func(k *kept) []any { return []any{&k.body, &k.answer} },
		`SELECT body_hash, answer FROM idempotency WHERE tenant_id = $1 AND account_id = $2 AND idem_key = $3 AND made_at >= $4`,
		a.Tenant, a.Account, a.Key, instant(tx.Wall.Add(-answerLife)))
	if err != nil || len(got) == 0 {
		return "", false, err
	}
	if got[0].body != a.Body {
		return "", false, thidua.Refuse(thidua.Conflict, CodeOtherBody)
	}
	return got[0].answer, true, nil
}

// Claim notes, in the transaction of its effect, that a form has had it; Conflict when it had it before.
func (tx *Tx) Claim(a Attempt) error {
	n, err := tx.affect(`INSERT INTO idempotency (tenant_id, account_id, idem_key, body_hash, made_at) VALUES ($1, $2, $3, $4, $5)
		ON CONFLICT (tenant_id, account_id, idem_key) DO UPDATE SET body_hash = excluded.body_hash, answer = '', made_at = excluded.made_at
		WHERE idempotency.made_at < $6`,
		a.Tenant, a.Account, a.Key, a.Body, instant(tx.Wall), instant(tx.Wall.Add(-answerLife)))
	if err == nil && n == 0 {
		return thidua.Refuse(thidua.Conflict, CodeRepeated)
	}
	return err
}

// KeepAnswer keeps the answer to a form that has had its effect: the address that it led to.
func (tx *Tx) KeepAnswer(a Attempt, answer string) error {
	return tx.exec(`UPDATE idempotency SET answer = $1 WHERE tenant_id = $2 AND account_id = $3 AND idem_key = $4 AND body_hash = $5`,
		answer, a.Tenant, a.Account, a.Key, a.Body)
}

// Release gives the key of a form back, which was refused in the end.
func (tx *Tx) Release(a Attempt) error {
	return tx.exec(`DELETE FROM idempotency WHERE tenant_id = $1 AND account_id = $2 AND idem_key = $3 AND body_hash = $4`,
		a.Tenant, a.Account, a.Key, a.Body)
}

// SweepAnswers removes answers past their life.
func (tx *Tx) SweepAnswers() error {
	return tx.exec(`DELETE FROM idempotency WHERE made_at < $1`, instant(tx.Wall.Add(-answerLife)))
}
