package store_test

import (
	"context"
	"testing"

	"thidua"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// TestAWriteIsNeverKeptByHalves goes on in a transaction after one of its statements has failed: what the caller hears is what the data say.
func TestAWriteIsNeverKeptByHalves(t *testing.T) {
	db := testkit.Open(t)
	a := testkit.Agency(t, db)
	form := store.Attempt{Tenant: a.ID, Account: "account-1", Key: store.NewID(), Body: "hash"}
	twice := func(tx *store.Tx) error {
		if err := tx.Claim(form); err != nil {
			return err
		}
		again := store.Exec(tx, `INSERT INTO idempotency (tenant_id, account_id, idem_key, body_hash, made_at) VALUES ($1, $2, $3, '', 0)`, a.ID, form.Account, form.Key)
		refusal(t, again, thidua.Conflict, store.CodeTaken)
		return nil
	}
	kept := func() bool {
		return count(t, db, `SELECT COUNT(*) FROM idempotency WHERE idem_key = $1`, form.Key) == 1
	}
	if err := db.WriteUpkeep(ctx, twice); (err == nil) != kept() {
		t.Errorf("without an event: %v, kept: %v", err, kept())
	}
	form.Key = store.NewID()
	events := count(t, db, `SELECT COUNT(*) FROM event`)
	err := db.Write(ctx, act(a.ID, "send"), twice)
	if noted := count(t, db, `SELECT COUNT(*) FROM event`) > events; (err == nil) != kept() || noted != kept() {
		t.Errorf("with its event: %v, kept: %v, noted: %v", err, kept(), noted)
	}
}

// TestAWriteThatBreaksOffHoldsNothing breaks more transactions off than there are connections, between two statements and by a panic.
func TestAWriteThatBreaksOffHoldsNothing(t *testing.T) {
	var beside store.Config
	db := testkit.Open(t, func(c *store.Config) { beside = *c })
	a := testkit.Agency(t, db)
	claim := func(tx *store.Tx) error {
		return tx.Claim(store.Attempt{Tenant: a.ID, Account: "account-1", Key: store.NewID(), Body: "hash"})
	}
	events := count(t, db, `SELECT COUNT(*) FROM event`)
	for range 20 {
		within, cancel := context.WithCancel(ctx)
		err := db.Write(within, act(a.ID, "send"), func(tx *store.Tx) error {
			defer cancel()
			return claim(tx)
		})
		if err == nil {
			t.Fatal("a write went through that nobody waits for")
		}
		func() {
			defer func() {
				if recover() == nil {
					t.Fatal("the panic was lost")
				}
			}()
			_ = db.Write(ctx, act(a.ID, "send"), func(tx *store.Tx) error {
				if err := claim(tx); err != nil {
					t.Error(err)
				}
				panic("broken")
			})
		}()
	}
	if testkit.Engine() == "postgres" {
		var open int
		const query = `SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`
		if err := testkit.Raw(t, beside).QueryRow(query).Scan(&open); err != nil || open != 0 {
			t.Errorf("%d transactions are open, %v", open, err)
		}
	}
	if n := count(t, db, `SELECT COUNT(*) FROM idempotency`); n != 0 {
		t.Errorf("%d rows stayed", n)
	}
	if err := db.Write(ctx, act(a.ID, "send"), claim); err != nil {
		t.Errorf("the next write: %v", err)
	}
	if n := count(t, db, `SELECT COUNT(*) FROM event`) - events; n != 1 {
		t.Errorf("%d events", n)
	}
}
