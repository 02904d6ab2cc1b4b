package launch_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/launch"
	"thidua/internal/file"
	"thidua/internal/testkit"
)

var bg = context.Background()

const (
	ha    = "Nguyễn Thị Thu Hà"
	trang = "Lê Thu Trang"
	dung  = "Lý Văn Dũng"
	mai   = "Phạm Mai Anh"
)

type room struct {
	*testkit.Season
	*launch.Desk
	core  *app.App
	t     *testing.T
	round string
}

func open(t *testing.T) *room {
	t.Helper()
	s := testkit.OpenSeason(t)
	files, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = files.Close() })
	core := app.New(s.DB, app.WithFiles(files))
	return &room{s, launch.Over(core), core, t, s.Rounds[2025].ID}
}

func (r *room) must(err error) {
	r.t.Helper()
	if err != nil {
		r.t.Fatal(err)
	}
}

func (r *room) wants(err error, kind thidua.Kind, field string) {
	r.t.Helper()
	var e *thidua.Error
	if !errors.As(err, &e) || e.Kind != kind {
		r.t.Fatalf("%v, want kind %v", err, kind)
	}
	if field != "" && !slices.ContainsFunc(e.Faults, func(f thidua.Fault) bool { return f.Field == field }) {
		r.t.Errorf("%v, want a fault at %s", err, field)
	}
}

func (r *room) sent(who string) launch.Distribution {
	r.t.Helper()
	v, err := r.Distribution(bg, r.Actor(who), r.Movement.ID, "")
	r.must(err)
	return v
}

func (r *room) tasks(who string, code thidua.Code) (out []thidua.Task) {
	r.t.Helper()
	w, err := r.core.Tasks(bg, r.Actor(who))
	r.must(err)
	for _, t := range w.Tasks {
		if t.Code == code {
			out = append(out, t)
		}
	}
	return out
}

// line gives a line of the check list.
func (r *room) line(i launch.Item) launch.Line {
	r.t.Helper()
	c, err := r.Checklist(bg, r.Actor(mai), r.round)
	r.must(err)
	return c.Of([]launch.Item{i})[0]
}

func TestThePlanGoesOutAndIsAcknowledged(t *testing.T) {
	r := open(t)
	v := r.sent(ha)
	if len(v.Lines) != 0 || len(v.Offered) < len(r.Units) || !v.May || r.sent(mai).May {
		t.Fatalf("before: %+v", v)
	}
	s := launch.Sending{Movement: r.Movement.ID, Chosen: []string{r.Units["NV2"].Name}, Other: "Sở Nội vụ", Way: thidua.WayAxis, On: "2025-01-13"}
	r.wants(r.SendOut(bg, r.Actor(dung), s), thidua.Forbidden, "")
	r.wants(r.SendOut(bg, r.Actor(ha), launch.Sending{Movement: r.Movement.ID, Way: thidua.WayAxis, On: "2025-01-13"}), thidua.Invalid, "chosen")
	late := s
	late.On, late.Way = "2025-01-15", "pigeon"
	r.wants(r.SendOut(bg, r.Actor(ha), late), thidua.Invalid, "sent")
	r.wants(r.SendOut(bg, r.Actor(ha), late), thidua.Invalid, "way")
	r.must(r.SendOut(bg, r.Actor(trang), s))
	v = r.sent(ha)
	if len(v.Lines) != 2 || len(v.Awaited()) != 2 || slices.ContainsFunc(v.Offered, func(o launch.Recipient) bool { return o.Unit == r.Units["NV2"].ID }) {
		t.Fatalf("sent: %+v", v)
	}
	if waits := r.tasks(dung, thidua.TaskAcknowledge); len(waits) != 1 || waits[0].Object != v.Lines[0].ID {
		t.Errorf("the head of the unit has %v", waits)
	}
	unit, outside := v.Lines[0], v.Lines[1]
	r.wants(r.Acknowledge(bg, r.Actor(mai), thidua.Delivery{ID: unit.ID, AckOn: "2025-01-14", AckBy: "x", Version: 1}), thidua.Forbidden, "")
	r.must(r.Acknowledge(bg, r.Actor(dung), thidua.Delivery{ID: unit.ID, Version: unit.Version}))
	r.wants(r.Acknowledge(bg, r.Actor(dung), thidua.Delivery{ID: outside.ID, AckOn: "2025-01-14", AckBy: "x", Version: 1}), thidua.Forbidden, "")
	r.wants(r.Acknowledge(bg, r.Actor(ha), thidua.Delivery{ID: outside.ID, AckOn: "2025-01-12", AckBy: "Văn thư Sở Nội vụ", Version: 1}), thidua.Invalid, "on")
	r.must(r.Acknowledge(bg, r.Actor(ha), thidua.Delivery{ID: outside.ID, AckOn: "2025-01-14", AckBy: "Văn thư Sở Nội vụ", Version: 1}))
	r.wants(r.Acknowledge(bg, r.Actor(ha), thidua.Delivery{ID: outside.ID, AckOn: "2025-01-14", AckBy: "Văn thư Sở Nội vụ", Version: 1}), thidua.Conflict, "")
	v = r.sent(mai)
	if len(v.Awaited()) != 0 || v.Lines[0].AckBy != dung || v.Lines[0].AckOn != "2025-01-14" || len(r.tasks(dung, thidua.TaskAcknowledge)) != 0 {
		t.Errorf("acknowledged: %+v", v.Lines)
	}
	if l := r.line(launch.PlanTaken); !l.Done || l.Some != 2 {
		t.Errorf("the check list says %+v", l)
	}
	r.wants(r.TakeBack(bg, r.Actor(ha), outside.ID, 2, ""), thidua.Invalid, "reason")
	r.must(r.TakeBack(bg, r.Actor(ha), outside.ID, 2, "ghi nhầm"))
	if v = r.sent(ha); len(v.Lines) != 1 {
		t.Errorf("after one was taken out: %+v", v.Lines)
	}
}

