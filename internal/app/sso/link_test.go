package sso_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/app/factor"
	"thidua/internal/app/sso"
	"thidua/internal/auth/oidc"
	"thidua/internal/auth/totp"
	"thidua/internal/store"
	"thidua/internal/testkit/identity"
)

// events gives the events of a verb on the linked account.
func (h *house) events(t *testing.T, verb thidua.Action) (out []store.EventRow) {
	t.Helper()
	must(t, h.DB.Read(bg, h.Tenant, func(tx *store.Tx) (err error) {
		out, err = tx.Events(store.EventFilter{Verb: string(verb)})
		return err
	}))
	return out
}

func TestCase51OnlyALinkOfAnAdministratorLeadsToAnAccount(t *testing.T) {
	h := open(t)
	for who, claims := range map[string]map[string]any{
		"someone-else": {"email": "lvdung@laocai.gov.vn", "email_verified": true, "preferred_username": "lvdung", "name": "Lý Văn Dũng"},
		"dung-01":      {}, "lvdung": {}, "Dung-01\u200b": {}, "Ｄung-01": {},
	} {
		h.Enter(who, func(t *identity.Token) {
			for name, value := range claims {
				t.Claims[name] = value
			}
		})
		_, err := h.enter(t)
		var r *sso.Refusal
		if codeOf(err) != sso.CodeUnknown || !errors.As(err, &r) || r.Subject != who || strings.Contains(err.Error(), who) {
			t.Errorf("as %s: %v", who, err)
		}
	}
	if err := h.desk.SaveLink(bg, thidua.Actor{Tenant: h.Tenant, Account: h.id}, h.id, "Dung-01", "own-link"); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("somebody linked himself: %v", err)
	}
	for _, bad := range []string{"có dấu", "two words", strings.Repeat("x", 256), "tab\tin"} {
		h.refused(t, h.desk.SaveLink(bg, h.admin, h.id, "Dung-01", bad), sso.CodeSubjectWrong, bad)
	}
}

func TestCase51ASubjectIsOneAccountOfAllAgencies(t *testing.T) {
	h := open(t)
	next, err := h.core.FoundAgency(bg, h.admin, thidua.Agency{Name: "Thanh tra tỉnh Mẫu", Kind: thidua.AgencyOrdinary, Parent: "UBND tỉnh Mẫu", Place: "Mẫu", Symbol: "TT",
		LeaderTitle: "Chánh Thanh tra"})
	must(t, err)
	admin := thidua.Actor{Tenant: next.ID, Account: "operator", Roles: []thidua.Role{thidua.RoleAdmin}}
	id, _, err := h.core.AddAccount(bg, admin, agency.NewAccount{UserName: "lvdung", Password: secret})
	must(t, err)
	h.refused(t, h.desk.SaveLink(bg, admin, id, "", "Dung-01"), sso.CodeSubjectTaken, "the subject of an account of another agency")
	must(t, h.desk.SaveLink(bg, admin, id, "", "dung-01"))
	h.Enter("dung-01", nil)
	e, err := h.enter(t)
	must(t, err)
	if actor, err := h.core.Session(bg, e.Token); err != nil || actor.Account != id || actor.Tenant != next.ID {
		t.Errorf("the session is of %+v: %v", actor, err)
	}
}

func TestAChangedLinkEndsWhatItOpened(t *testing.T) {
	h := open(t)
	h.Enter("Dung-01", nil)
	e, err := h.enter(t)
	must(t, err)
	must(t, h.desk.SaveLink(bg, h.admin, h.id, "Dung-01", "Dung-01"))
	if _, err := h.core.Session(bg, e.Token); err != nil {
		t.Errorf("the same link once more ended the session: %v", err)
	}
	must(t, h.desk.SaveLink(bg, h.admin, h.id, "Dung-01", ""))
	if _, err := h.core.Session(bg, e.Token); codeOf(err) != agency.CodeSessionEnded {
		t.Errorf("the session outlives its link: %v", err)
	}
	_, err = h.enter(t)
	h.refused(t, err, sso.CodeUnknown, "after the link is gone")
	if l, err := h.desk.LinkOf(bg, h.admin, h.id); err != nil || l.Subject != "" || l.Issuer != h.Issuer {
		t.Errorf("the link is %+v: %v", l, err)
	}
	all := h.events(t, thidua.SubjectLinked)
	if len(all) != 3 || !strings.Contains(all[0].Detail.Before+all[2].Detail.Before, "Dung-01") {
		t.Errorf("%d events: %+v", len(all), all)
	}
}

