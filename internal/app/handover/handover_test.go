package handover_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/handover"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

var bg = context.Background()

const (
	ha   = "Nguyễn Thị Thu Hà"
	dung = "Lý Văn Dũng"
	mai  = "Phạm Mai Anh"
	pao  = "Giàng A Páo"
	bao  = "Trần Quốc Bảo"
)

type room struct {
	*testkit.Season
	handover.Desk
	core *app.App
	t    *testing.T
}

// open is a season in which Phạm Mai Anh is in charge of the first target of Phòng Nghiệp vụ 2.
func open(t *testing.T) *room {
	t.Helper()
	s := testkit.OpenSeason(t)
	s.OpenAccounts(t)
	core := app.New(s.DB)
	r := &room{s, *handover.Over(core), core, t}
	v, err := core.UnitRegistration(bg, s.Actor(dung), s.Rounds[2025].ID, s.Units["NV2"].ID)
	r.must(err)
	one := v.Registration
	one.Targets = s.EightTargets()
	one.Targets[0].Owner = s.People[mai].ID
	saved, err := core.SaveRegistration(bg, s.Actor(dung), one)
	r.must(err)
	_, err = core.MoveRegistration(bg, s.Actor(dung), saved.ID, thidua.Send, app.Move{Version: saved.Version})
	r.must(err)
	return r
}

func (r *room) must(err error) {
	r.t.Helper()
	if err != nil {
		r.t.Fatal(err)
	}
}

func (r *room) wants(err error, kind thidua.Kind) {
	r.t.Helper()
	var e *thidua.Error
	if !errors.As(err, &e) || e.Kind != kind {
		r.t.Fatalf("%v, want kind %v", err, kind)
	}
}

func (r *room) view(who, id string) handover.View {
	r.t.Helper()
	v, err := r.Handover(bg, r.Actor(who), id)
	r.must(err)
	return v
}

// owner is who is in charge of the first target.
func (r *room) owner() (name string) {
	r.t.Helper()
	r.must(r.DB.Read(bg, r.Tenant, func(tx *store.Tx) error {
		for _, who := range []string{mai, pao, bao} {
			all, err := tx.OwnedTargets(r.People[who].ID)
			if err != nil {
				return err
			}
			if len(all) == 1 {
				name = who
			}
		}
		return nil
	}))
	return name
}

func TestWorkIsHandedOverInOneAct(t *testing.T) {
	r := open(t)
	_, err := r.Begin(bg, r.Actor(pao), r.People[mai].ID)
	r.wants(err, thidua.Forbidden)
	_, err = r.Begin(bg, r.Actor(ha), r.People[mai].ID)
	r.wants(err, thidua.Forbidden)
	h, err := r.Begin(bg, r.Actor(mai), r.People[mai].ID)
	r.must(err)
	_, err = r.Begin(bg, r.Actor(dung), r.People[mai].ID)
	r.wants(err, thidua.Conflict)
	if _, err := r.Handover(bg, r.Actor(pao), h.ID); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("somebody else sees it: %v", err)
	}
	v := r.view(mai, h.ID)
	at := slices.IndexFunc(v.Matters, func(m thidua.Matter) bool { return m.Kind == thidua.MatterTarget })
	if at < 0 || !strings.Contains(v.Matters[at].Text, "Ban hành kế hoạch") || v.Matters[at].Due != "2025-02-20" || !v.Matters[at].Moves {
		t.Fatalf("matters: %+v", v.Matters)
	}
	r.wants(r.Move(bg, r.Actor(mai), h.ID, thidua.HandOver, handover.Typed{Mark: v.Mark(), Version: 1}), thidua.Invalid)
	r.wants(r.Move(bg, r.Actor(mai), h.ID, thidua.SaveHandover, handover.Typed{To: r.People[mai].ID, Version: 1}), thidua.Invalid)
	r.must(r.Move(bg, r.Actor(mai), h.ID, thidua.SaveHandover, handover.Typed{To: r.People[pao].ID, Words: "Hồ sơ giấy ở tủ số 2.", Version: 1}))
	r.wants(r.Move(bg, r.Actor(mai), h.ID, thidua.HandOver, handover.Typed{Mark: "other", Version: 2}), thidua.Conflict)
	if r.owner() != mai {
		t.Fatal("something was moved before the act")
	}
	v = r.view(mai, h.ID)
	r.must(r.Move(bg, r.Actor(mai), h.ID, thidua.HandOver, handover.Typed{Mark: v.Mark(), Version: 2}))
	if r.owner() != pao {
		t.Errorf("in charge is %q", r.owner())
	}
	done := r.view(pao, h.ID)
	if done.State != thidua.HandoverDone || len(done.Matters) != len(v.Matters) || done.DoneAt.IsZero() {
		t.Errorf("done: %+v", done.Handover)
	}
	d, err := r.Minutes(bg, r.Actor(pao), h.ID)
	r.must(err)
	for _, says := range []string{"BÀN GIAO", "Ban hành kế hoạch", "Hồ sơ giấy ở tủ số 2.", "Trưởng phòng Nghiệp vụ 2", "20/02/2025"} {
		if !strings.Contains(strings.ReplaceAll(d.Dump(), `\u00a0`, " "), says) {
			t.Errorf("the minutes do not say %q:\n%s", says, d.Dump())
		}
	}
	r.wants(r.Move(bg, r.Actor(mai), h.ID, thidua.SaveHandover, handover.Typed{Version: 3}), thidua.Conflict)
	events := 0
	r.must(r.DB.Read(bg, r.Tenant, func(tx *store.Tx) error {
		all, err := tx.Events(store.EventFilter{Verb: string(thidua.HandOver)})
		events = len(all)
		return err
	}))
	if events != 1 {
		t.Errorf("%d events tell of the act", events)
	}
}

