package store

import (
	"encoding/json"
	"time"

	"thidua"
)

const noticeColumns = `id, account_id, CASE WHEN ended_at IS NULL THEN live_key ELSE '' END, text, code, role, round_id, object, due, before_day,
	made_at, read_at, ended_at`

func noticeFields(n *thidua.Notice) []any {
	return []any{&n.ID, &n.Account, &n.Key, &n.Text, &n.Code, &n.Role, &n.Round, &n.Object, &n.Due, &n.Before, toInstant(&n.Made), toInstant(&n.Read),
		toInstant(&n.Ended)}
}

// InsertNotice tells an account of something; Conflict when a live notice has the same key.
func (tx *Tx) InsertNotice(n thidua.Notice) error {
	return tx.exec(`INSERT INTO notice (tenant_id, id, account_id, live_key, text, code, role, round_id, object, due, before_day, made_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
		tx.Tenant, n.ID, n.Account, n.Key, n.Text, n.Code, string(n.Role), n.Round, n.Object, n.Due, n.Before, instant(tx.Now))
}

// EndNotice ends a notice: its task is done, or waits for somebody else.
func (tx *Tx) EndNotice(id string) error {
	return tx.must(`UPDATE notice SET live_key = id, ended_at = $3 WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id, instant(tx.Now))
}

// RewordNotice says a live notice anew, because the number in it has changed.
func (tx *Tx) RewordNotice(id, text string) error {
	return tx.must(`UPDATE notice SET text = $3 WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id, text)
}

// LiveNotices lists what everybody of the agency is told now.
func (tx *Tx) LiveNotices() ([]thidua.Notice, error) {
	return many(tx, noticeFields, `SELECT `+noticeColumns+` FROM notice WHERE tenant_id = $1 AND ended_at IS NULL ORDER BY account_id, id LIMIT 50000`, tx.Tenant)
}

// Notices lists what an account is and was told: what waits first, then the latest; 200 at most.
func (tx *Tx) Notices(account string) ([]thidua.Notice, error) {
	return many(tx, noticeFields, `SELECT `+noticeColumns+` FROM notice WHERE tenant_id = $1 AND account_id = $2
		ORDER BY CASE WHEN ended_at IS NULL THEN 0 ELSE 1 END, made_at DESC, id LIMIT 200`, tx.Tenant, account)
}

// UnreadNotices counts the live notices that an account has not read.
func (tx *Tx) UnreadNotices(account string) (int, error) {
	return one(tx, value[int], `SELECT COUNT(*) FROM notice WHERE tenant_id = $1 AND account_id = $2 AND read_at IS NULL AND ended_at IS NULL`,
		tx.Tenant, account)
}

// ReadNotices marks notices of an account as read: the one named, or all for the empty id. It is no fact of the agency and leaves no event.
func (tx *Tx) ReadNotices(account, id string) error {
	return tx.exec(`UPDATE notice SET read_at = $4 WHERE tenant_id = $1 AND account_id = $2 AND read_at IS NULL AND ($3 = '' OR id = $3)`,
		tx.Tenant, account, id, instant(tx.Now))
}

func contactFields(c *thidua.Contact) []any {
	return []any{&c.Account, &c.Address, &c.Choice, &c.DigestOn, &c.Version}
}

// Contacts lists who wants mail.
func (tx *Tx) Contacts() ([]thidua.Contact, error) {
	return many(tx, contactFields, `SELECT account_id, address, choice, digest_on, version FROM contact WHERE tenant_id = $1 AND choice <> 'none'
		AND address <> '' ORDER BY account_id LIMIT 5000`, tx.Tenant)
}

// Contact gives that of an account; without mail where nothing was chosen.
func (tx *Tx) Contact(account string) (thidua.Contact, error) {
	c, err := one(tx, contactFields, `SELECT account_id, address, choice, digest_on, version FROM contact WHERE tenant_id = $1 AND account_id = $2`,
		tx.Tenant, account)
	if thidua.KindOf(err) == thidua.NotFound {
		return thidua.Contact{Account: account, Choice: thidua.MailNone}, nil
	}
	return c, err
}

// SaveContact keeps where and how an account wants mail; Conflict "stale" when it was saved since c.Version, which is 0 for the first time.
func (tx *Tx) SaveContact(c thidua.Contact) error {
	if c.Version == 0 {
		return tx.exec(`INSERT INTO contact (tenant_id, account_id, address, choice) VALUES ($1, $2, $3, $4)`, tx.Tenant, c.Account, c.Address, string(c.Choice))
	}
	return tx.versioned(`UPDATE contact SET address = $3, choice = $4, version = version + 1 WHERE tenant_id = $1 AND account_id = $2 AND version = $5`,
		tx.Tenant, c.Account, c.Address, string(c.Choice), c.Version)
}

// NoteDigest writes down that the mail of a day was made.
func (tx *Tx) NoteDigest(account string, on thidua.Date) error {
	return tx.must(`UPDATE contact SET digest_on = $3 WHERE tenant_id = $1 AND account_id = $2`, tx.Tenant, account, on)
}

// Feed is the calendar of an account that is read under a secret address.
type Feed struct {
	Tenant, Account string
	Made            time.Time
}

func feedFields(f *Feed) []any { return []any{&f.Tenant, &f.Account, toInstant(&f.Made)} }

// FeedOf gives the calendar of an account; NotFound without one.
func (tx *Tx) FeedOf(account string) (Feed, error) {
	return one(tx, feedFields, `SELECT tenant_id, account_id, made_at FROM calendar_feed WHERE tenant_id = $1 AND account_id = $2`, tx.Tenant, account)
}

// Feed gives the calendar of the hash of a token, of whatever agency.
func (tx *Tx) Feed(hash string) (Feed, error) {
	return one(tx, feedFields, `SELECT tenant_id, account_id, made_at FROM calendar_feed WHERE token = $1`, hash)
}

// SaveFeed gives the calendar of an account another address, so that the former one is void.
func (tx *Tx) SaveFeed(account, hash string) error {
	return tx.exec(`INSERT INTO calendar_feed (tenant_id, account_id, token, made_at) VALUES ($1, $2, $3, $4)
		ON CONFLICT (tenant_id, account_id) DO UPDATE SET token = excluded.token, made_at = excluded.made_at`, tx.Tenant, account, hash, instant(tx.Now))
}

// RemoveFeed makes the address of a calendar void.
func (tx *Tx) RemoveFeed(account string) error {
	return tx.must(`DELETE FROM calendar_feed WHERE tenant_id = $1 AND account_id = $2`, tx.Tenant, account)
}

// InsertPhrase keeps a sample target of the agency's own.
func (tx *Tx) InsertPhrase(p thidua.Phrase) error {
	return tx.exec(`INSERT INTO sample_phrase (tenant_id, id, criterion, field, content, measure, direction, guidance, by_name, made_at)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		tx.Tenant, p.ID, p.Criterion, string(p.Field), p.Content, p.Measure, string(p.Direction), p.Guidance, p.ByName, instant(tx.Now))
}

