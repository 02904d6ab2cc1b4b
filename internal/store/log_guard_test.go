package store_test

import (
	"database/sql"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/audit"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// grownLog is a log of some acts with its leaves and a detail that was erased by law.
func grownLog(t *testing.T, db *store.DB) (tenant string) {
	t.Helper()
	tenant = testkit.Agency(t, db).ID
	for range 3 {
		if err := db.Write(ctx, act(tenant, "agency.rename"), func(*store.Tx) error { return nil }); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := db.Sequence(ctx, 100); err != nil || n != 4 {
		t.Fatalf("placed %d: %v", n, err)
	}
	erase(t, db, tenant)
	return tenant
}

// sealLog signs the log as it stands, as if all transactions of the last minutes had ended.
func sealLog(t *testing.T, db *store.DB) {
	t.Helper()
	key, err := audit.LoadKey(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Sequence(ctx, 100); err != nil {
		t.Fatal(err)
	}
	if n, err := db.Seal(ctx, key); err != nil || n == 0 {
		t.Fatalf("sealed %d: %v", n, err)
	}
}

func erase(t *testing.T, db *store.DB, tenant string) {
	t.Helper()
	err := db.Write(ctx, act(tenant, "detail.erase"), func(tx *store.Tx) error {
		events, err := tx.Events(store.EventFilter{Verb: "agency.rename"})
		if err != nil {
			return err
		}
		for _, e := range events {
			if e.Detail != nil {
				return tx.EraseDetail(e.ID)
			}
		}
		return sql.ErrNoRows
	})
	if err != nil {
		t.Fatal(err)
	}
}

// changes are what nobody may do to the log: every table, changed, emptied and, where the engine knows it, put in the place of another row.
func changes(engine string) (all []string) {
	for _, table := range store.LogTables {
		all = append(all, `UPDATE `+table+` SET tenant_id = tenant_id`, `DELETE FROM `+table)
		if engine == "postgres" {
			all = append(all, `TRUNCATE `+table+` CASCADE`)
			continue
		}
		all = append(all, `INSERT OR REPLACE INTO `+table+` SELECT * FROM `+table, `REPLACE INTO `+table+` SELECT * FROM `+table)
	}
	return all
}

func contents(t *testing.T, raw *sql.DB) (out string) {
	t.Helper()
	for _, table := range store.LogTables {
		var n int
		if err := raw.QueryRow(`SELECT COUNT(*) FROM ` + table).Scan(&n); err != nil {
			t.Fatal(err)
		}
		out += fmt.Sprint(table, " ", n, ";")
	}
	return out
}

// TestCase78LogRefusesEveryChange sends what an administrator could send over a connection of the program itself.
func TestCase78LogRefusesEveryChange(t *testing.T) {
	db := testkit.Open(t)
	tenant := grownLog(t, db)
	sealLog(t, db)
	raw := store.Raw(db)
	before := contents(t, raw)
	for _, statement := range changes(testkit.Engine()) {
		if _, err := raw.Exec(statement); err == nil || !strings.Contains(err.Error(), "append-only") {
			t.Errorf("%s: %v", statement, err)
		}
	}
	if after := contents(t, raw); after != before {
		t.Errorf("the log went from %s to %s", before, after)
	}
	// A statement of the program's own would be an error that says what was tried, which the page's sink writes to the technical log.
	err := db.Write(ctx, act(tenant, "x"), func(tx *store.Tx) error { return store.Exec(tx, `DELETE FROM event`) })
	if err == nil || thidua.KindOf(err) != thidua.Internal || !strings.Contains(err.Error(), "event is append-only") {
		t.Errorf("the attempt shows as %v", err)
	}
}

// TestCase78RoleOfTheServerOnlyAdds asks PostgreSQL itself: without the triggers, which the owner could take off, the role has no right either.
func TestCase78RoleOfTheServerOnlyAdds(t *testing.T) {
	c := testkit.Config(t)
	if c.URL == "" {
		db := testkit.Open(t)
		if open, err := db.LogOpen(ctx); err != nil || open {
			t.Errorf("the embedded database has no roles: %v, %v", open, err)
		}
		refusal(t, db.Admit(ctx, "x"), thidua.Invalid, store.CodeRoleUnknown)
		return
	}
	owner, err := store.Open(ctx, c)
	if err != nil {
		t.Fatal(err)
	}
	defer owner.Close()
	if open, err := owner.LogOpen(ctx); err != nil || !open {
		t.Errorf("the owner's log counts as closed: %v, %v", open, err)
	}
	role := "app_" + strings.ToLower(strings.ReplaceAll(store.NewID(), "-", "_"))
	refusal(t, owner.Admit(ctx, role), thidua.NotFound, store.CodeRoleUnknown)
	refusal(t, owner.Admit(ctx, "postgres"), thidua.Conflict, store.CodeRoleOwner)
	raw := store.Raw(owner)
	if _, err := raw.Exec(`CREATE ROLE ` + role + ` LOGIN`); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if _, err := raw.Exec(`DROP OWNED BY ` + role + `; DROP ROLE ` + role); err != nil {
			t.Error(err)
		}
	}()
	if err := owner.Admit(ctx, role); err != nil {
		t.Fatal(err)
	}
	address, err := url.Parse(c.URL)
	if err != nil {
		t.Fatal(err)
	}
	query := address.Query()
	query.Set("user", role)
	address.RawQuery = query.Encode()
	db, err := store.Open(ctx, store.Config{Dir: c.Dir, URL: address.String()})
	if err != nil {
		t.Fatal("the server's role cannot open the data: ", err)
	}
	defer db.Close()
	if open, err := db.LogOpen(ctx); err != nil || open {
		t.Errorf("the server's role may change the log: %v, %v", open, err)
	}
	grownLog(t, db) // acts, leaves and a lawful erasure need no more than the role has
	sealLog(t, db)
	before := contents(t, raw)
	all := changes("postgres")
	for _, table := range store.LogTables {
		all = append(all, `ALTER TABLE `+table+` DISABLE TRIGGER USER`, `DROP TABLE `+table+` CASCADE`,
			`CREATE TRIGGER mine BEFORE INSERT ON `+table+` FOR EACH ROW EXECUTE FUNCTION refuse_change()`)
	}
	all = append(all, `CREATE TABLE mine (x TEXT)`, `DROP FUNCTION refuse_change() CASCADE`, `SET session_replication_role = replica`,
		`SELECT take_detail()`, `UPDATE goose_db_version SET version_id = 0`)
	for _, statement := range all {
		_, err := store.Raw(db).Exec(statement)
		if err == nil || !strings.Contains(err.Error(), "42501") {
			t.Errorf("%s: %v", statement, err)
		}
	}
	if after := contents(t, raw); after != before {
		t.Errorf("the log went from %s to %s", before, after)
	}
	if _, err := raw.Exec(`INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, TRUE)`); err != nil {
		t.Fatal(err)
	}
	outdated(t, raw, address.String())
}

// outdated shows that a server whose role may not change the schema asks for its owner instead of failing in the middle.
func outdated(t *testing.T, raw *sql.DB, address string) {
	t.Helper()
	if _, err := raw.Exec(`DELETE FROM goose_db_version WHERE version_id = (SELECT MAX(version_id) FROM goose_db_version)`); err != nil {
		t.Fatal(err)
	}
	_, err := store.Open(ctx, store.Config{URL: address})
	refusal(t, err, thidua.Conflict, store.CodeNeedsOwner)
}

func TestErasureIsTheOnlyWayForADetail(t *testing.T) {
	db := testkit.Open(t)
	tenant := grownLog(t, db)
	raw := store.Raw(db)
	var events, details, noted int
	if err := raw.QueryRow(`SELECT (SELECT COUNT(*) FROM event), (SELECT COUNT(*) FROM event_detail), (SELECT COUNT(*) FROM detail_erasure)`).
		Scan(&events, &details, &noted); err != nil {
		t.Fatal(err)
	}
	if noted != 1 || details != events-1 {
		t.Errorf("%d details of %d events, %d erasures noted", details, events, noted)
	}
	err := db.Write(ctx, act(tenant, "detail.erase"), func(tx *store.Tx) error { return tx.EraseDetail("nothing") })
	refusal(t, err, thidua.NotFound, store.CodeNotFound)
}
