package agency_test

import (
	"context"
	"testing"

	"thidua"
	"thidua/internal/app/agency"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

func TestAccountsAreMadeResetAndClosedWithTheirEvents(t *testing.T) {
	ctx := context.Background()
	db := testkit.Open(t)
	a := agency.New(db)
	founded, err := a.FoundAgency(ctx, thidua.Actor{Account: "operator"}, thidua.Agency{Name: "Thanh tra tỉnh Mẫu"})
	if err != nil {
		t.Fatal(err)
	}
	admin := thidua.Actor{Tenant: founded.ID, Account: "operator", Roles: []thidua.Role{thidua.RoleAdmin}}
	n := agency.NewAccount{UserName: "vanphong", Password: "ruộng bậc thang", Roles: []thidua.Role{thidua.RoleOffice}}
	if _, _, err := a.AddAccount(ctx, thidua.Actor{Tenant: founded.ID, Account: "x", Roles: []thidua.Role{thidua.RoleOffice}}, n); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("without the right: %v", err)
	}
	if _, _, err := a.AddAccount(ctx, admin, agency.NewAccount{UserName: "x y", Password: "1", Roles: []thidua.Role{thidua.RoleChair}}); thidua.KindOf(err) != thidua.Invalid {
		t.Errorf("wrong content: %v", err)
	}
	made, _, err := a.AddAccount(ctx, admin, n)
	if err != nil {
		t.Fatal(err)
	}
	token, actor, err := a.SignIn(ctx, "VanPhong", n.Password, "192.0.2.1")
	if err != nil || actor.Account != made || !actor.Has(thidua.RoleOffice) {
		t.Fatalf("sign in: %+v, %v", actor, err)
	}
	_, fresh, err := a.ResetPassword(ctx, admin, made)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Session(ctx, token); thidua.KindOf(err) != thidua.SignIn {
		t.Errorf("the session outlived the password: %v", err)
	}
	if err := a.CloseAccount(ctx, admin, made, true); err != nil {
		t.Fatal(err)
	}
	if _, _, err := a.SignIn(ctx, "vanphong", fresh, "192.0.2.1"); thidua.KindOf(err) != thidua.SignIn {
		t.Errorf("a closed account signed in: %v", err)
	}
	if err := a.CloseAccount(ctx, admin, "nobody", true); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("an unknown account: %v", err)
	}
	err = db.Read(ctx, founded.ID, func(tx *store.Tx) error {
		for _, verb := range []thidua.Action{thidua.AgencyFounded, thidua.AccountAdded, thidua.PasswordReset, thidua.AccountClosed} {
			if events, err := tx.Events(store.EventFilter{Verb: string(verb)}); err != nil || len(events) != 1 {
				t.Errorf("%s: %d events, %v", verb, len(events), err)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
