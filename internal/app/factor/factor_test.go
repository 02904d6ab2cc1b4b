package factor_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/account"
	"thidua/internal/app/agency"
	"thidua/internal/app/factor"
	"thidua/internal/auth"
	"thidua/internal/auth/totp"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

const secret = "ruộng bậc thang mùa lúa"

var bg = context.Background()

// house is an agency whose people may have a second factor, on a real clock that can be set.
type house struct {
	*testkit.Season
	core  *app.App
	desk  *factor.Desk
	clock *testkit.Clock
	admin thidua.Actor
}

func openHouse(t *testing.T, required bool) *house {
	t.Helper()
	clock := testkit.NewClock("2025-01-14")
	s := testkit.OpenSeason(t, func(c *store.Config) { c.Wall, c.Clock = clock.Now, clock.Now })
	core := app.New(s.DB)
	return &house{s, core, factor.Over(core, totp.NewKey(), required), clock,
		thidua.Actor{Tenant: s.Tenant, Account: "operator", Name: "Người vận hành", Roles: []thidua.Role{thidua.RoleAdmin}}}
}

func (h *house) account(t *testing.T, user, person string, roles ...thidua.Role) string {
	t.Helper()
	id, _, err := h.core.AddAccount(bg, h.admin, agency.NewAccount{UserName: user, Person: h.People[person].ID, Roles: roles, Password: secret})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// enter signs in with a code, or without one.
func (h *house) enter(t *testing.T, user, code string) (string, thidua.Actor) {
	t.Helper()
	token, actor, err := h.core.SignInWith(bg, user, secret, code, "10.0.0.7")
	if err != nil {
		t.Fatalf("sign in as %s: %v", user, err)
	}
	return token, actor
}

// enrol sets up a factor and gives its secret, the recovery codes and the new session.
func (h *house) enrol(t *testing.T, token string, actor thidua.Actor) (key []byte, codes []string, fresh string) {
	t.Helper()
	if err := h.desk.Begin(bg, actor, factor.Proof{}); err != nil {
		t.Fatal(err)
	}
	v, err := h.desk.Mine(bg, actor)
	if err != nil {
		t.Fatal(err)
	}
	if key, err = totp.Parse(v.Secret); err != nil {
		t.Fatal(err)
	}
	codes, fresh, err = h.desk.Confirm(bg, actor, token, factor.Proof{Password: secret, Code: h.code(key)})
	if err != nil {
		t.Fatal(err)
	}
	return key, codes, fresh
}

// code is what the telephone shows now.
func (h *house) code(key []byte) string { return totp.Code(key, totp.Step(h.DB.Wall())) }

func (h *house) later(d time.Duration) { h.clock.Set(h.clock.Now().Add(d)) }

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

func (h *house) events(t *testing.T, verb thidua.Action) int {
	t.Helper()
	n := 0
	err := h.DB.Read(bg, h.Tenant, func(tx *store.Tx) error {
		rows, err := tx.Events(store.EventFilter{Verb: string(verb)})
		n = len(rows)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestCase45ANewSessionAfterTheSecondFactor: whoever held a session from before the factor counts holds nothing.
func TestCase45ANewSessionAfterTheSecondFactor(t *testing.T) {
	h := openHouse(t, true)
	h.account(t, "lvdung", "Lý Văn Dũng")
	before, actor := h.enter(t, "lvdung", "")
	other, _ := h.enter(t, "lvdung", "")
	if !actor.MustFactor {
		t.Fatal("a head need not set up a factor where it is required")
	}
	key, _, fresh := h.enrol(t, before, actor)
	for name, old := range map[string]string{"the session that set it up": before, "another session": other} {
		if _, err := h.core.Session(bg, old); codeOf(err) != agency.CodeSessionEnded {
			t.Errorf("%s: %v", name, err)
		}
	}
	now, err := h.core.Session(bg, fresh)
	if err != nil || now.MustFactor || now.Account != actor.Account {
		t.Errorf("the new session: %+v, %v", now, err)
	}
	h.later(totp.Period)
	again, _ := h.enter(t, "lvdung", h.code(key))
	if again == fresh {
		t.Error("two sessions have one token")
	}
}

func TestTheRightPasswordAloneOpensNothingAndTellsNothing(t *testing.T) {
	h := openHouse(t, false)
	h.account(t, "lvdung", "Lý Văn Dũng")
	token, actor := h.enter(t, "lvdung", "")
	key, _, _ := h.enrol(t, token, actor)
	h.later(totp.Period)
	good := h.code(key)
	for name, try := range map[string][2]string{
		"no code": {secret, ""}, "a wrong code": {secret, "000000"}, "a code of yesterday": {secret, totp.Code(key, totp.Step(h.DB.Wall())-2880)},
		"a wrong password with the right code": {"sai", good},
	} {
		token, _, err := h.core.SignInWith(bg, "lvdung", try[0], try[1], "10.0.0.7")
		if token != "" || codeOf(err) != agency.CodeSignInWrong || thidua.KindOf(err) != thidua.SignIn {
			t.Errorf("%s: %v", name, err)
		}
	}
	if n := h.events(t, thidua.FactorWrong); n != 3 {
		t.Errorf("%d events of a wrong code, want 3", n)
	}
	h.enter(t, "lvdung", good[:3]+" "+good[3:])
	if _, _, err := h.core.SignInWith(bg, "lvdung", secret, good, ""); codeOf(err) != agency.CodeSignInWrong {
		t.Errorf("the same code again: %v", err)
	}
	if _, _, err := h.core.SignInWith(bg, "lvdung", secret, totp.Code(key, totp.Step(h.DB.Wall())-1), ""); codeOf(err) != agency.CodeSignInWrong {
		t.Errorf("an older code after a newer one: %v", err)
	}
}

// TestCase49WrongCodesLock: a sixth try waits, whichever of password and code was wrong, and time opens again.
func TestCase49WrongCodesLock(t *testing.T) {
	h := openHouse(t, false)
	h.account(t, "lvdung", "Lý Văn Dũng")
	token, actor := h.enter(t, "lvdung", "")
	key, _, fresh := h.enrol(t, token, actor)
	for range auth.AccountPolicy.Free {
		if _, _, err := h.core.SignInWith(bg, "lvdung", secret, "000000", ""); codeOf(err) != agency.CodeSignInWrong {
			t.Fatal(err)
		}
	}
	if _, _, err := h.core.SignInWith(bg, "lvdung", secret, h.code(key), ""); codeOf(err) != agency.CodeAccountLocked {
		t.Errorf("the right code after five wrong ones: %v", err)
	}
	if _, err := h.desk.NewCodes(bg, actor, factor.Proof{Password: secret, Code: h.code(key)}); codeOf(err) != agency.CodeAccountLocked {
		t.Errorf("and inside a session: %v", err)
	}
	h.later(2 * time.Minute)
	if _, err := h.core.Session(bg, fresh); err != nil {
		t.Errorf("the owner's session: %v", err)
	}
	h.enter(t, "lvdung", h.code(key))
}

// TestACodeIsTakenOnce has fifty use the same step at the same moment.
func TestACodeIsTakenOnce(t *testing.T) {
	h := openHouse(t, false)
	id := h.account(t, "lvdung", "Lý Văn Dũng")
	token, actor := h.enter(t, "lvdung", "")
	_, codes, _ := h.enrol(t, token, actor)
	step := totp.Step(h.DB.Wall()) + 1
	hash, _ := totp.HashRecovery(codes[0])
	for name, take := range map[string]func(tx *store.Tx) error{
		"the code of a step": func(tx *store.Tx) error { return tx.UseFactorStep(id, step) },
		"a recovery code":    func(tx *store.Tx) error { return tx.UseRecoveryCode(id, hash) },
	} {
		var wg sync.WaitGroup
		var good, refused atomic.Int32
		for range 50 {
			wg.Go(func() {
				err := h.DB.Write(bg, &store.Act{Tenant: h.Tenant, Actor: "account:" + id, Verb: string(thidua.SignedIn)}, take)
				switch {
				case err == nil:
					good.Add(1)
				case thidua.KindOf(err) == thidua.NotFound:
					refused.Add(1)
				default:
					t.Error(err)
				}
			})
		}
		wg.Wait()
		if good.Load() != 1 || refused.Load() != 49 {
			t.Errorf("%s: taken %d times, refused %d times", name, good.Load(), refused.Load())
		}
	}
}

func TestARecoveryCodeOpensOnce(t *testing.T) {
	h := openHouse(t, false)
	h.account(t, "lvdung", "Lý Văn Dũng")
	token, actor := h.enter(t, "lvdung", "")
	_, codes, _ := h.enrol(t, token, actor)
	h.enter(t, "lvdung", strings.ToLower(codes[3]))
	if _, _, err := h.core.SignInWith(bg, "lvdung", secret, codes[3], ""); codeOf(err) != agency.CodeSignInWrong {
		t.Errorf("twice: %v", err)
	}
	v, err := h.desk.Mine(bg, actor)
	if err != nil || v.Codes != 9 || h.events(t, thidua.RecoveryUsed) != 1 {
		t.Errorf("%d codes are left, %v", v.Codes, err)
	}
	fresh, err := h.desk.NewCodes(bg, actor, factor.Proof{Password: secret, Code: codes[4]})
	if err != nil || len(fresh) != totp.RecoveryCodes {
		t.Fatal(err)
	}
	if _, _, err := h.core.SignInWith(bg, "lvdung", secret, codes[5], ""); codeOf(err) != agency.CodeSignInWrong {
		t.Errorf("a code of before: %v", err)
	}
	h.enter(t, "lvdung", fresh[0])
}

func TestChangingAFactorAsksForPasswordAndCode(t *testing.T) {
	h := openHouse(t, true)
	h.account(t, "lvdung", "Lý Văn Dũng")
	token, actor := h.enter(t, "lvdung", "")
	key, codes, fresh := h.enrol(t, token, actor)
	h.later(totp.Period)
	for name, p := range map[string]factor.Proof{"nothing": {}, "no password": {Code: h.code(key)}, "no code": {Password: secret}} {
		if err := h.desk.Begin(bg, actor, p); thidua.KindOf(err) != thidua.Invalid {
			t.Errorf("another telephone with %s: %v", name, err)
		}
	}
	if _, err := h.desk.Remove(bg, actor, fresh, factor.Proof{Password: secret, Code: "000000"}); codeOf(err) != factor.CodeWrong {
		t.Errorf("removed with a wrong code: %v", err)
	}
	if err := h.desk.Begin(bg, actor, factor.Proof{Password: secret, Code: h.code(key)}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := h.core.SignInWith(bg, "lvdung", secret, codes[0], ""); err != nil {
		t.Errorf("the old factor counts until the new one is confirmed: %v", err)
	}
	h.later(31 * time.Minute)
	if _, _, err := h.desk.Confirm(bg, actor, fresh, factor.Proof{Password: secret, Code: "000000"}); codeOf(err) != factor.CodeNotBegun {
		t.Errorf("a set-up after half an hour: %v", err)
	}
	last, _ := h.enter(t, "lvdung", h.code(key))
	last, err := h.desk.Remove(bg, actor, last, factor.Proof{Password: secret, Code: codes[1]})
	if err != nil {
		t.Fatal(err)
	}
	if now, err := h.core.Session(bg, last); err != nil || !now.MustFactor {
		t.Errorf("without a factor, where one is required: %+v, %v", now, err)
	}
	if h.events(t, thidua.FactorRemoved) != 1 || h.events(t, thidua.FactorSet) != 1 {
		t.Error("an event is missing")
	}
}

func TestAnAdministratorResetsAnothersFactorNeverHisOwn(t *testing.T) {
	h := openHouse(t, true)
	id := h.account(t, "lvdung", "Lý Văn Dũng")
	own := h.account(t, "quantri", "Đỗ Đức Đạt", thidua.RoleAdmin)
	token, actor := h.enter(t, "lvdung", "")
	_, codes, fresh := h.enrol(t, token, actor)
	_, admin := h.enter(t, "quantri", "")
	if err := h.desk.Reset(bg, admin, own, "tự làm"); codeOf(err) != factor.CodeOwn {
		t.Errorf("his own: %v", err)
	}
	if err := h.desk.Reset(bg, actor, own, "gặp trực tiếp"); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("by a head: %v", err)
	}
	if err := h.desk.Reset(bg, admin, id, " "); codeOf(err) != factor.CodeHow {
		t.Errorf("without a reason: %v", err)
	}
	if err := h.desk.Reset(bg, admin, id, "gặp trực tiếp"); err != nil {
		t.Fatal(err)
	}
	if _, err := h.core.Session(bg, fresh); codeOf(err) != agency.CodeSessionEnded {
		t.Errorf("a session after the reset: %v", err)
	}
	_, now := h.enter(t, "lvdung", codes[0]) // a code where none is asked for harms nothing
	v, err := h.desk.Mine(bg, now)
	if err != nil || v.Reset.IsZero() || v.Codes != 0 || !v.On.IsZero() || !now.MustFactor {
		t.Errorf("what the person is told: %+v, %v", v, err)
	}
	if h.events(t, thidua.FactorReset) != 1 {
		t.Error("no event of the reset")
	}
}

// TestALinkToAPasswordKeepsTheSecondFactor: whoever chooses a password by a code of the administrator is asked for the second factor as before.
func TestALinkToAPasswordKeepsTheSecondFactor(t *testing.T) {
	h := openHouse(t, true)
	id := h.account(t, "lvdung", "Lý Văn Dũng")
	token, actor := h.enter(t, "lvdung", "")
	key, codes, _ := h.enrol(t, token, actor)
	slip, err := account.Over(h.core).Invite(bg, h.admin, id)
	if err != nil {
		t.Fatal(err)
	}
	const chosen = "con suối chảy qua bản nhỏ"
	if err := account.Over(h.core).Choose(bg, slip.Code, chosen, "10.0.0.7"); err != nil {
		t.Fatal(err)
	}
	if _, _, err := h.core.SignInWith(bg, "lvdung", chosen, "", "10.0.0.7"); codeOf(err) != agency.CodeSignInWrong {
		t.Errorf("the new password alone: %v", err)
	}
	h.later(totp.Period)
	for _, code := range []string{h.code(key), codes[0]} {
		if _, now, err := h.core.SignInWith(bg, "lvdung", chosen, code, "10.0.0.7"); err != nil || now.MustFactor {
			t.Errorf("the new password with a code: %+v, %v", now, err)
		}
	}
}

func TestASecretIsNothingWithoutTheKeyOfTheInstallation(t *testing.T) {
	h := openHouse(t, false)
	id := h.account(t, "lvdung", "Lý Văn Dũng")
	token, actor := h.enter(t, "lvdung", "")
	key, codes, _ := h.enrol(t, token, actor)
	var f store.Factor
	if err := h.DB.Read(bg, h.Tenant, func(tx *store.Tx) (err error) { f, err = tx.Factor(id); return err }); err != nil {
		t.Fatal(err)
	}
	if text := strings.ReplaceAll(totp.Text(key), " ", ""); strings.Contains(f.Secret, text) || f.Secret == "" {
		t.Error("the secret stands readable in the database")
	}
	h.later(totp.Period)
	factor.Over(h.core, totp.NewKey(), false) // the key file was lost
	if _, _, err := h.core.SignInWith(bg, "lvdung", secret, h.code(key), ""); !errors.Is(err, totp.ErrSealed) {
		t.Errorf("with another key: %v", err)
	}
	h.enter(t, "lvdung", codes[0])
}
