package inspection_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/app/agency"
	"thidua/internal/app/inspection"
	"thidua/internal/file"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

var bg = context.Background()

const office, head, other = "Nguyễn Thị Thu Hà", "Lý Văn Dũng", "Bùi Đức Long"

type house struct {
	*testkit.Season
	*inspection.Desk
	app *app.App
	t   *testing.T
}

func open(t *testing.T) *house {
	t.Helper()
	files, err := file.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = files.Close() })
	s := testkit.OpenSeason(t)
	core := app.New(s.DB, app.WithFiles(files))
	return &house{Season: s, Desk: inspection.Over(core), app: core, t: t}
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
	if !errors.As(err, &e) || e.Kind != kind || e.Code != code && (len(e.Faults) == 0 || e.Faults[0].Code != code) {
		h.t.Fatalf("refused with %v, want %s", err, code)
	}
}

// waits tells which of two tasks about recommendations somebody finds among his or her work.
func (h *house) waits(who string, want ...thidua.Code) {
	h.t.Helper()
	w, err := h.app.Tasks(bg, h.Actor(who))
	h.must(err)
	var got []thidua.Code
	for _, t := range w.Tasks {
		if t.Code == thidua.TaskCarryOut || t.Code == thidua.TaskCheckCarried {
			got = append(got, t.Code)
		}
	}
	if !slices.Equal(got, want) {
		h.t.Errorf("%s finds %v among the work, want %v", who, got, want)
	}
}

func (h *house) planned() thidua.Inspection {
	h.t.Helper()
	i, err := h.Save(bg, h.Actor(office), thidua.Inspection{Round: h.Rounds[2024].ID, Name: "Kiểm tra 6 tháng", Content: "Việc thực hiện chỉ tiêu", From: "2025-01-06", To: "2025-01-14",
		Visits: []thidua.Visit{{Unit: h.Units["NV2"].ID, On: "2025-01-07"}, {Unit: h.Units["NV4"].ID}}})
	h.must(err)
	return i
}

func (h *house) view(name, id string) inspection.View {
	h.t.Helper()
	v, err := h.View(bg, h.Actor(name), id)
	h.must(err)
	return v
}

func TestARoundIsPlannedInspectedAndEnded(t *testing.T) {
	h := open(t)
	wrong := thidua.Inspection{Round: h.Rounds[2024].ID, From: "2025-01-06", To: "2025-01-05"}
	_, err := h.Save(bg, h.Actor(office), wrong)
	h.refused(err, thidua.Invalid, thidua.CodeNameMissing)
	_, err = h.Save(bg, h.Actor(head), wrong)
	h.refused(err, thidua.Forbidden, app.CodeNoRight)
	i := h.planned()
	i.Name, i.Version = "Kiểm tra năm 2024", 1
	i.Visits = append(i.Visits, thidua.Visit{Unit: h.Units["NV3"].ID})
	i, err = h.Save(bg, h.Actor(office), i)
	h.must(err)
	i.Visits = i.Visits[:2]
	i.Version = 2
	_, err = h.Save(bg, h.Actor(office), i)
	h.must(err)
	h.refused(h.Move(bg, h.Actor(office), i.ID, thidua.BeginInspection, 1), thidua.Conflict, store.CodeStale)
	h.must(h.Move(bg, h.Actor(office), i.ID, thidua.BeginInspection, 3))
	h.refused(h.Move(bg, h.Actor(office), i.ID, thidua.EndInspection, 4), thidua.Invalid, thidua.CodeMissing)
	h.refused(h.RecordFinding(bg, h.Actor(office), i.ID, 4, h.Units["NV2"].ID, " ", "2025-01-07"), thidua.Invalid, thidua.CodeFindingMissing)
	h.refused(h.RecordFinding(bg, h.Actor(office), i.ID, 4, h.Units["NV2"].ID, "TUYỆT MẬT", "2025-01-07"), thidua.Invalid, file.CodeSecret)
	h.refused(h.RecordFinding(bg, h.Actor(office), i.ID, 4, h.Units["NV1"].ID, "Tốt", "2025-01-07"), thidua.Invalid, thidua.CodeUnitsMissing)
	h.must(h.RecordFinding(bg, h.Actor(office), i.ID, 4, h.Units["NV2"].ID, "Đã thực hiện 5/6 chỉ tiêu", "2025-01-07"))
	h.must(h.RecordFinding(bg, h.Actor(office), i.ID, 5, h.Units["NV4"].ID, "Đủ minh chứng", "2025-01-08"))
	h.must(h.Move(bg, h.Actor(office), i.ID, thidua.EndInspection, 6))
	v := h.view(office, i.ID)
	if v.State != thidua.InspectionEnded || v.Name != "Kiểm tra năm 2024" || len(v.Visits) != 2 || v.Visits[0].Finding != "Đã thực hiện 5/6 chỉ tiêu" || v.Visits[0].ByName != office || len(v.Offers) != 0 {
		t.Errorf("the round is %+v", v.Inspection)
	}
}

