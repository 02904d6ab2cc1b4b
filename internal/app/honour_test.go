package app_test

import (
	"testing"
	"time"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/store"
)

// awarded takes the desk as far as the decision.
func awarded(t *testing.T) *desk {
	d := openDesk(t)
	d.issueAll()
	if err := d.move(thidua.MarkWhole, ""); err != nil {
		t.Fatal(err)
	}
	s := d.send("2025-01-24")
	d.clock.Set(time.Date(2025, 3, 10, 9, 0, 0, 0, thidua.Zone))
	if _, err := d.RecordDecision(bg, d.Actor(ha), s.ID, s.Version, d.decision()); err != nil {
		t.Fatal(err)
	}
	return d
}

func (d *desk) open(public bool) {
	d.t.Helper()
	act := &store.Act{Tenant: d.Tenant, Actor: "account:qt", ActorName: "Quản trị", Verb: "sua-co-quan", Object: "agency:" + d.Tenant}
	err := d.DB.Write(bg, act, func(tx *store.Tx) error {
		a, err := tx.Agency()
		if a.Public = public; err != nil {
			return err
		}
		return tx.UpdateAgency(a)
	})
	if err != nil {
		d.t.Fatal(err)
	}
}

func TestTheRollIsSeenOnceItIsPublished(t *testing.T) {
	d := awarded(t)
	round := d.Rounds[2024]
	in := app.Instruction{Do: thidua.Agree, Leader: d.People["Trần Mạnh Khôi"].ID, Form: thidua.OpinionOnSlip, On: "2025-03-10"}
	wants(t, d.PublishHonour(bg, d.Actor(ha), round.ID, 1, in), thidua.Invalid, thidua.CodeMissing)
	in.Scan = scan
	wants(t, d.PublishHonour(bg, d.Actor("Lý Văn Dũng"), round.ID, 1, in), thidua.Forbidden, app.CodeNoRight)
	wants(t, d.PublishHonour(bg, d.Actor(ha), d.Rounds[2025].ID, 1, in), thidua.Invalid, thidua.CodeNoAwards)
	wants(t, d.PublishHonour(bg, d.Actor(ha), round.ID, 9, in), thidua.Conflict, store.CodeStale)
	if r, err := d.Roll(bg, d.Actor("Giàng A Páo"), 0, ""); err != nil || len(r.Awards) != 0 {
		t.Errorf("before it is published: %v %+v", err, r.Awards)
	}
	if err := d.PublishHonour(bg, d.Actor(ha), round.ID, 1, in); err != nil {
		t.Fatal(err)
	}
	r, err := d.Roll(bg, d.Actor("Giàng A Páo"), 0, "mai anh")
	if err != nil || len(r.Awards) != 1 || r.Awards[0].Subject.Name != "Phạm Mai Anh" || r.Year != 2024 {
		t.Errorf("found %v: %+v", err, r)
	}
	_, err = d.Roll(bg, thidua.Actor{}, 0, "")
	wants(t, err, thidua.NotFound, store.CodeNotFound)
	d.open(true)
	if r, err = d.Roll(bg, thidua.Actor{}, 0, ""); err != nil || len(r.Awards) != 3 {
		t.Errorf("a visitor sees %v %+v", err, r.Awards)
	}
	if units, people, of := r.Counts(); units != 1 || people != 2 || of != 2 {
		t.Errorf("%d collectives, %d individuals of %d units", units, people, of)
	}
	wants(t, d.HideHonour(bg, d.Actor(ha), round.ID, 2, " "), thidua.Invalid, thidua.CodeReasonMissing)
	if err := d.HideHonour(bg, d.Actor(ha), round.ID, 2, "sai số quyết định"); err != nil {
		t.Fatal(err)
	}
	if r, err = d.Roll(bg, thidua.Actor{}, 0, ""); err != nil || len(r.Awards) != 0 {
		t.Errorf("after it was taken off: %v %+v", err, r.Awards)
	}
}

// TestAVisitorReadsTheOnlyOpenRoll founds agencies beside the one with a roll: Sở Nội vụ has none, and of two that opened theirs none is chosen for the visitor.
func TestAVisitorReadsTheOnlyOpenRoll(t *testing.T) {
	d := awarded(t)
	d.open(true)
	for _, beside := range []struct {
		kind thidua.AgencyKind
		open bool
		sees bool
	}{{thidua.AgencyHomeAffairs, true, true}, {thidua.AgencyOrdinary, false, true}, {thidua.AgencyOrdinary, true, false}} {
		_, err := d.FoundAgency(bg, thidua.Actor{Account: "may"}, thidua.Agency{Name: "Cơ quan khác", Kind: beside.kind, Public: beside.open, Sample: true})
		if err != nil {
			t.Fatal(err)
		}
		r, err := d.Roll(bg, thidua.Actor{}, 0, "")
		if (err == nil) != beside.sees || beside.sees && r.Agency.ID != d.Tenant {
			t.Errorf("beside %+v a visitor sees the roll of %q, %v", beside, r.Agency.ID, err)
		}
	}
}

func TestALeaderPublishesInTheProgram(t *testing.T) {
	d := awarded(t)
	if err := d.PublishHonour(bg, d.Actor("Trần Mạnh Khôi"), d.Rounds[2024].ID, 1, app.Instruction{}); err != nil {
		t.Fatal(err)
	}
	if r, err := d.Roll(bg, d.Actor(ha), 2024, ""); err != nil || len(r.Awards) != 3 || len(r.Years) != 1 {
		t.Errorf("%v %+v", err, r)
	}
}

func TestAwardsEnterTheHistory(t *testing.T) {
	d := awarded(t)
	for who, want := range map[string]int{ha: 3, "Sùng Thị Mai": 3, "Phạm Mai Anh": 1, "Lý Văn Dũng": 3, "Đinh Thu Thảo": 1, "Giàng A Páo": 0, "Lê Văn Thanh": 0} {
		h, err := d.Awards(bg, d.Actor(who), "", 1)
		if err != nil || len(h.Awards) != want {
			t.Errorf("%s sees %d awards before the roll is published, want %d: %v", who, len(h.Awards), want, err)
		}
	}
	if h, err := d.Awards(bg, d.Actor(ha), "PHẠM mai", 1); err != nil || len(h.Awards) != 1 || h.Awards[0].Form != "Bằng khen của Chủ tịch UBND tỉnh" {
		t.Errorf("found %v %+v", err, h.Awards)
	}
}
