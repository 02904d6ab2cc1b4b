package store

import (
	"fmt"
	"strings"
	"time"

	"thidua"
	"thidua/internal/auth"
)

// InsertSession keeps a new session under the hash of its token; its times are tx.Wall.
func (tx *Tx) InsertSession(tokenHash string, s auth.Session) error {
	return tx.exec(`INSERT INTO session (token_hash, id, tenant_id, account_id, opened_at, seen_at, agent, peer, roles)
		VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)`, tokenHash, s.ID, s.Tenant, s.Account, instant(tx.Wall), s.Agent, s.Peer, s.Roles)
}

const sessionColumns = `s.id, s.tenant_id, s.account_id, s.opened_at, s.seen_at, s.agent, s.peer, s.roles, COALESCE(r.profile, ''), COALESCE(r.idle, 0),
	COALESCE(r.idle_admin, 0) FROM session s LEFT JOIN sign_in_rule r ON r.tenant_id = s.tenant_id`

func sessionFields(s *auth.Session) []any {
	return []any{&s.ID, &s.Tenant, &s.Account, toInstant(&s.Opened), toInstant(&s.Seen), &s.Agent, &s.Peer, &s.Roles,
		&s.Rule.Profile, toSpan(&s.Rule.Idle), toSpan(&s.Rule.Admin)}
}

// Session gives the session of a token, of whatever agency; NotFound when it was ended. Whether its time is over the caller asks it.
func (tx *Tx) Session(tokenHash string) (auth.Session, error) {
	return one(tx, sessionFields, `SELECT `+sessionColumns+` WHERE s.token_hash = $1`, tokenHash)
}

// Sessions lists the open sessions of an account, the last used first.
func (tx *Tx) Sessions(account string) ([]auth.Session, error) {
	return many(tx, sessionFields, `SELECT `+sessionColumns+` WHERE s.tenant_id = $1 AND s.account_id = $2 ORDER BY s.seen_at DESC, s.id LIMIT 100`,
		tx.Tenant, account)
}

// TouchSession writes down that the session is in use.
func (tx *Tx) TouchSession(tokenHash string) error {
	return tx.exec(`UPDATE session SET seen_at = $2 WHERE token_hash = $1 AND seen_at < $2`, tokenHash, instant(tx.Wall))
}