// TestOfTwoWhoChangeALinkTheSecondIsTold has two administrators read a link and change it: the second changes nothing, whatever each meant to do.
func TestOfTwoWhoChangeALinkTheSecondIsTold(t *testing.T) {
	h := open(t)
	h.Enter("Dung-02", nil)
	for _, two := range []struct{ was, first, second string }{{"Dung-01", "Dung-02", ""}, {"Dung-02", "", "Dung-03"}, {"", "Dung-02", "Dung-03"}, {"Dung-02", "Dung-03", "Dung-02"}, {"Dung-03", "Dung-02", "Dung-03"}} {
		must(t, h.desk.SaveLink(bg, h.admin, h.id, two.was, two.first))
		events := len(h.events(t, thidua.SubjectLinked))
		h.refused(t, h.desk.SaveLink(bg, h.admin, h.id, two.was, two.second), store.CodeStale, "from "+two.was+" to "+two.second)
		if l, err := h.desk.LinkOf(bg, h.admin, h.id); err != nil || l.Subject != two.first || len(h.events(t, thidua.SubjectLinked)) != events {
			t.Errorf("after the second the link is %+v: %v", l, err)
		}
	}
	e, err := h.enter(t)
	must(t, err)
	h.refused(t, h.desk.SaveLink(bg, h.admin, h.id, "", ""), store.CodeStale, "by who read no link")
	if _, err := h.core.Session(bg, e.Token); err != nil {
		t.Errorf("who came too late ended a session: %v", err)
	}
}

// TestKeysThatCannotBeFetchedAreTheProvidersFault has a provider answer everything but its keys, which refuses nobody: it is down.
func TestKeysThatCannotBeFetchedAreTheProvidersFault(t *testing.T) {
	h := open(t)
	h.Enter("Dung-01", nil)
	h.LockKeys(true)
	_, err := h.enter(t)
	h.refused(t, err, sso.CodeDown, "without keys")
	if thidua.KindOf(err) != thidua.Unavailable || !strings.Contains(err.Error(), "502") {
		t.Errorf("without keys: %v", err)
	}
	h.LockKeys(false)
	h.Enter("Dung-01", identity.AnotherKey)
	_, err = h.enter(t)
	h.refused(t, err, sso.CodeRefused, "a token of another signer, while the keys are there")
	h.Enter("Dung-01", nil)
	_, err = h.enter(t)
	must(t, err)
	h.LockKeys(true)
	_, err = h.enter(t)
	must(t, err) // a key that is known is not fetched again
}

func TestAClosedAccountStaysClosedToTheProvider(t *testing.T) {
	h := open(t)
	h.Enter("Dung-01", nil)
	must(t, h.core.CloseAccount(bg, h.admin, h.id, true))
	_, err := h.enter(t)
	h.refused(t, err, sso.CodeUnknown, "a closed account")
	if all := h.events(t, thidua.SignInRefused); len(all) != 1 || all[0].Object != "account:"+h.id || all[0].Detail.Reason == "" {
		t.Errorf("the log tells %+v", all)
	}
	must(t, h.core.CloseAccount(bg, h.admin, h.id, false))
	_, err = h.enter(t)
	must(t, err)
}

