package act_test

import (
	"context"
	"errors"
	"testing"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// rename gives the agency another name and tells the deed what it was.
func rename(tx *store.Tx, d *act.Deed, name string) error {
	before, err := tx.Agency()
	if err != nil {
		return err
	}
	after := before
	after.Name = name
	d.Object, d.Name, d.Before, d.After = "agency:"+before.ID, name, before, after
	return tx.UpdateAgency(after)
}

func events(t *testing.T, db *store.DB, tenant string) (out []store.EventRow) {
	t.Helper()
	err := db.Read(context.Background(), tenant, func(tx *store.Tx) (err error) {
		out, err = tx.Events(store.EventFilter{Verb: string(thidua.AgencySaved)})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestADeedIsWrittenWithItsEvent(t *testing.T) {
	db := testkit.Open(t)
	agency := testkit.Agency(t, db)
	data, ctx := act.Data{DB: db}, act.From(context.Background(), "192.0.2.7")
	office := thidua.Actor{Tenant: agency.ID, Account: "vp", Name: "Nguyễn Thị Thu Hà"}
	d := act.Deed{Verb: thidua.AgencySaved, Reason: "đổi tên theo quyết định", ForWho: "person:x"}
	err := data.Write(ctx, office, d, func(tx *store.Tx, d *act.Deed) error { return rename(tx, d, "Thanh tra tỉnh Mẫu Mới") })
	if err != nil {
		t.Fatal(err)
	}
	all := events(t, db, agency.ID)
	if len(all) != 1 {
		t.Fatalf("%d events, want 1", len(all))
	}
	e := all[0]
	if e.Actor != "account:vp" || e.Object != "agency:"+agency.ID || e.Detail.ActorName != office.Name || e.Detail.ObjectName != "Thanh tra tỉnh Mẫu Mới" ||
		e.Detail.Reason != d.Reason || e.Detail.Origin != "192.0.2.7" || e.ActingFor != "person:x" || e.Detail.Before == e.Detail.After {
		t.Errorf("the log tells %+v", e)
	}
}

func TestADeedThatFailsLeavesNothing(t *testing.T) {
	db := testkit.Open(t)
	agency := testkit.Agency(t, db)
	data, office := act.Data{DB: db}, thidua.Actor{Tenant: agency.ID, Account: "vp"}
	broken := errors.New("broken")
	err := data.Write(context.Background(), office, act.Deed{Verb: thidua.AgencySaved}, func(tx *store.Tx, d *act.Deed) error {
		return errors.Join(rename(tx, d, "X"), broken)
	})
	if !errors.Is(err, broken) {
		t.Errorf("the failure came back as %v", err)
	}
	err = data.Read(context.Background(), office, func(tx *store.Tx) error {
		if now, err := tx.Agency(); err != nil || now.Name != agency.Name {
			t.Errorf("the agency is %+v, %v", now, err)
		}
		return nil
	})
	if err != nil || len(events(t, db, agency.ID)) != 0 {
		t.Errorf("a failed deed stands in the log, or %v", err)
	}
}

func TestRefusalsStandAtTheirFieldAndFailuresStayFailures(t *testing.T) {
	refused := act.May(thidua.Actor{Roles: []thidua.Role{thidua.RoleStaff}}, thidua.RoleAdmin, thidua.RoleOffice)
	if e, ok := act.Refusal(refused); !ok || e.Kind != thidua.Forbidden || e.Code != act.CodeNoRight {
		t.Errorf("without the role: %v", refused)
	}
	if err := act.May(thidua.Actor{Roles: []thidua.Role{thidua.RoleOffice}}, thidua.RoleAdmin, thidua.RoleOffice); err != nil {
		t.Errorf("with one of the roles: %v", err)
	}
	if e, ok := act.Refusal(act.AtField("user", refused)); !ok || len(e.Faults) != 1 || e.Faults[0].Field != "user" || e.Faults[0].Code != act.CodeNoRight {
		t.Errorf("at its field: %v", e)
	}
	broken := errors.New("broken")
	if err := act.AtField("user", broken); !errors.Is(err, broken) {
		t.Errorf("a failure became %v", err)
	}
	if act.Unless(refused, thidua.Forbidden) != nil || act.Unless(refused, thidua.NotFound) == nil || act.Unless(broken, thidua.Forbidden) == nil {
		t.Error("another kind of refusal was forgiven, or the one that is expected was not")
	}
}
