package factor_test

import (
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app/account"
	"thidua/internal/app/deputy"
	"thidua/internal/auth"
	"thidua/internal/store"
)

// TestTheOperatorAsksItOfAdministratorsAndOfAllWhoApprove reads the floor out of the tables of rights and of workflows.
func TestTheOperatorAsksItOfAdministratorsAndOfAllWhoApprove(t *testing.T) {
	h := openHouse(t, true)
	floor := h.desk.Floor(thidua.AgencyOrdinary)
	for _, r := range []thidua.Role{thidua.RoleAdmin, thidua.RoleOffice, thidua.RoleHead, thidua.RoleLeader, thidua.RoleChair, thidua.RoleSecretary} {
		if !slices.Contains(floor, r) {
			t.Errorf("%s is not among %v", r, floor)
		}
	}
	for _, r := range []thidua.Role{thidua.RoleStaff, thidua.RoleHelper, thidua.RoleInspector, thidua.RoleClerk, thidua.RoleAppraiser} {
		if slices.Contains(floor, r) {
			t.Errorf("%s is among %v", r, floor)
		}
	}
	if above := h.desk.Floor(thidua.AgencyHomeAffairs); !slices.Equal(above, []thidua.Role{thidua.RoleAppraiser, thidua.RoleAdmin}) {
		t.Errorf("at Sở Nội vụ: %v", above)
	}
	if none := openHouse(t, false).desk.Floor(thidua.AgencyOrdinary); len(none) > 0 {
		t.Errorf("where it is only offered: %v", none)
	}
}

// TestAnAgencyAsksItOfMoreRoles: the choice holds from the next request, for who holds the role, and can take nothing from what the operator asks.
func TestAnAgencyAsksItOfMoreRoles(t *testing.T) {
	for _, required := range []bool{false, true} {
		h := openHouse(t, required)
		h.account(t, "thanhtra", "Đỗ Đức Đạt", thidua.RoleInspector)
		h.account(t, "truong", "Lý Văn Dũng")
		rules := account.Over(h.core)
		seer, actor := h.enter(t, "thanhtra", "")
		head, chief := h.enter(t, "truong", "")
		if actor.MustFactor || chief.MustFactor != required {
			t.Fatalf("before the choice: inspector %v, head %v", actor.MustFactor, chief.MustFactor)
		}
		if err := rules.SaveRule(bg, h.admin, auth.Rule{Second: []thidua.Role{thidua.RoleAppraiser}}); thidua.KindOf(err) != thidua.Invalid {
			t.Errorf("a role that the agency does not have: %v", err)
		}
		rule := auth.Rule{Profile: auth.ProfileDefault, Second: []thidua.Role{thidua.RoleInspector}}
		if err := rules.SaveRule(bg, chief, rule); thidua.KindOf(err) != thidua.Forbidden {
			t.Errorf("a head chooses: %v", err)
		}
		if err := rules.SaveRule(bg, h.admin, rule); err != nil {
			t.Fatal(err)
		}
		for token, must := range map[string]bool{seer: true, head: required} {
			if a, err := h.core.Session(bg, token); err != nil || a.MustFactor != must {
				t.Errorf("operator asks %v: %s must %v, %v", required, a.Name, a.MustFactor, err)
			}
		}
		if v, err := h.desk.Mine(bg, actor); err != nil || !v.Required {
			t.Errorf("the page of the inspector says %+v, %v", v, err)
		}
		h.ruleTold(t)
	}
}

// ruleTold asks the log for what was chosen before and after.
func (h *house) ruleTold(t *testing.T) {
	t.Helper()
	err := h.DB.Read(bg, h.Tenant, func(tx *store.Tx) error {
		rows, err := tx.Events(store.EventFilter{Verb: string(thidua.SignInRuleSaved)})
		if err != nil {
			return err
		}
		if len(rows) != 1 || strings.Contains(rows[0].Detail.Before, string(thidua.RoleInspector)) || !strings.Contains(rows[0].Detail.After, string(thidua.RoleInspector)) {
			t.Errorf("the log tells %d choices, %+v", len(rows), rows)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// TestADeputyOwesTheFactorOfThePost: who stands in for somebody of whom it is asked needs one as well.
func TestADeputyOwesTheFactorOfThePost(t *testing.T) {
	h := openHouse(t, true)
	h.account(t, "truong", "Lý Văn Dũng")
	h.account(t, "canhan", "Phạm Mai Anh")
	_, chief := h.enter(t, "truong", "")
	_, other := h.enter(t, "canhan", "")
	if other.MustFactor {
		t.Fatal("asked of somebody without a role")
	}
	desk, today := deputy.Over(h.core), thidua.DateOf(h.DB.Clock())
	if err := desk.Give(bg, chief, thidua.Deputy{From: chief.Person, To: other.Person, Post: thidua.RoleHead, Unit: chief.Heads[0], Begin: today, End: today.AddDays(3)}); err != nil {
		t.Fatal(err)
	}
	v, err := desk.List(bg, other)
	if err != nil || len(v.Lines) != 1 {
		t.Fatal(v.Lines, err)
	}
	behind, err := desk.Acting(bg, other, v.Lines[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if owes, err := h.desk.Owes(bg, behind); err != nil || !owes {
		t.Errorf("the deputy owes %v, %v", owes, err)
	}
	if owes, err := h.desk.Owes(bg, other); err != nil || owes {
		t.Errorf("in his own name he owes %v, %v", owes, err)
	}
}
