package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"time"

	"thidua"
	"thidua/internal/audit"
	"thidua/internal/store/group"
	"thidua/internal/store/memory"
)

// Refusals of whole transactions.
const (
	// CodeUnaudited is a write without actor, act or agency: a fault of ours.
	CodeUnaudited thidua.Code = "store.unaudited"
	// CodeBusy is a write that found no turn among many others within half a minute.
	CodeBusy thidua.Code = "store.busy"
	// CodeReadOnly is a write on data that were opened for reading.
	CodeReadOnly thidua.Code = "store.read-only"
)

// writeLimit ends every writing transaction: the log counts on it to know when no older one can still be open.
const writeLimit = 30 * time.Second

// Act is who does what to which object and why; the audit event is made of it. Before and After are kept as JSON and may be erased
// later without harm to the log.
type Act struct {
	Tenant, Actor, ActorName, ActingFor string
	Verb                                string // one word of the workflow tables, such as "submit"
	Object                              string // "registration:ID"
	ObjectName, Reason                  string
	Before, After                       any
	From                                string // the address that the request came from
}

// Write runs fn in a writing transaction of act.Tenant and appends the audit event to it. fn may complete act.Object, Before and After;
// it may run twice, so it touches nothing outside. A write without Tenant, Actor or Verb is refused.
func (db *DB) Write(ctx context.Context, act *Act, fn func(tx *Tx) error) error {
	if act.Tenant == "" || act.Actor == "" || act.Verb == "" {
		return thidua.Refuse(thidua.Internal, CodeUnaudited)
	}
	asked := *act
	return db.retry(ctx, act.Tenant, false, func(tx *Tx) error {
		*act = asked
		if err := fn(tx); err != nil {
			return err
		}
		return tx.appendEvent(act)
	})
}

// WriteUpkeep runs fn in a writing transaction that leaves no event, for tables that hold no fact of the agency (see upkeepTables); a
// statement on any other table fails.
func (db *DB) WriteUpkeep(ctx context.Context, fn func(tx *Tx) error) error {
	return db.retry(ctx, "", true, fn)
}

// Remember begins a request: under the context a query that one reading transaction asked is answered from what came back then, until
// something is written under the context.
func Remember(ctx context.Context) context.Context { return memory.Begin(ctx) }

// Read runs fn on one consistent state of the agency's data; a write in it fails.
func (db *DB) Read(ctx context.Context, tenant string, fn func(tx *Tx) error) (err error) {
	tx := &Tx{Tenant: tenant, memory: memory.Of(ctx)}
	opened, err := db.reads.BeginTx(ctx, db.engine.read)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer func() {
		if rolled := opened.Rollback(); rolled != nil && !errors.Is(rolled, sql.ErrTxDone) && err == nil {
			err = fmt.Errorf("roll back: %w", rolled)
		}
	}()
	if err := db.within(ctx, opened, tx, fn); err != nil {
		return err
	}
	if err := opened.Commit(); err != nil {
		return tx.fail(err)
	}
	return nil
}

// retry repeats a transaction that the engine asks to run again, after a growing wait with jitter.
func (db *DB) retry(ctx context.Context, tenant string, upkeep bool, fn func(tx *Tx) error) error {
	if db.writes == nil {
		return thidua.Refuse(thidua.Conflict, CodeReadOnly)
	}
	memory.Of(ctx).Forget()
	defer memory.Of(ctx).Forget()
	ctx, cancel := context.WithTimeout(ctx, writeLimit)
	defer cancel()
	alone := false
	for wait := time.Millisecond; ; wait = min(2*wait, 250*time.Millisecond) {
		err := db.write(ctx, alone, &Tx{Tenant: tenant, upkeep: upkeep}, fn)
		broken := errors.Is(err, group.ErrBroken)
		if err == nil || db.engine.code(err) != faultRetry && !broken {
			return err
		}
		alone = alone || broken
		select {
		case <-ctx.Done():
			return &refused{thidua.Refuse(thidua.Conflict, CodeBusy), err}
		case <-time.After(wait/2 + rand.N(wait)):
		}
	}
}

// write runs fn in a writing transaction; of the embedded database, in one whose commit others may share.
func (db *DB) write(ctx context.Context, alone bool, tx *Tx, fn func(tx *Tx) error) error {
	if db.group == nil {
		return db.conclude(ctx, tx, fn)
	}
	tx.code = db.engine.code
	var own error
	err := db.group.Do(ctx, alone, func(opened *sql.Tx) error {
		own = db.within(ctx, opened, tx, fn)
		return own
	})
	if err == nil || own != nil {
		return own
	}
	return tx.fail(err)
}

// within runs fn in a transaction that is open.
func (db *DB) within(ctx context.Context, opened statements, tx *Tx, fn func(tx *Tx) error) error {
	db.trace(Begin, nil)
	tx.sql, tx.ctx, tx.code, tx.trace = opened, ctx, db.engine.code, db.trace
	tx.Now, tx.Wall = db.Clock(), db.Wall()
	return fn(tx)
}

// upkeepTables hold no fact of the agency: they may be written without an event, and only they.
var upkeepTables = []string{
	"session", "sign_in_guard", "idempotency", "outbox", "lease", "leaf", "log_node", "checkpoint", "notice", "anchor_letter", "kept_file",
	"account_link", "known_device", "sign_in_step",
}

var written = regexp.MustCompile(`(?i)\b(?:INSERT\s+INTO|DELETE\s+FROM|UPDATE)\s+([a-z_]+)`)

// allowed keeps a transaction without an event to the upkeep tables. ON CONFLICT … DO UPDATE SET names no table of its own.
func (tx *Tx) allowed(query string) error {
	if !tx.upkeep {
		return nil
	}
	for _, m := range written.FindAllStringSubmatch(query, -1) {
		if m[1] != "SET" && !slices.Contains(upkeepTables, m[1]) {
			return fmt.Errorf("upkeep may not write to %s", m[1])
		}
	}
	return nil
}

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
	event := []any{e.Tenant, e.ID, instant(e.At), e.Actor, e.ActingFor, e.Verb, e.Object, e.TextHash, e.BeforeHash, e.AfterHash}
	detail := []any{d.Salt, d.ActorName, d.ObjectName, d.Reason, d.Origin, d.Before, d.After}
	if tx.last != nil {
		tx.last.query, tx.last.args = `WITH detail AS (`+insertDetail(len(event)+1)+`) `+insertEvent, append(event, detail...)
		tx.trace(tx.last.query, tx.last.args)
		return nil
	}
	if err := tx.exec(insertEvent, event...); err != nil {
		return err
	}
	return tx.exec(insertDetail(3), append([]any{e.Tenant, e.ID}, detail...)...)
}

const insertEvent = `INSERT INTO event (tenant_id, id, at, actor, acting_for, verb, object, text_hash, before_hash, after_hash)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`

// insertDetail takes the agency and the event from the first two arguments, the rest from the given one on.
func insertDetail(from int) string {
	return fmt.Sprintf(`INSERT INTO event_detail (tenant_id, event_id, salt, actor_name, object_name, reason, origin, before_json, after_json)
		VALUES ($1, $2, $%d, $%d, $%d, $%d, $%d, $%d, $%d)`, from, from+1, from+2, from+3, from+4, from+5, from+6)
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