func TestPledgesOfUnits(t *testing.T) {
	r := open(t)
	nv2 := r.Units["NV2"].ID
	reg, err := r.core.UnitRegistration(bg, r.Actor(dung), r.round, nv2)
	r.must(err)
	one := reg.Registration
	one.Targets = r.EightTargets()
	_, err = r.core.SaveRegistration(bg, r.Actor(dung), one)
	r.must(err)
	p, err := r.DraftPledge(bg, r.Actor(dung), thidua.Pledge{Round: r.round, Unit: nv2})
	r.must(err)
	v, err := r.Pledge(bg, r.Actor(mai), p.ID)
	r.must(err)
	if !strings.Contains(v.Text, "Tin, bài tuyên truyền") || strings.Count(v.Text, "\n- ") != 8 || len(v.Offers) != 0 {
		t.Errorf("the words of the registration: %q, offers %v", v.Text, v.Offers)
	}
	_, err = r.DraftPledge(bg, r.Actor(ha), thidua.Pledge{Round: r.round, Unit: nv2})
	r.wants(err, thidua.Conflict, "")
	_, err = r.DraftPledge(bg, r.Actor(dung), thidua.Pledge{Round: r.round, Unit: r.Units["NV1"].ID, Text: "x"})
	r.wants(err, thidua.Forbidden, "")
	_, err = r.DraftPledge(bg, r.Actor(ha), thidua.Pledge{Round: r.round, Unit: r.Units["NV1"].ID})
	r.wants(err, thidua.Invalid, "text")
	in := thidua.Pledge{ID: p.ID, Text: v.Text, SignedOn: "2025-01-14", Version: 1}
	r.wants(r.MovePledge(bg, r.Actor(dung), thidua.SignPledge, in, ""), thidua.Invalid, "signers")
	if l := r.line(launch.PledgesMade); l.Some != 0 {
		t.Errorf("a draft counts: %+v", l)
	}
	in.Signers = "Lý Văn Dũng, Trưởng phòng"
	r.must(r.MovePledge(bg, r.Actor(dung), thidua.SignPledge, in, ""))
	if l := r.line(launch.PledgesMade); l.Some != 1 || l.All != len(r.Units) {
		t.Errorf("a signed pledge counts: %+v", l)
	}
	in.Version = 2
	r.wants(r.MovePledge(bg, r.Actor(ha), thidua.SavePledge, in, ""), thidua.Conflict, "")
	b, err := r.DraftPledge(bg, r.Actor(ha), thidua.Pledge{Round: r.round, Block: "Khối thi đua các cơ quan Nội chính", Text: "Giao ước"})
	r.must(err)
	r.wants(r.MovePledge(bg, r.Actor(ha), thidua.DropPledge, thidua.Pledge{ID: b.ID, Version: 1}, " "), thidua.Invalid, "reason")
	r.must(r.MovePledge(bg, r.Actor(ha), thidua.DropPledge, thidua.Pledge{ID: b.ID, Version: 1}, "lập lại"))
	all, err := r.Pledges(bg, r.Actor(mai), r.round)
	r.must(err)
	if len(all.Lines) != 1 {
		t.Errorf("standing pledges: %+v", all.Lines)
	}
	_, err = r.DraftPledge(bg, r.Actor(ha), thidua.Pledge{Round: r.Rounds[2023].ID, Block: "Khối", Text: "x"})
	r.wants(err, thidua.Conflict, "")
}

