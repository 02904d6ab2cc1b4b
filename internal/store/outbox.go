package store

import (
	"time"
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
