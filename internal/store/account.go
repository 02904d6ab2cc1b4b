package store

import (
	"time"

	"thidua"
)

// Credential is an account with what is needed to sign in with it.
type Credential struct {
	thidua.Account
	Tenant     string
	Hash       string
	Factor     time.Time // since when the second factor counts; zero without one
	PasswordAt time.Time // zero for an age that nobody knows
	UsedAt     time.Time // the last sign-in, or when the account was made or opened again; zero when nobody knows
	Profile    string    // of the agency's rule; empty where none was chosen

	Second []thidua.Role // of which the agency asks a second factor
}

const credentialColumns = `a.tenant_id, a.id, a.user_name, COALESCE(a.person_id, ''), COALESCE(p.name, ''), a.disabled_at, a.must_change, a.version,
	a.password_hash, t.kind, f.confirmed_at, a.password_at, a.used_at, COALESCE(r.profile, ''), COALESCE(r.factor_roles, '') FROM account a JOIN tenant t ON t.id = a.tenant_id
	LEFT JOIN person p ON p.tenant_id = a.tenant_id AND p.id = a.person_id LEFT JOIN sign_in_rule r ON r.tenant_id = a.tenant_id
	LEFT JOIN second_factor f ON f.tenant_id = a.tenant_id AND f.account_id = a.id`

func credentialFields(c *Credential) []any {
	return []any{
		&c.Tenant, &c.ID, &c.UserName, &c.Person, &c.PersonName, toInstant(&c.Disabled), &c.MustChange, &c.Version, &c.Hash, &c.Kind, toInstant(&c.Factor),
		toInstant(&c.PasswordAt), toInstant(&c.UsedAt), &c.Profile, toRoles(&c.Second),
	}
}

// InsertAccount adds an account; fold is the search key of its user name, which is unique in the agency.
func (tx *Tx) InsertAccount(a thidua.Account, fold, hash string) error {
	return tx.exec(`INSERT INTO account (tenant_id, id, user_name, user_fold, password_hash, person_id, must_change, made_at, password_at, used_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8, $8)`,
		tx.Tenant, a.ID, a.UserName, fold, hash, optional(a.Person), a.MustChange, instant(tx.Wall))
}

// SetPassword changes the password of an account, keeps the hash of the earlier one, and ends the links to a new one; the sessions are ended apart.
func (tx *Tx) SetPassword(account, hash string, mustChange bool) error {
	if err := tx.exec(`INSERT INTO earlier_password (tenant_id, id, account_id, password_hash)
		SELECT tenant_id, $3, id, password_hash FROM account WHERE tenant_id = $1 AND id = $2`, tx.Tenant, account, NewID()); err != nil {
		return err
	}
	if err := tx.DropLinks(account); err != nil {
		return err
	}
	return tx.must(`UPDATE account SET password_hash = $3, must_change = $4, password_at = $5, version = version + 1 WHERE tenant_id = $1 AND id = $2`,
		tx.Tenant, account, hash, mustChange, instant(tx.Wall))
}

// RenewHash keeps a stronger hash of the same password.
func (tx *Tx) RenewHash(account, hash string) error {
	return tx.must(`UPDATE account SET password_hash = $3 WHERE tenant_id = $1 AND id = $2`, tx.Tenant, account, hash)
}

// UseAccount writes down that the account was used now.
func (tx *Tx) UseAccount(account string) error {
	return tx.must(`UPDATE account SET used_at = $3 WHERE tenant_id = $1 AND id = $2`, tx.Tenant, account, instant(tx.Wall))
}

// EarlierPasswords gives the hashes of the last n passwords before the one in use, the latest first.
func (tx *Tx) EarlierPasswords(account string, n int) ([]string, error) {
	return many(tx, value[string], `SELECT password_hash FROM earlier_password WHERE tenant_id = $1 AND account_id = $2 ORDER BY id DESC LIMIT $3`,
		tx.Tenant, account, n)
}

// DisableAccount closes an account from now on, or opens it again.
func (tx *Tx) DisableAccount(account string, disabled bool) error {
	var at any
	if disabled {
		at = instant(tx.Wall)
	}
	return tx.must(`UPDATE account SET disabled_at = $3, version = version + 1 WHERE tenant_id = $1 AND id = $2`, tx.Tenant, account, at)
}

// SetAccountPerson ties an account to a person, or to none.
func (tx *Tx) SetAccountPerson(account, person string) error {
	return tx.must(`UPDATE account SET person_id = $3, version = version + 1 WHERE tenant_id = $1 AND id = $2`, tx.Tenant, account, optional(person))
}

// Account gives one account of the agency.
func (tx *Tx) Account(id string) (Credential, error) {
	return one(tx, credentialFields, `SELECT `+credentialColumns+` WHERE a.tenant_id = $1 AND a.id = $2`, tx.Tenant, id)
}

// AccountNamed gives the account with this folded user name.
func (tx *Tx) AccountNamed(fold string) (Credential, error) {
	return one(tx, credentialFields, `SELECT `+credentialColumns+` WHERE a.tenant_id = $1 AND a.user_fold = $2`, tx.Tenant, fold)
}

// CredentialsNamed gives the accounts with this folded user name in every agency: who signs in has not yet told which.
func (tx *Tx) CredentialsNamed(fold string) ([]Credential, error) {
	return many(tx, credentialFields, `SELECT `+credentialColumns+` WHERE a.user_fold = $1 ORDER BY a.tenant_id LIMIT 50`, fold)
}

