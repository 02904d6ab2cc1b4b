package clerk_test

import (
	"context"
	"errors"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/clerk"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

var bg = context.Background()

type house struct {
	*testkit.Season
	*clerk.Desk
	t     *testing.T
	clerk thidua.Actor
}

func open(t *testing.T) *house {
	t.Helper()
	s := testkit.OpenSeason(t)
	return &house{s, clerk.Over(app.New(s.DB)), t, thidua.Actor{Tenant: s.Tenant, Account: "vt", Name: "Lê Thu Trang", Roles: []thidua.Role{thidua.RoleClerk}}}
}

func (h *house) write(do func(tx *store.Tx) error) {
	h.t.Helper()
	if err := h.DB.Write(bg, &store.Act{Tenant: h.Tenant, Actor: "account:vp", Verb: string(thidua.MakePaper)}, do); err != nil {
		h.t.Fatal(err)
	}
}

func (h *house) paper(number string, on thidua.Date, state thidua.State) {
	h.t.Helper()
	h.write(func(tx *store.Tx) error {
		return tx.InsertPaper(thidua.Paper{ID: store.NewID(), Round: h.Rounds[2024].ID, Kind: thidua.PaperProposal, State: state, Title: "Tờ trình " + number, Number: number, IssuedOn: on,
			Figures: []byte(`{}`)}, "to trinh")
	})
}

func TestTheRegisterStandsByNumber(t *testing.T) {
	h := open(t)
	h.paper("12/TTr-TT", "2025-01-10", thidua.PaperIssued)
	h.paper("2/TTr-TT", "2025-01-12", thidua.PaperIssued)
	h.paper("", "2025-01-02", thidua.PaperIssued)
	h.paper("7/BC-TT", "2025-01-11", thidua.PaperRecalled)
	h.paper("3/TTr-TT", "2024-12-31", thidua.PaperIssued)
	h.paper("", "", thidua.PaperInSign)
	r, err := h.Register(bg, h.clerk, 0)
	if err != nil || r.Year != 2025 || len(r.Years) != 2 || r.Years[1] != 2024 {
		t.Fatalf("the register: %v %d %v", err, r.Year, r.Years)
	}
	var got []string
	for _, p := range r.Papers {
		got = append(got, p.Number)
	}
	if len(got) != 4 || got[0] != "2/TTr-TT" || got[1] != "7/BC-TT" || got[2] != "12/TTr-TT" || got[3] != "" {
		t.Errorf("by number: %q", got)
	}
	if before, err := h.Register(bg, h.clerk, 2024); err != nil || len(before.Papers) != 1 {
		t.Errorf("2024 has %d papers, %v", len(before.Papers), err)
	}
	if _, err := h.Register(bg, h.Actor("Phạm Mai Anh"), 0); thidua.KindOf(err) != thidua.Forbidden {
		t.Errorf("everybody reads the register: %v", err)
	}
	ready, err := h.Ready(bg, h.clerk, "")
	if err != nil || len(ready.Papers) != 1 || !ready.Chosen.Numbered || len(ready.Chosen.Missing) != 0 {
		t.Errorf("ready: %v %+v", err, ready)
	}
}

func TestAnArchivedDossierHasItsPlace(t *testing.T) {
	h := open(t)
	done, open := thidua.Dossier{ID: store.NewID(), Round: h.Rounds[2023].ID, State: thidua.DossierArchived, CreatedAt: testkit.Today},
		thidua.Dossier{ID: store.NewID(), Round: h.Rounds[2024].ID, State: thidua.DossierDraft, CreatedAt: testkit.Today}
	h.write(func(tx *store.Tx) error { return errors.Join(tx.InsertDossier(done), tx.InsertDossier(open)) })
	h.write(func(tx *store.Tx) error {
		return tx.InsertDecision(thidua.AwardDecision{ID: store.NewID(), Round: done.Round, Number: "123/QĐ-UBND (mẫu)", Dated: "2024-03-05", ReceivedOn: "2024-03-10", Issuer: "Chủ tịch UBND tỉnh"})
	})
	at := thidua.ArchivePlace{Dossier: done.ID, Number: "05", Box: "Hộp 02, giá 1", Deposited: "2025-01-15"}
	var e *thidua.Error
	if err := h.Place(bg, h.clerk, at); !errors.As(err, &e) || len(e.Faults) != 1 || e.Faults[0].Code != thidua.CodeDayFuture {
		t.Errorf("a day to come: %v", err)
	}
	at.Deposited = "2025-01-10"
	if err := h.Place(bg, h.clerk, at); err != nil {
		t.Fatal(err)
	}
	if err := h.Place(bg, h.clerk, at); thidua.KindOf(err) != thidua.Conflict {
		t.Errorf("a stale place: %v", err)
	}
	at.Version, at.Box = 1, "Hộp 03"
	if err := h.Place(bg, h.clerk, at); err != nil {
		t.Fatal(err)
	}
	at.Dossier = open.ID
	if err := h.Place(bg, h.clerk, at); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("a dossier that is not at its end: %v", err)
	}
	v, err := h.Index(bg, h.clerk, done.ID)
	if err != nil || v.Year != 2023 || v.Place.Box != "Hộp 03" || v.Place.ByName != h.clerk.Name || len(v.Entries) != 1 || v.Entries[0].Number != "123/QĐ-UBND (mẫu)" {
		t.Errorf("the index: %v %+v", err, v)
	}
	if all, err := h.Archive(bg, h.clerk); err != nil || len(all) != 1 {
		t.Errorf("%d dossiers, %v", len(all), err)
	}
}

