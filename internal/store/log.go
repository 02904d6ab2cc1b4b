package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"thidua"
	"thidua/internal/audit"
	"thidua/internal/store/former"
)

// EventRow is one line of the log (nhật ký) with its place in the tree.
type EventRow struct {
	audit.Event
	Seq      int64     // -1 while the sequencer has not reached it
	Leaf     string    // the hash in the tree; empty while there is none
	Signed   int64     // the size of the first checkpoint that covers it; 0 while none does
	SignedAt time.Time // the moment of that checkpoint
}

// EventFilter narrows the log; empty fields do not. Until is exclusive.
type EventFilter struct {
	Actor, Verb, Object string
	Kind                string   // of the object: the part of Object before the colon
	Verbs               []string // any of them
	Since, Until        time.Time
	Page                Page
}

const eventColumns = `e.tenant_id, e.id, e.at, e.actor, e.acting_for, e.verb, e.object, e.text_hash, e.before_hash, e.after_hash,
	d.salt, d.actor_name, d.object_name, d.reason, d.origin, d.before_json, d.after_json`

const eventDetail = ` LEFT JOIN event_detail d ON d.tenant_id = e.tenant_id AND d.event_id = e.id`

// placedFields are those of an event that a leaf stands for.
func placedFields(e *audit.Event) []any {
	return []any{&e.Tenant, &e.ID, toInstant(&e.At), &e.Actor, &e.ActingFor, &e.Verb, &e.Object, &e.TextHash, &e.BeforeHash, &e.AfterHash}
}

func eventFields(e *audit.Event) []any {
	d := &audit.Detail{}
	return append(placedFields(e),
		scanner(func(src any) error { // an erased detail comes as NULL throughout
			if src != nil {
				e.Detail = d
			}
			return toOptional(&d.Salt).(scanner).Scan(src)
		}),
		toOptional(&d.ActorName), toOptional(&d.ObjectName), toOptional(&d.Reason), toOptional(&d.Origin), toOptional(&d.Before), toOptional(&d.After))
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
	if len(f.Verbs) > 0 {
		places := make([]string, len(f.Verbs))
		for i, v := range f.Verbs {
			places[i] = arg(&args, v)
		}
		where += " AND e.verb IN (" + strings.Join(places, ", ") + ")"
	}
	return many(tx, func(r *EventRow) []any {
		return append(eventFields(&r.Event), &r.Seq, &r.Leaf, &r.Signed, toInstant(&r.SignedAt))
	},
		`SELECT `+eventColumns+`, COALESCE(l.seq, -1), COALESCE(l.hash, ''),
			COALESCE((SELECT c.size FROM checkpoint c WHERE c.tenant_id = l.tenant_id AND c.size > l.seq ORDER BY c.size LIMIT 1), 0),
			(SELECT c.moment FROM checkpoint c WHERE c.tenant_id = l.tenant_id AND c.size > l.seq ORDER BY c.size LIMIT 1) FROM event e`+eventDetail+
			` LEFT JOIN leaf l ON l.tenant_id = e.tenant_id AND l.event_id = e.id`+where+` ORDER BY e.at DESC, e.id DESC`+f.Page.limit(&args), args...)
}

// EraseDetail removes what may be erased of an event, where the law asks for it: the event, its leaf and every proof stay. The note of the erasure
// is what takes the detail away; nothing else can. NotFound when there is none any more.
func (tx *Tx) EraseDetail(event string) error {
	return tx.must(`INSERT INTO detail_erasure (tenant_id, event_id, at) SELECT d.tenant_id, d.event_id, CAST($3 AS BIGINT) FROM event_detail d
		WHERE d.tenant_id = $1 AND d.event_id = $2`, tx.Tenant, event, instant(tx.Wall))
}

// Book opens the log of every agency for the checker, on one consistent state of the data.
func (db *DB) Book(ctx context.Context, fn func(audit.Book) error) error {
	return db.Read(ctx, "", func(tx *Tx) error { return fn(book{tx}) })
}

type book struct{ tx *Tx }

// Tenants lists the agencies that have a log, or what is left of one.
func (b book) Tenants() ([]string, error) {
	return many(b.tx, value[string], `SELECT tenant_id FROM event UNION SELECT tenant_id FROM leaf UNION SELECT tenant_id FROM checkpoint ORDER BY 1`)
}

