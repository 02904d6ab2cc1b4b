package opinion_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/opinion"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

var bg = context.Background()

const office, chief = "Nguyễn Thị Thu Hà", "Trần Mạnh Khôi"

// house is an agency with a list of registrations that waits for the leader, and a clock that is moved by hand.
type house struct {
	*testkit.Season
	*opinion.Desk
	t    *testing.T
	now  time.Time
	slip string
}

func open(t *testing.T) *house {
	t.Helper()
	h := &house{t: t, now: testkit.Today}
	h.Season = testkit.OpenSeason(t, func(c *store.Config) { c.Clock = func() time.Time { return h.now } })
	h.Desk, h.slip = opinion.Over(app.New(h.DB)), store.NewID()
	act := &store.Act{Tenant: h.Tenant, Actor: "account:vp", Verb: string(thidua.MakeSlip)}
	h.must(h.DB.Write(bg, act, func(tx *store.Tx) error {
		return tx.InsertCoverSlip(thidua.CoverSlip{ID: h.slip, Round: h.Rounds[2025].ID, About: thidua.SlipRegistrations, Object: h.Rounds[2025].ID,
			State: thidua.SlipWaiting, MadeAt: tx.Now, Version: 1})
	}))
	return h
}

func (h *house) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

func (h *house) refused(err error, kind thidua.Kind, code thidua.Code) {
	h.t.Helper()
	var e *thidua.Error
	if !errors.As(err, &e) || e.Kind != kind {
		h.t.Fatalf("refused with %v, want %v %s", err, kind, code)
	}
	if e.Code != code && (len(e.Faults) == 0 || e.Faults[0].Code != code) {
		h.t.Fatalf("refused with %v, want %s", err, code)
	}
}

func (h *house) link(until thidua.Date) (thidua.LeaderLink, string) {
	h.t.Helper()
	l, secret, err := h.Make(bg, h.Actor(office), h.People[chief].ID, until)
	h.must(err)
	return l, secret
}

func (h *house) events(verb thidua.Action) (out []store.EventRow) {
	h.t.Helper()
	h.must(h.DB.Read(bg, h.Tenant, func(tx *store.Tx) (err error) {
		out, err = tx.Events(store.EventFilter{Verb: string(verb)})
		return err
	}))
	return out
}

func TestALinkOpensOnlyByItsSecretAndOnTwoDevices(t *testing.T) {
	h := open(t)
	l, secret := h.link("2025-01-28")
	if len(secret) != 26 || strings.Contains(l.Hash, secret) || l.Hash == "" {
		t.Fatalf("the secret %q is kept as %q", secret, l.Hash)
	}
	for _, guess := range []string{"", "a", strings.Repeat("a", 26), l.ID, l.Hash} {
		_, err := h.Page(bg, guess, "")
		h.refused(err, thidua.NotFound, store.CodeNotFound)
		_, err = h.Open(bg, guess, "")
		h.refused(err, thidua.NotFound, store.CodeNotFound)
	}
	p, err := h.Page(bg, secret, "")
	h.must(err)
	if p.Link.ID != "" || len(p.Waiting) != 0 || p.Agency.Name != "" {
		t.Errorf("before it is opened the page shows %+v", p)
	}
	first, err := h.Open(bg, secret, "")
	h.must(err)
	if p, err = h.Page(bg, secret, first); err != nil || p.Link.ID != l.ID || len(p.Waiting) != 1 || p.Words {
		t.Fatalf("opened: %v %+v", err, p.Link)
	}
	if _, err = h.Open(bg, secret, ""); err != nil {
		t.Fatal(err)
	}
	_, err = h.Open(bg, secret, "")
	h.refused(err, thidua.Conflict, thidua.CodeLinkDevices)
	if _, err = h.Open(bg, secret, first); err != nil {
		t.Errorf("a known device is let in again: %v", err)
	}
	told := h.events(thidua.OpenLink)
	if len(told) != 3 || told[0].Detail.ActorName != chief || told[0].Object != "leader-link:"+l.ID {
		t.Errorf("the log tells %d openings: %+v", len(told), told)
	}
}

