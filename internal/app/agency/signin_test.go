package agency_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app/agency"
	"thidua/internal/auth"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// house is an agency with accounts whose real clock can be set.
type house struct {
	*testkit.Season
	*agency.Keeper
	clock *testkit.Clock
	day   *testkit.Clock // of business
	admin thidua.Actor
}

func openHouse(t *testing.T) *house {
	t.Helper()
	clock := testkit.NewClock("2025-01-14")
	day := testkit.NewClock("2025-01-14")
	s := testkit.OpenSeason(t, func(c *store.Config) { c.Wall, c.Clock = clock.Now, day.Now })
	return &house{Season: s, Keeper: agency.New(s.DB), clock: clock, day: day, admin: operator(s.Tenant)}
}

const secret = "ruộng bậc thang mùa lúa"

func (h *house) account(t *testing.T, user, person string, roles ...thidua.Role) string {
	t.Helper()
	id, _, err := h.AddAccount(context.Background(), h.admin, agency.NewAccount{UserName: user, Person: h.People[person].ID, Roles: roles, Password: secret})
	if err != nil {
		t.Fatalf("add account %s: %v", user, err)
	}
	return id
}

func (h *house) enter(t *testing.T, user string) (string, thidua.Actor) {
	t.Helper()
	token, actor, err := h.SignIn(context.Background(), user, secret, "10.0.0.7")
	if err != nil {
		t.Fatalf("sign in as %s: %v", user, err)
	}
	return token, actor
}

func codeOf(err error) thidua.Code {
	var e *thidua.Error
	if !errors.As(err, &e) {
		return ""
	}
	if len(e.Faults) > 0 {
		return e.Faults[0].Code
	}
	return e.Code
}