// Entries lists leaves with their events in the order of the tree; an entry whose event is gone has none.
func (b book) Entries(tenant string, from int64, limit int) ([]audit.Entry, error) {
	type row struct {
		audit.Entry
		id string
	}
	rows, err := many(b.tx, func(r *row) []any {
		r.Event = &audit.Event{}
		e := r.Event
		return append([]any{&r.Seq, &r.Hash, toOptional(&r.id)}, optionalEvent(e)...)
	}, `SELECT l.seq, l.hash, e.id, `+eventColumns+` FROM leaf l LEFT JOIN event e ON e.tenant_id = l.tenant_id AND e.id = l.event_id`+eventDetail+
		` WHERE l.tenant_id = $1 AND l.seq >= $2 ORDER BY l.seq LIMIT $3`, tenant, from, limit)
	entries := make([]audit.Entry, len(rows))
	for i, r := range rows {
		entries[i] = r.Entry
		if r.id == "" {
			entries[i].Event = nil
		}
	}
	return entries, err
}

// Nodes lists stored hashes of the tree from an index on.
func (b book) Nodes(tenant string, from int64, limit int) ([]audit.Node, error) {
	return many(b.tx, func(n *audit.Node) []any { return []any{&n.Index, &n.Hash} },
		`SELECT ix, hash FROM log_node WHERE tenant_id = $1 AND ix >= $2 ORDER BY ix LIMIT $3`, tenant, from, limit)
}

// Checkpoints lists the signed notes from a tree size on.
func (b book) Checkpoints(tenant string, from int64) ([]string, error) {
	return b.tx.Checkpoints(tenant, from)
}

// Unplaced lists the events that have no leaf yet, behind one of the given time and id.
func (b book) Unplaced(tenant string, after time.Time, id string, limit int) ([]audit.Event, error) {
	return many(b.tx, eventFields, `SELECT `+eventColumns+` FROM event e`+eventDetail+` LEFT JOIN leaf l ON l.tenant_id = e.tenant_id
		AND l.event_id = e.id WHERE e.tenant_id = $1 AND l.seq IS NULL AND (e.at > $2 OR e.at = $2 AND e.id > $3) ORDER BY e.at, e.id LIMIT $4`,
		tenant, instant(after), id, limit)
}

// Erased tells whether the erasure of a detail was noted.
func (b book) Erased(tenant, event string) (bool, error) {
	n, err := one(b.tx, value[int], `SELECT COUNT(*) FROM detail_erasure WHERE tenant_id = $1 AND event_id = $2`, tenant, event)
	return n > 0, err
}

// optionalEvent is eventFields for a row in which the event may be missing.
func optionalEvent(e *audit.Event) []any {
	all := eventFields(e)
	texts := []*string{&e.Tenant, &e.ID, nil, &e.Actor, &e.ActingFor, &e.Verb, &e.Object, &e.TextHash, &e.BeforeHash, &e.AfterHash}
	for i, t := range texts {
		if t != nil {
			all[i] = toOptional(t)
		}
	}
	return all
}

// ImportStep is one object that an import changed, with its rows before and after; Wall is the moment of the log.
type ImportStep struct {
	Import        string
	Order         int
	Object        string // kind:id
	Name          string
	Group         string // the object as its list knows it
	Lines         int    // rows of the file that asked for it
	Before, After []former.Row
	Wall          time.Time
}

