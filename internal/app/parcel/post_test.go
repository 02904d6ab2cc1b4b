package parcel_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/parcel"
	"thidua/internal/file"
	sealed "thidua/internal/pack/parcel"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

var bg = context.Background()

// house is an installation with the season of an inspectorate and two more agencies, Sở Nội vụ and another one.
type house struct {
	*testkit.Season
	*parcel.Post
	t      *testing.T
	clock  *testkit.Clock
	office thidua.Actor
	home   thidua.Actor
	other  thidua.Actor
}

func open(t *testing.T) *house {
	t.Helper()
	return openWith(t, func(*store.Config) {})
}

func openWith(t *testing.T, change func(*store.Config)) *house {
	t.Helper()
	clock := testkit.NewClock("2025-01-17")
	clock.Add(9 * time.Hour)
	s := testkit.OpenSeason(t, func(c *store.Config) { c.Clock = clock.Now }, change)
	files, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := files.Close(); err != nil {
			t.Error(err)
		}
	})
	h := &house{Season: s, t: t, clock: clock, office: s.Actor("Nguyễn Thị Thu Hà"),
		Post: parcel.Over(app.New(s.DB, app.WithFiles(files), app.WithSeal(sealed.NewKey())))}
	h.home, h.other = h.found("so-noi-vu", "Sở Nội vụ tỉnh Lào Cai"), h.found("so-khac", "Sở Tài chính tỉnh Lào Cai")
	return h
}

// found makes one more agency of the installation with somebody of its office.
func (h *house) found(id, name string) thidua.Actor {
	a := thidua.Agency{ID: id, Name: name, Parent: "UBND tỉnh Lào Cai", Place: "Lào Cai", Symbol: "SNV", Sample: true}
	h.write(id, func(tx *store.Tx) error { return tx.InsertAgency(a) })
	return thidua.Actor{Tenant: id, Account: "a-" + id, Name: "Người của " + name, Roles: []thidua.Role{thidua.RoleOffice, thidua.RoleAdmin}}
}

func (h *house) write(tenant string, fn func(tx *store.Tx) error) {
	h.t.Helper()
	act := &store.Act{Tenant: tenant, Actor: "test", Verb: "test", Object: "test:1"}
	if err := h.DB.Write(bg, act, fn); err != nil {
		h.t.Fatal(err)
	}
}

func outgoing(to string) parcel.Outgoing {
	return parcel.Outgoing{Kind: thidua.ParcelRegistrations, To: to, Object: "submission:1", Data: sealed.Data{
		Movement: sealed.Movement{Name: "Cải cách hành chính", From: 2021, To: 2025, Year: 2025}, Letter: sealed.Letter{Number: "15/TT-VP", Dated: "2025-01-16"},
		Papers: []sealed.Paper{{ID: "1", Title: "Danh sách đăng ký", File: sealed.PaperFile("01. Danh sách.pdf")}},
	}, Papers: []sealed.Content{{Name: "01. Danh sách.pdf", Data: []byte("%PDF-1.7 danh sách")}}}
}

// want asks for a refusal.
func want(t *testing.T, what string, err error, code thidua.Code) {
	t.Helper()
	var refusal *thidua.Error
	if !errors.As(err, &refusal) || refusal.Code != code {
		t.Errorf("%s: %v, want %s", what, err, code)
	}
}

func (h *house) must(err error) {
	h.t.Helper()
	if err != nil {
		h.t.Fatal(err)
	}
}

// whole reads the file of a package as it leaves its sender.
func (h *house) whole(by thidua.Actor, p thidua.Parcel) []byte {
	h.t.Helper()
	b, err := h.App.Content(by, p.File)
	h.must(err)
	return b
}