// RenewSession lets a session go on under a new token, with the rights of today; NotFound when the old token is dead.
func (tx *Tx) RenewSession(tokenHash, fresh, roles string) error {
	return tx.must(`UPDATE session SET token_hash = $2, roles = $3, seen_at = $4 WHERE token_hash = $1`, tokenHash, fresh, roles, instant(tx.Wall))
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
	return tx.exec(`DELETE FROM session WHERE opened_at < $1 OR seen_at < $2`, instant(tx.Wall.Add(-auth.Absolute)), instant(tx.Wall.Add(-auth.IdleLongest)))
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

// Factor is the second factor of an account (xác thực hai lớp) with its secrets as they are sealed.
type Factor struct {
	Secret, Pending string
	Offered         time.Time // when the pending secret was made
	Confirmed       time.Time // since when the secret counts
	Reset           time.Time // when an administrator took the factor away
	LastStep        int64
	Codes           int // recovery codes that are left
}

// Factor gives the second factor of an account; the zero value where nothing was ever set up.
func (tx *Tx) Factor(account string) (Factor, error) {
	found, err := many(tx, func(f *Factor) []any {
		return []any{&f.Secret, &f.Pending, toInstant(&f.Offered), toInstant(&f.Confirmed), toInstant(&f.Reset), &f.LastStep, &f.Codes}
	}, `SELECT secret, pending, pending_at, confirmed_at, reset_at, last_step,
		(SELECT COUNT(*) FROM recovery_code r WHERE r.tenant_id = f.tenant_id AND r.account_id = f.account_id) FROM second_factor f WHERE tenant_id = $1 AND account_id = $2`, tx.Tenant, account)
	if err != nil || len(found) == 0 {
		return Factor{}, err
	}
	return found[0], nil
}

// AnyFactor tells whether some account of the installation has a second factor that counts.
func (tx *Tx) AnyFactor() (bool, error) {
	found, err := many(tx, value[int], `SELECT 1 FROM second_factor WHERE confirmed_at IS NOT NULL LIMIT 1`)
	return len(found) > 0, err
}

// OfferFactor keeps a sealed secret that counts once a code confirms it; an earlier one that counts stays until then.
func (tx *Tx) OfferFactor(account, sealed string) error {
	return tx.exec(`INSERT INTO second_factor (tenant_id, account_id, pending, pending_at) VALUES ($1, $2, $3, $4)
		ON CONFLICT (tenant_id, account_id) DO UPDATE SET pending = excluded.pending, pending_at = excluded.pending_at`,
		tx.Tenant, account, sealed, instant(tx.Wall))
}

// ConfirmFactor lets the pending secret count, with the step of the code that confirmed it; NotFound when another secret is pending by now.
func (tx *Tx) ConfirmFactor(account, pending string, step int64) error {
	return tx.must(`UPDATE second_factor SET secret = pending, pending = '', confirmed_at = $4, last_step = $5, reset_at = NULL
		WHERE tenant_id = $1 AND account_id = $2 AND pending = $3 AND pending <> ''`, tx.Tenant, account, pending, instant(tx.Wall), step)
}

// UseFactorStep takes the code of a step; NotFound when it, or a later one, was taken before, also when two come at the same moment.
func (tx *Tx) UseFactorStep(account string, step int64) error {
	return tx.must(`UPDATE second_factor SET last_step = $3 WHERE tenant_id = $1 AND account_id = $2 AND confirmed_at IS NOT NULL AND last_step < $3`,
		tx.Tenant, account, step)
}

// ClearFactor takes a second factor away with its recovery codes; reset tells that somebody else did it.
func (tx *Tx) ClearFactor(account string, reset bool) error {
	var at any
	if reset {
		at = instant(tx.Wall)
	}
	if err := tx.exec(`DELETE FROM recovery_code WHERE tenant_id = $1 AND account_id = $2`, tx.Tenant, account); err != nil {
		return err
	}
	return tx.must(`UPDATE second_factor SET secret = '', pending = '', confirmed_at = NULL, reset_at = $3 WHERE tenant_id = $1 AND account_id = $2`,
		tx.Tenant, account, at)
}

// SetRecoveryCodes keeps the hashes of new recovery codes in the place of those before.
func (tx *Tx) SetRecoveryCodes(account string, hashes []string) error {
	err := tx.exec(`DELETE FROM recovery_code WHERE tenant_id = $1 AND account_id = $2`, tx.Tenant, account)
	for _, h := range hashes {
		if err != nil {
			return err
		}
		err = tx.exec(`INSERT INTO recovery_code (tenant_id, account_id, hash) VALUES ($1, $2, $3)`, tx.Tenant, account, h)
	}
	return err
}

// UseRecoveryCode takes a recovery code; NotFound for one that there is not, or no more.
func (tx *Tx) UseRecoveryCode(account, hash string) error {
	return tx.must(`DELETE FROM recovery_code WHERE tenant_id = $1 AND account_id = $2 AND hash = $3`, tx.Tenant, account, hash)
}

// LiftTries forgets the wrong tries against an account from every address; fold is the search key of its name.
func (tx *Tx) LiftTries(fold string) error {
	const one, from = "account:", "@"
	return tx.exec(`DELETE FROM sign_in_guard WHERE tenant_id = '' AND (subject = $1 OR SUBSTR(subject, 1, $2) = $3)`,
		one+fold, len(one+fold+from), one+fold+from)
}

// TriesOn lists the wrong tries against an account: from all addresses, from each, and from devices that are known.
func (tx *Tx) TriesOn(fold string) ([]auth.Tries, error) {
	const one, from = "account:", "@"
	return many(tx, func(t *auth.Tries) []any { return []any{&t.Failures, toInstant(&t.Last)} },
		`SELECT failures, last_at FROM sign_in_guard WHERE tenant_id = '' AND SUBSTR(subject, 1, $1) = $2 ORDER BY last_at DESC LIMIT 50`,
		len(one+fold+from), one+fold+from)
}

// toSpan scans a length of time kept as microseconds.
func toSpan(d *time.Duration) any {
	return scanner(func(src any) error {
		n, ok := src.(int64)
		if !ok {
			return fmt.Errorf("span from %T", src)
		}
		*d = time.Duration(n) * time.Microsecond
		return nil
	})
}

func fromRoles(roles []thidua.Role) string {
	words := make([]string, len(roles))
	for i, r := range roles {
		words[i] = string(r)
	}
	return strings.Join(words, " ")
}

func toRoles(roles *[]thidua.Role) any {
	return scanner(func(src any) error {
		text, ok := src.(string)
		if !ok {
			return fmt.Errorf("roles from %T", src)
		}
		*roles = nil
		for _, word := range strings.Fields(text) {
			*roles = append(*roles, thidua.Role(word))
		}
		return nil
	})
}

// SignInRule gives what the agency has chosen for signing in; the zero rule where nothing was chosen.
func (tx *Tx) SignInRule() (auth.Rule, error) {
	r, err := one(tx, func(r *auth.Rule) []any {
		return []any{&r.Profile, toSpan(&r.Idle), toSpan(&r.Admin), toRoles(&r.Second), &r.Version}
	},
		`SELECT profile, idle, idle_admin, factor_roles, version FROM sign_in_rule WHERE tenant_id = $1`, tx.Tenant)
	if thidua.KindOf(err) == thidua.NotFound {
		return auth.Rule{}, nil
	}
	return r, err
}

// SaveSignInRule keeps the rule of the agency; Conflict "stale" when it was saved since r.Version, which is 0 for the first time.
func (tx *Tx) SaveSignInRule(r auth.Rule) error {
	idle, admin, second := r.Idle.Microseconds(), r.Admin.Microseconds(), fromRoles(r.Second)
	if r.Version == 0 {
		n, err := tx.affect(`INSERT INTO sign_in_rule (tenant_id, profile, idle, idle_admin, factor_roles) VALUES ($1, $2, $3, $4, $5)
			ON CONFLICT (tenant_id) DO NOTHING`, tx.Tenant, r.Profile, idle, admin, second)
		if err == nil && n == 0 {
			return thidua.Refuse(thidua.Conflict, CodeStale)
		}
		return err
	}
	return tx.versioned(`UPDATE sign_in_rule SET profile = $2, idle = $3, idle_admin = $4, factor_roles = $6, version = version + 1
		WHERE tenant_id = $1 AND version = $5`, tx.Tenant, r.Profile, idle, admin, r.Version, second)
}

// InsertLink keeps a one-time link to a new password under the hash of its code.
func (tx *Tx) InsertLink(account, codeHash string, until time.Time) error {
	return tx.exec(`INSERT INTO account_link (tenant_id, code_hash, account_id, until_at) VALUES ($1, $2, $3, $4)`, tx.Tenant, codeHash, account, instant(until))
}

// LinkOf gives the account to which a code leads, of whatever agency; NotFound for a code that is unknown, used or over.
func (tx *Tx) LinkOf(codeHash string) (tenant, account string, err error) {
	type target struct{ tenant, account string }
	t, err := one(tx, func(t *target) []any { return []any{&t.tenant, &t.account} },
		`SELECT tenant_id, account_id FROM account_link WHERE code_hash = $1 AND until_at > $2`, codeHash, instant(tx.Wall))
	return t.tenant, t.account, err
}

// TakeLink uses a link up; NotFound when somebody was faster.
func (tx *Tx) TakeLink(codeHash string) error {
	return tx.must(`DELETE FROM account_link WHERE tenant_id = $1 AND code_hash = $2 AND until_at > $3`, tx.Tenant, codeHash, instant(tx.Wall))
}

// DropLinks ends the links of an account, and the sign-ins of it that are on their way.
func (tx *Tx) DropLinks(account string) error {
	if err := tx.exec(`DELETE FROM sign_in_step WHERE tenant_id = $1 AND account_id = $2`, tx.Tenant, account); err != nil {
		return err
	}
	return tx.exec(`DELETE FROM account_link WHERE tenant_id = $1 AND account_id = $2`, tx.Tenant, account)
}

// SweepLinks removes links, steps of signing in and devices whose time is over.
func (tx *Tx) SweepLinks() error {
	for _, table := range []string{"account_link", "sign_in_step"} {
		if err := tx.exec(`DELETE FROM `+table+` WHERE until_at <= $1`, instant(tx.Wall)); err != nil {
			return err
		}
	}
	return tx.exec(`DELETE FROM known_device WHERE seen_at < $1`, instant(tx.Wall.Add(-auth.DeviceLife)))
}

// Knows tells whether somebody has signed in with this folded user name from the device of a secret.
func (tx *Tx) Knows(fold, secretHash string) (bool, error) {
	n, err := one(tx, value[int], `SELECT COUNT(*) FROM known_device d JOIN account a ON a.tenant_id = d.tenant_id AND a.id = d.account_id
		WHERE d.secret_hash = $1 AND a.user_fold = $2 AND d.seen_at >= $3`, secretHash, fold, instant(tx.Wall.Add(-auth.DeviceLife)))
	return n > 0, err
}

// KeepDevice knows a device by a new secret, for every account that knew it by the old one and for this one.
func (tx *Tx) KeepDevice(account, old, fresh string) error {
	if err := tx.exec(`UPDATE known_device SET secret_hash = $2 WHERE secret_hash = $1`, old, fresh); err != nil {
		return err
	}
	return tx.exec(`INSERT INTO known_device (tenant_id, account_id, secret_hash, seen_at) VALUES ($1, $2, $3, $4)
		ON CONFLICT (tenant_id, account_id, secret_hash) DO UPDATE SET seen_at = excluded.seen_at`, tx.Tenant, account, fresh, instant(tx.Wall))
}

// ForgetDevices lets no device be known for an account any more.
func (tx *Tx) ForgetDevices(account string) error {
	return tx.exec(`DELETE FROM known_device WHERE tenant_id = $1 AND account_id = $2`, tx.Tenant, account)
}

// SignInStep is a sign-in through a provider on its way; Tenant and Account are empty until the provider has told who it is.
type SignInStep struct{ Tenant, Account, Next string }

// InsertStep keeps a step under the hash of what the browser holds.
func (tx *Tx) InsertStep(s SignInStep, hash string, until time.Time) error {
	return tx.exec(`INSERT INTO sign_in_step (tenant_id, step_hash, account_id, next, until_at) VALUES ($1, $2, $3, $4, $5)`,
		s.Tenant, hash, s.Account, s.Next, instant(until))
}

// Step gives a step that nobody has taken yet; NotFound for one that is unknown, taken or over.
func (tx *Tx) Step(hash string) (SignInStep, error) {
	return one(tx, func(s *SignInStep) []any { return []any{&s.Tenant, &s.Account, &s.Next} },
		`SELECT tenant_id, account_id, next FROM sign_in_step WHERE step_hash = $1 AND until_at > $2`, hash, instant(tx.Wall))
}

// TakeStep uses a step up; NotFound when somebody was faster.
func (tx *Tx) TakeStep(hash string) error {
	return tx.must(`DELETE FROM sign_in_step WHERE step_hash = $1 AND until_at > $2`, hash, instant(tx.Wall))
}

// SubjectLink says which subject (mã định danh) of a provider an account is.
type SubjectLink struct {
	Subject string
	At      time.Time // when it was linked
}

// SubjectLink gives the subject of an account at a provider; the zero value where none is linked.
func (tx *Tx) SubjectLink(account, issuer string) (SubjectLink, error) {
	found, err := many(tx, func(l *SubjectLink) []any { return []any{&l.Subject, toInstant(&l.At)} },
		`SELECT subject, linked_at FROM subject_link WHERE tenant_id = $1 AND account_id = $2 AND issuer = $3`, tx.Tenant, account, issuer)
	if err != nil || len(found) == 0 {
		return SubjectLink{}, err
	}
	return found[0], nil
}

// LinkSubject links an account to a subject in the place of an earlier one, or with an empty subject to none; Conflict when the subject is
// another account's, of whatever agency.
func (tx *Tx) LinkSubject(account, issuer, subject string) error {
	err := tx.exec(`DELETE FROM subject_link WHERE tenant_id = $1 AND account_id = $2 AND issuer = $3`, tx.Tenant, account, issuer)
	if err != nil || subject == "" {
		return err
	}
	return tx.exec(`INSERT INTO subject_link (tenant_id, account_id, issuer, subject, linked_at) VALUES ($1, $2, $3, $4, $5)`,
		tx.Tenant, account, issuer, subject, instant(tx.Wall))
}

// SubjectAccount gives the account that is linked to a subject, of whatever agency; NotFound where none is.
func (tx *Tx) SubjectAccount(issuer, subject string) (tenant, account string, err error) {
	s, err := one(tx, func(s *SignInStep) []any { return []any{&s.Tenant, &s.Account} },
		`SELECT tenant_id, account_id FROM subject_link WHERE issuer = $1 AND subject = $2`, issuer, subject)
	return s.Tenant, s.Account, err
}
