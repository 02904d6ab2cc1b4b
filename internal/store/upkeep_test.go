package store_test

import (
	"errors"
	"testing"
	"time"

	"thidua"
	"thidua/internal/auth"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

func addAccount(t *testing.T, db *store.DB, tenant, name string) string {
	t.Helper()
	id := store.NewID()
	err := db.Write(ctx, act(tenant, "account.add"), func(tx *store.Tx) error {
		return tx.InsertAccount(thidua.Account{ID: id, UserName: name, MustChange: true}, name, "$hash")
	})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func upkeep(t *testing.T, db *store.DB, fn func(tx *store.Tx) error) {
	t.Helper()
	if err := db.WriteUpkeep(ctx, fn); err != nil {
		t.Fatal(err)
	}
}

func TestAccountAndGrantsComeBack(t *testing.T) {
	db := testkit.Open(t)
	tenant := testkit.Agency(t, db).ID
	id := addAccount(t, db, tenant, "nguyenvana")
	grant := thidua.Grant{ID: store.NewID(), Account: id, Role: thidua.RoleAdmin, From: "2025-01-01"}
	err := db.Write(ctx, act(tenant, "account.grant"), func(tx *store.Tx) error {
		if err := tx.InsertGrant(grant); err != nil {
			return err
		}
		if err := tx.SetPassword(id, "$other", false); err != nil {
			return err
		}
		return tx.DisableAccount(id, true)
	})
	if err != nil {
		t.Fatal(err)
	}
	err = db.Read(ctx, tenant, func(tx *store.Tx) error {
		c, err := tx.AccountNamed("nguyenvana")
		if err != nil {
			return err
		}
		if c.ID != id || c.Tenant != tenant || c.Hash != "$other" || c.MustChange || c.Disabled.IsZero() || c.Version != 3 {
			t.Errorf("account %+v", c)
		}
		grants, err := tx.Grants(id)
		if err != nil || len(grants) != 1 || grants[0] != grant {
			t.Errorf("grants %+v: %v", grants, err)
		}
		list, err := tx.Accounts(store.Page{})
		if err != nil || len(list) != 1 {
			t.Errorf("accounts %+v: %v", list, err)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	again := db.Write(ctx, act(tenant, "account.add"), func(tx *store.Tx) error {
		return tx.InsertAccount(thidua.Account{ID: store.NewID(), UserName: "NguyenVanA"}, "nguyenvana", "$hash")
	})
	refusal(t, again, thidua.Conflict, store.CodeTaken)
	foreign := db.Read(ctx, "other", func(tx *store.Tx) error { _, err := tx.Account(id); return err })
	refusal(t, foreign, thidua.NotFound, store.CodeNotFound)
}

func TestSessionsEnd(t *testing.T) {
	clock := testkit.NewClock("2025-01-14")
	db := testkit.Open(t, func(c *store.Config) { c.Wall = clock.Now })
	tenant := testkit.Agency(t, db).ID
	account := addAccount(t, db, tenant, "a")
	open := func(hash string) {
		upkeep(t, db, func(tx *store.Tx) error {
			return tx.InsertSession(hash, auth.Session{ID: "id-" + hash, Tenant: tenant, Account: account, Agent: "Firefox"})
		})
	}
	left := func() (n int) {
		if err := db.Read(ctx, tenant, func(tx *store.Tx) error {
			all, err := tx.Sessions(account)
			n = len(all)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		return n
	}
	for _, h := range []string{"h1", "h2", "h3", "h4"} {
		open(h)
	}
	clock.Add(10 * time.Minute)
	upkeep(t, db, func(tx *store.Tx) error { return tx.TouchSession("h1") })
	err := db.Read(ctx, "", func(tx *store.Tx) error {
		s, err := tx.Session("h1")
		if s.Account != account || !s.Seen.Equal(clock.Now()) || s.Ended(clock.Now(), false) {
			t.Errorf("session %+v", s)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
	upkeep(t, db, func(tx *store.Tx) error { return tx.EndSession("h2") })
	upkeep(t, db, func(tx *store.Tx) error { return tx.EndSessions(tenant, account, "", "id-h3") })
	if n := left(); n != 2 {
		t.Errorf("%d sessions after two were ended", n)
	}
	clock.Add(auth.IdleLongest - 4*time.Minute)
	upkeep(t, db, func(tx *store.Tx) error { return tx.SweepSessions() })
	if n := left(); n != 1 {
		t.Errorf("%d sessions after the idle one was swept", n)
	}
	open("h5")
	upkeep(t, db, func(tx *store.Tx) error { return tx.EndSessions(tenant, account, "h5", "") })
	err = db.Read(ctx, "", func(tx *store.Tx) error { _, err := tx.Session("h1"); return err })
	refusal(t, err, thidua.NotFound, store.CodeNotFound)
	if n := left(); n != 1 {
		t.Errorf("%d sessions, only the kept one should be left", n)
	}
}

func TestTriesAndAnswersAreKept(t *testing.T) {
	clock := testkit.NewClock("2025-01-14")
	db := testkit.Open(t, func(c *store.Config) { c.Wall = clock.Now })
	tenant := testkit.Agency(t, db).ID
	for n := 1; n <= 3; n++ {
		upkeep(t, db, func(tx *store.Tx) error {
			tries, err := tx.Tries(tenant, "account:a")
			if err != nil {
				return err
			}
			return tx.SetTries(tenant, "account:a", auth.AccountPolicy.Fail(tries, tx.Wall))
		})
	}
	upkeep(t, db, func(tx *store.Tx) error {
		tries, err := tx.Tries(tenant, "account:a")
		if tries.Failures != 3 || !tries.Last.Equal(clock.Now()) {
			t.Errorf("tries %+v", tries)
		}
		return err
	})
	send := func(body string) (answer string, found bool, err error) {
		form := store.Attempt{Tenant: tenant, Account: "a", Key: "key", Body: body}
		err = db.Write(ctx, act(tenant, "form.send"), func(tx *store.Tx) error {
			if answer, found, err = tx.Answered(form); err != nil || found {
				return err
			}
			return errors.Join(tx.Claim(form), tx.KeepAnswer(form, "/dang-ky/1"))
		})
		return answer, found, err
	}
	if _, found, err := send("body"); err != nil || found {
		t.Errorf("first time: %v, %v", found, err)
	}
	if answer, found, err := send("body"); err != nil || !found || answer != "/dang-ky/1" {
		t.Errorf("second time: %q, %v, %v", answer, found, err)
	}
	_, _, err := send("other body")
	refusal(t, err, thidua.Conflict, store.CodeOtherBody)
	clock.Add(25 * time.Hour)
	if _, found, err := send("other body"); err != nil || found {
		t.Errorf("a day later: %v, %v", found, err)
	}
	form := store.Attempt{Tenant: tenant, Account: "a", Key: "key", Body: "other body"}
	err = db.Write(ctx, act(tenant, "form.send"), func(tx *store.Tx) error { return tx.Claim(form) })
	refusal(t, err, thidua.Conflict, store.CodeRepeated)
	upkeep(t, db, func(tx *store.Tx) error { return tx.Release(form) })
	if _, found, err := send("body"); err != nil || found {
		t.Errorf("after the key was given back: %v, %v", found, err)
	}
}

func TestLeaseHasOneHolder(t *testing.T) {
	clock := testkit.NewClock("2025-01-14")
	db := testkit.Open(t, func(c *store.Config) { c.Wall = clock.Now })
	take := func(holder string) (held bool) {
		upkeep(t, db, func(tx *store.Tx) (err error) { held, err = tx.Lease("log", holder, time.Minute); return err })
		return held
	}
	if !take("a") || take("b") || !take("a") {
		t.Error("the lease was not the first holder's alone")
	}
	clock.Add(time.Minute)
	if !take("b") || take("a") {
		t.Error("an ended lease was not taken over")
	}
	upkeep(t, db, func(tx *store.Tx) error { return tx.Unlease("log", "b") })
	if !take("a") {
		t.Error("a lease given back was not free")
	}
}