func TestAHeadSeesHisUnitAlone(t *testing.T) {
	h := open(t)
	i := h.planned()
	v := h.view(head, i.ID)
	if len(v.Visits) != 1 || v.Visits[0].Unit != h.Units["NV2"].ID || len(v.Offers) != 0 {
		t.Errorf("the head sees %+v", v.Visits)
	}
	_, err := h.View(bg, h.Actor("Trần Thị Hạnh"), i.ID)
	h.refused(err, thidua.NotFound, store.CodeNotFound)
	l, err := h.List(bg, h.Actor("Trần Thị Hạnh"))
	if err != nil || len(l.Rounds) != 0 {
		t.Errorf("the head of another unit has %d rounds, %v", len(l.Rounds), err)
	}
}

func TestARecommendationIsFollowedUntilItIsDone(t *testing.T) {
	h := open(t)
	i := h.planned()
	ask := thidua.Recommendation{Inspection: i.ID, Unit: h.Units["NV2"].ID, Text: "Bổ sung minh chứng quý IV", Due: "2025-01-31"}
	h.refused(h.Recommend(bg, h.Actor(office), ask), thidua.Conflict, thidua.CodeWrongState)
	h.must(h.Move(bg, h.Actor(office), i.ID, thidua.BeginInspection, 1))
	outside := ask
	outside.Unit = h.Units["NV1"].ID
	h.refused(h.Recommend(bg, h.Actor(office), outside), thidua.Invalid, thidua.CodeUnitsMissing)
	early := ask
	early.Due = "2025-01-05"
	h.refused(h.Recommend(bg, h.Actor(office), early), thidua.Invalid, thidua.CodeDueEarly)
	h.must(h.Recommend(bg, h.Actor(office), ask))
	h.waits(head, thidua.TaskCarryOut)
	h.waits(other)
	h.waits(office)
	id := h.view(head, i.ID).Asked[0].ID
	if n := len(h.view(other, i.ID).Asked); n != 0 {
		t.Errorf("the head of another unit sees %d recommendations", n)
	}
	in := inspection.Answer{Version: 1, Text: "Đã bổ sung 4 báo cáo", On: "2025-01-14"}
	h.refused(h.MoveRecommendation(bg, h.Actor(head), id, thidua.AnswerRecommend, in), thidua.Invalid, thidua.CodeAnswerEvidence)
	h.refused(h.MoveRecommendation(bg, h.Actor(other), id, thidua.AnswerRecommend, in), thidua.NotFound, store.CodeNotFound)
	ref, err := h.app.KeepFile(bg, h.Actor(head), "evidence", "bao-cao.txt", bytes.NewReader([]byte("Báo cáo quý IV")))
	if err != nil {
		in.DocNumber = "12/BC-NV2 (mẫu)"
	}
	in.File = ref
	h.must(h.MoveRecommendation(bg, h.Actor(head), id, thidua.AnswerRecommend, in))
	h.waits(head)
	h.waits(office, thidua.TaskCheckCarried)
	h.refused(h.MoveRecommendation(bg, h.Actor(head), id, thidua.CloseRecommend, inspection.Answer{Version: 2}), thidua.Forbidden, thidua.CodeNotYours)
	h.refused(h.MoveRecommendation(bg, h.Actor(office), id, thidua.ReturnRecommend, inspection.Answer{Version: 2}), thidua.Invalid, thidua.CodeReasonMissing)
	h.must(h.MoveRecommendation(bg, h.Actor(office), id, thidua.ReturnRecommend, inspection.Answer{Version: 2, Reason: "Thiếu báo cáo tháng 12"}))
	h.waits(head, thidua.TaskCarryOut)
	in.Version, in.DocNumber = 3, "13/BC-NV2 (mẫu)"
	h.must(h.MoveRecommendation(bg, h.Actor(head), id, thidua.AnswerRecommend, in))
	h.must(h.MoveRecommendation(bg, h.Actor(office), id, thidua.CloseRecommend, inspection.Answer{Version: 4}))
	h.waits(office)
	v, err := h.Follow(bg, h.Actor(head), id)
	if err != nil || v.State != thidua.RecommendationDone || v.ClosedOn != "2025-01-14" || v.Reason != "" || len(v.Offers) != 0 {
		t.Errorf("in the end: %v %+v", err, v)
	}
}