func TestAPackageGoesFromHandToHandOnce(t *testing.T) {
	h := open(t)
	sent, err := h.Seal(bg, h.office, outgoing(h.home.Tenant))
	h.must(err)
	if waiting, err := h.Waiting(bg, h.other); err != nil || len(waiting) != 0 {
		t.Errorf("another agency sees %v, %v", waiting, err)
	}
	waiting, err := h.Waiting(bg, h.home)
	if h.must(err); len(waiting) != 1 || waiting[0].ID != sent.ID || waiting[0].FromName != "Thanh tra tỉnh Lào Cai" {
		t.Fatalf("Sở Nội vụ sees %+v", waiting)
	}
	_, err = h.Receive(bg, h.other, sent.ID)
	want(t, "somebody else takes it in", err, store.CodeNotFound)
	_, err = h.ReceiveFile(bg, h.other, bytes.NewReader(h.whole(h.office, sent)))
	want(t, "somebody else takes its file in", err, thidua.CodeParcelNotOurs)
	if _, err = h.Receive(bg, thidua.Actor{Tenant: h.home.Tenant, Roles: []thidua.Role{thidua.RoleStaff}}, sent.ID); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("anybody may take it in: %v", err)
	}

	taken, err := h.Receive(bg, h.home, sent.ID)
	if h.must(err); taken.File.Hash == sent.File.Hash {
		t.Error("the receiver names the file of the sender")
	}
	for what, again := range map[string]func() error{
		"by hand": func() error { _, err := h.Receive(bg, h.home, sent.ID); return err },
		"as file": func() error {
			_, err := h.ReceiveFile(bg, h.home, bytes.NewReader(h.whole(h.office, sent)))
			return err
		},
	} {
		want(t, "twice, "+what, again(), thidua.CodeParcelTwice)
	}
	if waiting, err := h.Waiting(bg, h.home); err != nil || len(waiting) != 0 {
		t.Errorf("what was taken in still waits: %v, %v", waiting, err)
	}
	opened, kept, err := h.Package(bg, h.home, sent.ID)
	if h.must(err); kept.ByName != h.home.Name || !bytes.Equal([]byte(kept.Data), opened.Text) || kept.Year != 2025 || kept.Number != "15/TT-VP" {
		t.Errorf("kept is %+v", kept)
	}
	if paper, ok := opened.Paper(opened.Data.Papers[0].File); !ok || string(paper) != "%PDF-1.7 danh sách" {
		t.Errorf("the paper is %q", paper)
	}
	if _, _, err = h.Package(bg, h.other, sent.ID); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("another agency opens it: %v", err)
	}
}

func TestAPackageFromElsewhere(t *testing.T) {
	here, away := open(t), open(t)
	away.write(away.Tenant, func(tx *store.Tx) error {
		return tx.InsertPartner(thidua.Partner{ID: "so-noi-vu-tinh", Name: "Sở Nội vụ", Kind: thidua.AgencyHomeAffairs}, "", "")
	})
	here.found("so-noi-vu-tinh", "Sở Nội vụ của tỉnh")
	home := thidua.Actor{Tenant: "so-noi-vu-tinh", Name: "Bình", Roles: []thidua.Role{thidua.RoleOffice}}
	sent, err := away.Seal(bg, away.office, outgoing(home.Tenant))
	here.must(err)
	b := away.whole(away.office, sent)

	_, err = here.ReceiveFile(bg, home, bytes.NewReader(b))
	want(t, "sealed elsewhere in the name of an agency of this installation", err, thidua.CodeParcelUnknown)

	out := outgoing(home.Tenant)
	away.write("xa", func(tx *store.Tx) error {
		if err := tx.InsertAgency(thidua.Agency{ID: "xa", Name: "UBND xã", Sample: true}); err != nil {
			return err
		}
		return tx.InsertPartner(thidua.Partner{ID: home.Tenant, Name: "Sở Nội vụ", Kind: thidua.AgencyHomeAffairs}, "", "")
	})
	sent, err = away.Seal(bg, thidua.Actor{Tenant: "xa", Name: "An", Roles: []thidua.Role{thidua.RoleOffice}}, out)
	here.must(err)
	b = away.whole(thidua.Actor{Tenant: "xa"}, sent)
	receive := func(b []byte) error {
		_, err := here.ReceiveFile(bg, home, bytes.NewReader(b))
		return err
	}
	want(t, "unknown sender", receive(b), thidua.CodeParcelUnknown)
	enter := func(version int64, key string, ended bool) {
		here.write(home.Tenant, func(tx *store.Tx) error {
			p := thidua.Partner{ID: "xa", Name: "UBND xã", Kind: thidua.AgencyOrdinary, Key: key, Ended: ended, Version: version}
			if version > 0 {
				return tx.UpdatePartner(p, "", "")
			}
			return tx.InsertPartner(p, "", "")
		})
	}
	enter(0, sealed.NewKey().Public().String(), false)
	want(t, "another key", receive(b), thidua.CodeParcelUnknown)
	key := away.App.Seal().Public().String()
	enter(1, key, true)
	want(t, "ended", receive(b), thidua.CodeParcelUnknown)
	enter(2, key, false)
	for i := 0; i < len(b); i += 97 {
		changed := bytes.Clone(b)
		changed[i]++
		if err := receive(changed); thidua.KindOf(err) != thidua.Invalid {
			t.Fatalf("byte %d was changed: %v", i, err)
		}
	}
	want(t, "no package", receive([]byte("%PDF-1.7")), thidua.CodeParcelNone)
	_, err = here.ReceiveFile(bg, home, io.LimitReader(zeros{}, 200<<20))
	want(t, "zeros", err, thidua.CodeParcelNone)
	here.must(receive(b))
	want(t, "twice", receive(b), thidua.CodeParcelTwice)
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) { clear(b); return len(b), nil }