func (h *house) events(t *testing.T, verb thidua.Action) (out []store.EventRow) {
	t.Helper()
	err := h.DB.Read(context.Background(), h.Tenant, func(tx *store.Tx) (err error) {
		out, err = tx.Events(store.EventFilter{Verb: string(verb)})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestTheActorComesFromGrantsPostsAndSeatsOfTheDay(t *testing.T) {
	h := openHouse(t)
	h.account(t, "lvdung", "Lý Văn Dũng")
	h.account(t, "nttha", "Nguyễn Thị Thu Hà", thidua.RoleOffice)
	h.account(t, "tmkhoi", "Trần Mạnh Khôi", thidua.RoleLeader)
	for user, want := range map[string][]thidua.Role{
		"lvdung": {thidua.RoleStaff, thidua.RoleHead, thidua.RoleCouncil},
		"nttha":  {thidua.RoleStaff, thidua.RoleOffice, thidua.RoleCouncil, thidua.RoleSecretary},
		"tmkhoi": {thidua.RoleStaff, thidua.RoleLeader, thidua.RoleCouncil, thidua.RoleChair},
	} {
		_, actor := h.enter(t, user)
		if len(actor.Roles) != len(want) {
			t.Errorf("%s has %v, want %v", user, actor.Roles, want)
		}
		for _, r := range want {
			if !actor.Has(r) {
				t.Errorf("%s lacks %s", user, r)
			}
		}
	}
	if _, actor := h.enter(t, "lvdung"); !actor.Leads(h.Units["NV2"].ID) || actor.Leads(h.Units["NV1"].ID) || actor.Post != "Trưởng phòng Nghiệp vụ 2" {
		t.Errorf("the head of NV2 leads %v as %q", actor.Heads, actor.Post)
	}
	if got := len(h.events(t, thidua.SignedIn)); got != 4 {
		t.Errorf("%d sign-ins stand in the log, want 4", got)
	}
}

func TestAChangeOfRolesHoldsAtTheNextRequest(t *testing.T) {
	h, ctx := openHouse(t), context.Background()
	id := h.account(t, "tqbao", "Trần Quốc Bảo")
	token, actor := h.enter(t, "tqbao")
	if actor.Has(thidua.RoleClerk) {
		t.Fatal("has the role before it was given")
	}
	if err := h.GrantRole(ctx, h.admin, thidua.Grant{Account: id, Role: thidua.RoleClerk}); err != nil {
		t.Fatal(err)
	}
	if actor, err := h.Session(ctx, token); err != nil || !actor.Has(thidua.RoleClerk) {
		t.Fatalf("the grant does not hold: %v, %v", actor.Roles, err)
	}
	card, err := h.Account(ctx, h.admin, id)
	if err != nil {
		t.Fatal(err)
	}
	if err := h.EndGrant(ctx, h.admin, id, card.Grants[0].ID); err != nil {
		t.Fatal(err)
	}
	if actor, err := h.Session(ctx, token); err != nil || actor.Has(thidua.RoleClerk) {
		t.Fatalf("the role was not taken back: %v, %v", actor.Roles, err)
	}
	if err := h.NewPost(ctx, h.admin, thidua.Post{Person: h.People["Trần Quốc Bảo"].ID, Unit: h.Units["NV3"].ID, Title: "Phó Trưởng phòng Nghiệp vụ 3",
		Rank: thidua.RankDeputy, From: "2025-01-14"}, false); err != nil {
		t.Fatal(err)
	}
	if actor, err := h.Session(ctx, token); err != nil || !actor.Leads(h.Units["NV3"].ID) || len(actor.Heads) != 1 {
		t.Fatalf("the new post does not hold: %v, %v", actor, err)
	}
	if err := h.CloseAccount(ctx, h.admin, id, true); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Session(ctx, token); thidua.KindOf(err) != thidua.SignIn {
		t.Fatalf("a closed account still works: %v", err)
	}
}

func TestAnAdministratorHasNoSeat(t *testing.T) {
	h, ctx := openHouse(t), context.Background()
	_, _, err := h.AddAccount(ctx, h.admin, agency.NewAccount{UserName: "lvdung", Person: h.People["Lý Văn Dũng"].ID, Roles: []thidua.Role{thidua.RoleAdmin}, Password: secret})
	if codeOf(err) != thidua.CodeGrantSeat {
		t.Errorf("a member of the council became administrator: %v", err)
	}
	id := h.account(t, "dddat", "Đỗ Đức Đạt", thidua.RoleAdmin)
	_, actor := h.enter(t, "dddat")
	if err := h.GrantRole(ctx, actor, thidua.Grant{Account: id, Role: thidua.RoleOffice}); codeOf(err) != thidua.CodeGrantOwn {
		t.Errorf("an administrator gave himself a role: %v", err)
	}
	card, err := h.Account(ctx, actor, id)
	if err != nil {
		t.Fatal(err)
	}
	if err := h.EndGrant(ctx, actor, id, card.Grants[0].ID); codeOf(err) != thidua.CodeLastAdmin {
		t.Errorf("the last administrator could go: %v", err)
	}
	if err := h.CloseAccount(ctx, actor, id, true); codeOf(err) != thidua.CodeLastAdmin {
		t.Errorf("the last administrator could be closed: %v", err)
	}
	if _, err := h.Account(ctx, actor, id); err != nil {
		t.Error(err)
	}
}

func TestSessionsEndByTimeAndBySigningOut(t *testing.T) {
	h, ctx := openHouse(t), context.Background()
	h.account(t, "dddat", "Đỗ Đức Đạt", thidua.RoleAdmin)
	h.account(t, "lvdung", "Lý Văn Dũng")
	boss, _ := h.enter(t, "dddat")
	head, _ := h.enter(t, "lvdung")
	h.clock.Add(auth.IdleAdmin)
	if _, err := h.Session(ctx, boss); codeOf(err) != agency.CodeSessionEnded {
		t.Errorf("an administrator idle for five minutes: %v", err)
	}
	if _, err := h.Session(ctx, head); err != nil {
		t.Errorf("a head idle for five minutes: %v", err)
	}
	for range 80 {
		h.clock.Add(9 * time.Minute)
		if _, err := h.Session(ctx, head); err != nil {
			break
		}
	}
	if _, err := h.Session(ctx, head); codeOf(err) != agency.CodeSessionEnded {
		t.Errorf("after twelve hours of work: %v", err)
	}
	head, _ = h.enter(t, "lvdung")
	if err := h.SignOut(ctx, head); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Session(ctx, head); codeOf(err) != agency.CodeSessionEnded {
		t.Errorf("after signing out: %v", err)
	}
	if err := h.SignOut(ctx, head); err != nil || len(h.events(t, thidua.SignedOut)) != 1 {
		t.Errorf("signing out twice: %v, %d events", err, len(h.events(t, thidua.SignedOut)))
	}
}

func TestWrongTriesLockTheNameForAWhileAndTellNothing(t *testing.T) {
	h, ctx := openHouse(t), context.Background()
	h.account(t, "lvdung", "Lý Văn Dũng")
	for _, user := range []string{"lvdung", "khong-co"} {
		for n := range 7 {
			_, _, err := h.SignIn(ctx, user, "sai rồi", "10.0.0.9")
			want := agency.CodeSignInWrong
			if n >= auth.AccountPolicy.Free {
				want = agency.CodeAccountLocked
			}
			if codeOf(err) != want || thidua.KindOf(err) != thidua.SignIn {
				t.Errorf("%s, wrong try %d: %v, want %s", user, n+1, err, want)
			}
		}
	}
	if _, _, err := h.SignIn(ctx, "lvdung", secret, "10.0.0.9"); codeOf(err) != agency.CodeAccountLocked {
		t.Errorf("the right password while locked: %v", err)
	}
	h.clock.Add(auth.AccountPolicy.First)
	h.enter(t, "LVDUNG")
	if got := len(h.events(t, thidua.SignInRefused)); got != auth.AccountPolicy.Free {
		t.Errorf("%d refused sign-ins stand in the log, want %d", got, auth.AccountPolicy.Free)
	}
}

func TestManyRightSignInsFromOneAddressLockNobody(t *testing.T) {
	h := openHouse(t)
	h.account(t, "lvdung", "Lý Văn Dũng")
	for range auth.PeerPolicy.Free + 2 {
		h.enter(t, "lvdung")
	}
}

func TestAPasswordIsChangedAndOtherSessionsEnd(t *testing.T) {
	h, ctx := openHouse(t), context.Background()
	id, first, err := h.AddAccount(ctx, h.admin, agency.NewAccount{UserName: "lvdung", Person: h.People["Lý Văn Dũng"].ID})
	if err != nil {
		t.Fatal(err)
	}
	token, actor, err := h.SignIn(ctx, "lvdung", first, "")
	if err != nil || !actor.MustChange {
		t.Fatalf("the first sign-in: must change %v, %v", actor.MustChange, err)
	}
	other, _, err := h.SignIn(ctx, "lvdung", first, "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.ChangePassword(ctx, actor, token, "không phải", secret); codeOf(err) != agency.CodePasswordWrong {
		t.Errorf("a wrong present password: %v", err)
	}
	if _, err := h.ChangePassword(ctx, actor, token, first, "ngắn"); codeOf(err) != auth.CodePasswordShort {
		t.Errorf("a short password: %v", err)
	}
	old := token
	if token, err = h.ChangePassword(ctx, actor, old, first, secret); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Session(ctx, old); codeOf(err) != agency.CodeSessionEnded {
		t.Errorf("the token from before the change: %v", err)
	}
	if actor, err := h.Session(ctx, token); err != nil || actor.MustChange {
		t.Errorf("the session that changed it: %v, %v", actor.MustChange, err)
	}
	if _, err := h.Session(ctx, other); codeOf(err) != agency.CodeSessionEnded {
		t.Errorf("another session: %v", err)
	}
	_, reset, err := h.ResetPassword(ctx, h.admin, id)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := h.Session(ctx, token); codeOf(err) != agency.CodeSessionEnded {
		t.Errorf("after the reset: %v", err)
	}
	if _, actor, err := h.SignIn(ctx, "lvdung", reset, ""); err != nil || !actor.MustChange {
		t.Errorf("with the new password: %v, %v", actor.MustChange, err)
	}
}

// operator is who stands at the machine.
func operator(tenant string) thidua.Actor {
	return thidua.Actor{Tenant: tenant, Account: "operator", Name: "Người vận hành", Roles: []thidua.Role{thidua.RoleAdmin}}
}