func TestALinkClosesByItself(t *testing.T) {
	h := open(t)
	_, secret := h.link("2025-01-15")
	device, err := h.Open(bg, secret, "")
	h.must(err)
	h.now = h.now.Add(thidua.LinkOpen)
	if p, err := h.Page(bg, secret, device); err != nil || p.Link.ID != "" {
		t.Errorf("half an hour later: %v, %q is still open", err, p.Link.ID)
	}
	h.now = h.now.Add(24 * time.Hour)
	if _, err := h.Open(bg, secret, device); err != nil {
		t.Errorf("on its last day: %v", err)
	}
	h.now = h.now.Add(24 * time.Hour)
	_, err = h.Page(bg, secret, device)
	h.refused(err, thidua.NotFound, store.CodeNotFound)
	_, _, err = h.Make(bg, h.Actor(office), h.People[chief].ID, thidua.DateOf(h.now).AddDays(thidua.LinkDaysMost+1))
	h.refused(err, thidua.Invalid, thidua.CodeLinkDays)
}

func TestAWithdrawnLinkIsAnsweredLikeNone(t *testing.T) {
	h := open(t)
	l, secret := h.link("2025-01-28")
	device, err := h.Open(bg, secret, "")
	h.must(err)
	h.refused(h.End(bg, h.Actor(chief), l.ID), thidua.Forbidden, app.CodeNoRight)
	h.must(h.End(bg, h.Actor(office), l.ID))
	_, err = h.Page(bg, secret, device)
	h.refused(err, thidua.NotFound, store.CodeNotFound)
	_, err = h.File(bg, secret, device, h.slip)
	h.refused(err, thidua.NotFound, store.CodeNotFound)
	h.refused(h.End(bg, h.Actor(office), l.ID), thidua.Conflict, thidua.CodeLinkClosed)
}

func TestAWordThroughALinkIsTheLeadersOwn(t *testing.T) {
	h := open(t)
	_, secret := h.link("2025-01-28")
	device, err := h.Open(bg, secret, "")
	h.must(err)
	say := func(version int64, do thidua.Action, words string) error {
		return h.Say(bg, secret, device, h.slip, version, do, words)
	}
	h.refused(say(1, thidua.Agree, ""), thidua.Forbidden, thidua.CodeLinkReads)
	h.refused(h.SetWords(bg, h.Actor(chief), true), thidua.Forbidden, app.CodeNoRight)
	h.must(h.SetWords(bg, h.Actor(office), true))
	h.refused(h.Say(bg, secret, "", h.slip, 1, thidua.Agree, ""), thidua.NotFound, store.CodeNotFound)
	h.refused(h.Say(bg, secret, device, store.NewID(), 1, thidua.Agree, ""), thidua.NotFound, store.CodeNotFound)
	h.refused(say(1, "", ""), thidua.Invalid, thidua.CodeOpinionMissing)
	h.refused(say(1, thidua.RecordIssued, ""), thidua.Invalid, thidua.CodeOpinionMissing)
	h.refused(say(1, thidua.AgreeAmended, " "), thidua.Invalid, thidua.CodeReasonMissing)
	h.refused(say(7, thidua.Agree, ""), thidua.Conflict, store.CodeStale)
	if b, err := h.File(bg, secret, device, h.slip); err != nil || b.Title == "" {
		t.Errorf("the set of the slip: %v %q", err, b.Title)
	}
	h.must(say(1, thidua.AgreeAmended, "Bổ sung chỉ tiêu của Phòng Nghiệp vụ 2"))
	h.must(h.DB.Read(bg, h.Tenant, func(tx *store.Tx) error {
		s, err := tx.CoverSlip(h.slip)
		if s.State != thidua.SlipAmended || s.Form != thidua.OpinionByLink || s.OnBehalf != "" || s.LeaderName != chief || s.On != "2025-01-14" {
			t.Errorf("kept as %+v", s)
		}
		return err
	}))
	h.refused(say(2, thidua.Disagree, "Thôi"), thidua.NotFound, store.CodeNotFound)
	if p, err := h.Page(bg, secret, device); err != nil || len(p.Waiting) != 0 {
		t.Errorf("after the word %d wait, %v", len(p.Waiting), err)
	}
}