func TestTheSecondFactorIsAskedForAfterTheProvider(t *testing.T) {
	h := open(t)
	token, actor, err := h.core.SignIn(bg, "lvdung", secret, here)
	must(t, err)
	must(t, h.second.Begin(bg, actor, factor.Proof{}))
	v, err := h.second.Mine(bg, actor)
	must(t, err)
	key, err := totp.Parse(v.Secret)
	must(t, err)
	code := func() string { return totp.Code(key, totp.Step(h.clock.Now())) }
	_, _, err = h.second.Confirm(bg, actor, token, factor.Proof{Password: secret, Code: code()})
	must(t, err)
	h.clock.Add(time.Minute)
	h.Enter("Dung-01", func(t *identity.Token) { t.Claims["amr"], t.Claims["acr"] = []string{"mfa", "otp"}, "high" })
	e, err := h.enter(t)
	if err != nil || e.Token != "" || e.Step == "" {
		t.Fatalf("%+v, %v; want a step that asks for the code", e, err)
	}
	for _, wrong := range []string{"", "000000"} {
		_, err = h.desk.Confirm(bg, e.Step, wrong, here)
		h.refused(t, err, sso.CodeCodeWrong, "the code "+wrong)
	}
	_, err = h.desk.Return(bg, e.Step, oidc.Answer{State: oidc.KeysOf(e.Step).State, Code: "x", Issuer: h.Issuer}, here)
	h.refused(t, err, sso.CodeStepOver, "a step that waits for a code, as one that waits for the provider")
	was := "Dung-01"
	for _, other := range []string{"Dung-02", "", "Dung-01"} {
		must(t, h.desk.SaveLink(bg, h.admin, h.id, was, other))
		was = other
		_, err = h.desk.Confirm(bg, e.Step, code(), here)
		h.refused(t, err, sso.CodeStepOver, "a step whose link was changed meanwhile to "+other)
	}
	e, err = h.enter(t)
	must(t, err)
	done, err := h.desk.Confirm(bg, e.Step, code(), here)
	if err != nil || done.Token == "" || done.Next != "/viec-cua-toi" {
		t.Fatalf("%+v, %v", done, err)
	}
	h.clock.Add(time.Minute)
	_, err = h.desk.Confirm(bg, e.Step, code(), here)
	h.refused(t, err, sso.CodeStepOver, "a step that was used")
}

func TestAProviderThatIsDownIsAskedAgainLater(t *testing.T) {
	h := open(t)
	h.Enter("Dung-01", nil)
	h.Silence(true)
	for range 5 {
		_, _, err := h.desk.Begin(act.From(bg, here), "/", here)
		h.refused(t, err, sso.CodeDown, "while the provider is down")
	}
	_, _, err := h.core.SignIn(bg, "lvdung", secret, here)
	must(t, err) // the local way in stays
	h.Silence(false)
	_, _, err = h.desk.Begin(bg, "/", here)
	h.refused(t, err, sso.CodeDown, "a moment after a failure")
	if n := h.Asked.Load(); n != 1 {
		t.Errorf("the provider was asked %d times within the moment", n)
	}
	h.clock.Add(time.Minute)
	_, err = h.enter(t)
	must(t, err)
}

func TestCase41TheProviderIsAskedOnNamedHostsAlone(t *testing.T) {
	h := open(t)
	aside := identity.Start(t, h.clock.Now)
	aside.Scatter(strings.Replace(aside.Issuer, "127.0.0.1", "localhost", 1))
	_, _, err := h.instance(h.core, oidc.Settings{Issuer: aside.Issuer}).Begin(bg, "/", here)
	if codeOf(err) != sso.CodeDown || !strings.Contains(err.Error(), "--oidc-hosts") {
		t.Errorf("endpoints on a host that nobody named: %v", err)
	}
	named := strings.TrimPrefix(strings.Replace(aside.Issuer, "127.0.0.1", "localhost", 1), "http://")
	_, _, err = h.instance(h.core, oidc.Settings{Issuer: aside.Issuer, Hosts: []string{named}}).Begin(bg, "/", here)
	must(t, err)
	for address, good := range map[string]bool{"https://sso.example": true, "https://sso.example/realms/tinh": true, "http://127.0.0.1:8080": true, "http://localhost": true,
		"http://sso.example": false, "ftp://sso.example": false, "https://": false, "https://a@sso.example": false, "https://sso.example?x=1": false, "file:///etc/passwd": false, "": false} {
		if oidc.Good(address) != good {
			t.Errorf("%q is taken for a provider: %v", address, !good)
		}
	}
}

func TestAProviderCannotDescribeItselfAsAnother(t *testing.T) {
	h := open(t)
	h.Issuer = "https://sso.example"
	_, _, err := h.desk.Begin(bg, "/", here)
	if codeOf(err) != sso.CodeDown || !strings.Contains(err.Error(), "did not match") {
		t.Errorf("a provider that names another: %v", err)
	}
}

func TestBegunSignInsAreBounded(t *testing.T) {
	h := open(t)
	h.Enter("Dung-01", nil)
	var last error
	n := 0
	for ; n < 200 && last == nil; n++ {
		_, _, last = h.desk.Begin(bg, "/", here)
	}
	h.refused(t, last, sso.CodeOften, "without end")
	if n < 50 {
		t.Errorf("after %d already: a province sits behind one address", n)
	}
	_, _, err := h.desk.Begin(bg, "/", "10.9.9.9")
	must(t, err)
}