// ObjectRows reads the rows that are kept of an object, such as "person:ID", in the order of their tables.
func (tx *Tx) ObjectRows(object string) (out []former.Row, err error) {
	kind, id, _ := strings.Cut(object, ":")
	for _, t := range former.Tables(kind) {
		rows, err := tx.wholeRows(t, id)
		if err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	return out, nil
}

func (tx *Tx) wholeRows(t former.Table, id string) (out []former.Row, err error) {
	query := `SELECT * FROM ` + t.Name + ` WHERE tenant_id = $1 AND ` + t.Owner + ` = $2 ORDER BY ` + t.Key
	tx.trace(query, []any{tx.Tenant, id})
	rows, err := tx.sql.QueryContext(tx.ctx, query, tx.Tenant, id)
	if err != nil {
		return nil, tx.fail(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return nil, tx.fail(err)
	}
	for rows.Next() {
		r, err := wholeRow(t.Name, columns, rows)
		if err != nil {
			return nil, tx.fail(err)
		}
		out = append(out, r)
	}
	return out, rows.Err()
}

func wholeRow(table string, columns []string, rows *sql.Rows) (former.Row, error) {
	values, into := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		into[i] = &values[i]
	}
	r := former.Row{Table: table, Values: map[string]any{}}
	err := rows.Scan(into...)
	for i, c := range columns {
		if r.Values[c] = values[i]; c == "tenant_id" {
			delete(r.Values, c)
		}
	}
	return r, err
}

// InsertImportStep keeps a step of an import, and the import itself with its first one.
func (tx *Tx) InsertImportStep(run thidua.ImportRun, s ImportStep) error {
	err := tx.exec(`INSERT INTO import_run (tenant_id, id, list, round_id, file, account_id, by_name, made_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
		ON CONFLICT (tenant_id, id) DO NOTHING`, tx.Tenant, run.ID, run.List, run.Round, run.File, run.Account, run.ByName, instant(tx.Now))
	if err != nil {
		return err
	}
	return tx.exec(`INSERT INTO import_step (tenant_id, import_id, ord, object, name, grp, lines, before_rows, after_rows, wall)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		tx.Tenant, run.ID, s.Order, s.Object, s.Name, s.Group, s.Lines, document(s.Before), document(s.After), instant(tx.Wall))
}

// ImportRuns lists the imports of a list, the newest first; the empty round means any.
func (tx *Tx) ImportRuns(list, round string, page Page) ([]thidua.ImportRun, error) {
	args := []any{tx.Tenant, list, round}
	return many(tx, importFields, importSelect+` AND r.list = $2 AND ($3 = '' OR r.round_id = $3) ORDER BY r.made_at DESC, r.id DESC`+page.limit(&args), args...)
}

// ImportRun reads one import.
func (tx *Tx) ImportRun(id string) (thidua.ImportRun, error) {
	return one(tx, importFields, importSelect+` AND r.id = $2`, tx.Tenant, id)
}

const importSelect = `SELECT r.id, r.list, r.round_id, r.file, r.account_id, r.by_name, r.made_at, r.undone_at, r.undone_by,
	(SELECT COALESCE(SUM(o.n), 0) FROM (SELECT MAX(s.lines) AS n FROM import_step s WHERE s.tenant_id = r.tenant_id AND s.import_id = r.id GROUP BY s.object) o)
	FROM import_run r WHERE r.tenant_id = $1`

func importFields(r *thidua.ImportRun) []any {
	return []any{&r.ID, &r.List, &r.Round, &r.File, &r.Account, &r.ByName, toInstant(&r.At), toInstant(&r.Undone), &r.UndoneBy, &r.Lines}
}

// ImportSteps lists the steps of an import in their order.
func (tx *Tx) ImportSteps(id string) ([]ImportStep, error) {
	return many(tx, func(s *ImportStep) []any {
		return []any{&s.Import, &s.Order, &s.Object, &s.Name, &s.Group, &s.Lines, toDocument(&s.Before), toDocument(&s.After), toInstant(&s.Wall)}
	}, `SELECT import_id, ord, object, name, grp, lines, before_rows, after_rows, wall FROM import_step
		WHERE tenant_id = $1 AND import_id = $2 ORDER BY ord LIMIT 10000`, tx.Tenant, id)
}

// EndImportRun notes that an import was taken back; Conflict when it was already.
func (tx *Tx) EndImportRun(id, by string) error {
	return tx.versioned(`UPDATE import_run SET undone_at = $3, undone_by = $4 WHERE tenant_id = $1 AND id = $2 AND undone_at IS NULL`, tx.Tenant, id, instant(tx.Now), by)
}

// TakeBack brings the rows of a step to what they were before it; a version goes on, so that a page which was opened meanwhile is not saved over it.
// Imports take no row away, so that none has to come back.
func (tx *Tx) TakeBack(s ImportStep) error {
	for _, r := range slices.Backward(former.Added(s.Before, s.After)) {
		t := r.Of()
		err := tx.must(`DELETE FROM `+t.Name+` WHERE tenant_id = $1 AND `+t.Owner+` = $2 AND `+t.Key+` = $3`, tx.Tenant, r.Values[t.Owner], r.Values[t.Key])
		if err != nil {
			return err
		}
	}
	for _, r := range former.Changed(s.Before, s.After) {
		t, sets := r.Of(), []string{}
		args := []any{tx.Tenant, r.Values[t.Owner], r.Values[t.Key]}
		for c, v := range r.Values {
			switch c {
			case t.Owner, t.Key:
			case "version":
				sets = append(sets, `version = version + 1`)
			default:
				sets = append(sets, c+` = `+arg(&args, v))
			}
		}
		if err := tx.must(`UPDATE `+t.Name+` SET `+strings.Join(sets, ", ")+` WHERE tenant_id = $1 AND `+t.Owner+` = $2 AND `+t.Key+` = $3`, args...); err != nil {
			return err
		}
	}
	return nil
}

// UsedBy names a table in which other rows name one of the given rows; empty when none does.
func (tx *Tx) UsedBy(rows []former.Row) (string, error) {
	for _, r := range rows {
		for _, u := range former.Uses(r.Table) {
			where, id := u.Column+` = $2`, fmt.Sprint(r.Values["id"])
			if u.Within {
				where, id = u.Column+` LIKE $2 ESCAPE '!'`, "%"+likeText(id)+"%"
			}
			found, err := one(tx, value[int], `SELECT COUNT(*) FROM `+u.Table+` WHERE tenant_id = $1 AND `+where, tx.Tenant, id)
			if err != nil || found > 0 {
				return u.Table, err
			}
		}
	}
	return "", nil
}