// award gives an award of a year, whose roll is not published.
func (h *house) award(year int) {
	h.t.Helper()
	r, d, n := h.Rounds[year], thidua.AwardDecision{ID: store.NewID(), Round: h.Rounds[year].ID, Number: "456/QĐ-UBND", Dated: "2024-03-05", ReceivedOn: "2024-03-10"}, store.NewID()
	subject := thidua.Subject{Kind: thidua.Collective, Unit: h.Units["NV2"].ID, Name: "Phòng Nghiệp vụ 2", Home: "Phòng Nghiệp vụ 2"}
	h.write(func(tx *store.Tx) error {
		err := errors.Join(tx.InsertNominee(thidua.Nominee{ID: n, Round: r.ID, Subject: subject, Award: h.Definition.Awards[0].ID, State: thidua.NomineeAwarded}), tx.InsertDecision(d))
		if err != nil {
			return err
		}
		return tx.InsertAward(thidua.Award{ID: store.NewID(), Decision: d, Round: r.ID, Year: year, Nominee: n, Subject: subject, Form: "Bằng khen"}, "phong nghiep vu 2")
	})
}

func TestRollsOfAllYearsAreLookedUp(t *testing.T) {
	h := open(t)
	for _, year := range []int{2023, 2024} {
		h.award(year)
		h.write(func(tx *store.Tx) error {
			r, err := tx.Round(h.Rounds[year].ID)
			r.HonourPublished = true
			return errors.Join(err, tx.UpdateRound(r))
		})
	}
	f, err := h.LookUp(bg, h.Actor("Phạm Mai Anh"), "nghiep vu", 0)
	if err != nil || len(f.Awards) != 2 || f.Awards[0].Year != 2024 || f.Awards[1].Year != 2023 {
		t.Errorf("both years, the latest first: %v %+v", err, f.Awards)
	}
	if f, err = h.LookUp(bg, h.Actor("Phạm Mai Anh"), "nghiep vu", 2023); err != nil || len(f.Awards) != 1 || f.Awards[0].Year != 2023 {
		t.Errorf("one year: %v %+v", err, f.Awards)
	}
}

func TestOnlyPublishedAwardsAreLookedUp(t *testing.T) {
	h := open(t)
	h.award(2023)
	inside := h.Actor("Phạm Mai Anh")
	if f, err := h.LookUp(bg, inside, "456", 0); err != nil || len(f.Awards) != 0 {
		t.Errorf("an award that is not published is found: %v %d", err, len(f.Awards))
	}
	h.write(func(tx *store.Tx) error {
		r, err := tx.Round(h.Rounds[2023].ID)
		r.HonourPublished = true
		return errors.Join(err, tx.UpdateRound(r))
	})
	for query, want := range map[string]int{"456": 1, "nghiep vu 2": 1, "Nghiệp vụ 3": 0, "4": 0, "": 0} {
		if f, err := h.LookUp(bg, inside, query, 0); err != nil || len(f.Awards) != want {
			t.Errorf("%q finds %d, %v", query, len(f.Awards), err)
		}
	}
	if f, err := h.LookUp(bg, inside, "", 2023); err != nil || len(f.Awards) != 1 {
		t.Errorf("the year finds %d, %v", len(f.Awards), err)
	}
	if _, err := h.LookUp(bg, thidua.Actor{}, "456", 0); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("a visitor of an agency that keeps its roll to itself: %v", err)
	}
}