// Accounts lists the accounts of the agency by user name.
func (tx *Tx) Accounts(p Page) ([]Credential, error) {
	args := []any{tx.Tenant}
	return many(tx, credentialFields, `SELECT `+credentialColumns+` WHERE a.tenant_id = $1 ORDER BY a.user_fold, a.id`+p.limit(&args), args...)
}

func grantFields(g *thidua.Grant) []any { return []any{&g.ID, &g.Account, &g.Role, &g.From, &g.To} }

// InsertGrant gives a role to an account.
func (tx *Tx) InsertGrant(g thidua.Grant) error {
	return tx.exec(`INSERT INTO grant_role (tenant_id, id, account_id, role, from_date, to_date) VALUES ($1, $2, $3, $4, $5, $6)`,
		tx.Tenant, g.ID, g.Account, string(g.Role), string(g.From), string(g.To))
}

// EndGrant sets the last day of a grant.
func (tx *Tx) EndGrant(id string, last thidua.Date) error {
	return tx.must(`UPDATE grant_role SET to_date = $3 WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id, string(last))
}

// Grants lists the roles given to an account, past ones included.
func (tx *Tx) Grants(account string) ([]thidua.Grant, error) {
	return many(tx, grantFields, `SELECT id, account_id, role, from_date, to_date FROM grant_role
		WHERE tenant_id = $1 AND account_id = $2 ORDER BY from_date, id LIMIT 200`, tx.Tenant, account)
}

// AllGrants lists every grant of the agency, for the page of accounts.
func (tx *Tx) AllGrants() ([]thidua.Grant, error) {
	return many(tx, grantFields, `SELECT id, account_id, role, from_date, to_date FROM grant_role
		WHERE tenant_id = $1 ORDER BY account_id, from_date, id LIMIT 5000`, tx.Tenant)
}

const deputyColumns = `d.id, d.from_person_id, f.name, d.to_person_id, t.name, d.post, d.unit_id, COALESCE(u.name, ''), d.from_date, d.to_date, d.number, d.dated,
	d.by_name, d.withdrawn_at IS NOT NULL, d.withdrawn_by, d.version
	FROM deputy d JOIN person f ON f.tenant_id = d.tenant_id AND f.id = d.from_person_id JOIN person t ON t.tenant_id = d.tenant_id AND t.id = d.to_person_id
	LEFT JOIN unit u ON u.tenant_id = d.tenant_id AND u.id = d.unit_id`

func deputyFields(d *thidua.Deputy) []any {
	return []any{&d.ID, &d.From, &d.FromName, &d.To, &d.ToName, &d.Post, toOptional(&d.Unit), &d.UnitName, &d.Begin, &d.End, &d.Number, &d.Dated,
		&d.ByName, &d.Withdrawn, &d.Ender, &d.Version}
}

// InsertDeputy adds a deputising.
func (tx *Tx) InsertDeputy(d thidua.Deputy) error {
	return tx.exec(`INSERT INTO deputy (tenant_id, id, from_person_id, to_person_id, post, unit_id, from_date, to_date, number, dated, by_name)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		tx.Tenant, d.ID, d.From, d.To, string(d.Post), optional(d.Unit), string(d.Begin), string(d.End), d.Number, string(d.Dated), d.ByName)
}

// WithdrawDeputy ends a deputising from now on; somebody else may have done so before.
func (tx *Tx) WithdrawDeputy(id, byName string) error {
	return tx.versioned(`UPDATE deputy SET withdrawn_at = $3, withdrawn_by = $4, version = version + 1
		WHERE tenant_id = $1 AND id = $2 AND withdrawn_at IS NULL`, tx.Tenant, id, instant(tx.Now), byName)
}

// Deputy gives one deputising.
func (tx *Tx) Deputy(id string) (thidua.Deputy, error) {
	return one(tx, deputyFields, `SELECT `+deputyColumns+` WHERE d.tenant_id = $1 AND d.id = $2`, tx.Tenant, id)
}

// Deputies lists the deputisings of the agency or of one person, given and received, the latest first.
func (tx *Tx) Deputies(person string) ([]thidua.Deputy, error) {
	return many(tx, deputyFields, `SELECT `+deputyColumns+` WHERE d.tenant_id = $1 AND ($2 = '' OR d.from_person_id = $2 OR d.to_person_id = $2)
		ORDER BY d.from_date DESC, d.id DESC LIMIT 500`, tx.Tenant, person)
}

// PersonHolds tells whether a person has an account to which a role is given on a day.
func (tx *Tx) PersonHolds(person string, role thidua.Role, on thidua.Date) (bool, error) {
	n, err := one(tx, value[int], `SELECT COUNT(*) FROM grant_role g JOIN account a ON a.tenant_id = g.tenant_id AND a.id = g.account_id
		WHERE g.tenant_id = $1 AND a.person_id = $2 AND g.role = $3 AND g.from_date <= $4 AND (g.to_date = '' OR g.to_date >= $4)`,
		tx.Tenant, person, role, on)
	return n > 0, err
}

// Administrators counts the open accounts that hold the role of an administrator on a day.
func (tx *Tx) Administrators(on thidua.Date) (int, error) {
	return one(tx, value[int], `SELECT COUNT(*) FROM grant_role g JOIN account a ON a.tenant_id = g.tenant_id AND a.id = g.account_id
		WHERE g.tenant_id = $1 AND g.role = $2 AND a.disabled_at IS NULL AND g.from_date <= $3 AND (g.to_date = '' OR g.to_date >= $3)`,
		tx.Tenant, string(thidua.RoleAdmin), string(on))
}
