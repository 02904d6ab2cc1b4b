package store

import (
	"time"

	"thidua/internal/auth"
)

// InsertSession keeps a new session under the hash of its token; its times are tx.Wall.
func (tx *Tx) InsertSession(tokenHash string, s auth.Session) error {
	return tx.exec(`INSERT INTO session (token_hash, id, tenant_id, account_id, opened_at, seen_at, agent, peer) VALUES ($1, $2, $3, $4, $5, $5, $6, $7)`,
		tokenHash, s.ID, s.Tenant, s.Account, instant(tx.Wall), s.Agent, s.Peer)
}

const sessionColumns = `id, tenant_id, account_id, opened_at, seen_at, agent, peer`

func sessionFields(s *auth.Session) []any {
	return []any{&s.ID, &s.Tenant, &s.Account, toInstant(&s.Opened), toInstant(&s.Seen), &s.Agent, &s.Peer}
}

// Session gives the session of a token, of whatever agency; NotFound when it was ended. Whether its time is over the caller asks it.
func (tx *Tx) Session(tokenHash string) (auth.Session, error) {
	return one(tx, sessionFields, `SELECT `+sessionColumns+` FROM session WHERE token_hash = $1`, tokenHash)
}

// Sessions lists the open sessions of an account, the last used first.
func (tx *Tx) Sessions(account string) ([]auth.Session, error) {
	return many(tx, sessionFields, `SELECT `+sessionColumns+` FROM session WHERE tenant_id = $1 AND account_id = $2 ORDER BY seen_at DESC LIMIT 100`,
		tx.Tenant, account)
}

// TouchSession writes down that the session is in use.
func (tx *Tx) TouchSession(tokenHash string) error {
	return tx.exec(`UPDATE session SET seen_at = $2 WHERE token_hash = $1 AND seen_at < $2`, tokenHash, instant(tx.Wall))
}

// EndSession ends the session of a token.
func (tx *Tx) EndSession(tokenHash string) error {
	return tx.exec(`DELETE FROM session WHERE token_hash = $1`, tokenHash)
}

// EndSessions ends the sessions of an account: all, or all but one (keep is a token hash), or with only set that one alone (by id).
func (tx *Tx) EndSessions(tenant, account, keep, only string) error {
	return tx.exec(`DELETE FROM session WHERE tenant_id = $1 AND account_id = $2 AND token_hash <> $3 AND ($4 = '' OR id = $4)`,
		tenant, account, keep, only)
}

// SweepSessions removes sessions that no rule can keep alive any more.
func (tx *Tx) SweepSessions() error {
	return tx.exec(`DELETE FROM session WHERE opened_at < $1 OR seen_at < $2`, instant(tx.Wall.Add(-auth.Absolute)), instant(tx.Wall.Add(-auth.Idle)))
}

// Tries gives the wrong tries counted against a subject ("account:FOLD", "peer:ADDRESS"); none for one never seen.
func (tx *Tx) Tries(tenant, subject string) (auth.Tries, error) {
	found, err := many(tx, func(t *auth.Tries) []any { return []any{&t.Failures, toInstant(&t.Last)} },
		`SELECT failures, last_at FROM sign_in_guard WHERE tenant_id = $1 AND subject = $2`, tenant, subject)
	if err != nil || len(found) == 0 {
		return auth.Tries{}, err
	}
	return found[0], nil
}

// SetTries keeps the count of wrong tries; no failure at all removes the row.
func (tx *Tx) SetTries(tenant, subject string, t auth.Tries) error {
	if t.Failures == 0 {
		return tx.exec(`DELETE FROM sign_in_guard WHERE tenant_id = $1 AND subject = $2`, tenant, subject)
	}
	return tx.exec(`INSERT INTO sign_in_guard (tenant_id, subject, failures, last_at) VALUES ($1, $2, $3, $4)
		ON CONFLICT (tenant_id, subject) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at`,
		tenant, subject, t.Failures, instant(t.Last))
}

// SweepTries removes counts older than the given time.
func (tx *Tx) SweepTries(older time.Duration) error {
	return tx.exec(`DELETE FROM sign_in_guard WHERE last_at < $1`, instant(tx.Wall.Add(-older)))
}
