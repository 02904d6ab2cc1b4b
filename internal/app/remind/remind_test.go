package remind_test

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/app/remind"
	"thidua/internal/audit"
	"thidua/internal/job"
	"thidua/internal/mail"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

var ctx = context.Background()

// house is a season with accounts, its reminders and a clock that the test moves.
type house struct {
	*testkit.Season
	app   *app.App
	desk  *remind.Desk
	clock *testkit.Clock
	sent  []mail.Letter
	fail  error
	work  *job.Worker
}

func open(t *testing.T) *house {
	t.Helper()
	clock := testkit.NewClock("2025-01-14")
	clock.Add(9 * time.Hour)
	h := &house{clock: clock}
	h.Season = testkit.OpenSeason(t, func(c *store.Config) { c.Clock, c.Wall = clock.Now, clock.Now })
	h.app = app.New(h.DB)
	h.desk = remind.Over(h.app).WithMail("https://thidua.example.vn")
	key, err := audit.LoadKey(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	h.work = job.New(h.DB, key, slog.New(slog.DiscardHandler), map[string]job.Handler{remind.MailJob: h.desk.Deliver(func(_ context.Context, l mail.Letter) error {
		if h.fail != nil {
			return h.fail
		}
		h.sent = append(h.sent, l)
		return nil
	})})
	h.work.Also("remind", time.Minute, h.desk.Round)
	return h
}

// enter gives somebody an account.
func (h *house) enter(t *testing.T, user, person string, roles ...thidua.Role) thidua.Actor {
	t.Helper()
	operator := thidua.Actor{Tenant: h.Tenant, Account: "operator", Roles: []thidua.Role{thidua.RoleAdmin}}
	if _, _, err := h.app.AddAccount(ctx, operator, agency.NewAccount{UserName: user, Person: h.People[person].ID, Roles: roles, Password: "ruộng bậc thang mùa lúa"}); err != nil {
		t.Fatal(err)
	}
	actor, err := h.app.ActorNamed(ctx, operator, user)
	if err != nil {
		t.Fatal(err)
	}
	return actor
}

func (h *house) round(t *testing.T) {
	t.Helper()
	h.clock.Add(2 * time.Minute)
	if err := h.work.Round(ctx, false); err != nil {
		t.Fatal(err)
	}
}

func (h *house) notices(t *testing.T, a thidua.Actor) remind.List {
	t.Helper()
	l, err := h.desk.Notices(ctx, a)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func (h *house) events(t *testing.T) (out []store.EventRow) {
	t.Helper()
	err := h.DB.Read(ctx, h.Tenant, func(tx *store.Tx) (err error) {
		out, err = tx.Events(store.EventFilter{Verb: string(thidua.Reminded)})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEverybodyIsToldOnceAndTheBellCounts(t *testing.T) {
	h := open(t)
	head := h.enter(t, "truong", "Lý Văn Dũng")
	h.round(t)
	first := h.notices(t, head)
	if len(first.Live) == 0 || first.Unread != len(first.Live) {
		t.Fatalf("the head is told %+v", first)
	}
	h.round(t)
	if again := h.notices(t, head); len(again.Live) != len(first.Live) || len(again.Ended) != 0 {
		t.Errorf("a second round made %d of %d notices, %d ended", len(again.Live), len(first.Live), len(again.Ended))
	}
	around, err := h.app.Surroundings(ctx, head)
	if err != nil || around.Unread != first.Unread {
		t.Errorf("the bell counts %d, %v; want %d", around.Unread, err, first.Unread)
	}
	log := h.events(t)
	if len(log) != 1 || log[0].Actor != "program:remind" || log[0].Detail.ActorName != "Chương trình" {
		t.Errorf("the log tells %+v", log)
	}
	if err := h.desk.MarkRead(ctx, head, first.Live[0].ID); err != nil {
		t.Fatal(err)
	}
	if err := h.desk.MarkRead(ctx, h.Actor("Phạm Mai Anh"), first.Live[0].ID); err != nil {
		t.Fatal(err)
	}
	if now := h.notices(t, head); now.Unread != first.Unread-1 {
		t.Errorf("%d unread after one of %d was read", now.Unread, first.Unread)
	}
}

func TestANoticeComesAgainAtEachStepAndEndsWithItsTask(t *testing.T) {
	h := open(t)
	head := h.enter(t, "truong", "Lý Văn Dũng")
	h.round(t)
	count := func() (live, ended int) {
		l := h.notices(t, head)
		for _, n := range l.Live {
			if n.Code == thidua.TaskRegisterUnit {
				live++
			}
		}
		for _, n := range l.Ended {
			if n.Code == thidua.TaskRegisterUnit {
				ended++
			}
		}
		return live, ended
	}
	live, ended := count()
	if live == 0 || ended != 0 {
		t.Fatalf("at first %d live, %d ended", live, ended)
	}
	h.clock.Add(20 * 24 * time.Hour)
	h.round(t)
	if late, gone := count(); late != live || gone != live {
		t.Errorf("after the day %d live, %d ended; want %d and %d", late, gone, live, live)
	}
	head.Roles = nil
	if l := h.notices(t, head); len(l.Live)+len(l.Ended) != 0 {
		t.Errorf("without the part, %d notices still say their words", len(l.Live)+len(l.Ended))
	}
}

// TestCase60WhoLeftAUnitIsShownNoneOfItsNotices gives a head another unit: what he was told as head of the first, its words included, is gone from his page,
// and what waits in the other stands there.
func TestCase60WhoLeftAUnitIsShownNoneOfItsNotices(t *testing.T) {
	h := open(t)
	head := h.enter(t, "truong", "Lý Văn Dũng")
	h.round(t)
	before := h.notices(t, head)
	h.clock.Add(24 * time.Hour)
	post := thidua.Post{Person: head.Person, Unit: h.Units["NV3"].ID, Title: "Phó Trưởng phòng Nghiệp vụ 3", Rank: thidua.RankDeputy, From: "2025-01-15"}
	operator := thidua.Actor{Tenant: h.Tenant, Account: "operator", Roles: []thidua.Role{thidua.RoleAdmin}}
	if err := h.app.NewPost(ctx, operator, post, false); err != nil {
		t.Fatal(err)
	}
	head, err := h.app.ActorNamed(ctx, operator, "truong")
	if err != nil {
		t.Fatal(err)
	}
	moved := h.notices(t, head)
	for range 2 {
		for _, n := range append(moved.Live, moved.Ended...) {
			for _, old := range before.Live {
				if n.ID == old.ID && n.Role == thidua.RoleHead {
					t.Errorf("he is still shown %q", n.Text)
				}
			}
		}
		h.round(t)
		moved = h.notices(t, head)
	}
	if len(before.Live) == 0 || before.Live[0].Role != thidua.RoleHead || len(moved.Live) == 0 {
		t.Errorf("told before %+v, now %+v", before.Live, moved.Live)
	}
}

func TestCase62MailGoesToWhoChoseItAndNamesNobody(t *testing.T) {
	h := open(t)
	head, staff := h.enter(t, "truong", "Lý Văn Dũng"), h.enter(t, "canhan", "Phạm Mai Anh")
	quiet := h.enter(t, "lang", "Hoàng Minh Tuấn")
	for a, choice := range map[*thidua.Actor]thidua.MailChoice{&head: thidua.MailAtOnce, &staff: thidua.MailDaily, &quiet: thidua.MailNone} {
		if err := h.desk.SaveContact(ctx, *a, thidua.Contact{Address: a.Account[28:] + "@x.vn", Choice: choice}, itIsHe); err != nil {
			t.Fatal(err)
		}
	}
	h.fail = errors.New("the server is down")
	h.round(t)
	if len(h.sent) != 0 {
		t.Fatal("a letter was counted that the server refused")
	}
	h.fail = nil
	h.round(t)
	if len(h.sent) != 2 {
		t.Fatalf("%d letters, want one at once and one of the day: %+v; staff is told %+v", len(h.sent), h.sent, h.notices(t, staff))
	}
	for _, l := range h.sent {
		if l.To == quiet.Account[28:]+"@x.vn" || strings.Contains(l.Subject, "đăng ký") || !strings.HasPrefix(l.Name, "Văn phòng") {
			t.Errorf("a letter to %q, in the name of %q: %q", l.To, l.Name, l.Subject)
		}
		if !strings.Contains(l.Text, "chưa có lịch nghỉ năm 2025") || !strings.Contains(l.Text, "https://thidua.example.vn/thong-bao") {
			t.Errorf("the letter says\n%s", l.Text)
		}
		for name := range h.People {
			if strings.Contains(l.Text+l.Subject, name) {
				t.Errorf("the letter names %s", name)
			}
		}
	}
	h.round(t)
	if len(h.sent) != 2 {
		t.Errorf("%d letters after another round", len(h.sent))
	}
	h.clock.Add(24 * time.Hour)
	h.round(t)
	if len(h.sent) != 3 || h.sent[2].To != staff.Account[28:]+"@x.vn" {
		t.Errorf("%d letters after the next morning", len(h.sent))
	}
}

func TestCase60AClosedAccountIsSentNothing(t *testing.T) {
	h := open(t)
	head := h.enter(t, "truong", "Lý Văn Dũng")
	if err := h.desk.SaveContact(ctx, head, thidua.Contact{Address: "dung@x.vn", Choice: thidua.MailAtOnce}, itIsHe); err != nil {
		t.Fatal(err)
	}
	if err := h.desk.Round(ctx); err != nil {
		t.Fatal(err)
	}
	act := &store.Act{Tenant: h.Tenant, Actor: "account:quan-tri", Verb: "khoa"}
	if err := h.DB.Write(ctx, act, func(tx *store.Tx) error { return tx.DisableAccount(head.Account, true) }); err != nil {
		t.Fatal(err)
	}
	h.round(t)
	if len(h.sent) != 0 {
		t.Errorf("%d letters to a closed account", len(h.sent))
	}
}

func TestAWrongAddressIsRefusedAtItsField(t *testing.T) {
	h := open(t)
	head := h.enter(t, "truong", "Lý Văn Dũng")
	for want, c := range map[thidua.Code]thidua.Contact{
		remind.CodeAddressWrong:   {Address: "Dũng <dung@x.vn>", Choice: thidua.MailDaily},
		remind.CodeAddressMissing: {Choice: thidua.MailDaily},
		remind.CodeChoiceUnknown:  {Address: "dung@x.vn", Choice: "often"},
	} {
		err := h.desk.SaveContact(ctx, head, c, itIsHe)
		var e *thidua.Error
		if !errors.As(err, &e) || len(e.Faults) != 1 || e.Faults[0].Code != want {
			t.Errorf("%+v: %v, want %s", c, err, want)
		}
	}
}

func itIsHe() error { return nil }

// TestAnotherAddressIsKeptForWhoProvesWhoHeIs: letters with a link to a password go there.
func TestAnotherAddressIsKeptForWhoProvesWhoHeIs(t *testing.T) {
	h := open(t)
	head := h.enter(t, "truong", "Lý Văn Dũng")
	refused := func() error { return thidua.Faults{{Field: "password", Code: "password-wrong"}}.Err() }
	save := func(address string, choice thidua.MailChoice, again func() error) error {
		w, err := h.desk.Ways(ctx, head)
		if err != nil {
			t.Fatal(err)
		}
		return h.desk.SaveContact(ctx, head, thidua.Contact{Address: address, Choice: choice, Version: w.Contact.Version}, again)
	}
	if err := save("dung@x.vn", thidua.MailDaily, refused); thidua.KindOf(err) != thidua.Invalid {
		t.Errorf("a first address without a password: %v", err)
	}
	if err := save("dung@x.vn", thidua.MailDaily, itIsHe); err != nil {
		t.Fatal(err)
	}
	if err := save("dung@x.vn", thidua.MailNone, refused); err != nil {
		t.Errorf("another choice at the same address: %v", err)
	}
	if err := save("khac@x.vn", thidua.MailNone, refused); thidua.KindOf(err) != thidua.Invalid {
		t.Errorf("another address without a password: %v", err)
	}
	if w, err := h.desk.Ways(ctx, head); err != nil || w.Contact.Address != "dung@x.vn" {
		t.Errorf("letters go to %q, %v", w.Contact.Address, err)
	}
}

// TestCase63NoticesAreOnesOwn asks for the notices of somebody else by their ids: not read, not marked, not counted.
func TestCase63NoticesAreOnesOwn(t *testing.T) {
	h := open(t)
	head, staff := h.enter(t, "truong", "Lý Văn Dũng"), h.enter(t, "canhan", "Phạm Mai Anh")
	h.round(t)
	theirs := h.notices(t, head)
	if len(theirs.Live) == 0 {
		t.Fatal("nobody is told anything")
	}
	for _, n := range h.notices(t, staff).Live {
		for _, other := range theirs.Live {
			if n.ID == other.ID {
				t.Errorf("the notice %s is shown to two people", n.ID)
			}
		}
	}
	for _, n := range theirs.Live {
		_ = h.desk.MarkRead(ctx, staff, n.ID)
	}
	if now := h.notices(t, head); now.Unread != theirs.Unread {
		t.Errorf("somebody else has read %d notices", theirs.Unread-now.Unread)
	}
}
