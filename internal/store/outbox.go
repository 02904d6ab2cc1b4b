package store

import (
	"time"

	"thidua"
)

// Job is work that waits in the outbox until its transaction is committed.
type Job struct {
	ID, Tenant, Kind, Body string
	Attempt                int
	RunAt                  time.Time
}

// Enqueue leaves work in the outbox of the transaction: it exists only if the transaction commits. The time is real time.
func (tx *Tx) Enqueue(kind, body string, at time.Time) error {
	return tx.exec(`INSERT INTO outbox (id, tenant_id, kind, body, run_at) VALUES ($1, $2, $3, $4, $5)`, NewID(), tx.Tenant, kind, body, instant(at))
}

func jobFields(j *Job) []any {
	return []any{&j.ID, &j.Tenant, &j.Kind, &j.Body, &j.Attempt, toInstant(&j.RunAt)}
}

// ClaimJobs takes up to n jobs that are due and hides them for the length of the lease: a worker that dies gives them back. Two
// workers never take the same job: of two such transactions one is repeated.
func (tx *Tx) ClaimJobs(holder string, n int, lease time.Duration) ([]Job, error) {
	return many(tx, jobFields, `UPDATE outbox SET attempt = attempt + 1, leased_by = $1, run_at = $2 WHERE id IN
		(SELECT id FROM outbox WHERE done_at IS NULL AND run_at <= $3 ORDER BY run_at, id LIMIT $4)
		RETURNING id, tenant_id, kind, body, attempt, run_at`, holder, instant(tx.Wall.Add(lease)), instant(tx.Wall), n)
}

// FinishJob marks a job as done, if it still is the holder's.
func (tx *Tx) FinishJob(id, holder string) error {
	return tx.exec(`UPDATE outbox SET done_at = $3, failure = '' WHERE id = $1 AND leased_by = $2`, id, holder, instant(tx.Wall))
}

// DelayJob gives a job back until a later time, with what went wrong.
func (tx *Tx) DelayJob(id, holder, failure string, at time.Time) error {
	return tx.exec(`UPDATE outbox SET run_at = $3, failure = $4, leased_by = '' WHERE id = $1 AND leased_by = $2`, id, holder, instant(at), failure)
}

// SweepJobs removes jobs that were done longer ago than given.
func (tx *Tx) SweepJobs(older time.Duration) error {
	return tx.exec(`DELETE FROM outbox WHERE done_at < $1`, instant(tx.Wall.Add(-older)))
}

// Lease takes or renews a named lease for one of several programs on the same data; false while another one holds it.
func (tx *Tx) Lease(name, holder string, life time.Duration) (bool, error) {
	n, err := tx.affect(`INSERT INTO lease (name, holder, until) VALUES ($1, $2, $3) ON CONFLICT (name) DO UPDATE
		SET holder = excluded.holder, until = excluded.until WHERE lease.holder = excluded.holder OR lease.until <= $4`,
		name, holder, instant(tx.Wall.Add(life)), instant(tx.Wall))
	return n == 1, err
}

// Unlease gives a lease back.
func (tx *Tx) Unlease(name, holder string) error {
	return tx.exec(`DELETE FROM lease WHERE name = $1 AND holder = $2`, name, holder)
}

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