// Phrases lists the agency's own sample targets by criterion, the oldest first; 1.000 at most.
func (tx *Tx) Phrases() ([]thidua.Phrase, error) {
	return many(tx, func(p *thidua.Phrase) []any {
		return []any{&p.ID, &p.Criterion, &p.Field, &p.Content, &p.Measure, &p.Direction, &p.Guidance, &p.ByName}
	}, `SELECT id, criterion, field, content, measure, direction, guidance, by_name FROM sample_phrase WHERE tenant_id = $1
		ORDER BY criterion, made_at, id LIMIT 1000`, tx.Tenant)
}

// HidePhrase takes a sample target out of sight of the agency, or shows it again; twice is once.
func (tx *Tx) HidePhrase(id string, hidden bool) error {
	if !hidden {
		return tx.exec(`DELETE FROM phrase_hidden WHERE tenant_id = $1 AND phrase_id = $2`, tx.Tenant, id)
	}
	return tx.exec(`INSERT INTO phrase_hidden (tenant_id, phrase_id, hidden_at) VALUES ($1, $2, $3) ON CONFLICT (tenant_id, phrase_id) DO NOTHING`,
		tx.Tenant, id, instant(tx.Now))
}

// HiddenPhrases gives the ids of what the agency does not want to see.
func (tx *Tx) HiddenPhrases() (map[string]bool, error) {
	ids, err := many(tx, value[string], `SELECT phrase_id FROM phrase_hidden WHERE tenant_id = $1 ORDER BY phrase_id LIMIT 5000`, tx.Tenant)
	out := map[string]bool{}
	for _, id := range ids {
		out[id] = true
	}
	return out, err
}

