package account_test

import (
	"testing"
	"time"

	"thidua"
	"thidua/internal/app/account"
	"thidua/internal/app/agency"
	"thidua/internal/auth"
)

// strong has four kinds of characters.
const strong = "Ruộng bậc thang 7 tầng"

func TestTheRuleOfAnAgencyHolds(t *testing.T) {
	h := open(t)
	boss, _, err := h.app.AddAccount(bg, h.admin, agency.NewAccount{UserName: "dddat", Person: h.People["Đỗ Đức Đạt"].ID, Roles: []thidua.Role{thidua.RoleAdmin}, Password: strong})
	must(t, err)
	for field, r := range map[string]auth.Rule{
		"profile": {Profile: "tcvn-9"}, "idle": {Profile: auth.ProfileTCVN2, Idle: 16 * time.Minute}, "admin": {Profile: auth.ProfileDefault, Admin: time.Hour},
	} {
		if err := h.SaveRule(bg, h.admin, r); thidua.KindOf(err) != thidua.Invalid {
			t.Errorf("a wrong %s was saved: %v", field, err)
		}
	}
	must(t, h.SaveRule(bg, h.admin, auth.Rule{Profile: auth.ProfileTCVN3, Idle: 4 * time.Minute}))
	token, actor := h.enter(t, "lvdung", secret)
	if actor.Idle != 4*time.Minute {
		t.Errorf("the idle limit is %v", actor.Idle)
	}
	if _, err := h.app.ChangePassword(bg, actor, token, secret, other); codeOf(err) != auth.CodePasswordClasses {
		t.Errorf("without capitals and digits: %v", err)
	}
	token, err = h.app.ChangePassword(bg, actor, token, secret, strong)
	must(t, err)
	if _, err := h.app.ChangePassword(bg, actor, token, strong, strong); codeOf(err) != auth.CodePasswordUsed {
		t.Errorf("the password in use again: %v", err)
	}
	h.clock.Add(4 * time.Minute)
	h.dead(t, token, "idle for four minutes")
	h.clock.Set(h.clock.Now().AddDate(0, 0, 44))
	h.enter(t, "lvdung", strong)
	h.clock.Set(h.clock.Now().AddDate(0, 0, 45))
	if _, _, err := h.app.SignIn(bg, "lvdung", strong, here); codeOf(err) != agency.CodeSignInWrong {
		t.Errorf("after 45 days without use: %v", err)
	}
	must(t, h.app.CloseAccount(bg, h.admin, boss, false))
	if _, actor := h.enter(t, "dddat", strong); !actor.PasswordOld {
		t.Error("an administrator keeps a password of three months")
	}
}

// TestAFirstPasswordEndsAfterThirtyDays leaves the password that an administrator gave lying.
func TestAFirstPasswordEndsAfterThirtyDays(t *testing.T) {
	h := open(t)
	_, first, err := h.app.AddAccount(bg, h.admin, agency.NewAccount{UserName: "gapao", Person: h.People["Giàng A Páo"].ID})
	must(t, err)
	h.clock.Add(auth.FirstLife - time.Minute)
	if _, actor := h.enter(t, "gapao", first); !actor.MustChange {
		t.Error("a first password need not be changed")
	}
	h.clock.Add(time.Minute)
	if _, _, err := h.app.SignIn(bg, "gapao", first, here); codeOf(err) != agency.CodeSignInWrong {
		t.Errorf("after 30 days: %v", err)
	}
	h.enter(t, "lvdung", secret)
}

// TestCase49AStrangerDoesNotLockTheOwnerOut guesses at one account from many addresses; the device of the owner goes on.
func TestCase49AStrangerDoesNotLockTheOwnerOut(t *testing.T) {
	h := open(t)
	device, _ := auth.NewToken()
	owner := agency.Through(bg, agency.Browser{Agent: "Firefox", Next: device})
	if _, _, err := h.app.SignIn(owner, "lvdung", secret, "192.0.2.1"); err != nil {
		t.Fatal(err)
	}
	for n := range 5 {
		if _, _, err := h.app.SignIn(bg, "lvdung", "sai rồi", here); codeOf(err) != agency.CodeSignInWrong {
			t.Fatalf("wrong try %d: %v", n+1, err)
		}
	}
	if _, _, err := h.app.SignIn(bg, "lvdung", secret, here); codeOf(err) != agency.CodeAccountLocked {
		t.Errorf("the sixth try from there: %v", err)
	}
	h.enterFrom(t, "lvdung", "10.0.0.8")
	known := agency.Through(bg, agency.Browser{Device: device})
	if _, _, err := h.app.SignIn(known, "lvdung", secret, here); err != nil {
		t.Errorf("the owner's device at the stranger's address: %v", err)
	}
	if s, err := h.Standing(bg, h.admin, h.id); err != nil || s.WaitsTo.IsZero() {
		t.Errorf("the administrator sees no wait: %+v, %v", s, err)
	}
	must(t, h.LiftWait(bg, h.admin, h.id))
	h.enter(t, "lvdung", secret)
	must(t, h.EndEverywhere(bg, thidua.Actor{Tenant: h.Tenant, Account: h.id, Name: "x"}, secret))
	for range 6 {
		_, _, _ = h.app.SignIn(known, "lvdung", "sai rồi", here)
	}
	if _, _, err := h.app.SignIn(known, "lvdung", secret, here); codeOf(err) != agency.CodeAccountLocked {
		t.Errorf("a device that was forgotten is still known: %v", err)
	}
}

func (h *house) enterFrom(t *testing.T, user, from string) {
	t.Helper()
	if _, _, err := h.app.SignIn(bg, user, secret, from); err != nil {
		t.Errorf("from %s: %v", from, err)
	}
}

func TestCase49TriesOnManyAccountsWaitAtTheirAddress(t *testing.T) {
	h := open(t)
	for range auth.PeerPolicy.Free {
		_, _, _ = h.app.SignIn(bg, "ten-"+auth.NewPassword()[:4], "sai", "2001:db8:1:2::1")
	}
	if _, _, err := h.app.SignIn(bg, "lvdung", secret, "2001:db8:1:2:ffff::9"); codeOf(err) != agency.CodeAccountLocked {
		t.Errorf("the next address of the same subscriber: %v", err)
	}
	h.enter(t, "lvdung", secret)
}

func TestCase52AskingAndInvitingTellNothing(t *testing.T) {
	h := open(t)
	for _, name := range []string{"lvdung", "khong-co", "Mật khẩu của tôi"} {
		if err := h.Ask(bg, name, here); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	silent := account.Over(h.app)
	if err := silent.Ask(bg, "lvdung", here); codeOf(err) != account.CodeNoMail {
		t.Errorf("without mail: %v", err)
	}
}
