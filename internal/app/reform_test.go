package app_test

import (
	"encoding/json"
	"strings"
	"testing"

	"thidua"
	"thidua/internal/app"
	"thidua/internal/file"
	"thidua/internal/plan"
	"thidua/internal/store"
	"thidua/internal/testkit"
)

// reformDraft is a yearly reform plan as it is read, with rows that name an owner or a day and rows that do not.
func reformDraft() plan.Draft {
	return plan.Draft{Kind: "KẾ HOẠCH", Title: "Cải cách hành chính năm 2025", Source: "KẾ HOẠCH", Tasks: []plan.Task{
		{No: "1", Task: "Ban hành kế hoạch tuyên truyền", Product: "Kế hoạch", Lead: "Văn phòng", Support: "Các phòng", Due: "Trước ngày 10/12/2025"},
		{No: "2", Task: "Rà soát văn bản", Lead: "Phòng NV2", Due: "Quý III"},
		{No: "3", Task: "Kiểm tra việc thực hiện", Lead: "Các phòng", Due: "Thường xuyên"}}}
}

// keep keeps a plan as if it had been read so.
func (o *office) keep(d plan.Draft) thidua.PlanSource {
	o.t.Helper()
	draft, err := json.Marshal(d)
	if err != nil {
		o.t.Fatal(err)
	}
	review, err := json.Marshal(plan.Propose(d))
	if err != nil {
		o.t.Fatal(err)
	}
	p := thidua.PlanSource{ID: store.NewID(), File: thidua.FileRef{Hash: "cchc", Name: "cchc.docx"}, Draft: string(draft), Review: string(review),
		State: thidua.PlanOpen, ReadAt: testkit.Today, Version: 1}
	act := &store.Act{Tenant: o.Tenant, Actor: "account:cai-dat", Verb: string(thidua.ReadPlan), Object: "plan:" + p.ID}
	if err := o.DB.Write(bg, act, func(tx *store.Tx) error { return tx.InsertPlanSource(p) }); err != nil {
		o.t.Fatal(err)
	}
	return p
}

func TestTasksAreMadeOfAReformPlan(t *testing.T) {
	o := openPlanDesk(t)
	ha, p := o.Actor(clerk), o.keep(reformDraft())
	v, err := o.Plan(bg, ha, p.ID)
	if err != nil || len(v.Review.Tasks) != 3 || v.Review.Round != o.Rounds[2025].ID || v.Review.Tasks[0].Owner != o.Units["VP"].ID ||
		v.Review.Tasks[1].Owner != o.Units["NV2"].ID || v.Review.Tasks[2].Owner != "" || v.Review.Tasks[0].Due != "2025-12-10" || v.Review.Tasks[1].Due != "" {
		t.Fatalf("proposed %+v in %q, %v", v.Review.Tasks, v.Review.Round, err)
	}
	_, err = o.ApplyPlan(bg, ha, p.ID, 1)
	wants(t, err, thidua.Invalid, thidua.CodeMissing)
	_, err = o.CreateTasks(bg, ha, o.plan(realPlan(t)).Source.ID, 1)
	wants(t, err, thidua.Invalid, thidua.CodeMissing)
	_, err = o.CreateTasks(bg, o.Actor("Lý Văn Dũng"), p.ID, 1)
	wants(t, err, thidua.Forbidden, thidua.CodeNotYours)
	_, err = o.CreateTasks(bg, ha, p.ID, 1)
	wants(t, err, thidua.Invalid, thidua.CodeNoOwner)
	r := v.Review
	r.Tasks[2].Take, r.Tasks[1].Owner, r.Round = false, "of another agency", o.Rounds[2023].ID
	version, err := o.EditPlan(bg, ha, p.ID, 1, r)
	if err != nil {
		t.Fatal(err)
	}
	_, err = o.CreateTasks(bg, ha, p.ID, version)
	wants(t, err, thidua.Invalid, thidua.CodeNoOwner)
	wants(t, err, thidua.Invalid, thidua.CodeNoRound)
	r.Tasks[1].Owner, r.Round = o.Units["NV2"].ID, o.Rounds[2025].ID
	if version, err = o.EditPlan(bg, ha, p.ID, version, r); err != nil {
		t.Fatal(err)
	}
	_, err = o.CreateTasks(bg, ha, p.ID, version-1)
	wants(t, err, thidua.Conflict, store.CodeStale)
	round, err := o.CreateTasks(bg, ha, p.ID, version)
	if err != nil || round.ID != o.Rounds[2025].ID {
		t.Fatalf("made in %+v, %v", round, err)
	}
	list, err := o.ReformTasks(bg, o.Actor("Phạm Mai Anh"), round.ID)
	if err != nil || len(list.Lines) != 2 || list.Lines[0].Number != "1" || list.Lines[0].Unit != o.Units["VP"].ID || list.Lines[0].When != "Trước ngày 10/12/2025" ||
		list.Lines[0].Support != "Các phòng" || list.Lines[0].Stand != thidua.StandTaskAhead || list.Lines[1].Order != 2 || list.Lines[1].Stand != thidua.StandTaskUndated {
		t.Errorf("%+v, %v", list.Lines, err)
	}
	if rows := o.events("plan:" + p.ID); len(rows) != 4 || rows[0].Verb != string(thidua.CreateTasks) || !strings.Contains(rows[0].Detail.After, "Rà soát văn bản") {
		t.Errorf("%d events, the last %+v", len(rows), rows[0])
	}
	_, err = o.CreateTasks(bg, ha, p.ID, version+1)
	wants(t, err, thidua.Conflict, thidua.CodeWrongState)
	again := o.keep(reformDraft())
	if v, err = o.Plan(bg, ha, again.ID); err != nil || v.Reform.Made.ID != p.ID || v.Reform.Round != round.ID {
		t.Errorf("the same file again: %+v, %v", v.Reform.Made, err)
	}
	_, err = o.CreateTasks(bg, ha, again.ID, 1)
	wants(t, err, thidua.Conflict, app.CodeTasksMade)
}