// TestAPlanOfAUnitCountsForTheStandard: the plan is typed once, and the standard that asks for a launch plan is met by it.
func TestAPlanOfAUnitCountsForTheStandard(t *testing.T) {
	r := open(t)
	asks := slices.IndexFunc(r.Definition.Standards, func(s thidua.Standard) bool { return s.Test.When == thidua.WhenPlanIssued })
	if asks < 0 {
		t.Fatal("no standard asks for a launch plan")
	}
	judged := func() thidua.Verdict {
		all, err := r.core.Results(bg, r.Actor(ha), r.round)
		r.must(err)
		for _, one := range all.Subjects {
			if one.Subject.Unit == r.Units["NV2"].ID && one.Subject.Kind == thidua.Collective {
				return r.Definition.Standards[asks].Judge(one.Record).Verdict
			}
		}
		t.Fatal("the unit has no result")
		return ""
	}
	if v := judged(); v != thidua.VerdictConsider {
		t.Fatalf("without a plan: %s", v)
	}
	p := thidua.UnitPlan{Round: r.round, Unit: r.Units["NV2"].ID, Number: "02/NV2", Date: "2025-01-13", Summary: "Phát động phong trào trong phòng"}
	r.wants(r.AddUnitPlan(bg, r.Actor(mai), p), thidua.Forbidden, "")
	r.wants(r.AddUnitPlan(bg, r.Actor(ha), thidua.UnitPlan{Round: r.round, Date: "2025-02-01"}), thidua.Invalid, "unit")
	r.must(r.AddUnitPlan(bg, r.Actor(dung), p))
	if v := judged(); v != thidua.VerdictMet {
		t.Errorf("with its plan: %s", v)
	}
	if l := r.line(launch.PlansMade); l.Some != 1 {
		t.Errorf("the check list says %+v", l)
	}
	all, err := r.UnitPlans(bg, r.Actor(dung), r.round)
	r.must(err)
	r.must(r.DropUnitPlan(bg, r.Actor(dung), all.Lines[0].ID, 1, "thay kế hoạch khác"))
	if v := judged(); v != thidua.VerdictConsider {
		t.Errorf("after it was taken out: %s", v)
	}
}

func TestAQuestionIsAnsweredOnceForAll(t *testing.T) {
	r := open(t)
	_, err := r.Ask(bg, r.Actor(mai), r.Movement.ID, "  ")
	r.wants(err, thidua.Invalid, "text")
	q, err := r.Ask(bg, r.Actor(mai), r.Movement.ID, "Tin, bài đăng trên trang của huyện có được tính không?")
	r.must(err)
	if waits := r.tasks(ha, thidua.TaskAnswer); len(waits) != 1 || waits[0].Object != q.ID {
		t.Errorf("Văn phòng has %v", waits)
	}
	if _, err := r.Question(bg, r.Actor(dung), q.ID); thidua.KindOf(err) != thidua.NotFound {
		t.Errorf("an open question is seen by others: %v", err)
	}
	in := thidua.Question{ID: q.ID, Answer: "Được tính khi có đường dẫn và ngày đăng.", Version: 1}
	r.wants(r.Answer(bg, r.Actor(dung), in), thidua.Forbidden, "")
	r.wants(r.Answer(bg, r.Actor(ha), in), thidua.Invalid, "basis")
	in.Basis = "mục II.2, tiêu chí 4 của Kế hoạch"
	r.must(r.Answer(bg, r.Actor(ha), in))
	in.Version = 2
	r.wants(r.Answer(bg, r.Actor(ha), in), thidua.Conflict, "")
	for asked, want := range map[string]int{"": 1, "duong dan": 1, "TIEU CHI 4": 1, "không có": 0} {
		v, err := r.Guidance(bg, r.Actor(dung), r.Movement.ID, asked)
		r.must(err)
		if len(v.Questions) != want {
			t.Errorf("%q finds %d", asked, len(v.Questions))
		}
	}
	if waits := r.tasks(mai, thidua.TaskReadAnswer); len(waits) != 1 || len(r.tasks(ha, thidua.TaskAnswer)) != 0 {
		t.Errorf("who asked has %v", waits)
	}
	r.wants(r.ReadAnswer(bg, r.Actor(dung), thidua.Question{ID: q.ID, Version: 2}), thidua.Forbidden, "")
	r.must(r.ReadAnswer(bg, r.Actor(mai), thidua.Question{ID: q.ID, Version: 2}))
	if waits := r.tasks(mai, thidua.TaskReadAnswer); len(waits) != 0 {
		t.Errorf("a read answer waits: %v", waits)
	}
}