// helper is somebody to whom the administrator gives the part of mobilising between two days.
func (h *house) helper(from, to thidua.Date) thidua.Actor {
	h.t.Helper()
	admin := thidua.Actor{Tenant: h.Tenant, Account: "operator", Roles: []thidua.Role{thidua.RoleAdmin}}
	id, _, err := h.app.AddAccount(bg, admin, agency.NewAccount{UserName: "congdoan", Password: "ruộng bậc thang mùa lúa"})
	h.must(err)
	h.must(h.app.GrantRole(bg, admin, thidua.Grant{Account: id, Role: thidua.RoleHelper, From: from, To: to}))
	_, actor, err := h.app.SignIn(bg, "congdoan", "ruộng bậc thang mùa lúa", "")
	h.must(err)
	return actor
}

func TestAGrantOutsideItsDaysOpensNothing(t *testing.T) {
	h := open(t)
	late := h.helper("2024-01-01", "2025-01-13")
	if late.Has(thidua.RoleHelper) {
		t.Error("the grant ended yesterday and holds")
	}
	_, err := h.Year(bg, late, h.Rounds[2024].ID)
	h.refused(err, thidua.Forbidden, app.CodeNoRight)
	h.refused(h.Confirm(bg, late, h.Rounds[2024].ID, "Tốt", 0), thidua.Forbidden, app.CodeNoRight)
	h.refused(h.Record(bg, late, thidua.Mobilisation{Round: h.Rounds[2024].ID}), thidua.Forbidden, app.CodeNoRight)
}

func TestWhoMobilisesRecordsAndConfirms(t *testing.T) {
	h := open(t)
	union := h.helper("2025-01-01", thidua.UnionUntil)
	y, err := h.Year(bg, union, h.Rounds[2024].ID)
	h.must(err)
	people, joined, units := y.Total()
	if len(y.Units) != 6 || people == 0 || joined != 0 || units != 0 || !y.Confirms {
		t.Errorf("%d units, %d of %d people", len(y.Units), joined, people)
	}
	h.refused(h.Record(bg, union, thidua.Mobilisation{Round: h.Rounds[2024].ID, On: "2025-01-15", TookPart: -1}), thidua.Invalid, thidua.CodeDayFuture)
	h.refused(h.Record(bg, union, thidua.Mobilisation{Round: h.Rounds[2023].ID, On: "2025-01-10", What: "Họp", TookPart: 1}), thidua.Conflict, app.CodeRoundEnded)
	h.must(h.Record(bg, union, thidua.Mobilisation{Round: h.Rounds[2024].ID, Unit: h.Units["NV2"].ID, On: "2025-01-10", What: "Phổ biến Kế hoạch", TookPart: 6}))
	h.must(h.Confirm(bg, union, h.Rounds[2024].ID, "Các phòng tham gia đầy đủ.", 0))
	h.refused(h.Confirm(bg, union, h.Rounds[2024].ID, "Ghi đè", 0), thidua.Conflict, store.CodeStale)
	h.refused(h.Confirm(bg, h.Actor(office), h.Rounds[2024].ID, "Văn phòng", 1), thidua.Forbidden, app.CodeNoRight)
	y, err = h.Year(bg, h.Actor(office), h.Rounds[2024].ID)
	h.must(err)
	if len(y.Records) != 1 || y.Records[0].TookPart != 6 || y.Word.Words != "Các phòng tham gia đầy đủ." || !y.Word.Union || y.Confirms {
		t.Errorf("kept: %+v %+v", y.Records, y.Word)
	}
	for _, u := range y.Units {
		if (u.Records == 1) != (u.Unit == h.Units["NV2"].ID) {
			t.Errorf("%s has %d records", u.Name, u.Records)
		}
	}
}

func TestTheUnionEndsOnItsDay(t *testing.T) {
	if !thidua.UnionOn("2025-06-15") || thidua.UnionOn("2025-06-16") {
		t.Error("the part of the trade union ends with 15/6/2025")
	}
}
