package founding_test

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/app/founding"
	"thidua/internal/testkit"
)

func first(n int) founding.First {
	return founding.First{User: fmt.Sprintf("quantri%d", n), Password: "bông lúa vàng 2025", Again: "bông lúa vàng 2025", Agency: thidua.Agency{
		Name: fmt.Sprintf("Sở mẫu %d", n), Parent: "UBND tỉnh", Place: "Lào Cai", Symbol: "SM", LeaderTitle: "Giám đốc"}}
}

// TestTwoWhoBeginAtOnceFoundOneAgency lets several people press the button at the same moment: one of them founds the agency with the account,
// nothing is left of the others.
func TestTwoWhoBeginAtOnceFoundOneAgency(t *testing.T) {
	db, ctx := testkit.Open(t), context.Background()
	core := app.New(db)
	var wait sync.WaitGroup
	begin, refused := make(chan struct{}), make([]error, 4)
	for n := range refused {
		wait.Go(func() {
			<-begin
			refused[n] = founding.Begin(ctx, core, first(n))
		})
	}
	close(begin)
	wait.Wait()
	winner := -1
	for n, err := range refused {
		var e *thidua.Error
		switch {
		case err == nil && winner < 0:
			winner = n
		case err == nil:
			t.Errorf("%d and %d founded an agency", winner, n)
		case !errors.As(err, &e) || e.Code != agency.CodeFounded:
			t.Errorf("%d was told %v", n, err)
		}
	}
	if winner < 0 {
		t.Fatal("nobody founded the agency")
	}
	all, err := core.Agencies(ctx)
	if err != nil || len(all) != 1 || all[0].Name != first(winner).Agency.Name {
		t.Fatalf("agencies %+v, %v; %d was told that it founded one", all, err, winner)
	}
	office := thidua.Actor{Tenant: all[0].ID, Account: "x", Roles: []thidua.Role{thidua.RoleAdmin}}
	accounts, _, err := core.Accounts(ctx, office, 1)
	if err != nil || len(accounts) != 1 || accounts[0].UserName != first(winner).User {
		t.Errorf("accounts %+v, %v", accounts, err)
	}
}

// TestAnAgencyWithoutItsAdministratorIsNotFounded looks that nothing is left when the account cannot be made.
func TestAnAgencyWithoutItsAdministratorIsNotFounded(t *testing.T) {
	db, ctx := testkit.Open(t), context.Background()
	core := app.New(db)
	n := agency.NewAccount{UserName: "quantri", Password: "bông lúa vàng 2025", Roles: []thidua.Role{thidua.RoleAdmin, "no-such-role"}}
	if err := core.FoundFirst(ctx, thidua.Actor{Account: "operator", Name: "Người vận hành"}, first(1).Agency, n); err == nil {
		t.Fatal("a role that does not exist was given")
	}
	if empty, err := founding.Empty(ctx, core); err != nil || !empty {
		t.Errorf("an agency without administrator is left, %v", err)
	}
}
