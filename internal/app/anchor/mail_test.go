package anchor_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app/act"
	"thidua/internal/app/agency"
	"thidua/internal/audit"
	"thidua/internal/audit/proof"
	"thidua/internal/store"
)

func fromSame() context.Context { return act.From(bg, "192.0.2.1") }

// enter gives somebody an account with an address and no wish to be reminded.
func (h *house) enter(user, person, address string, roles ...thidua.Role) thidua.Actor {
	h.t.Helper()
	operator := thidua.Actor{Tenant: h.Tenant, Account: "operator", Roles: []thidua.Role{thidua.RoleAdmin}}
	_, _, err := h.core.AddAccount(bg, operator, agency.NewAccount{UserName: user, Person: h.People[person].ID, Roles: roles, Password: "ruộng bậc thang mùa lúa"})
	h.must(err)
	actor, err := h.core.ActorNamed(bg, operator, user)
	h.must(err)
	h.write("lien-he", func(tx *store.Tx) error {
		return tx.SaveContact(thidua.Contact{Account: actor.Account, Address: address, Choice: thidua.MailNone})
	})
	return actor
}

func (h *house) receivers() string {
	var all []string
	for _, l := range h.sent {
		all = append(all, l.To)
	}
	h.sent = nil
	slices.Sort(all)
	return strings.Join(all, " ")
}

func TestEveryDayTheCheckpointLeavesByMail(t *testing.T) {
	h := open(t, false, "neo@sonoivu.example.vn", "khoi@x.vn")
	h.enter("khoi", khoi, "khoi@x.vn", thidua.RoleLeader)
	inspector := h.enter("mai", mai, "mai@x.vn", thidua.RoleInspector)
	h.enter("thanh", thanh, "thanh@x.vn")
	standing, err := h.StandingOf(bg, h.Actor(mai))
	if err != nil || !standing.Last.IsZero() || standing.Since(h.clock.Now()).IsZero() || !standing.Mail {
		t.Fatalf("before any letter: %+v, %v", standing, err)
	}
	h.fail = errors.New("the server is down")
	h.keepLog()
	h.keepLog()
	if standing, err = h.StandingOf(bg, h.Actor(mai)); err != nil || !standing.Last.IsZero() || len(standing.Letters) != 3 {
		t.Errorf("while no letter is taken: %+v, %v", standing, err)
	}
	h.fail = nil
	for range 3 {
		h.keepLog()
	}
	first := h.sent
	if got := h.receivers(); got != "khoi@x.vn mai@x.vn neo@sonoivu.example.vn" {
		t.Errorf("went to %q", got)
	}
	h.write("viec", func(*store.Tx) error { return nil })
	h.clock.Add(24 * time.Hour)
	h.keepLog()
	h.keepLog()
	second := h.sent
	h.receivers()
	if standing, err = h.StandingOf(bg, h.Actor(mai)); err != nil || !standing.Since(h.clock.Now()).IsZero() || standing.Since(h.clock.Now().Add(72*time.Hour)).IsZero() {
		t.Errorf("after two letters: %+v, %v", standing, err)
	}
	if len(first) != 3 || len(second) != 3 {
		t.Fatalf("%d and %d letters", len(first), len(second))
	}
	h.grown(first[0].Text, second[0].Text)
	h.must(h.core.CloseAccount(bg, thidua.Actor{Tenant: h.Tenant, Account: "operator", Roles: []thidua.Role{thidua.RoleAdmin}}, inspector.Account, true))
	h.clock.Add(24 * time.Hour)
	h.keepLog()
	h.keepLog()
	if got := h.receivers(); got != "khoi@x.vn neo@sonoivu.example.vn" {
		t.Errorf("after the inspector's account was closed it went to %q", got)
	}
}

// grown proves by two letters alone that the log has only grown between them.
func (h *house) grown(first, second string) {
	h.t.Helper()
	var at []audit.Checkpoint
	for _, letter := range []string{first, second} {
		notes := proof.Notes([]byte(letter))
		if len(notes) != 1 {
			h.t.Fatalf("%d checkpoints in\n%s", len(notes), letter)
		}
		c, err := h.public.Open(notes[0])
		h.must(err)
		at = append(at, c)
		if !strings.Contains(letter, "thidua audit verify --checkpoint") || !strings.Contains(letter, "Đề nghị lưu thư này") {
			h.t.Errorf("the letter does not say what to do with it:\n%s", letter)
		}
	}
	g, found := proof.FindGrowth([]byte(second), at[0].Size, at[1].Size)
	if !found || at[0].Size >= at[1].Size {
		h.t.Fatalf("no proof from %d to %d in\n%s", at[0].Size, at[1].Size, second)
	}
	h.must(g.Check(at[0], at[1]))
}

func TestWithoutMailTheLogSaysThatNothingHoldsIt(t *testing.T) {
	h := open(t, false)
	h.enter("mai", mai, "mai@x.vn", thidua.RoleInspector)
	h.keepLog()
	h.keepLog()
	s, err := h.StandingOf(bg, h.Actor(mai))
	if err != nil || s.Mail || len(h.sent)+len(s.Letters) != 0 || !s.Since(h.clock.Now()).Equal(s.Begun) || s.Begun.IsZero() || s.Key == "" {
		t.Errorf("%+v, %v", s, err)
	}
	_, err = h.StandingOf(bg, h.Actor(thanh))
	wants(t, "read by who may not read the log", err, thidua.Forbidden, act.CodeNoRight)
}

func TestAnExportHoldsNoNameAndIsLogged(t *testing.T) {
	h := open(t, false)
	h.keepLog()
	_, err := h.Export(bg, h.Actor(ha))
	wants(t, "by Văn phòng", err, thidua.Forbidden, act.CodeNoRight)
	e, err := h.Export(bg, h.Actor(mai))
	h.must(err)
	defer func() { h.must(e.Close()) }()
	whole := text(t, e.File)
	r, err := proof.CheckLog(strings.NewReader(whole), nil, h.public)
	if err != nil || r.Size == 0 || r.Agency != "Thanh tra tỉnh Lào Cai" || !r.Known {
		t.Errorf("%+v, %v", r, err)
	}
	for name := range h.People {
		if strings.Contains(whole, name) {
			t.Errorf("%s stands in the export", name)
		}
	}
	events := 0
	h.must(h.DB.Read(bg, h.Tenant, func(tx *store.Tx) error {
		all, err := tx.Events(store.EventFilter{Verb: string(thidua.ProofExported)})
		events = len(all)
		return err
	}))
	if events != 1 {
		t.Errorf("%d events tell of the export", events)
	}
}
