package account_test

import (
	"context"
	"encoding/json"
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
	"thidua/internal/auth"
	"thidua/internal/mail"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

var bg = context.Background()

const secret, other, here = "ruộng bậc thang mùa lúa", "con suối chảy qua bản nhỏ", "10.0.0.7"

// house is an agency with a head of a unit who has an account, on clocks that are moved by hand.
type house struct {
	*testkit.Season
	*account.Desk
	app   *app.App
	clock *testkit.Clock
	admin thidua.Actor
	id    string
}

func open(t *testing.T) *house {
	t.Helper()
	clock := testkit.NewClock("2025-01-14")
	s := testkit.OpenSeason(t, func(c *store.Config) { c.Wall, c.Clock = clock.Now, clock.Now })
	core := app.New(s.DB)
	h := &house{Season: s, Desk: account.Over(core).WithMail("https://thidua.example"), app: core, clock: clock}
	h.admin = thidua.Actor{Tenant: s.Tenant, Account: "operator", Name: "Người vận hành", Roles: []thidua.Role{thidua.RoleAdmin}}
	id, _, err := core.AddAccount(bg, h.admin, agency.NewAccount{UserName: "lvdung", Person: s.People["Lý Văn Dũng"].ID, Password: secret})
	if err != nil {
		t.Fatal(err)
	}
	h.id = id
	return h
}

func (h *house) enter(t *testing.T, user, password string) (string, thidua.Actor) {
	t.Helper()
	token, actor, err := h.app.SignIn(bg, user, password, here)
	if err != nil {
		t.Fatalf("sign in as %s: %v", user, err)
	}
	return token, actor
}

func (h *house) dead(t *testing.T, token, why string) {
	t.Helper()
	if _, err := h.app.Session(bg, token); codeOf(err) != agency.CodeSessionEnded {
		t.Errorf("%s: the session lives: %v", why, err)
	}
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

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestCase48ACodeChoosesAPasswordOnce lets a hundred requests use one code at once; one of them sets the password.
func TestCase48ACodeChoosesAPasswordOnce(t *testing.T) {
	h := open(t)
	token, _ := h.enter(t, "lvdung", secret)
	slip, err := h.Invite(bg, h.admin, h.id)
	must(t, err)
	var done atomic.Int64
	var wg sync.WaitGroup
	for range 100 {
		wg.Go(func() {
			switch err := h.Choose(bg, strings.ToUpper(slip.Code), other, ""); {
			case err == nil:
				done.Add(1)
			case codeOf(err) != account.CodeLinkOver && codeOf(err) != agency.CodeAccountLocked:
				t.Errorf("refused with %v", err)
			}
		})
	}
	wg.Wait()
	if done.Load() != 1 {
		t.Errorf("the code was used %d times", done.Load())
	}
	h.dead(t, token, "after the password was chosen")
	h.enter(t, "lvdung", other)
}

func TestCase48ACodeDies(t *testing.T) {
	h := open(t)
	for why, kill := range map[string]func(){
		"after its time":              func() { h.clock.Add(account.InviteLife) },
		"after a later code":          func() { _, err := h.Invite(bg, h.admin, h.id); must(t, err) },
		"after a reset":               func() { _, _, err := h.app.ResetPassword(bg, h.admin, h.id); must(t, err) },
		"after signing out of it all": func() { must(t, h.EndEverywhere(bg, thidua.Actor{Tenant: h.Tenant, Account: h.id, Name: "x"}, secret)) },
		"of a closed account":         func() { must(t, h.app.CloseAccount(bg, h.admin, h.id, true)) },
	} {
		must(t, h.app.CloseAccount(bg, h.admin, h.id, false))
		known, err := h.Invite(bg, h.admin, h.id)
		must(t, err)
		must(t, h.Choose(bg, known.Code, secret, here))
		slip, err := h.Invite(bg, h.admin, h.id)
		must(t, err)
		kill()
		if err := h.Choose(bg, slip.Code, other, here); codeOf(err) != account.CodeLinkOver {
			t.Errorf("a code %s: %v", why, err)
		}
	}
}

// TestCase48LettersAreFewAndLeadHome asks for a link again and again, for a name that there is and one that there is not.
func TestCase48LettersAreFewAndLeadHome(t *testing.T) {
	h := open(t)
	_, owner := h.enter(t, "lvdung", secret)
	must(t, h.DB.Write(bg, &store.Act{Tenant: h.Tenant, Actor: "account:" + owner.Account, Verb: string(thidua.ContactSaved)}, func(tx *store.Tx) error {
		return tx.SaveContact(thidua.Contact{Account: owner.Account, Address: "lvdung@laocai.gov.vn", Choice: thidua.MailNone})
	}))
	var sent []mail.Letter
	handle := h.Deliver(func(_ context.Context, l mail.Letter) error { sent = append(sent, l); return nil })
	for range 9 {
		for _, name := range []string{"lvdung", "khong-co"} {
			must(t, h.Ask(bg, name, "10.0.0."+name))
			body, err := json.Marshal(map[string]string{"Fold": name})
			must(t, err)
			must(t, handle(bg, store.Job{ID: store.NewID(), Kind: account.LinkJob, Body: string(body)}))
		}
	}
	if len(sent) != auth.MailPolicy.Free {
		t.Fatalf("%d letters went out, want %d", len(sent), auth.MailPolicy.Free)
	}
	last := sent[len(sent)-1]
	_, code, ok := strings.Cut(last.Text, "https://thidua.example/dat-mat-khau/")
	code, _, _ = strings.Cut(code, "\n")
	if !ok || last.To != "lvdung@laocai.gov.vn" || strings.Contains(last.Subject, code) {
		t.Fatalf("the letter %+v", last)
	}
	h.clock.Add(account.ResetLife - time.Second)
	if g, err := h.Guest(bg, code, here); err != nil || g.UserName != "lvdung" {
		t.Errorf("before the 30 minutes are over: %v", err)
	}
	h.clock.Add(time.Second)
	if _, err := h.Guest(bg, code, here); codeOf(err) != account.CodeLinkOver {
		t.Errorf("after 30 minutes: %v", err)
	}
}

func TestCase46SessionsEndWhenAskedTo(t *testing.T) {
	h := open(t)
	first, actor := h.enter(t, "lvdung", secret)
	second, _ := h.enter(t, "lvdung", secret)
	list, err := h.Sessions(bg, actor, first)
	must(t, err)
	if len(list) != 2 || list[0].Mine == list[1].Mine || list[0].Peer != here {
		t.Fatalf("the list is %+v", list)
	}
	for _, s := range list {
		if !s.Mine {
			if err := h.EndSession(bg, actor, other, s.ID); codeOf(err) != agency.CodePasswordWrong {
				t.Errorf("with a wrong password: %v", err)
			}
			must(t, h.EndSession(bg, actor, secret, s.ID))
			if err := h.EndSession(bg, actor, secret, s.ID); thidua.KindOf(err) != thidua.NotFound {
				t.Errorf("ended twice: %v", err)
			}
		}
	}
	h.dead(t, second, "ended from the list")
	second, _ = h.enter(t, "lvdung", secret)
	if err := h.EndEverywhere(bg, actor, ""); codeOf(err) != agency.CodePasswordWrong {
		t.Errorf("everywhere without a password: %v", err)
	}
	must(t, h.EndEverywhere(bg, actor, secret))
	h.dead(t, first, "ended everywhere")
	h.dead(t, second, "ended everywhere")
	first, _ = h.enter(t, "lvdung", secret)
	if err := h.EndSessionsOf(bg, actor, h.id); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("somebody without the right: %v", err)
	}
	must(t, h.EndSessionsOf(bg, h.admin, h.id))
	h.dead(t, first, "ended by the administrator")
}