// AnchorLetter is a letter by which a checkpoint leaves the agency, to somebody who keeps it (neo ngoài).
type AnchorLetter struct {
	ID      string
	Day     thidua.Date
	Address string
	Account string // of the receiver; empty for an address that the operator named
	Size    int64  // events that the checkpoint covers
	Note    string
	Growth  string // proof that it has grown out of the checkpoint of the letter before
	Made    time.Time
	Sent    time.Time // zero while no mail server has taken it
}

func anchorFields(l *AnchorLetter) []any {
	return []any{&l.ID, &l.Day, &l.Address, &l.Account, &l.Size, &l.Note, &l.Growth, toInstant(&l.Made), toInstant(&l.Sent)}
}

const anchorSelect = `SELECT id, day, address, account_id, size, note, growth, made_at, sent_at FROM anchor_letter WHERE tenant_id = $1`

// InsertAnchorLetter keeps a letter before it is sent; Conflict for a second one to an address on a day.
func (tx *Tx) InsertAnchorLetter(l AnchorLetter) error {
	return tx.exec(`INSERT INTO anchor_letter (tenant_id, id, day, address, account_id, size, note, growth, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		tx.Tenant, l.ID, string(l.Day), l.Address, l.Account, l.Size, l.Note, l.Growth, instant(tx.Wall))
}

// AnchorLetter reads a letter.
func (tx *Tx) AnchorLetter(id string) (AnchorLetter, error) {
	return one(tx, anchorFields, anchorSelect+` AND id = $2`, tx.Tenant, id)
}

// AnchorLetters lists the latest letters of the agency, the newest first; n at most.
func (tx *Tx) AnchorLetters(n int) ([]AnchorLetter, error) {
	return many(tx, anchorFields, anchorSelect+` ORDER BY day DESC, made_at DESC, address LIMIT $2`, tx.Tenant, n)
}

// AnchorSent notes that a mail server took a letter; it is no fact of the agency and leaves no event.
func (tx *Tx) AnchorSent(id string) error {
	return tx.exec(`UPDATE anchor_letter SET sent_at = $3 WHERE tenant_id = $1 AND id = $2`, tx.Tenant, id, instant(tx.Wall))
}

// LastAnchor gives when a checkpoint last left the agency by mail; zero when none ever did.
func (tx *Tx) LastAnchor() (at time.Time, err error) {
	_, err = one(tx, func(*struct{}) []any { return []any{toInstant(&at)} }, `SELECT MAX(sent_at) FROM anchor_letter WHERE tenant_id = $1`, tx.Tenant)
	return at, err
}

// AnchoredSize gives how many events the largest checkpoint covers that left the agency, by mail or, as the events say, in a file for an outside
// keeper; 0 when none ever did.
func (tx *Tx) AnchoredSize() (int64, error) {
	size, err := one(tx, value[int64], `SELECT COALESCE(MAX(size), 0) FROM anchor_letter WHERE tenant_id = $1 AND sent_at IS NOT NULL`, tx.Tenant)
	if err != nil {
		return 0, err
	}
	exports, err := tx.Events(EventFilter{Verb: string(thidua.ProofExported), Page: Page{Size: 1}})
	for _, e := range exports {
		var left struct{ Signed int64 }
		if e.Detail != nil && json.Unmarshal([]byte(e.Detail.After), &left) == nil {
			size = max(size, left.Signed)
		}
	}
	return size, err
}

// Addresses gives the mail address of every account of the agency that named one, by account.
func (tx *Tx) Addresses() (map[string]string, error) {
	all, err := many(tx, contactFields, `SELECT account_id, address, choice, digest_on, version FROM contact WHERE tenant_id = $1 AND address <> '' ORDER BY account_id`, tx.Tenant)
	out := map[string]string{}
	for _, c := range all {
		out[c.Account] = c.Address
	}
	return out, err
}