func TestMovementsAndCriteriaAround(t *testing.T) {
	r := open(t)
	one := thidua.RelatedMovement{Movement: r.Movement.ID, Relation: thidua.RelationParent, Name: "Phong trào mẫu", Agency: "Cơ quan mẫu", Address: "javascript:alert(1)"}
	r.wants(r.AddRelated(bg, r.Actor(dung), one), thidua.Forbidden, "")
	r.wants(r.AddRelated(bg, r.Actor(ha), one), thidua.Invalid, "address")
	one.Address = "https://mau.gov.vn"
	r.must(r.AddRelated(bg, r.Actor(ha), one))
	r.must(r.core.AddMovementDocument(bg, r.Actor(ha), thidua.MovementDocument{Movement: r.Movement.ID, Kind: "Hướng dẫn", Number: "01/HD-MAU", Date: "2025-01-02", Issuer: "Cơ quan mẫu"}))
	v, err := r.Guidance(bg, r.Actor(mai), r.Movement.ID, "")
	r.must(err)
	document := v.Papers[len(v.Papers)-1].ID
	codes := []string{r.Definition.Heads()[0].Code, r.Definition.Heads()[3].Code}
	g := thidua.GuidedCriterion{Document: document, Code: "a", Text: "Nội dung do bài thử đặt ra", Criteria: codes}
	r.wants(r.MapGuided(bg, r.Actor(dung), g), thidua.Forbidden, "")
	r.must(r.MapGuided(bg, r.Actor(ha), g))
	r.wants(r.MapGuided(bg, r.Actor(ha), g), thidua.Invalid, "code")
	g.Code, g.Criteria = "b", []string{"TC99"}
	r.wants(r.MapGuided(bg, r.Actor(ha), g), thidua.NotFound, "")
	g.Criteria = codes[:1]
	r.must(r.MapGuided(bg, r.Actor(ha), g))
	around, err := r.Around(bg, r.Actor(mai), r.Movement.ID)
	r.must(err)
	if len(around.Related) != 1 || len(around.Guided) != 2 || !slices.Equal(around.Guided[0].Criteria, codes) || !slices.Equal(around.Guided[1].Criteria, codes[:1]) {
		t.Fatalf("around: %+v", around)
	}
	_, err = r.DropGuided(bg, r.Actor(ha), around.Guided[0].ID, 1, "nhập nhầm")
	r.must(err)
	_, err = r.DropRelated(bg, r.Actor(ha), around.Related[0].ID, 1, "ghi trùng")
	r.must(err)
	if around, err = r.Around(bg, r.Actor(mai), r.Movement.ID); err != nil || len(around.Related) != 0 || len(around.Guided) != 1 {
		t.Errorf("after both were taken out: %+v, %v", around, err)
	}
}

func TestTicksByHand(t *testing.T) {
	r := open(t)
	tick := thidua.LaunchTick{Round: r.round, Item: string(launch.Meeting), On: "2025-01-10"}
	r.wants(r.Tick(bg, r.Actor(dung), tick, true), thidua.Forbidden, "")
	r.wants(r.Tick(bg, r.Actor(ha), thidua.LaunchTick{Round: r.round, Item: string(launch.PlanIssued), On: "2025-01-10"}, true), thidua.Invalid, "item")
	r.must(r.Tick(bg, r.Actor(ha), tick, true))
	if l := r.line(launch.Meeting); !l.Done || l.Tick.ByName != ha || l.On != "2025-01-10" {
		t.Errorf("ticked: %+v", l)
	}
	r.must(r.Tick(bg, r.Actor(ha), tick, false))
	if r.line(launch.Meeting).Done {
		t.Error("the tick stays")
	}
	r.wants(r.Tick(bg, r.Actor(ha), thidua.LaunchTick{Round: r.Rounds[2023].ID, Item: tick.Item, On: tick.On}, true), thidua.Conflict, "")
}