// made gives the tasks of the reform plan in the year 2025: the first of Văn phòng, the second of NV2 without a day.
func (o *office) made() []app.ReformLine {
	o.t.Helper()
	p := o.keep(reformDraft())
	v, err := o.Plan(bg, o.Actor(clerk), p.ID)
	if err != nil {
		o.t.Fatal(err)
	}
	v.Review.Tasks[2].Take = false
	version, err := o.EditPlan(bg, o.Actor(clerk), p.ID, 1, v.Review)
	if err != nil {
		o.t.Fatal(err)
	}
	round, err := o.CreateTasks(bg, o.Actor(clerk), p.ID, version)
	if err != nil {
		o.t.Fatal(err)
	}
	list, err := o.ReformTasks(bg, o.Actor(clerk), round.ID)
	if err != nil {
		o.t.Fatal(err)
	}
	return list.Lines
}

// TestATaskIsFollowedToItsEnd: Văn phòng corrects and withdraws, the head of the owning unit records completion, each with its event.
func TestATaskIsFollowedToItsEnd(t *testing.T) {
	o := openPlanDesk(t)
	ha, dung, hanh := o.Actor(clerk), o.Actor("Lý Văn Dũng"), o.Actor("Trần Thị Hạnh")
	tasks := o.made()
	task := tasks[1]
	if err := o.MoveReformTask(bg, ha, thidua.CompleteTask, thidua.ReformTask{ID: tasks[0].ID, Version: 1, DoneOn: "2025-01-13"}, ""); err != nil {
		t.Fatal(err)
	}
	if rows := o.events("reform-task:" + tasks[0].ID); len(rows) != 1 || rows[0].ActingFor != "Văn phòng" {
		t.Errorf("recorded for the unit: %+v", rows)
	}
	in := func(version int64) thidua.ReformTask { return thidua.ReformTask{ID: task.ID, Version: version} }
	if v, err := o.ReformTask(bg, hanh, task.ID); err != nil || len(v.Offers) != 0 {
		t.Errorf("the head of another unit may %+v, %v", v.Offers, err)
	}
	wants(t, o.MoveReformTask(bg, hanh, thidua.CompleteTask, in(1), ""), thidua.Forbidden, thidua.CodeNotYours)
	wants(t, o.MoveReformTask(bg, dung, thidua.MendTask, in(1), ""), thidua.Forbidden, thidua.CodeNotYours)
	wants(t, o.MoveReformTask(bg, dung, thidua.CompleteTask, in(1), ""), thidua.Invalid, thidua.CodeNoDoneDay)

	mended := in(1)
	mended.Text, mended.Product, mended.Unit, mended.Due = "Rà soát văn bản quy phạm", "TỐI MẬT: danh mục", task.Unit, "2025-09-30"
	wants(t, o.MoveReformTask(bg, ha, thidua.MendTask, mended, ""), thidua.Invalid, file.CodeSecret)
	mended.Product, mended.Unit = "Danh mục", store.NewID()
	wants(t, o.MoveReformTask(bg, ha, thidua.MendTask, mended, ""), thidua.NotFound, store.CodeNotFound)
	mended.Unit = task.Unit
	if err := o.MoveReformTask(bg, ha, thidua.MendTask, mended, ""); err != nil {
		t.Fatal(err)
	}
	wants(t, o.MoveReformTask(bg, ha, thidua.MendTask, mended, ""), thidua.Conflict, store.CodeStale)
	if w, err := o.Tasks(bg, dung); err != nil || len(w.Desk.Reform) != 1 || w.Desk.Reform[0].LastDay() != "2025-09-29" {
		t.Errorf("Việc của tôi of the head: %+v, %v", w.Desk.Reform, err)
	}
	if w, err := o.Tasks(bg, hanh); err != nil || len(w.Desk.Reform) != 0 {
		t.Errorf("Việc của tôi of another head: %+v, %v", w.Desk.Reform, err)
	}

	done := in(2)
	done.DoneOn, done.DoneNote = "2025-01-13", "Báo cáo số 12/BC-TT"
	if err := o.MoveReformTask(bg, dung, thidua.CompleteTask, done, ""); err != nil {
		t.Fatal(err)
	}
	v, err := o.ReformTask(bg, ha, task.ID)
	if err != nil || v.Stand != thidua.StandTaskDone || v.DoneNote != done.DoneNote || len(v.Offers) != 1 || v.Offers[0].Do != thidua.ReopenTask {
		t.Errorf("done: %+v, %v", v, err)
	}
	wants(t, o.MoveReformTask(bg, ha, thidua.ReopenTask, in(3), " "), thidua.Invalid, thidua.CodeReasonMissing)
	if err := o.MoveReformTask(bg, ha, thidua.ReopenTask, in(3), "ghi nhầm ngày"); err != nil {
		t.Fatal(err)
	}
	wants(t, o.MoveReformTask(bg, ha, thidua.WithdrawTask, in(4), ""), thidua.Invalid, thidua.CodeReasonMissing)
	if err := o.MoveReformTask(bg, ha, thidua.WithdrawTask, in(4), "chuyển sang năm sau"); err != nil {
		t.Fatal(err)
	}
	v, err = o.ReformTask(bg, ha, task.ID)
	if err != nil || v.Stand != thidua.StandTaskWithdrawn || v.Reason != "chuyển sang năm sau" || v.DoneOn != "" || len(v.Offers) != 0 {
		t.Errorf("withdrawn: %+v, %v", v, err)
	}
	rows := o.events("reform-task:" + task.ID)
	if len(rows) != 4 || rows[0].Verb != string(thidua.WithdrawTask) || rows[0].Detail.Reason != "chuyển sang năm sau" || rows[2].Verb != string(thidua.CompleteTask) ||
		rows[2].Detail.ActorName != "Lý Văn Dũng" || rows[2].ActingFor != "" || !strings.Contains(rows[3].Detail.Before, "Rà soát văn bản") {
		t.Errorf("events %+v", rows)
	}
	other := testkit.FillSeason(t, o.DB, "co-quan-khac")
	_, err = o.ReformTask(bg, other.Actor(clerk), task.ID)
	wants(t, err, thidua.NotFound, store.CodeNotFound)
	wants(t, o.MoveReformTask(bg, other.Actor(clerk), thidua.WithdrawTask, in(5), "lý do"), thidua.NotFound, store.CodeNotFound)
}

func TestTasksOfALockedYearAreOnlyRead(t *testing.T) {
	o := openPlanDesk(t)
	ha, task := o.Actor(clerk), o.made()[0]
	r := o.Rounds[2025]
	for version, do := range []thidua.Action{thidua.CloseRegister, thidua.BeginJudging, thidua.EndRound} {
		if err := o.MoveRound(bg, ha, r.ID, do, int64(version+1), ""); err != nil {
			t.Fatal(err)
		}
	}
	if v, err := o.ReformTask(bg, ha, task.ID); err != nil || len(v.Offers) != 0 {
		t.Errorf("a locked year offers %+v, %v", v.Offers, err)
	}
	err := o.MoveReformTask(bg, ha, thidua.CompleteTask, thidua.ReformTask{ID: task.ID, Version: 1, DoneOn: "2025-01-13"}, "")
	wants(t, err, thidua.Conflict, app.CodeRoundEnded)
	if w, err := o.Tasks(bg, o.Actor("Hoàng Minh Tuấn")); err != nil || len(w.Desk.Reform) != 0 {
		t.Errorf("a locked year still waits: %+v, %v", w.Desk.Reform, err)
	}
}