func TestAnotherUnitsTargetsAreGivenByTheirHead(t *testing.T) {
	r := open(t)
	h, err := r.Begin(bg, r.Actor(dung), r.People[mai].ID)
	r.must(err)
	r.must(r.Move(bg, r.Actor(dung), h.ID, thidua.SaveHandover, handover.Typed{To: r.People[bao].ID, Version: 1}))
	v := r.view(dung, h.ID)
	if i := slices.IndexFunc(v.Matters, func(m thidua.Matter) bool { return m.Kind == thidua.MatterTarget }); i < 0 || v.Matters[i].Moves {
		t.Fatalf("matters: %+v", v.Matters)
	}
	r.must(r.Move(bg, r.Actor(dung), h.ID, thidua.HandOver, handover.Typed{Mark: v.Mark(), Version: 2}))
	if r.owner() != mai {
		t.Errorf("a target of the unit went to somebody of another one: %q", r.owner())
	}
}

func TestRolesAreNamedAndStayWithTheAdministrator(t *testing.T) {
	r := open(t)
	h, err := r.Begin(bg, r.Actor(ha), r.People[ha].ID)
	r.must(err)
	v := r.view(ha, h.ID)
	var duties []string
	tasks := 0
	for _, m := range v.Matters {
		if m.Kind == thidua.MatterDuty {
			duties = append(duties, m.Text)
		}
		if m.Kind == thidua.MatterTask {
			tasks++
		}
	}
	if len(duties) != 2 || tasks == 0 {
		t.Errorf("duties %q, %d tasks", duties, tasks)
	}
	r.wants(r.Move(bg, r.Actor(ha), h.ID, thidua.DropHandover, handover.Typed{Version: 1}), thidua.Invalid)
	r.must(r.Move(bg, r.Actor(ha), h.ID, thidua.DropHandover, handover.Typed{Reason: "không chuyển công tác", Version: 1}))
	if v := r.view(ha, h.ID); v.State != thidua.HandoverDropped || len(v.Offers) != 0 {
		t.Errorf("dropped: %+v", v)
	}
}

// TestVanPhongHandsOverForWhoHasLeft: nobody else can, once the person holds no post.
func TestVanPhongHandsOverForWhoHasLeft(t *testing.T) {
	r := open(t)
	office := r.Actor(ha)
	office.Roles = append(office.Roles, thidua.RoleAdmin)
	r.must(r.core.Leave(bg, office, r.People[mai].ID, "2025-01-13"))
	h, err := r.Begin(bg, r.Actor(ha), r.People[mai].ID)
	r.must(err)
	if h.FromPost != "Thanh tra viên" || h.Unit != r.Units["NV2"].ID {
		t.Errorf("the last post is %q", h.FromPost)
	}
	r.must(r.Move(bg, r.Actor(ha), h.ID, thidua.SaveHandover, handover.Typed{To: r.People[pao].ID, Version: 1}))
	v := r.view(ha, h.ID)
	r.must(r.Move(bg, r.Actor(ha), h.ID, thidua.HandOver, handover.Typed{Mark: v.Mark(), Version: 2}))
	if r.owner() != pao {
		t.Errorf("in charge is %q", r.owner())
	}
}
